#include "ui/doubt_highlighter.h"

#include <QTextDocument>

#include "ui/page_text.h"

namespace longhand::ui
{

DoubtHighlighter::DoubtHighlighter(QObject* parent) : QSyntaxHighlighter(parent)
{
    m_mark.setUnderlineStyle(QTextCharFormat::DotLine);
}

void DoubtHighlighter::showText(PageText* text)
{
    m_text = text;
    setDocument(text ? &text->document() : nullptr);
    rehighlight(); // now, and not after the unmarked text was painted once
}

void DoubtHighlighter::setColors(const QColor& ink, const QColor& ground)
{
    m_mark.setUnderlineColor(ink);
    m_mark.setBackground(ground);
    rehighlight();
}

void DoubtHighlighter::highlightBlock(const QString&)
{
    if (!m_text)
        return;
    const QTextBlock paragraph = currentBlock();
    for (const TextWord& word : m_text->words(paragraph))
        if (word.doubtful)
            setFormat(word.position - paragraph.position(), word.length, m_mark);
}

} // namespace longhand::ui

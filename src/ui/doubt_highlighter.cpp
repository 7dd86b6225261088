#include "ui/doubt_highlighter.h"

#include <QTextDocument>

#include "ui/page_text.h"

namespace longhand::ui
{

DoubtHighlighter::DoubtHighlighter(QObject* parent) : QSyntaxHighlighter(parent)
{
    m_mark.setUnderlineStyle(QTextCharFormat::DotLine);
    m_misspelt.setUnderlineStyle(QTextCharFormat::WaveUnderline);
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
    QColor wave(0xd6, 0x3b, 0x3b);
    wave.setAlpha(190);
    m_misspelt.setUnderlineColor(wave);
    rehighlight();
}

void DoubtHighlighter::setSpelling(app::SpellingService* spelling)
{
    m_spelling = spelling;
    rehighlight();
}

QList<QTextLayout::FormatRange> DoubtHighlighter::marks(const QTextBlock& paragraph) const
{
    QList<QTextLayout::FormatRange> marks;
    if (!m_text)
        return marks;
    const std::vector<TextWord> words = m_text->words(paragraph);
    // The first word may be the rest of one that the line before has cut.
    const QString before = paragraph.previous().text().trimmed();
    const bool cut = before.endsWith(QLatin1Char('-')) || before.endsWith(QChar(0x00AC)) ||
                     before.endsWith(QLatin1Char('='));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const TextWord& word = words[i];
        const int begin = word.position - paragraph.position();
        if (word.doubtful)
            marks.append({begin, word.length, m_mark});
        else if (m_spelling && !(i == 0 && cut) && m_spelling->check(word.text) == app::Spelling::Wrong)
            marks.append({begin, word.length, m_misspelt});
    }
    return marks;
}

void DoubtHighlighter::highlightBlock(const QString&)
{
    for (const QTextLayout::FormatRange& mark : marks(currentBlock()))
        setFormat(mark.start, mark.length, mark.format);
}

} // namespace longhand::ui

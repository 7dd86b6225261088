#include "ui/doubt_highlighter.h"

#include <QTextCursor>
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

void DoubtHighlighter::highlightUnsettled()
{
    if (!m_text)
        return;
    QTextCursor all(document());
    all.beginEditBlock(); // who listens to the document is told once, not of each paragraph
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        if (block.userData())
            rehighlightBlock(block);
    all.endEditBlock();
}

QList<QTextLayout::FormatRange> DoubtHighlighter::marks(const QTextBlock& paragraph) const
{
    return marking(paragraph).marks;
}

DoubtHighlighter::Marking DoubtHighlighter::marking(const QTextBlock& paragraph) const
{
    Marking marking;
    if (!m_text)
        return marking;
    const std::vector<TextWord> words = m_text->words(paragraph);
    // The first word may be the rest of one that the line before has cut.
    const QString before = paragraph.previous().text().trimmed();
    const bool cut =
        before.endsWith(QLatin1Char('-')) || before.endsWith(QChar(0x00AC)) || before.endsWith(QLatin1Char('='));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const TextWord& word = words[i];
        const int begin = word.position - paragraph.position();
        if (word.doubtful) {
            marking.marks.append({begin, word.length, m_mark});
            continue;
        }
        const bool isChecked = m_spelling && !(i == 0 && cut);
        const app::Spelling spelling = isChecked ? m_spelling->check(word.text) : app::Spelling::Right;
        if (spelling == app::Spelling::Wrong)
            marking.marks.append({begin, word.length, m_misspelt});
        marking.settled = marking.settled && spelling != app::Spelling::Unknown;
    }
    return marking;
}

void DoubtHighlighter::highlightBlock(const QString&)
{
    const Marking now = marking(currentBlock());
    for (const QTextLayout::FormatRange& mark : now.marks)
        setFormat(mark.start, mark.length, mark.format);
    setCurrentBlockUserData(now.settled ? nullptr : new QTextBlockUserData); // owned by the block
}

} // namespace longhand::ui

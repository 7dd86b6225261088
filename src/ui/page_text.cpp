#include "ui/page_text.h"

#include <utility>

#include <QPlainTextDocumentLayout>
#include <QStringList>
#include <QTextCursor>

namespace longhand::ui
{

namespace
{

constexpr int kMarginPx = 12;
constexpr int kLineProperty = QTextFormat::UserProperty + 1;
constexpr int kConfirmedProperty = QTextFormat::UserProperty + 2;
constexpr int kLineConfirmedProperty = QTextFormat::UserProperty + 3;
constexpr int kPendingProperty = QTextFormat::UserProperty + 4;
constexpr int kPlacedProperty = QTextFormat::UserProperty + 5;
constexpr int kNewReadingProperty = QTextFormat::UserProperty + 6;

QTextBlockFormat formatOf(int line, const LineMarks& marks)
{
    QTextBlockFormat format;
    format.setProperty(kLineProperty, line);
    if (marks.confirmed)
        format.setProperty(kLineConfirmedProperty, true);
    if (marks.pending)
        format.setProperty(kPendingProperty, true);
    if (marks.placed)
        format.setProperty(kPlacedProperty, true);
    if (marks.newReading >= 0)
        format.setProperty(kNewReadingProperty, marks.newReading);
    return format;
}

/// With their place in the document.
std::vector<TextWord> splitWords(const QTextBlock& paragraph)
{
    std::vector<TextWord> words;
    const QString content = paragraph.text();
    for (const auto& [begin, length] : wordsIn(content)) {
        TextWord& word = words.emplace_back();
        word.position = paragraph.position() + begin;
        word.length = length;
        word.text = content.mid(begin, length);
    }
    return words;
}

bool isConfirmed(const QTextBlock& paragraph, const TextWord& word)
{
    for (auto part = paragraph.begin(); !part.atEnd(); ++part)
        if (part.fragment().contains(word.position))
            return part.fragment().charFormat().boolProperty(kConfirmedProperty);
    return false;
}

/// Length in the document of the glyphs before `end`.
int lengthOf(const formats::Word& word, std::size_t end)
{
    qsizetype length = 0;
    for (std::size_t i = 0; i < end; ++i)
        length += QString::fromStdString(word.glyphs[i].text).size();
    return static_cast<int>(length);
}

QTextCharFormat confirmedFormat()
{
    QTextCharFormat format;
    format.setProperty(kConfirmedProperty, true);
    return format;
}

/// A page as it was read; one without lines has an empty paragraph, as every document has.
std::vector<Paragraph> paragraphsOf(const formats::Page& reading)
{
    std::vector<Paragraph> paragraphs;
    for (std::size_t i = 0; i < reading.lines.size(); ++i)
        paragraphs.push_back({static_cast<int>(i), QString::fromStdString(reading.lines[i].text).simplified(), {}, {}});
    if (paragraphs.empty())
        paragraphs.emplace_back();
    return paragraphs;
}

} // namespace

std::vector<TextRange> wordsIn(const QString& text)
{
    std::vector<TextRange> words;
    const int size = static_cast<int>(text.size());
    for (int begin = 0; begin < size;) {
        if (text[begin].isSpace()) {
            ++begin;
            continue;
        }
        int end = begin;
        while (end < size && !text[end].isSpace())
            ++end;
        words.emplace_back(begin, end - begin);
        begin = end;
    }
    return words;
}

PageText::PageText(const formats::Page& reading)
    : PageText(std::make_shared<const formats::Page>(reading), paragraphsOf(reading))
{
}

PageText::PageText(std::shared_ptr<const formats::Page> reading, std::vector<Paragraph> paragraphs)
    : m_reading(std::move(reading)), m_saved(std::move(paragraphs))
{
    const int lines = static_cast<int>(m_reading->lines.size());
    m_lineCount = lines;
    for (Paragraph& paragraph : m_saved) {
        if (paragraph.line < 0 || paragraph.line >= lines)
            paragraph.line = -1;
        if (paragraph.marks.newReading >= lines)
            paragraph.marks.newReading = -1;
        if (paragraph.marks.newReading >= 0)
            --m_lineCount;
    }
}

QTextDocument& PageText::document() const
{
    if (!m_document)
        makeDocument();
    return *m_document;
}

void PageText::makeDocument() const
{
    m_document = std::make_unique<QTextDocument>();
    m_document->setDocumentLayout(new QPlainTextDocumentLayout(m_document.get())); // owned by the document
    m_document->setUndoRedoEnabled(false);
    m_document->setDocumentMargin(kMarginPx); // here, as it would count as an edit later
    QTextCursor cursor(m_document.get());
    for (std::size_t i = 0; i < m_saved.size(); ++i) {
        const Paragraph& paragraph = m_saved[i];
        if (i == 0)
            cursor.setBlockFormat(formatOf(paragraph.line, paragraph.marks));
        else
            cursor.insertBlock(formatOf(paragraph.line, paragraph.marks), QTextCharFormat());
        const int begin = cursor.position();
        cursor.insertText(paragraph.text, QTextCharFormat());
        for (const auto& [column, length] : paragraph.confirmed) {
            QTextCursor part(m_document.get());
            part.setPosition(begin + column);
            part.setPosition(begin + column + length, QTextCursor::KeepAnchor);
            part.mergeCharFormat(confirmedFormat());
        }
    }
    m_document->setUndoRedoEnabled(true);
    m_document->setModified(false);
    m_checkedRevision = m_document->revision();
    if (m_documentReady)
        m_documentReady(*m_document);
}

void PageText::whenDocumentReady(std::function<void(QTextDocument&)> ready)
{
    if (m_documentReady)
        return;
    m_documentReady = std::move(ready);
    if (m_document)
        m_documentReady(*m_document);
}

std::vector<Paragraph> PageText::paragraphs() const
{
    if (!m_document)
        return m_saved;
    std::vector<Paragraph> paragraphs;
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
        Paragraph& paragraph = paragraphs.emplace_back(Paragraph{lineOf(block), block.text(), {}, marksOf(block)});
        for (auto part = block.begin(); !part.atEnd(); ++part)
            if (part.fragment().charFormat().boolProperty(kConfirmedProperty))
                paragraph.confirmed.emplace_back(part.fragment().position() - block.position(),
                                                 part.fragment().length());
    }
    return paragraphs;
}

bool PageText::hasUnsavedEdits() const
{
    if (m_document && m_checkedRevision != m_document->revision()) {
        m_checkedRevision = m_document->revision();
        m_unsaved = paragraphs() != m_saved;
    }
    return m_unsaved || m_neverSaved;
}

void PageText::markSaved()
{
    m_saved = paragraphs();
    m_unsaved = false;
    m_neverSaved = false;
    endUndoStep();
}

void PageText::markUnsaved()
{
    m_neverSaved = true;
}

void PageText::endUndoStep()
{
    // The document joins what is typed in one place into one step, but never with a step it holds for saved.
    if (m_document)
        m_document->setModified(false);
}

int PageText::lineOf(const QTextBlock& paragraph)
{
    const QTextBlockFormat format = paragraph.blockFormat();
    return format.hasProperty(kLineProperty) ? format.intProperty(kLineProperty) : -1;
}

LineMarks PageText::marksOf(const QTextBlock& paragraph)
{
    const QTextBlockFormat format = paragraph.blockFormat();
    return {format.boolProperty(kLineConfirmedProperty), format.boolProperty(kPendingProperty),
            format.boolProperty(kPlacedProperty),
            format.hasProperty(kNewReadingProperty) ? format.intProperty(kNewReadingProperty) : -1};
}

LineState PageText::stateOf(const QTextBlock& paragraph) const
{
    const int line = lineOf(paragraph);
    const LineMarks marks = marksOf(paragraph);
    if (line < 0)
        return LineState::Found;
    const auto read = QString::fromStdString(m_reading->lines[static_cast<std::size_t>(line)].text).simplified();
    if (marks.confirmed || paragraph.text() != read)
        return LineState::Confirmed;
    return marks.pending || read.isEmpty() ? LineState::Found : LineState::Read;
}

void PageText::setMarks(int line, const LineMarks& marks)
{
    QTextCursor edit(&document());
    edit.beginEditBlock();
    for (QTextBlock block = paragraphOf(line); block.isValid() && lineOf(block) == line; block = block.next())
        if (marksOf(block) != marks)
            QTextCursor(block).setBlockFormat(formatOf(line, marks));
    edit.endEditBlock();
}

void PageText::confirmLine(int line, bool confirmed)
{
    LineMarks marks = marksOf(paragraphOf(line));
    marks.confirmed = confirmed;
    setMarks(line, marks);
}

void PageText::acceptNewReading(int line)
{
    const QTextBlock first = paragraphOf(line);
    LineMarks marks = marksOf(first);
    if (!first.isValid() || marks.newReading < 0)
        return;
    const int reading = std::exchange(marks.newReading, -1);
    marks.confirmed = true;
    marks.pending = false;
    QTextBlock last = first;
    while (last.next().isValid() && lineOf(last.next()) == line)
        last = last.next();
    QTextCursor edit(first);
    edit.beginEditBlock();
    edit.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    edit.insertText(QString::fromStdString(m_reading->lines[static_cast<std::size_t>(reading)].text).simplified(),
                    QTextCharFormat());
    edit.setBlockFormat(formatOf(reading, marks));
    edit.endEditBlock();
}

void PageText::dismissNewReading(int line)
{
    LineMarks marks = marksOf(paragraphOf(line));
    if (marks.newReading < 0)
        return;
    marks.newReading = -1;
    marks.confirmed = true;
    setMarks(line, marks);
}

QTextBlock PageText::paragraphOf(int line) const
{
    for (QTextBlock block = document().begin(); block.isValid(); block = block.next())
        if (lineOf(block) == line)
            return block;
    return {};
}

std::vector<TextWord> PageText::words(const QTextBlock& paragraph) const
{
    std::vector<TextWord> words = splitWords(paragraph);
    const int line = lineOf(paragraph);
    if (line < 0)
        return words;
    // The parts of a split line are told apart by looking at all of them together.
    QTextBlock part = paragraph;
    while (part.previous().isValid() && lineOf(part.previous()) == line)
        part = part.previous();
    QStringList text;
    qsizetype before = 0;
    for (; part.isValid() && lineOf(part) == line; part = part.next()) {
        if (part == paragraph)
            before = text.size();
        for (const TextWord& word : splitWords(part))
            text.append(word.text);
    }
    QStringList read;
    for (const formats::Word& word : m_reading->lines[static_cast<std::size_t>(line)].words)
        read.append(QString::fromStdString(word.text));
    const std::vector<AlignedWord> aligned = alignWords(text, read);
    const bool lineConfirmed = marksOf(paragraph).confirmed;
    for (std::size_t i = 0; i < words.size(); ++i) {
        TextWord& word = words[i];
        const AlignedWord& tied = aligned[static_cast<std::size_t>(before) + i];
        word.ink = {line, tied.read, -1};
        word.tie = tied.tie;
        word.confirmed = isConfirmed(paragraph, word);
        word.doubtful = tied.tie == WordTie::AsRead && !word.confirmed && !lineConfirmed &&
                        readWord(word.ink)->confidence < m_doubtBelow;
    }
    return words;
}

const formats::Word* PageText::readWord(const Ink& ink) const
{
    if (ink.line < 0 || ink.word < 0)
        return nullptr;
    return &m_reading->lines.at(static_cast<std::size_t>(ink.line)).words.at(static_cast<std::size_t>(ink.word));
}

std::optional<TextWord> PageText::wordAt(int position) const
{
    for (const TextWord& word : words(document().findBlock(position)))
        if (position >= word.position && position <= word.position + word.length)
            return word;
    return std::nullopt;
}

std::vector<TextWord> PageText::doubtfulWords() const
{
    std::vector<TextWord> doubtful;
    for (QTextBlock block = document().begin(); block.isValid(); block = block.next())
        for (const TextWord& word : words(block))
            if (word.doubtful)
                doubtful.push_back(word);
    return doubtful;
}

QStringList PageText::otherReadings(const TextWord& word) const
{
    const formats::Word* read = readWord(word.ink);
    if (!read || word.tie == WordTie::Near)
        return {};
    QStringList readings(QString::fromStdString(read->text));
    for (const std::string& alternative : read->alternatives)
        readings.append(QString::fromStdString(alternative));
    readings.removeAll(word.text);
    readings.removeDuplicates();
    return readings;
}

void PageText::confirm(const TextWord& word, const QString& reading)
{
    QTextCursor cursor(&document());
    cursor.setPosition(word.position);
    cursor.setPosition(word.position + word.length, QTextCursor::KeepAnchor);
    if (reading == word.text)
        cursor.mergeCharFormat(confirmedFormat());
    else
        cursor.insertText(reading, confirmedFormat());
}

Ink PageText::inkAt(int position) const
{
    const std::optional<TextWord> word = wordAt(position);
    if (!word)
        return {lineOf(document().findBlock(position)), -1, -1};
    Ink ink = word->ink;
    const formats::Word* read = readWord(ink);
    if (!read || word->tie != WordTie::AsRead || read->glyphs.empty())
        return ink;
    const std::size_t last = read->glyphs.size() - 1;
    std::size_t glyph = 0;
    while (glyph < last && lengthOf(*read, glyph + 1) <= position - word->position)
        ++glyph;
    ink.glyph = static_cast<int>(glyph);
    return ink;
}

int PageText::positionOf(const Ink& ink) const
{
    for (QTextBlock block = paragraphOf(ink.line); block.isValid() && lineOf(block) == ink.line; block = block.next()) {
        for (const TextWord& word : words(block)) {
            if (word.ink.word < 0 || word.ink.word != ink.word)
                continue;
            const bool known = ink.glyph >= 0 && word.tie == WordTie::AsRead;
            return word.position + (known ? lengthOf(*readWord(ink), static_cast<std::size_t>(ink.glyph)) : 0);
        }
    }
    const QTextBlock paragraph = paragraphOf(ink.line);
    return paragraph.isValid() ? paragraph.position() : -1;
}

formats::Page PageText::edited() const
{
    return editedPage(*m_reading, paragraphs());
}

} // namespace longhand::ui

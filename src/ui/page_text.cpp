#include "ui/page_text.h"

#include <QPlainTextDocumentLayout>
#include <QStringList>
#include <QTextCursor>

namespace longhand::ui
{

namespace
{

constexpr int kMarginPx = 12;
constexpr int kLineProperty = QTextFormat::UserProperty + 1;

QTextBlockFormat formatOf(int line)
{
    QTextBlockFormat format;
    format.setProperty(kLineProperty, line);
    return format;
}

/// What a person has typed is certain.
void replaceText(formats::Line& line, const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    line.text = text.toStdString();
    line.confidence = 1;
    line.alternatives.clear();
    if (static_cast<std::size_t>(words.size()) != line.words.size()) {
        line.words.clear();
        return;
    }
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        formats::Word& word = line.words[i];
        std::string typed = words[static_cast<qsizetype>(i)].toStdString();
        if (word.text == typed)
            continue;
        word.text = std::move(typed);
        word.confidence = 1;
        word.glyphs.clear();
        word.alternatives.clear();
    }
}

} // namespace

PageText::PageText(const formats::Page& reading) : m_reading(reading), m_document(std::make_unique<QTextDocument>())
{
    m_document->setDocumentLayout(new QPlainTextDocumentLayout(m_document.get())); // owned by the document
    m_document->setUndoRedoEnabled(false);
    m_document->setDocumentMargin(kMarginPx); // here, as it would count as an edit later
    QTextCursor cursor(m_document.get());
    for (std::size_t i = 0; i < m_reading.lines.size(); ++i) {
        if (i == 0)
            cursor.setBlockFormat(formatOf(0));
        else
            cursor.insertBlock(formatOf(static_cast<int>(i)));
        cursor.insertText(QString::fromStdString(m_reading.lines[i].text).simplified());
    }
    m_document->setUndoRedoEnabled(true);
    m_document->setModified(false);
}

int PageText::lineOf(const QTextBlock& paragraph)
{
    const QTextBlockFormat format = paragraph.blockFormat();
    return format.hasProperty(kLineProperty) ? format.intProperty(kLineProperty) : -1;
}

QTextBlock PageText::paragraphOf(int line) const
{
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next())
        if (lineOf(block) == line)
            return block;
    return {};
}

formats::Page PageText::edited() const
{
    formats::Page page = m_reading;
    page.lines.clear();
    int previous = -1;
    int part = 1;
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
        const int index = lineOf(block);
        const QString text = block.text().normalized(QString::NormalizationForm_C);
        if (index < 0 && text.isEmpty())
            continue;
        // A line typed on a page without lines has no place of its own: it is the page.
        formats::Line line;
        if (index >= 0) {
            line = m_reading.lines[static_cast<std::size_t>(index)];
        } else {
            const double w = page.widthPx;
            const double h = page.heightPx;
            line.id = "typed";
            line.outline = {{0, 0}, {w, 0}, {w, h}, {0, h}};
            line.baseline = {{0, h}, {w, h}};
        }
        part = !page.lines.empty() && index == previous ? part + 1 : 1;
        previous = index;
        if (part > 1)
            line.id += "-" + std::to_string(part);
        if (text != QString::fromStdString(line.text).simplified() || part > 1)
            replaceText(line, text);
        page.lines.push_back(std::move(line));
    }
    return page;
}

} // namespace longhand::ui

#include "ui/edited_page.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include <QString>
#include <QStringList>

#include "ui/page_text.h"

namespace longhand::ui
{

namespace
{

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

/// A line typed on a page without lines has no place of its own: it is the page.
formats::Line typedLine(const formats::Page& page)
{
    const double w = page.widthPx;
    const double h = page.heightPx;
    formats::Line line;
    line.id = "typed";
    line.outline = {{0, 0}, {w, 0}, {w, h}, {0, h}};
    line.baseline = {{0, h}, {w, h}};
    return line;
}

void markCertain(formats::Line& line, const Paragraph& paragraph)
{
    if (paragraph.marks.confirmed) {
        line.confidence = 1;
        for (formats::Word& word : line.words)
            word.confidence = 1;
    }
    if (paragraph.confirmed.empty())
        return;
    const std::vector<TextRange> typed = wordsIn(paragraph.text);
    if (typed.size() != line.words.size())
        return;
    for (std::size_t i = 0; i < typed.size(); ++i)
        if (std::ranges::any_of(paragraph.confirmed, [begin = typed[i].first](const TextRange& confirmed) {
                return begin >= confirmed.first && begin < confirmed.first + confirmed.second;
            }))
            line.words[i].confidence = 1;
}

} // namespace

formats::Page editedPage(const formats::Page& reading, const std::vector<Paragraph>& text)
{
    formats::Page page;
    page.imageName = reading.imageName;
    page.imagePath = reading.imagePath;
    page.imageIndex = reading.imageIndex;
    page.widthPx = reading.widthPx;
    page.heightPx = reading.heightPx;
    int previous = -1;
    int part = 1;
    for (const Paragraph& paragraph : text) {
        const int index = paragraph.line;
        const QString typed = paragraph.text.normalized(QString::NormalizationForm_C);
        if (index < 0 && typed.isEmpty())
            continue;
        formats::Line line = index >= 0 ? reading.lines[static_cast<std::size_t>(index)] : typedLine(page);
        part = !page.lines.empty() && index == previous ? part + 1 : 1;
        previous = index;
        if (part > 1)
            line.id += "-" + std::to_string(part);
        if (typed != QString::fromStdString(line.text).simplified() || part > 1)
            replaceText(line, typed);
        markCertain(line, paragraph);
        page.lines.push_back(std::move(line));
    }
    return page;
}

} // namespace longhand::ui

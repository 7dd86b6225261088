#include "ui/line_edits.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>

#include <QStringList>

#include "longhand/app/line_matching.h"
#include "longhand/app/picture_source.h"

namespace longhand::ui
{

namespace
{

bool has(const std::vector<int>& all, int one)
{
    return std::ranges::find(all, one) != all.end();
}

QString shownText(const formats::Line& line)
{
    return QString::fromStdString(line.text).simplified();
}

std::string freshId(const formats::Page& page)
{
    int highest = 0;
    for (const formats::Line& line : page.lines) {
        const std::size_t digits = line.id.find_last_not_of("0123456789") + 1;
        int number = 0;
        std::from_chars(line.id.data() + digits, line.id.data() + line.id.size(), number);
        highest = std::max(highest, number);
    }
    return "line-" + std::to_string(highest + 1);
}

Point middleOf(const Polygon& outline)
{
    const Rect box = boundingBox(outline);
    return {box.x + box.width / 2, box.y + box.height / 2};
}

void shift(std::vector<Point>& points, double dx, double dy)
{
    for (Point& p : points) {
        p.x += dx;
        p.y += dy;
    }
}

std::string joined(const std::vector<formats::Word>& words)
{
    std::string text;
    for (const formats::Word& word : words)
        text += (text.empty() ? "" : " ") + word.text;
    return text;
}

/// Cuts a paragraph in two behind `column`; the spaces there go.
std::pair<Paragraph, Paragraph> cutParagraph(const Paragraph& paragraph, qsizetype column)
{
    Paragraph before = paragraph;
    Paragraph behind = paragraph;
    before.text = paragraph.text.left(column);
    behind.text = paragraph.text.mid(column);
    while (before.text.endsWith(QLatin1Char(' ')))
        before.text.chop(1);
    qsizetype dropped = column;
    while (behind.text.startsWith(QLatin1Char(' '))) {
        behind.text.remove(0, 1);
        ++dropped;
    }
    before.confirmed.clear();
    behind.confirmed.clear();
    for (const auto& [begin, length] : paragraph.confirmed) {
        if (begin + length <= before.text.size())
            before.confirmed.emplace_back(begin, length);
        else if (begin >= dropped)
            behind.confirmed.emplace_back(begin - static_cast<int>(dropped), length);
    }
    return {std::move(before), std::move(behind)};
}

void appendText(Paragraph& paragraph, const Paragraph& more)
{
    if (!paragraph.text.isEmpty() && !more.text.isEmpty())
        paragraph.text += QLatin1Char(' ');
    const int shiftBy = static_cast<int>(paragraph.text.size());
    paragraph.text += more.text;
    for (const auto& [begin, length] : more.confirmed)
        paragraph.confirmed.emplace_back(begin + shiftBy, length);
}

} // namespace

LineEdits::LineEdits(const PageText& text) : m_reading(text.reading()), m_paragraphs(text.paragraphs()) {}

std::vector<int> LineEdits::lines() const
{
    std::vector<int> lines;
    for (const Paragraph& paragraph : m_paragraphs)
        if (paragraph.line >= 0 && !has(lines, paragraph.line))
            lines.push_back(paragraph.line);
    return lines;
}

LineShape LineEdits::shape(int line) const
{
    return {at(line).outline, at(line).baseline};
}

bool LineEdits::isHuman(int line) const
{
    const QString read = shownText(at(line));
    return std::ranges::any_of(m_paragraphs, [&](const Paragraph& paragraph) {
        return paragraph.line == line && (paragraph.marks.confirmed || paragraph.text != read);
    });
}

LineEdits::Paragraphs::iterator LineEdits::firstOf(int line)
{
    return std::ranges::find(m_paragraphs, line, &Paragraph::line);
}

LineEdits::Paragraphs::iterator LineEdits::placeOf(int position)
{
    const std::vector<int> order = lines();
    if (position < 0 || position >= static_cast<int>(order.size()))
        return m_paragraphs.end();
    return firstOf(order[static_cast<std::size_t>(position)]);
}

void LineEdits::mark(int line, const std::function<void(LineMarks&)>& change)
{
    for (Paragraph& paragraph : m_paragraphs)
        if (paragraph.line == line)
            change(paragraph.marks);
}

int LineEdits::append(formats::Line line)
{
    if (line.id.empty() ||
        std::ranges::any_of(m_reading.lines, [&](const formats::Line& other) { return other.id == line.id; }))
        line.id = freshId(m_reading);
    m_reading.lines.push_back(std::move(line));
    return static_cast<int>(m_reading.lines.size()) - 1;
}

int LineEdits::add(const LineShape& shape, int position)
{
    formats::Line line;
    line.outline = shape.outline;
    line.baseline = shape.baseline;
    const int index = append(std::move(line));
    Paragraph paragraph;
    paragraph.line = index;
    paragraph.marks.pending = true;
    paragraph.marks.placed = true;
    // A page without lines has an empty paragraph of no line.
    if (m_paragraphs.size() == 1 && m_paragraphs[0].line < 0 && m_paragraphs[0].text.isEmpty())
        m_paragraphs.clear();
    m_paragraphs.insert(placeOf(position), std::move(paragraph));
    return index;
}

void LineEdits::remove(const std::vector<int>& lines)
{
    std::erase_if(m_paragraphs, [&](const Paragraph& p) { return p.line >= 0 && has(lines, p.line); });
    if (m_paragraphs.empty())
        m_paragraphs.emplace_back();
}

void LineEdits::setShape(int line, const LineShape& shape)
{
    at(line).outline = shape.outline;
    at(line).baseline = shape.baseline;
    mark(line, [](LineMarks& marks) {
        marks.placed = true;
        marks.pending = true;
    });
}

void LineEdits::move(const std::vector<int>& lines, double dx, double dy)
{
    for (const int line : lines) {
        setShape(line, translated(shape(line), dx, dy));
        for (formats::Word& word : at(line).words) {
            shift(word.outline, dx, dy);
            for (formats::Glyph& glyph : word.glyphs)
                shift(glyph.outline, dx, dy);
        }
    }
}

int LineEdits::split(int line, Point at)
{
    const LineShape whole = shape(line);
    const double cut = alongBaseline(whole.baseline, at);
    const double share = cut / std::max(1.0, lengthOf(whole.baseline));
    auto [left, right] = splitShape(whole, at);
    if (left.outline.size() < 3 || right.outline.size() < 3)
        return -1;
    const bool human = isHuman(line);
    formats::Line& first = this->at(line);
    const auto behind = [&](const formats::Word& word) {
        return alongBaseline(whole.baseline, middleOf(word.outline)) > cut;
    };
    const auto firstBehind = std::ranges::find_if(first.words, behind);
    const bool known = !first.words.empty();
    const auto wordsBefore = static_cast<std::size_t>(firstBehind - first.words.begin());

    // How many words of the text stay: those of the reading as far as they are the same in number.
    const auto paragraph = firstOf(line);
    QString all = paragraph->text;
    const auto textWords = all.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto total = static_cast<double>(textWords.size());
    const double sharePast = known ? static_cast<double>(wordsBefore) / static_cast<double>(first.words.size()) : share;
    const auto stay = std::clamp<qsizetype>(qRound(total * sharePast), 0, textWords.size());
    qsizetype column = 0;
    for (qsizetype i = 0; i < stay; ++i)
        column = all.indexOf(textWords[i], column) + textWords[i].size();

    formats::Line second;
    second.confidence = first.confidence;
    second.words.assign(std::make_move_iterator(firstBehind), std::make_move_iterator(first.words.end()));
    first.words.erase(firstBehind, first.words.end());
    first.alternatives.clear();
    auto [textBefore, textBehind] = cutParagraph(*paragraph, column);
    // Without words the reading is divided like the text; where a person typed, its own words tell.
    first.text = known ? joined(first.words) : textBefore.text.toStdString();
    second.text = known ? joined(second.words) : textBehind.text.toStdString();
    first.outline = left.outline;
    first.baseline = left.baseline;
    second.outline = right.outline;
    second.baseline = right.baseline;
    const int index = append(std::move(second));
    textBehind.line = index;
    for (Paragraph* part : {&textBefore, &textBehind}) {
        part->marks.placed = true;
        part->marks.pending = true;
        part->marks.confirmed = human;
        part->marks.newReading = -1;
    }
    *paragraph = std::move(textBefore);
    m_paragraphs.insert(paragraph + 1, std::move(textBehind));
    return index;
}

int LineEdits::merge(const std::vector<int>& wanted)
{
    std::vector<int> order = lines();
    std::erase_if(order, [&](int line) { return !has(wanted, line); });
    if (order.size() < 2)
        return -1;
    const int first = order.front();
    const bool human = std::ranges::any_of(order, [this](int line) { return isHuman(line); });
    // In writing order along the first line, whatever the order of the page says.
    const Polyline baseline = at(first).baseline;
    std::ranges::stable_sort(order, {}, [&](int line) { return alongBaseline(baseline, middleOf(at(line).outline)); });
    std::vector<LineShape> shapes;
    formats::Line merged;
    merged.id = at(first).id;
    merged.confidence = 1;
    Paragraph together;
    together.line = first;
    for (const int line : order) {
        shapes.push_back(shape(line));
        const formats::Line& part = at(line);
        merged.confidence = std::min(merged.confidence, part.confidence);
        merged.words.insert(merged.words.end(), part.words.begin(), part.words.end());
        merged.text += (merged.text.empty() || part.text.empty() ? "" : " ") + part.text;
        for (const Paragraph& paragraph : m_paragraphs)
            if (paragraph.line == line)
                appendText(together, paragraph);
    }
    const LineShape shape = mergedShape(shapes);
    merged.outline = shape.outline;
    merged.baseline = shape.baseline;
    together.marks.placed = true;
    together.marks.pending = true;
    together.marks.confirmed = human;
    *firstOf(first) = together;
    bool kept = false;
    std::erase_if(m_paragraphs, [&](const Paragraph& paragraph) {
        if (paragraph.line == first && !kept) {
            kept = true;
            return false;
        }
        return has(order, paragraph.line);
    });
    at(first) = std::move(merged);
    return first;
}

void LineEdits::reorder(int line, int position)
{
    std::vector<int> order = lines();
    std::erase(order, line);
    order.insert(order.begin() + std::clamp(position, 0, static_cast<int>(order.size())), line);
    std::map<int, std::size_t> place;
    for (std::size_t i = 0; i < order.size(); ++i)
        place[order[i]] = i;
    std::ranges::stable_sort(m_paragraphs, {}, [&](const Paragraph& paragraph) {
        return paragraph.line >= 0 ? place[paragraph.line] : place.size();
    });
}

void LineEdits::rotate(int clockwiseDeg)
{
    app::rotate(m_reading, clockwiseDeg);
}

void LineEdits::takeReading(int line, formats::Line fresh, Differing differing)
{
    if (firstOf(line) == m_paragraphs.end())
        return;
    const QString text = shownText(fresh);
    const std::string id = at(line).id;
    QString mine;
    for (const Paragraph& paragraph : m_paragraphs)
        if (paragraph.line == line)
            mine += (mine.isEmpty() ? QString() : QStringLiteral(" ")) + paragraph.text;
    const bool human = isHuman(line);
    if (human && mine != text && differing == Differing::Asks) {
        mark(line, [](LineMarks& marks) {
            marks.pending = false;
            marks.confirmed = true;
        });
        fresh.id = id; // it is the same line, should it be accepted
        const int newReading = static_cast<int>(m_reading.lines.size());
        m_reading.lines.push_back(std::move(fresh));
        mark(line, [newReading](LineMarks& marks) { marks.newReading = newReading; });
        return;
    }
    fresh.id = id;
    at(line) = std::move(fresh);
    mark(line, [human](LineMarks& marks) {
        marks.pending = false;
        marks.newReading = -1;
        marks.confirmed = human;
    });
    if (human)
        return;
    Paragraph& paragraph = *firstOf(line);
    paragraph.text = text;
    paragraph.confirmed.clear();
}

void LineEdits::takeReadings(const std::vector<std::pair<int, formats::Line>>& readings)
{
    for (const auto& [line, fresh] : readings)
        takeReading(line, fresh, Differing::Asks);
}

void LineEdits::takePage(const formats::Page& fresh)
{
    const std::vector<int> old = lines();
    std::vector<formats::Line> oldLines;
    for (const int line : old)
        oldLines.push_back(at(line));
    const std::vector<int> same = app::sameLines(oldLines, fresh.lines);
    m_reading.widthPx = fresh.widthPx;
    m_reading.heightPx = fresh.heightPx;
    std::vector<int> gone;
    for (std::size_t i = 0; i < old.size(); ++i)
        if (!has(same, static_cast<int>(i)) && !isHuman(old[i]) && !firstOf(old[i])->marks.placed)
            gone.push_back(old[i]);
    int previous = -1; // the line that the next new one follows
    for (std::size_t i = 0; i < fresh.lines.size(); ++i) {
        formats::Line line = fresh.lines[i];
        if (same[i] >= 0) {
            const int known = old[static_cast<std::size_t>(same[i])];
            // Where a person put a line is better known than where one was found.
            if (firstOf(known)->marks.placed) {
                line.outline = at(known).outline;
                line.baseline = at(known).baseline;
            }
            takeReading(known, std::move(line), Differing::Yields);
            previous = known;
            continue;
        }
        line.id.clear();
        Paragraph paragraph;
        paragraph.text = shownText(line);
        paragraph.line = append(std::move(line));
        auto place = m_paragraphs.begin();
        for (auto other = m_paragraphs.begin(); previous >= 0 && other != m_paragraphs.end(); ++other)
            if (other->line == previous)
                place = other + 1;
        previous = paragraph.line;
        m_paragraphs.insert(place, std::move(paragraph));
    }
    std::erase_if(m_paragraphs, [](const Paragraph& p) { return p.line < 0 && p.text.isEmpty(); });
    remove(gone);
}

std::unique_ptr<PageText> LineEdits::text() const
{
    auto page = std::make_shared<formats::Page>(m_reading);
    std::vector<Paragraph> paragraphs = m_paragraphs;
    page->lines.clear();
    std::map<int, int> renumbered{{-1, -1}};
    const auto keep = [&](int line) {
        if (const auto known = renumbered.find(line); known != renumbered.end())
            return known->second;
        page->lines.push_back(at(line));
        return renumbered[line] = static_cast<int>(page->lines.size()) - 1;
    };
    for (Paragraph& paragraph : paragraphs)
        paragraph.line = keep(paragraph.line);
    for (Paragraph& paragraph : paragraphs)
        paragraph.marks.newReading = keep(paragraph.marks.newReading);
    auto text = std::make_unique<PageText>(std::move(page), std::move(paragraphs));
    text->markUnsaved();
    return text;
}

} // namespace longhand::ui

#include "longhand/formats/text_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <QString>

namespace longhand::formats
{

namespace
{

constexpr std::array<std::pair<TextLayout, std::string_view>, 3> kNames{
    {{TextLayout::Lines, "lines"}, {TextLayout::Paragraphs, "paragraphs"}, {TextLayout::Mended, "mended"}}};

bool isBlank(const Line& line)
{
    return line.text.find_first_not_of(" \t\n\r") == std::string::npos;
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

/// What tells paragraphs apart, measured on the page as a whole.
class PageMeasures
{
public:
    explicit PageMeasures(const Page& page)
    {
        std::vector<double> heights, lefts, rights, gaps;
        for (const Line& line : page.lines) {
            m_boxes.push_back(boundingBox(line.outline));
            const Rect& box = m_boxes.back();
            if (line.outline.empty() || isBlank(line))
                continue;
            heights.push_back(box.height);
            lefts.push_back(box.x);
            rights.push_back(box.x + box.width);
        }
        for (std::size_t i = 1; i < m_boxes.size(); ++i)
            if (const double gap = gapBefore(i); gap > 0)
                gaps.push_back(gap);
        m_height = quantile(heights, 0.5);
        m_gap = quantile(gaps, 0.5);
        m_right = quantile(rights, 0.8);
        m_width = m_right - quantile(lefts, 0.3);
    }

    /// Line `i` and the one before it have places.
    [[nodiscard]] bool beginsParagraph(std::size_t i) const
    {
        if (m_boxes[i].height <= 0 || m_boxes[i - 1].height <= 0)
            return false;
        constexpr double kWideGap = 1.6;    // of the usual one
        constexpr double kShortLine = 0.28; // of the text's width are missing at its end
        constexpr double kIndent = 0.6;     // of a line's height
        constexpr double kLastIndent = 1.2; // where no line below tells a drift
        constexpr double kSetApart = 3;     // a date or a signature at the right
        const double gap = gapBefore(i);
        const bool wideGap = gap > kWideGap * m_gap && gap > 1.2 * m_height;
        const bool shortBefore = right(i - 1) < m_right - kShortLine * m_width;
        // Hands drift at the left margin: what counts is to stand out from the lines around.
        const bool last = i + 1 >= m_boxes.size() || m_boxes[i + 1].height <= 0;
        const double indent = m_boxes[i].x - m_boxes[i - 1].x;
        const bool indented =
            last ? indent > kLastIndent * m_height
                 : indent > kIndent * m_height && m_boxes[i].x - m_boxes[i + 1].x > kIndent * m_height / 2;
        const bool setApart = std::abs(indent) > kSetApart * m_height && gap > 0;
        return wideGap || shortBefore || indented || setApart;
    }

private:
    /// Between the middles of a line and the one before; negative at the top of the next column.
    [[nodiscard]] double gapBefore(std::size_t i) const
    {
        const auto middle = [this](std::size_t at) { return m_boxes[at].y + m_boxes[at].height / 2; };
        return middle(i) - middle(i - 1);
    }
    [[nodiscard]] double right(std::size_t i) const { return m_boxes[i].x + m_boxes[i].width; }

    std::vector<Rect> m_boxes;
    double m_height = 0;
    double m_gap = 0;
    double m_right = 0;
    double m_width = 0;
};

bool isHyphen(QChar c)
{
    // Also what old hands and transcribers write at the end of a line: = and ¬.
    constexpr std::array<char16_t, 6> kHyphens{u'-', u'=', 0x00AC, 0x2010, 0x2E17, 0x00AD};
    return std::ranges::find(kHyphens, c.unicode()) != kHyphens.end();
}

QString joined(const QString& text, const QString& next, TextLayout layout)
{
    if (text.isEmpty() || next.isEmpty())
        return text + next;
    const bool cut =
        layout == TextLayout::Mended && text.size() > 1 && isHyphen(text.back()) && text[text.size() - 2].isLetter();
    if (!cut)
        return text + QLatin1Char(' ') + next;
    // Before a capital the hyphen is part of a name: Anne-Marie.
    if (next.front().isLower())
        return text.chopped(1) + next;
    return next.front().isLetterOrNumber() ? text + next : text + QLatin1Char(' ') + next;
}

} // namespace

std::optional<TextLayout> layoutFromName(std::string_view name)
{
    for (const auto& [layout, known] : kNames)
        if (known == name)
            return layout;
    return std::nullopt;
}

std::string_view layoutName(TextLayout layout)
{
    for (const auto& [known, name] : kNames)
        if (known == layout)
            return name;
    return {};
}

bool hasLayout(Format format)
{
    return format == Format::Txt || format == Format::Markdown || format == Format::Odt || format == Format::Docx;
}

std::vector<std::size_t> paragraphStarts(const Page& page)
{
    std::vector<std::size_t> starts;
    const PageMeasures measures(page);
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const bool afterBlank = i > 0 && isBlank(page.lines[i - 1]);
        if (i == 0 || isBlank(page.lines[i]) || afterBlank || measures.beginsParagraph(i))
            starts.push_back(i);
    }
    return starts;
}

Page arranged(const Page& page, TextLayout layout)
{
    if (layout == TextLayout::Lines)
        return page;
    Page result = page;
    result.lines.clear();
    const std::vector<std::size_t> starts = paragraphStarts(page);
    for (std::size_t p = 0; p < starts.size(); ++p) {
        const std::size_t end = p + 1 < starts.size() ? starts[p + 1] : page.lines.size();
        QString text;
        double confidence = 1;
        for (std::size_t i = starts[p]; i < end; ++i) {
            text = joined(text, QString::fromStdString(page.lines[i].text).simplified(), layout);
            confidence = std::min(confidence, page.lines[i].confidence);
        }
        if (text.isEmpty())
            continue;
        if (!result.lines.empty())
            result.lines.emplace_back();
        Line line;
        line.id = page.lines[starts[p]].id;
        line.text = text.toStdString();
        line.confidence = confidence;
        result.lines.push_back(std::move(line));
    }
    return result;
}

Document arranged(Document document, Format format, TextLayout layout)
{
    if (hasLayout(format))
        for (Page& page : document.pages)
            page = arranged(page, layout);
    return document;
}

} // namespace longhand::formats

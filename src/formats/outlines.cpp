#include "formats/outlines.h"

#include <algorithm>
#include <cmath>

namespace longhand::formats
{

namespace
{

/// Keeps unknown page sizes and wild coordinates inside what int and every reader can hold.
constexpr double kFarAway = 1e6;

int clipped(double value, int limit)
{
    if (!std::isfinite(value))
        return 0;
    return static_cast<int>(std::clamp(value, 0.0, limit > 0 ? static_cast<double>(limit) : kFarAway));
}

Polygon boxOf(const std::vector<Point>& points)
{
    if (points.empty())
        return {};
    const Rect r = boundingBox(points);
    return {{r.x, r.y}, {r.x + r.width, r.y}, {r.x + r.width, r.y + r.height}, {r.x, r.y + r.height}};
}

} // namespace

PixelBox pixelBox(const Page& page, const std::vector<Point>& points)
{
    const Rect r = boundingBox(points);
    return {clipped(std::floor(r.x), page.widthPx), clipped(std::floor(r.y), page.heightPx),
            clipped(std::ceil(r.x + r.width), page.widthPx), clipped(std::ceil(r.y + r.height), page.heightPx)};
}

Polygon corners(const PixelBox& box)
{
    const auto left = static_cast<double>(box.left), top = static_cast<double>(box.top);
    const auto right = static_cast<double>(box.right), bottom = static_cast<double>(box.bottom);
    return {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
}

Polygon outlineOf(const Line& line)
{
    if (!line.outline.empty())
        return line.outline;
    std::vector<Point> points = line.baseline;
    for (const Word& word : line.words)
        points.insert(points.end(), word.outline.begin(), word.outline.end());
    return boxOf(points);
}

Polygon outlineOf(const Word& word, const Line& line)
{
    if (!word.outline.empty())
        return word.outline;
    std::vector<Point> points;
    for (const Glyph& glyph : word.glyphs)
        points.insert(points.end(), glyph.outline.begin(), glyph.outline.end());
    return points.empty() ? outlineOf(line) : boxOf(points);
}

Polygon outlineOf(const Glyph& glyph, const Word& word, const Line& line)
{
    return glyph.outline.empty() ? outlineOf(word, line) : glyph.outline;
}

std::string pointList(const Page& page, const std::vector<Point>& points)
{
    std::string list;
    for (const Point& p : points) {
        if (!list.empty())
            list += ' ';
        list += std::to_string(clipped(std::round(p.x), page.widthPx)) + ',' +
                std::to_string(clipped(std::round(p.y), page.heightPx));
    }
    return list;
}

} // namespace longhand::formats

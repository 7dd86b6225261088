#include "app/outline_overlap.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace longhand::app
{

namespace
{

struct Span {
    double begin;
    double end;
};

struct Crossing {
    double x;
    int direction; ///< +1 where the edge runs down, -1 where it runs up
};

/// What the polygon covers of the horizontal line at `y`, left to right, without overlaps.
std::vector<Span> spansAt(const Polygon& polygon, double y)
{
    std::vector<Crossing> crossings;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point& p = polygon[i];
        const Point& q = polygon[(i + 1) % polygon.size()];
        if ((p.y <= y) == (q.y <= y))
            continue;
        crossings.push_back({p.x + (y - p.y) / (q.y - p.y) * (q.x - p.x), p.y < q.y ? 1 : -1});
    }
    std::sort(crossings.begin(), crossings.end(), [](const Crossing& a, const Crossing& b) { return a.x < b.x; });
    std::vector<Span> spans;
    int winding = 0;
    for (const Crossing& crossing : crossings) {
        const bool wasOutside = winding == 0;
        winding += crossing.direction;
        if (wasOutside)
            spans.push_back({crossing.x, crossing.x});
        else if (winding == 0)
            spans.back().end = crossing.x;
    }
    return spans;
}

double length(const std::vector<Span>& spans)
{
    double sum = 0;
    for (const Span& span : spans)
        sum += span.end - span.begin;
    return sum;
}

double commonLength(const std::vector<Span>& a, const std::vector<Span>& b)
{
    double sum = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        sum += std::max(0.0, std::min(a[i].end, b[j].end) - std::max(a[i].begin, b[j].begin));
        a[i].end < b[j].end ? ++i : ++j;
    }
    return sum;
}

double area(const Polygon& polygon)
{
    const Rect box = boundingBox(polygon);
    double sum = 0;
    for (double y = std::floor(box.y) + 0.5; y < box.y + box.height; ++y)
        sum += length(spansAt(polygon, y));
    return sum;
}

/// The spans in any order, made left to right and without overlaps.
std::vector<Span> united(std::vector<Span> spans)
{
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::vector<Span> result;
    for (const Span& span : spans) {
        if (result.empty() || span.begin > result.back().end)
            result.push_back(span);
        else
            result.back().end = std::max(result.back().end, span.end);
    }
    return result;
}

struct GrownPolygon {
    const Polygon* polygon;
    double marginPx;
};

/// What the grown polygon covers of the horizontal line at `y`; spans may overlap.
void addGrownSpans(const GrownPolygon& grown, double y, std::vector<Span>& to)
{
    for (const double shift : {-grown.marginPx, 0.0, grown.marginPx})
        for (const Span& span : spansAt(*grown.polygon, y + shift))
            to.push_back({span.begin - grown.marginPx, span.end + grown.marginPx});
}

} // namespace

double outlineOverlap(const Polygon& a, const Polygon& b)
{
    const Rect boxA = boundingBox(a);
    const Rect boxB = boundingBox(b);
    if (boxA.x >= boxB.x + boxB.width || boxB.x >= boxA.x + boxA.width || boxA.y >= boxB.y + boxB.height ||
        boxB.y >= boxA.y + boxA.height)
        return 0;
    const double top = std::floor(std::min(boxA.y, boxB.y));
    const double bottom = std::max(boxA.y + boxA.height, boxB.y + boxB.height);
    double common = 0;
    double sum = 0;
    for (double y = top + 0.5; y < bottom; ++y) {
        const auto spansA = spansAt(a, y);
        const auto spansB = spansAt(b, y);
        common += commonLength(spansA, spansB);
        sum += length(spansA) + length(spansB);
    }
    const double all = sum - common;
    return all > 0 ? common / all : 0;
}

double coveredShare(const Polygon& polygon, const std::vector<Polygon>& others, double growth)
{
    const Rect box = boundingBox(polygon);
    std::vector<GrownPolygon> near;
    for (const Polygon& other : others) {
        const Rect otherBox = boundingBox(other);
        if (otherBox.width <= 0)
            continue;
        const double marginPx = growth * area(other) / otherBox.width;
        if (otherBox.y - marginPx < box.y + box.height && box.y < otherBox.y + otherBox.height + marginPx)
            near.push_back({&other, marginPx});
    }
    double covered = 0;
    double all = 0;
    for (double y = std::floor(box.y) + 0.5; y < box.y + box.height; ++y) {
        const auto spans = spansAt(polygon, y);
        std::vector<Span> cover;
        for (const GrownPolygon& grown : near)
            addGrownSpans(grown, y, cover);
        covered += commonLength(spans, united(std::move(cover)));
        all += length(spans);
    }
    return all > 0 ? covered / all : 0;
}

} // namespace longhand::app

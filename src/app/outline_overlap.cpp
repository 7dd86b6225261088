#include "app/outline_overlap.h"

#include <algorithm>
#include <cmath>
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

} // namespace longhand::app

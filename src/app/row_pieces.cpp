#include "app/row_pieces.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace longhand::app
{

namespace
{

// All in heights of the lower of both pieces.
constexpr double kMaxGap = 3;
constexpr double kMaxOverlap = 0.7;
constexpr double kMaxStep = 0.5; ///< between the baselines where the pieces meet

bool continues(const imaging::FoundLine& left, const imaging::FoundLine& right)
{
    if (left.baseline.size() < 2 || right.baseline.size() < 2)
        return false;
    const double height = std::min(boundingBox(left.outline).height, boundingBox(right.outline).height);
    const Point end = left.baseline.back();
    const Point begin = right.baseline.front();
    const double gap = begin.x - end.x;
    return gap <= kMaxGap * height && gap >= -kMaxOverlap * height && std::abs(begin.y - end.y) <= kMaxStep * height;
}

double cross(Point origin, Point a, Point b)
{
    return (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x);
}

/// Convex hull (Andrew's monotone chain).
Polygon hull(Polygon points)
{
    std::sort(points.begin(), points.end(), [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    Polygon result;
    const auto addChain = [&](auto begin, auto end) {
        const std::size_t start = result.size();
        for (auto p = begin; p != end; ++p) {
            while (result.size() >= start + 2 && cross(result[result.size() - 2], result.back(), *p) <= 0)
                result.pop_back();
            result.push_back(*p);
        }
        result.pop_back(); // begins the other chain
    };
    if (points.size() < 3)
        return points;
    addChain(points.begin(), points.end());
    addChain(points.rbegin(), points.rend());
    return result;
}

void append(imaging::FoundLine& left, const imaging::FoundLine& right)
{
    left.outline.insert(left.outline.end(), right.outline.begin(), right.outline.end());
    left.outline = hull(std::move(left.outline));
    // Where the pieces overlap, the baseline must not run backwards.
    for (const Point& p : right.baseline)
        if (p.x > left.baseline.back().x)
            left.baseline.push_back(p);
}

} // namespace

std::vector<imaging::FoundLine> joinRowPieces(std::vector<imaging::FoundLine> lines)
{
    std::vector<imaging::FoundLine> rows;
    for (imaging::FoundLine& line : lines) {
        if (!rows.empty() && continues(rows.back(), line))
            append(rows.back(), line);
        else
            rows.push_back(std::move(line));
    }
    return rows;
}

} // namespace longhand::app

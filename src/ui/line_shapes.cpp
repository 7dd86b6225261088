#include "ui/line_shapes.h"

#include <algorithm>
#include <cmath>

#include <QPainterPath>
#include <QPolygonF>

namespace longhand::ui
{

namespace
{

constexpr double kAscentOfBand = 0.7;

double distance(Point a, Point b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

Point between(Point a, Point b, double share)
{
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

double distanceToSegment(Point p, Point a, Point b)
{
    const double squared = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
    const double share =
        squared > 0 ? std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / squared, 0.0, 1.0) : 0;
    return distance(p, between(a, b, share));
}

Point directionAt(const Polyline& baseline, double distancePx)
{
    const Point a = pointAlong(baseline, distancePx - 1);
    const Point b = pointAlong(baseline, distancePx + 1);
    const double length = distance(a, b);
    return length > 0 ? Point{(b.x - a.x) / length, (b.y - a.y) / length} : Point{1, 0};
}

/// The part of the polygon on the side of `edge` that `direction` points to (Sutherland and Hodgman 1974).
Polygon clipped(const Polygon& polygon, Point edge, Point direction)
{
    const auto side = [&](Point p) { return (p.x - edge.x) * direction.x + (p.y - edge.y) * direction.y; };
    Polygon result;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point a = polygon[i];
        const Point b = polygon[(i + 1) % polygon.size()];
        const double sideA = side(a);
        const double sideB = side(b);
        if (sideA >= 0)
            result.push_back(a);
        if ((sideA > 0 && sideB < 0) || (sideA < 0 && sideB > 0))
            result.push_back(between(a, b, sideA / (sideA - sideB)));
    }
    return result;
}

void keepBetween(const std::vector<Point>& points, std::size_t first, std::size_t last, double tolerancePx,
                 std::vector<bool>& kept)
{
    std::size_t farthest = first;
    double most = tolerancePx;
    for (std::size_t i = first + 1; i < last; ++i) {
        if (const double away = distanceToSegment(points[i], points[first], points[last]); away > most) {
            most = away;
            farthest = i;
        }
    }
    if (farthest == first)
        return;
    kept[farthest] = true;
    keepBetween(points, first, farthest, tolerancePx, kept);
    keepBetween(points, farthest, last, tolerancePx, kept);
}

double cross(Point o, Point a, Point b)
{
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/// Andrew's monotone chain (1979).
Polygon convexHull(std::vector<Point> points)
{
    std::ranges::sort(points, [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    Polygon hull;
    for (int pass = 0; pass < 2; ++pass) {
        const std::size_t base = hull.size();
        for (const Point p : points) {
            while (hull.size() >= base + 2 && cross(hull[hull.size() - 2], hull.back(), p) <= 0)
                hull.pop_back();
            hull.push_back(p);
        }
        hull.pop_back();
        std::ranges::reverse(points);
    }
    return hull;
}

QPainterPath pathOf(const Polygon& outline)
{
    QPolygonF polygon;
    for (const Point p : outline)
        polygon.append(QPointF(p.x, p.y));
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

} // namespace

double lengthOf(const Polyline& baseline)
{
    double length = 0;
    for (std::size_t i = 1; i < baseline.size(); ++i)
        length += distance(baseline[i - 1], baseline[i]);
    return length;
}

double alongBaseline(const Polyline& baseline, Point point)
{
    double best = 0;
    double nearest = -1;
    double before = 0;
    for (std::size_t i = 1; i < baseline.size(); ++i) {
        const Point a = baseline[i - 1];
        const Point b = baseline[i];
        const double length = distance(a, b);
        if (length <= 0)
            continue;
        double share = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / (length * length);
        // Only the ends go on beyond themselves.
        if (i > 1)
            share = std::max(share, 0.0);
        if (i + 1 < baseline.size())
            share = std::min(share, 1.0);
        const double away = distance(point, between(a, b, share));
        if (nearest < 0 || away < nearest) {
            nearest = away;
            best = before + share * length;
        }
        before += length;
    }
    return best;
}

Point pointAlong(const Polyline& baseline, double distancePx)
{
    if (baseline.empty())
        return {};
    double left = distancePx;
    for (std::size_t i = 1; i < baseline.size(); ++i) {
        const double length = distance(baseline[i - 1], baseline[i]);
        if (length > 0 && (left <= length || i + 1 == baseline.size()))
            return between(baseline[i - 1], baseline[i], left / length);
        left -= length;
    }
    return baseline.back();
}

double heightOf(const LineShape& shape)
{
    double area = 0;
    for (std::size_t i = 0; i < shape.outline.size(); ++i) {
        const Point a = shape.outline[i];
        const Point b = shape.outline[(i + 1) % shape.outline.size()];
        area += a.x * b.y - b.x * a.y;
    }
    const double length = lengthOf(shape.baseline);
    return length > 0 ? std::max(1.0, std::abs(area) / 2 / length) : 1;
}

LineShape translated(LineShape shape, double dx, double dy)
{
    for (auto* points : {&shape.outline, &shape.baseline}) {
        for (Point& p : *points) {
            p.x += dx;
            p.y += dy;
        }
    }
    return shape;
}

std::pair<LineShape, LineShape> splitShape(const LineShape& shape, Point at)
{
    const double cut = std::clamp(alongBaseline(shape.baseline, at), 0.0, lengthOf(shape.baseline));
    const Point edge = pointAlong(shape.baseline, cut);
    const Point forwards = directionAt(shape.baseline, cut);
    LineShape before{clipped(shape.outline, edge, {-forwards.x, -forwards.y}), {}};
    LineShape behind{clipped(shape.outline, edge, forwards), {edge}};
    double along = 0;
    for (std::size_t i = 0; i < shape.baseline.size(); ++i) {
        if (i > 0)
            along += distance(shape.baseline[i - 1], shape.baseline[i]);
        if (along < cut)
            before.baseline.push_back(shape.baseline[i]);
        else if (along > cut)
            behind.baseline.push_back(shape.baseline[i]);
    }
    before.baseline.push_back(edge);
    return {std::move(before), std::move(behind)};
}

LineShape mergedShape(const std::vector<LineShape>& shapes)
{
    LineShape merged;
    QPainterPath together;
    std::vector<Point> all;
    for (const LineShape& shape : shapes) {
        merged.baseline.insert(merged.baseline.end(), shape.baseline.begin(), shape.baseline.end());
        together = together.united(pathOf(shape.outline));
        all.insert(all.end(), shape.outline.begin(), shape.outline.end());
    }
    // Words of one line lie apart: what is between them belongs to the line as well.
    const QList<QPolygonF> pieces = together.toFillPolygons();
    if (pieces.size() != 1) {
        merged.outline = convexHull(std::move(all));
        return merged;
    }
    QPolygonF outline = pieces.first();
    if (outline.isClosed())
        outline.removeLast();
    for (const QPointF& p : outline)
        merged.outline.push_back({p.x(), p.y()});
    return merged;
}

Polygon simplified(const Polygon& outline, double tolerancePx)
{
    if (outline.size() < 5)
        return outline;
    // A ring has no ends: the point farthest from the first one serves as the other.
    std::size_t opposite = 0;
    for (std::size_t i = 1; i < outline.size(); ++i)
        if (distance(outline[i], outline[0]) > distance(outline[opposite], outline[0]))
            opposite = i;
    Polygon ring = outline;
    ring.push_back(outline.front());
    std::vector<bool> kept(ring.size());
    kept[0] = kept[opposite] = true;
    keepBetween(ring, 0, opposite, tolerancePx, kept);
    keepBetween(ring, opposite, ring.size() - 1, tolerancePx, kept);
    Polygon result;
    for (std::size_t i = 0; i < outline.size(); ++i)
        if (kept[i])
            result.push_back(outline[i]);
    return result.size() < 3 ? outline : result;
}

Polygon bandAround(const Polyline& baseline, double heightPx)
{
    Polygon band;
    Polygon underside;
    double along = 0;
    for (std::size_t i = 0; i < baseline.size(); ++i) {
        if (i > 0)
            along += distance(baseline[i - 1], baseline[i]);
        const Point forwards = directionAt(baseline, along);
        const double up = kAscentOfBand * heightPx;
        const double down = heightPx - up;
        band.push_back({baseline[i].x + forwards.y * up, baseline[i].y - forwards.x * up});
        underside.push_back({baseline[i].x - forwards.y * down, baseline[i].y + forwards.x * down});
    }
    band.insert(band.end(), underside.rbegin(), underside.rend());
    return band;
}

} // namespace longhand::ui

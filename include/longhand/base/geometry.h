#pragma once

#include <array>
#include <vector>

namespace longhand
{

/// Pixel coordinates: x rightwards, y downwards, (0,0) the outer corner of the top left pixel.
struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

using Polygon = std::vector<Point>;  ///< closed, the last point joins the first
using Polyline = std::vector<Point>; ///< open, in writing direction

struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    bool operator==(const Rect&) const = default;
};

/// Smallest upright rectangle around the points; empty for no points.
Rect boundingBox(const std::vector<Point>& points);

/// Plane projective map, row-major 3x3, acting on column vectors (x, y, 1).
struct Homography {
    std::array<double, 9> m{1, 0, 0, 0, 1, 0, 0, 0, 1};

    [[nodiscard]] Point map(Point p) const;
    [[nodiscard]] std::vector<Point> map(const std::vector<Point>& points) const;
    /// Inverse map; the identity when the matrix is singular.
    [[nodiscard]] Homography inverse() const;
    /// (a * b).map(p) == a.map(b.map(p))
    friend Homography operator*(const Homography& a, const Homography& b);
    bool operator==(const Homography&) const = default;
};

} // namespace longhand

#include "longhand/base/geometry.h"

#include <algorithm>
#include <cmath>

namespace longhand
{

Rect boundingBox(const std::vector<Point>& points)
{
    if (points.empty())
        return {};
    double left = points[0].x, right = left, top = points[0].y, bottom = top;
    for (const Point& p : points) {
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    return {left, top, right - left, bottom - top};
}

Point Homography::map(Point p) const
{
    const double w = m[6] * p.x + m[7] * p.y + m[8];
    return {(m[0] * p.x + m[1] * p.y + m[2]) / w, (m[3] * p.x + m[4] * p.y + m[5]) / w};
}

std::vector<Point> Homography::map(const std::vector<Point>& points) const
{
    std::vector<Point> mapped;
    mapped.reserve(points.size());
    for (const Point& p : points)
        mapped.push_back(map(p));
    return mapped;
}

Homography Homography::inverse() const
{
    const auto& a = m;
    const double c0 = a[4] * a[8] - a[5] * a[7];
    const double c1 = a[5] * a[6] - a[3] * a[8];
    const double c2 = a[3] * a[7] - a[4] * a[6];
    const double det = a[0] * c0 + a[1] * c1 + a[2] * c2;
    if (std::abs(det) < 1e-15)
        return {};
    Homography inv;
    inv.m = {c0, a[2] * a[7] - a[1] * a[8], a[1] * a[5] - a[2] * a[4],
             c1, a[0] * a[8] - a[2] * a[6], a[2] * a[3] - a[0] * a[5],
             c2, a[1] * a[6] - a[0] * a[7], a[0] * a[4] - a[1] * a[3]};
    for (double& v : inv.m)
        v /= det;
    return inv;
}

Homography operator*(const Homography& a, const Homography& b)
{
    Homography product;
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column) {
            double sum = 0;
            for (int k = 0; k < 3; ++k)
                sum += a.m[static_cast<std::size_t>(row * 3 + k)] * b.m[static_cast<std::size_t>(k * 3 + column)];
            product.m[static_cast<std::size_t>(row * 3 + column)] = sum;
        }
    return product;
}

} // namespace longhand

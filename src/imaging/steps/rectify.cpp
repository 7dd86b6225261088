#include "rectify.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace longhand::imaging
{

namespace
{

constexpr int kSearchSidePx = 600;
/// A sheet fills its quadrilateral, and the quadrilateral the sheet's hull, at least this far.
constexpr double kLeastFill = 0.94;
/// Grey levels between the sheet and what lies beside it.
constexpr double kLeastEdgeContrast = 24;
/// Share of the samples along each edge that must show this contrast.
constexpr double kLeastEdgeShare = 0.8;
/// A sheet this straight already is a scan, or as good as one: deskewing does the rest.
constexpr double kStraightDeg = 2;
constexpr double kEqualSides = 0.025;

using Corners = std::array<cv::Point2d, 4>;

double distance(cv::Point2d a, cv::Point2d b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// The largest bright area with its holes (ink, stamps) filled, as a contour.
std::vector<cv::Point> brightestArea(const cv::Mat& small)
{
    cv::Mat paper, mask;
    const cv::Mat disc = cv::getStructuringElement(cv::MORPH_ELLIPSE, cv::Size(15, 15));
    cv::morphologyEx(small, paper, cv::MORPH_CLOSE, disc); // writing must not cut the sheet
    cv::threshold(paper, mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_ELLIPSE, cv::Size(9, 9)));
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    const auto largest = std::max_element(contours.begin(), contours.end(), [](const auto& a, const auto& b) {
        return cv::contourArea(a) < cv::contourArea(b);
    });
    return largest == contours.end() ? std::vector<cv::Point>{} : *largest;
}

std::optional<std::vector<cv::Point>> fourCorners(const std::vector<cv::Point>& hull)
{
    const double around = cv::arcLength(hull, true);
    for (double tolerance = 0.01; tolerance < 0.08; tolerance += 0.005) {
        std::vector<cv::Point> corners;
        cv::approxPolyDP(hull, corners, tolerance * around, true);
        if (corners.size() == 4)
            return corners;
        if (corners.size() < 4)
            break;
    }
    return std::nullopt;
}

/// Clockwise from the top left one.
Corners ordered(const std::vector<cv::Point>& points)
{
    cv::Point2d centre;
    for (const cv::Point& p : points)
        centre += cv::Point2d(p) / 4;
    std::vector<cv::Point2d> sorted(points.begin(), points.end());
    std::sort(sorted.begin(), sorted.end(), [&](const cv::Point2d& a, const cv::Point2d& b) {
        return std::atan2(a.y - centre.y, a.x - centre.x) < std::atan2(b.y - centre.y, b.x - centre.x);
    });
    const auto first = std::min_element(
        sorted.begin(), sorted.end(), [](const cv::Point2d& a, const cv::Point2d& b) { return a.x + a.y < b.x + b.y; });
    std::rotate(sorted.begin(), first, sorted.end());
    return {sorted[0], sorted[1], sorted[2], sorted[3]};
}

/// Moves each corner to where straight lines through the contour along its two edges meet.
Corners refined(const Corners& rough, const std::vector<cv::Point>& contour)
{
    std::array<cv::Vec4f, 4> edges;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d from = rough[i], to = rough[(i + 1) % 4];
        const double length = distance(from, to);
        const cv::Point2d along = (to - from) / length;
        std::vector<cv::Point> near;
        for (const cv::Point& p : contour) {
            const cv::Point2d d = cv::Point2d(p) - from;
            const double t = d.dot(along) / length;
            // Corners are often bent or round.
            if (t > 0.06 && t < 0.94 && std::abs(d.cross(along)) < 0.02 * length + 2)
                near.push_back(p);
        }
        if (near.size() < 10)
            return rough;
        cv::fitLine(near, edges[i], cv::DIST_HUBER, 0, 0.01, 0.01);
    }
    Corners corners = rough;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Vec4f& a = edges[(i + 3) % 4];
        const cv::Vec4f& b = edges[i];
        const double cross = static_cast<double>(a[0]) * b[1] - static_cast<double>(a[1]) * b[0];
        if (std::abs(cross) < 1e-3)
            return rough;
        const double t = (static_cast<double>(b[2] - a[2]) * b[1] - static_cast<double>(b[3] - a[3]) * b[0]) / cross;
        corners[i] = {a[2] + t * a[0], a[3] + t * a[1]};
    }
    return corners;
}

bool standsOutAlongAllEdges(const cv::Mat& small, const Corners& corners)
{
    constexpr int kSamples = 40;
    constexpr double kBeside = 6; // pixels from the edge to either side
    const cv::Rect inside(0, 0, small.cols, small.rows);
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d from = corners[i], to = corners[(i + 1) % 4];
        const cv::Point2d along = (to - from) / distance(from, to);
        const cv::Point2d inwards(-along.y, along.x);
        int good = 0;
        for (int s = 1; s < kSamples; ++s) {
            const cv::Point2d at = from + (to - from) * (static_cast<double>(s) / kSamples);
            const cv::Point in = at + inwards * kBeside, out = at - inwards * kBeside;
            if (inside.contains(in) && inside.contains(out) &&
                small.at<std::uint8_t>(in) - small.at<std::uint8_t>(out) >= kLeastEdgeContrast)
                ++good;
        }
        if (good < kLeastEdgeShare * (kSamples - 1))
            return false;
    }
    return true;
}

bool isStraight(const Corners& c)
{
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d edge = c[(i + 1) % 4] - c[i];
        const double angle = std::atan2(edge.y, edge.x) * 180 / CV_PI; // 0, 90, 180, -90 when straight
        const double offAxis = std::abs(angle - 90 * std::round(angle / 90));
        if (offAxis > kStraightDeg)
            return false;
    }
    const auto differ = [](double a, double b) { return std::abs(a - b) > kEqualSides * std::max(a, b); };
    return !differ(distance(c[0], c[1]), distance(c[2], c[3])) && !differ(distance(c[1], c[2]), distance(c[3], c[0]));
}

} // namespace

std::optional<SheetCorners> findSheet(const cv::Mat& gray, const RectifyStep& step)
{
    if (std::min(gray.cols, gray.rows) < 100)
        return std::nullopt;
    const double scale = std::min(1.0, static_cast<double>(kSearchSidePx) / std::max(gray.cols, gray.rows));
    cv::Mat small;
    cv::resize(gray, small, cv::Size(cvRound(gray.cols * scale), cvRound(gray.rows * scale)), 0, 0, cv::INTER_AREA);

    const std::vector<cv::Point> contour = brightestArea(small);
    if (contour.size() < 8)
        return std::nullopt;
    std::vector<cv::Point> hull;
    cv::convexHull(contour, hull);
    const auto rough = fourCorners(hull);
    if (!rough || !cv::isContourConvex(*rough))
        return std::nullopt;
    const double quadArea = cv::contourArea(*rough);
    if (quadArea < step.minSheetArea * small.cols * small.rows ||
        cv::contourArea(contour) < kLeastFill * std::max(quadArea, cv::contourArea(hull)))
        return std::nullopt;

    const Corners corners = refined(ordered(*rough), contour);
    if (isStraight(corners) || !standsOutAlongAllEdges(small, corners))
        return std::nullopt;
    const double scaleX = static_cast<double>(gray.cols) / small.cols;
    const double scaleY = static_cast<double>(gray.rows) / small.rows;
    SheetCorners sheet;
    for (std::size_t i = 0; i < 4; ++i)
        sheet[i] = {(corners[i].x + 0.5) * scaleX, (corners[i].y + 0.5) * scaleY};
    return sheet;
}

cv::Size2d sheetSize(const SheetCorners& c)
{
    return {std::max(distance(c[0], c[1]), distance(c[3], c[2])), std::max(distance(c[0], c[3]), distance(c[1], c[2]))};
}

} // namespace longhand::imaging

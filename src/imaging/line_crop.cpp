#include "longhand/imaging/line_crop.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "imaging/dark_edge.h"
#include "imaging/mat_bridge.h"

namespace longhand::imaging
{
namespace
{

constexpr double kMarginShare = 0.08; ///< free space around the outline, share of the outline's height
constexpr double kMinMarginPx = 2;
/// Ink further than this from the outline belongs to other lines; share of the crop's height. Generous on purpose: the
/// reader is trained on crops in which neighbours show, and a cut-off flourish does more harm than a visible neighbour.
constexpr double kKeepShare = 0.5;
constexpr int kMaxCropColumns = 16000;
constexpr double kMaxLineHeightPx = 4000;

/// Paper and ink levels closer than this are the grain of an empty line, not writing.
constexpr int kMinContrast = 56;
constexpr double kPaperQuantile = 0.65;
constexpr double kInkQuantile = 0.015;
constexpr int kMinNormalizedWidthPx = 8;

/// Height of a normalised line in standard deviations of its ink's rows: crops with more room around the letters, or
/// with one long flourish, would show them smaller than those the reader knows. Chosen on validation lines.
constexpr double kRowsPerDeviation = 1 / 0.175;
constexpr double kLeastRowsShare = 0.55;
constexpr double kInkAboveMiddle = 0.54; ///< of the rows kept: where the ink's mean row comes to lie
constexpr double kTraceOfInk = 0.02;     ///< of all ink, above and below: may be left out
constexpr double kInkDarkness = 0.45;    ///< of the way from paper to ink; leaves out rulings
constexpr double kShortLine = 1.5; ///< width in heights below which the ink's rows tell nothing of the writing's size

double distance(Point a, Point b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

/// A place on the curve: where it is and the unit vector in writing direction. The normal, down the page, is (-t.y,
/// t.x).
struct Frame {
    Point origin;
    Point tangent;
};

Point tangentOf(const Polyline& curve, std::size_t i)
{
    const Point a = curve[i == 0 ? 0 : i - 1];
    const Point b = curve[std::min(i + 1, curve.size() - 1)];
    const double length = distance(a, b);
    if (length <= 0)
        return {1, 0};
    return {(b.x - a.x) / length, (b.y - a.y) / length};
}

/// Frame at arc length `s`; beyond both ends the curve goes on straight. Tangents are blended between the vertices, so
/// that neighbouring columns of a crop never jump.
Frame frameAt(const Polyline& curve, double s)
{
    if (curve.size() < 2)
        return {curve.empty() ? Point{} : curve.front(), {1, 0}};
    const auto onwards = [](Point from, Point direction, double by) {
        return Point{from.x + direction.x * by, from.y + direction.y * by};
    };
    if (s <= 0) {
        const Point t = tangentOf(curve, 0);
        return {onwards(curve.front(), t, s), t};
    }
    for (std::size_t i = 0; i + 1 < curve.size(); ++i) {
        const double length = distance(curve[i], curve[i + 1]);
        if (s > length) {
            s -= length;
            continue;
        }
        const double share = length > 0 ? s / length : 0;
        const Point t0 = tangentOf(curve, i);
        const Point t1 = tangentOf(curve, i + 1);
        Point t{t0.x + (t1.x - t0.x) * share, t0.y + (t1.y - t0.y) * share};
        const double norm = std::hypot(t.x, t.y);
        t = norm > 0 ? Point{t.x / norm, t.y / norm} : t0;
        return {
            {curve[i].x + (curve[i + 1].x - curve[i].x) * share, curve[i].y + (curve[i + 1].y - curve[i].y) * share},
            t};
    }
    const Point t = tangentOf(curve, curve.size() - 1);
    return {onwards(curve.back(), t, s), t};
}

Point across(const Frame& frame, double down)
{
    return {frame.origin.x - frame.tangent.y * down, frame.origin.y + frame.tangent.x * down};
}

double lengthOf(const Polyline& curve)
{
    double sum = 0;
    for (std::size_t i = 0; i + 1 < curve.size(); ++i)
        sum += distance(curve[i], curve[i + 1]);
    return sum;
}

/// `steps` + 1 equidistant points, each a Gaussian mean of the curve around it.
Polyline blurred(const Polyline& curve, double sigmaPx, int steps)
{
    const double total = lengthOf(curve);
    const double step = total / steps;
    const int reach = std::min(static_cast<int>(std::ceil(2.5 * sigmaPx / step)), 64);
    Polyline result;
    result.reserve(static_cast<std::size_t>(steps) + 1);
    for (int i = 0; i <= steps; ++i) {
        Point sum;
        double weights = 0;
        // The straight continuation beyond the ends keeps the ends from shrinking.
        for (int k = -reach; k <= reach; ++k) {
            const double weight = std::exp(-0.5 * std::pow(k * step / sigmaPx, 2));
            const Point p = frameAt(curve, (i + k) * step).origin;
            sum.x += weight * p.x;
            sum.y += weight * p.y;
            weights += weight;
        }
        result.push_back({sum.x / weights, sum.y / weights});
    }
    return result;
}

/// Equidistant and smooth: hand-made and traced baselines have kinks that would tear the letters apart.
Polyline smoothed(const Polyline& curve, double sigmaPx)
{
    const double spacing = std::max(2.0, sigmaPx / 2);
    const int steps = std::clamp(static_cast<int>(std::ceil(lengthOf(curve) / spacing)), 1, 2000);
    Polyline result = blurred(curve, sigmaPx, steps);
    // Blurring flattens curves; what a second pass flattens further is a good measure of what the first one took.
    const Polyline flatter = blurred(result, sigmaPx, steps);
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i].x += result[i].x - flatter[i].x;
        result[i].y += result[i].y - flatter[i].y;
    }
    return result;
}

/// Coordinates of a page point beside the curve: x along it, y down from it.
Point alongAndDown(const Polyline& curve, Point p)
{
    double best = std::numeric_limits<double>::max();
    Point result;
    double start = 0;
    for (std::size_t i = 0; i + 1 < curve.size(); ++i) {
        const Point a = curve[i];
        const Point b = curve[i + 1];
        const double length = distance(a, b);
        if (length <= 0)
            continue;
        const Point t{(b.x - a.x) / length, (b.y - a.y) / length};
        const double along = (p.x - a.x) * t.x + (p.y - a.y) * t.y;
        const double down = (p.y - a.y) * t.x - (p.x - a.x) * t.y;
        // The first and last piece go on beyond their ends.
        const double low = i == 0 ? along : 0;
        const double high = i + 2 == curve.size() ? along : length;
        const double nearest = std::clamp(along, std::min(low, high), std::max(low, high));
        const double away = std::hypot(along - nearest, down);
        if (away < best) {
            best = away;
            result = {start + nearest, down};
        }
        start += length;
    }
    return result;
}

int quantile(const std::array<int, 256>& histogram, double share)
{
    std::int64_t total = 0;
    for (const int count : histogram)
        total += count;
    const auto wanted = static_cast<std::int64_t>(share * static_cast<double>(total));
    std::int64_t seen = 0;
    for (int level = 0; level < 256; ++level) {
        seen += histogram[static_cast<std::size_t>(level)];
        if (seen > wanted)
            return level;
    }
    return 255;
}

std::array<int, 256> histogramOf(const cv::Mat& gray)
{
    std::array<int, 256> histogram{};
    for (int y = 0; y < gray.rows; ++y) {
        const auto* row = gray.ptr<std::uint8_t>(y);
        for (int x = 0; x < gray.cols; ++x)
            ++histogram[row[x]];
    }
    return histogram;
}

/// Levels of paper and ink in a line.
struct Levels {
    int paper = 255;
    int ink = 0;
};

Levels levelsOf(const cv::Mat& line)
{
    const std::array<int, 256> histogram = histogramOf(line);
    const int paper = std::max(quantile(histogram, kPaperQuantile), 1);
    return {paper, std::min(quantile(histogram, kInkQuantile), std::max(0, paper - kMinContrast))};
}

/// Darkness of every row, summed over what is dark enough to be ink.
std::vector<double> inkOfRows(const cv::Mat& line)
{
    const auto [paper, ink] = levelsOf(line);
    std::array<double, 256> darkness{};
    for (int level = 0; level < 256; ++level) {
        const double share = static_cast<double>(paper - level) / (paper - ink);
        darkness[static_cast<std::size_t>(level)] = share > kInkDarkness ? std::min(share, 1.0) : 0.0;
    }
    std::vector<double> rows;
    for (int y = 0; y < line.rows; ++y) {
        const auto* row = line.ptr<std::uint8_t>(y);
        rows.push_back(
            std::accumulate(row, row + line.cols, 0.0, [&](double sum, std::uint8_t v) { return sum + darkness[v]; }));
    }
    return rows;
}

/// The rows to be read: as many around the ink's mean as its spread asks for, and all that hold more than a trace of
/// it.
cv::Range writtenRows(const cv::Mat& line)
{
    const cv::Range all(0, line.rows);
    if (line.cols < kShortLine * line.rows)
        return all;
    const std::vector<double> inkOfRow = inkOfRows(line);
    double ink = 0, sum = 0, squares = 0;
    for (int y = 0; y < line.rows; ++y) {
        const double darkness = inkOfRow[static_cast<std::size_t>(y)];
        ink += darkness;
        sum += darkness * (y + 0.5);
        squares += darkness * (y + 0.5) * (y + 0.5);
    }
    if (ink <= 0)
        return all;
    const double mean = sum / ink, deviation = std::sqrt(std::max(0.0, squares / ink - mean * mean));
    const int rows = cvRound(std::clamp(deviation * kRowsPerDeviation, kLeastRowsShare * line.rows, 1.0 * line.rows));
    int top = std::clamp(cvRound(mean - kInkAboveMiddle * rows), 0, line.rows - rows), bottom = top + rows;
    const auto above = inkOfRow.begin() + top, below = inkOfRow.begin() + bottom;
    double left = std::accumulate(inkOfRow.begin(), above, 0.0);
    while (top > 0 && left > kTraceOfInk * ink)
        left -= inkOfRow[static_cast<std::size_t>(--top)];
    left = std::accumulate(below, inkOfRow.end(), 0.0);
    while (bottom < line.rows && left > kTraceOfInk * ink)
        left -= inkOfRow[static_cast<std::size_t>(bottom++)];
    return {top, bottom};
}

bool usable(const FoundLine& line)
{
    const auto finite = [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); };
    return line.baseline.size() >= 2 && line.outline.size() >= 3 && lengthOf(line.baseline) >= 1 &&
           std::all_of(line.baseline.begin(), line.baseline.end(), finite) &&
           std::all_of(line.outline.begin(), line.outline.end(), finite);
}

/// The crop before it is scaled: what part of the page it shows, in coordinates along and down from the baseline.
struct Extent {
    double left = 0;
    double right = 0;
    double ascent = 0;
    double descent = 0;
    [[nodiscard]] double height() const { return ascent + descent; }
};

Extent extentOf(const Polygon& outlineBesideCurve)
{
    const Rect box = boundingBox(outlineBesideCurve);
    Extent extent{box.x, box.x + box.width, std::max(1.0, -box.y), std::max(1.0, box.y + box.height)};
    const double margin = std::max(kMinMarginPx, kMarginShare * extent.height());
    extent.left -= margin;
    extent.right += margin;
    extent.ascent += margin;
    extent.descent += margin;
    return extent;
}

/// Paints everything further than `keepPx` from the outline, and everything beyond the page's edge, as paper.
void paintOutside(cv::Mat& crop, const cv::Mat& insidePage, const Polygon& outline, int keepPx)
{
    std::vector<cv::Point> polygon;
    polygon.reserve(outline.size());
    for (const Point p : outline)
        polygon.emplace_back(cvRound(p.x), cvRound(p.y));
    cv::Mat keep(crop.size(), CV_8U, cv::Scalar(0));
    cv::fillPoly(keep, std::vector<std::vector<cv::Point>>{polygon}, cv::Scalar(255));
    cv::polylines(keep, polygon, true, cv::Scalar(255), 2 * keepPx + 1);
    cv::bitwise_and(keep, insidePage, keep);
    const std::uint8_t paper = static_cast<std::uint8_t>([&] {
        std::array<int, 256> histogram{};
        for (int y = 0; y < crop.rows; ++y)
            for (int x = 0; x < crop.cols; ++x)
                if (keep.at<std::uint8_t>(y, x))
                    ++histogram[crop.at<std::uint8_t>(y, x)];
        return quantile(histogram, kPaperQuantile);
    }());
    crop.setTo(cv::Scalar(paper), keep == 0);
}

} // namespace

Point LineCrop::baselineAt(double x) const
{
    return frameAt(baseline, x * pxPerColumn - leftPx).origin;
}

Polygon LineCrop::quad(double x0, double x1) const
{
    const Frame from = frameAt(baseline, x0 * pxPerColumn - leftPx);
    const Frame to = frameAt(baseline, x1 * pxPerColumn - leftPx);
    return {across(from, -ascentPx), across(to, -ascentPx), across(to, descentPx), across(from, descentPx)};
}

Result<LineCrop> cropLine(const GrayImage& gray, const FoundLine& line, int maxHeightPx)
try {
    if (gray.empty())
        return Error{ErrorCode::InvalidInput, "The page has no pixels to cut a line from."};
    if (!usable(line))
        return Error{ErrorCode::InvalidInput,
                     "A text line needs a baseline of two points and an outline of three; mark the line again."};
    maxHeightPx = std::max(maxHeightPx, 8);

    // Twice, because the height that decides how much to smooth is only known beside a baseline.
    LineCrop crop;
    const auto beside = [&line](const Polyline& curve) {
        Polygon outline;
        outline.reserve(line.outline.size());
        for (const Point p : line.outline)
            outline.push_back(alongAndDown(curve, p));
        return outline;
    };
    crop.baseline = smoothed(line.baseline, std::max(2.0, 0.6 * extentOf(beside(line.baseline)).height()));
    const Polygon outline = beside(crop.baseline);
    const Extent extent = extentOf(outline);
    if (extent.height() > kMaxLineHeightPx || extent.right - extent.left > kMaxCropColumns)
        return Error{ErrorCode::InvalidInput, "A text line is larger than any page; mark the line again."};

    const int rows = std::max(2, cvRound(extent.height()));
    const int columns = std::max(2, cvRound(extent.right - extent.left));
    cv::Mat mapX(rows, columns, CV_32F);
    cv::Mat mapY(rows, columns, CV_32F);
    for (int x = 0; x < columns; ++x) {
        const Frame frame = frameAt(crop.baseline, extent.left + x + 0.5);
        for (int y = 0; y < rows; ++y) {
            const Point p = across(frame, y + 0.5 - extent.ascent);
            mapX.at<float>(y, x) = static_cast<float>(p.x - 0.5); // OpenCV counts from pixel centres
            mapY.at<float>(y, x) = static_cast<float>(p.y - 0.5);
        }
    }
    const cv::Mat page = asMat(gray);
    cv::Mat straight;
    cv::remap(page, straight, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::Mat insidePage = (mapX > -1) & (mapX < gray.width) & (mapY > -1) & (mapY < gray.height);

    Polygon inCrop;
    inCrop.reserve(outline.size());
    for (const Point p : outline)
        inCrop.push_back({p.x - extent.left, p.y + extent.ascent});
    paintOutside(straight, insidePage, inCrop, std::max(1, cvRound(kKeepShare * extent.height())));

    if (rows > maxHeightPx) {
        const int width = std::max(2, cvRound(static_cast<double>(columns) * maxHeightPx / rows));
        cv::resize(straight, straight, {width, maxHeightPx}, 0, 0, cv::INTER_AREA);
    }
    crop.image = toImage<1>(straight);
    crop.ascentPx = extent.ascent;
    crop.descentPx = extent.descent;
    crop.leftPx = -extent.left;
    crop.pxPerColumn = static_cast<double>(columns) / crop.image.width;
    return crop;
} catch (const cv::Exception& e) {
    return Error{ErrorCode::Internal, std::string("Cutting out a text line failed: ") + e.what()};
}

GrayImage normalizeLine(const GrayImage& line, int heightPx, int maxWidthPx)
{
    heightPx = std::max(heightPx, 1);
    maxWidthPx = std::max(maxWidthPx, kMinNormalizedWidthPx);
    if (line.empty())
        return {kMinNormalizedWidthPx, heightPx, 255};

    const cv::Mat whole = withoutDarkEdges(asMat(line), levelsOf(asMat(line)).paper);
    const cv::Mat written = whole.rowRange(writtenRows(whole));
    const double scale = static_cast<double>(heightPx) / written.rows;
    const auto width = static_cast<int>(std::clamp(
        std::round(line.width * scale), static_cast<double>(kMinNormalizedWidthPx), static_cast<double>(maxWidthPx)));
    cv::Mat scaled;
    if (width == written.cols && heightPx == written.rows)
        scaled = written.clone();
    else
        cv::resize(written, scaled, {width, heightPx}, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);

    // After scaling, so that thin and thick pens come out equally dark.
    const auto [paper, ink] = levelsOf(scaled);
    std::array<std::uint8_t, 256> stretched{};
    for (int level = 0; level < 256; ++level) {
        const double share = static_cast<double>(level - ink) / std::max(1, paper - ink);
        stretched[static_cast<std::size_t>(level)] =
            static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255));
    }
    GrayImage result(width, heightPx);
    for (int y = 0; y < heightPx; ++y) {
        const auto* from = scaled.ptr<std::uint8_t>(y);
        std::transform(from, from + width, result.row(y), [&stretched](std::uint8_t v) { return stretched[v]; });
    }
    return result;
}

} // namespace longhand::imaging

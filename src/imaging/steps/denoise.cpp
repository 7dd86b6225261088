#include "denoise.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace longhand::imaging
{

namespace
{

/// Grey levels by which a speck stands out from all of its surroundings.
constexpr double kSpeckContrast = 24;
/// Side of the smallest spot of ink that is kept, share of the longer page side: two pixels on a 2000 px page.
constexpr double kSmallestSpotShare = 0.001;
/// Wider than this share of the longer side is no pen stroke.
constexpr double kWidestStrokeShare = 0.009;

cv::Mat disc(int diameter)
{
    return cv::getStructuringElement(cv::MORPH_ELLIPSE, cv::Size(diameter, diameter));
}

/// Dark areas too wide for pen strokes that reach the edge of the picture.
cv::Mat massesAtEdge(const cv::Mat& ink, int widestStroke)
{
    // At a quarter of the size: masses are large, and opening with a large disc is slow.
    constexpr int kReduction = 4;
    cv::Mat small;
    cv::resize(ink, small, cv::Size((ink.cols + kReduction - 1) / kReduction, (ink.rows + kReduction - 1) / kReduction),
               0, 0, cv::INTER_AREA);
    cv::threshold(small, small, 127, 255, cv::THRESH_BINARY);
    // Beyond the edge counts as dark, or a narrow band along it would pass for a stroke.
    const int diameter = std::max(3, widestStroke / kReduction | 1);
    const int frame = diameter;
    cv::Mat framed;
    cv::copyMakeBorder(small, framed, frame, frame, frame, frame, cv::BORDER_REPLICATE);
    cv::morphologyEx(framed, framed, cv::MORPH_OPEN, disc(diameter));
    cv::Mat core = framed(cv::Rect(frame, frame, small.cols, small.rows)).clone();
    cv::Mat labels, stats, centroids;
    const int count = cv::connectedComponentsWithStats(core, labels, stats, centroids, 8, CV_32S);
    std::vector<std::uint8_t> atEdge(static_cast<std::size_t>(count), 0);
    for (int i = 1; i < count; ++i) {
        const int left = stats.at<int>(i, cv::CC_STAT_LEFT), top = stats.at<int>(i, cv::CC_STAT_TOP);
        const bool touches = left <= 1 || top <= 1 || left + stats.at<int>(i, cv::CC_STAT_WIDTH) >= core.cols - 1 ||
                             top + stats.at<int>(i, cv::CC_STAT_HEIGHT) >= core.rows - 1;
        atEdge[static_cast<std::size_t>(i)] = touches ? 255 : 0;
    }
    for (int y = 0; y < core.rows; ++y)
        for (int x = 0; x < core.cols; ++x)
            core.at<std::uint8_t>(y, x) = atEdge[static_cast<std::size_t>(labels.at<int>(y, x))];
    cv::dilate(core, core, disc(5)); // the soft rim that opening rounded off
    cv::resize(core, core, ink.size(), 0, 0, cv::INTER_NEAREST);
    return core;
}

} // namespace

cv::Mat removeSpecks(const cv::Mat& gray, const DenoiseStep& step)
{
    const int window = std::max(3, step.medianPx | 1);
    if (gray.cols < window || gray.rows < window)
        return gray.clone();
    // A pixel's surroundings are the window without the pixel itself.
    cv::Mat surroundings = cv::Mat::ones(window, window, CV_8U);
    surroundings.at<std::uint8_t>(window / 2, window / 2) = 0;
    cv::Mat darkest, brightest, median, speck;
    cv::erode(gray, darkest, surroundings);
    cv::dilate(gray, brightest, surroundings);
    cv::subtract(darkest, gray, darkest);
    cv::subtract(gray, brightest, brightest);
    cv::max(darkest, brightest, speck);
    cv::threshold(speck, speck, kSpeckContrast, 255, cv::THRESH_BINARY);
    cv::Mat result = gray.clone();
    if (cv::countNonZero(speck) == 0)
        return result;
    cv::medianBlur(gray, median, window);
    median.copyTo(result, speck);
    return result;
}

void removeMassesAtEdge(cv::Mat& ink)
{
    ink.setTo(0, massesAtEdge(ink, cvRound(kWidestStrokeShare * std::max(ink.cols, ink.rows))));
}

void removeSpots(cv::Mat& ink)
{
    const int side = std::max(ink.cols, ink.rows);
    cv::Mat labels, stats, centroids;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centroids, 8, CV_32S);
    const double smallest = kSmallestSpotShare * side * kSmallestSpotShare * side;
    std::vector<std::uint8_t> kept(static_cast<std::size_t>(count), 255);
    kept[0] = 0;
    for (int i = 1; i < count; ++i)
        if (stats.at<int>(i, cv::CC_STAT_AREA) <= smallest)
            kept[static_cast<std::size_t>(i)] = 0;
    for (int y = 0; y < ink.rows; ++y) {
        auto* row = ink.ptr(y);
        const int* label = labels.ptr<int>(y);
        for (int x = 0; x < ink.cols; ++x)
            if (row[x] != 0)
                row[x] = kept[static_cast<std::size_t>(label[x])];
    }
}

} // namespace longhand::imaging

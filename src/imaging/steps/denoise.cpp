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
/// Wide dark areas longer than this share of the longer side are no blots either.
constexpr double kMassShare = 0.08;
/// A picture this much longer than high shows a line, not a page: its strokes may be as wide as they like.
constexpr double kLineAspect = 2.5;

cv::Mat disc(int diameter)
{
    return cv::getStructuringElement(cv::MORPH_ELLIPSE, cv::Size(diameter, diameter));
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

cv::Mat findMasses(const cv::Mat& ink)
{
    const int side = std::max(ink.cols, ink.rows);
    if (side > kLineAspect * std::min(ink.cols, ink.rows))
        return cv::Mat::zeros(ink.size(), CV_8U);
    // Masses are large, and opening with a large disc is slow.
    constexpr int kSearchSidePx = 500;
    const int reduction = std::max(1, side / kSearchSidePx);
    const cv::Size reduced((ink.cols + reduction - 1) / reduction, (ink.rows + reduction - 1) / reduction);
    cv::Mat small;
    cv::resize(ink, small, reduced, 0, 0, cv::INTER_AREA);
    cv::threshold(small, small, 127, 255, cv::THRESH_BINARY);
    // Beyond the edge counts as dark, or a narrow band along it would pass for a stroke.
    const int diameter = std::max(3, cvRound(kWidestStrokeShare * side / reduction) | 1);
    cv::Mat framed;
    cv::copyMakeBorder(small, framed, diameter, diameter, diameter, diameter, cv::BORDER_REPLICATE);
    cv::morphologyEx(framed, framed, cv::MORPH_OPEN, disc(diameter));
    const cv::Mat core = framed(cv::Rect(cv::Point(diameter, diameter), reduced));

    cv::Mat labels, stats, centroids;
    const int count = cv::connectedComponentsWithStats(core, labels, stats, centroids, 8, CV_32S);
    std::vector<std::uint8_t> isMass(static_cast<std::size_t>(count), 0);
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const bool atEdge = box.x <= 1 || box.y <= 1 || box.br().x >= core.cols - 1 || box.br().y >= core.rows - 1;
        const bool large = std::max(box.width, box.height) > kMassShare * std::max(core.cols, core.rows);
        isMass[static_cast<std::size_t>(i)] = atEdge || large ? 255 : 0;
    }
    cv::Mat masses(reduced, CV_8U);
    for (int y = 0; y < masses.rows; ++y)
        for (int x = 0; x < masses.cols; ++x)
            masses.at<std::uint8_t>(y, x) = isMass[static_cast<std::size_t>(labels.at<int>(y, x))];
    cv::dilate(masses, masses, disc(5)); // the soft rim that opening rounded off
    cv::resize(masses, masses, ink.size(), 0, 0, cv::INTER_NEAREST);
    return masses;
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

#include "illumination.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace longhand::imaging
{

namespace
{

/// The paper varies slowly: an estimate at this size is as good as one at full size and a hundred times cheaper.
constexpr int kEstimateSidePx = 400;
/// Darker than this share of the sheet's brightness is not shaded paper but table, hand or binding, and stays dark.
constexpr double kDarkestPaperShare = 0.3;

/// Below this share lies what surrounds the sheet; a shadow on the sheet is not that dark.
constexpr double kSurroundingsShare = 0.4;

/// Of the sheet where it is well lit: brighter than three quarters of the picture.
double sheetBrightness(const cv::Mat& paper)
{
    std::array<std::size_t, 256> counts{};
    for (int y = 0; y < paper.rows; ++y)
        for (const std::uint8_t* p = paper.ptr(y); p != paper.ptr(y) + paper.cols; ++p)
            ++counts[*p];
    std::size_t brighter = 0;
    int level = 255;
    while (level > 0 && (brighter += counts[static_cast<std::size_t>(level)]) < paper.total() / 4)
        --level;
    return level;
}

int oddAtLeast3(double value)
{
    return std::max(3, cvRound(value) | 1);
}

} // namespace

cv::Mat estimatePaper(const cv::Mat& gray, const IlluminationStep& step)
{
    const int side = std::max(gray.cols, gray.rows);
    const double scale = std::min(1.0, static_cast<double>(kEstimateSidePx) / side);
    cv::Mat small;
    const cv::Size size(std::max(1, cvRound(gray.cols * scale)), std::max(1, cvRound(gray.rows * scale)));
    cv::resize(gray, small, size, 0, 0, cv::INTER_AREA);
    const int window = oddAtLeast3(step.windowShare * std::max(size.width, size.height));
    // Closing lifts everything narrower than the window, that is ink, to the paper around it. The picture goes on
    // beyond its edge, or a dark border narrower than the window would count as ink.
    cv::Mat framed;
    cv::copyMakeBorder(small, framed, window, window, window, window, cv::BORDER_REPLICATE);
    cv::morphologyEx(framed, framed, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, cv::Size(window, window)));
    framed(cv::Rect(cv::Point(window, window), size)).copyTo(small);
    cv::medianBlur(small, small, std::min(window, 31));
    cv::GaussianBlur(small, small, cv::Size(window, window), 0);
    cv::Mat paper;
    cv::resize(small, paper, gray.size(), 0, 0, cv::INTER_LINEAR);
    return paper;
}

cv::Mat flattenIllumination(const cv::Mat& gray, const cv::Mat& paper)
{
    cv::Mat divisor, flat;
    cv::max(paper, std::max(1.0, kDarkestPaperShare * sheetBrightness(paper)), divisor);
    cv::divide(gray, divisor, flat, 255);
    return flat;
}

cv::Mat findDarkSurroundings(const cv::Mat& paper)
{
    const int side = std::max(paper.cols, paper.rows);
    const double scale = std::min(1.0, static_cast<double>(kEstimateSidePx) / side);
    cv::Mat dark;
    cv::resize(paper, dark,
               cv::Size(std::max(1, cvRound(paper.cols * scale)), std::max(1, cvRound(paper.rows * scale))), 0, 0,
               cv::INTER_NEAREST);
    cv::threshold(dark, dark, kSurroundingsShare * sheetBrightness(dark), 255, cv::THRESH_BINARY_INV);
    // The edge itself is soft, and sharp edges throw shadows.
    cv::dilate(dark, dark, cv::getStructuringElement(cv::MORPH_ELLIPSE, cv::Size(7, 7)));
    cv::Mat labels;
    const int count = cv::connectedComponents(dark, labels, 8, CV_32S);
    std::vector<std::uint8_t> atEdge(static_cast<std::size_t>(count), 0);
    const auto mark = [&](int y, int x) { atEdge[static_cast<std::size_t>(labels.at<int>(y, x))] = 255; };
    for (int x = 0; x < dark.cols; ++x) {
        mark(0, x);
        mark(dark.rows - 1, x);
    }
    for (int y = 0; y < dark.rows; ++y) {
        mark(y, 0);
        mark(y, dark.cols - 1);
    }
    atEdge[0] = 0;
    for (int y = 0; y < dark.rows; ++y)
        for (int x = 0; x < dark.cols; ++x)
            dark.at<std::uint8_t>(y, x) = atEdge[static_cast<std::size_t>(labels.at<int>(y, x))];
    cv::resize(dark, dark, paper.size(), 0, 0, cv::INTER_NEAREST);
    return dark;
}

} // namespace longhand::imaging

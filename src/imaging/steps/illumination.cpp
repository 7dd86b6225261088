#include "illumination.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

namespace longhand::imaging
{

namespace
{

/// The paper varies slowly: an estimate at this size is as good as one at full size and a hundred times cheaper.
constexpr int kEstimateSidePx = 400;
/// Darker than this share of the sheet's brightness is not shaded paper but table, hand or binding, and stays dark.
constexpr double kDarkestPaperShare = 0.3;

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
    // Closing lifts everything narrower than the window, that is ink, to the paper around it.
    cv::morphologyEx(small, small, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, cv::Size(window, window)));
    cv::medianBlur(small, small, std::min(window, 31));
    cv::GaussianBlur(small, small, cv::Size(window, window), 0);
    cv::Mat paper;
    cv::resize(small, paper, gray.size(), 0, 0, cv::INTER_LINEAR);
    return paper;
}

cv::Mat flattenIllumination(const cv::Mat& gray, const IlluminationStep& step)
{
    cv::Mat paper = estimatePaper(gray, step);
    double brightest = 0;
    cv::minMaxLoc(paper, nullptr, &brightest);
    cv::max(paper, std::max(1.0, kDarkestPaperShare * brightest), paper);
    cv::Mat flat;
    cv::divide(gray, paper, flat, 255);
    return flat;
}

} // namespace longhand::imaging

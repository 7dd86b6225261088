#include "binarize.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>
#include <opencv2/ximgproc.hpp>

namespace longhand::imaging
{

namespace
{

/// Half the largest standard deviation an 8-bit window can have, as Sauvola's formula wants it.
constexpr double kSauvolaRange = 128;
constexpr double kAdaptiveOffsetPerK = 50;

} // namespace

cv::Mat binarize(const cv::Mat& gray, const BinarizeStep& step)
{
    double darkest = 0, brightest = 0;
    cv::minMaxLoc(gray, &darkest, &brightest);
    if (darkest == brightest)
        return cv::Mat::zeros(gray.size(), CV_8U);
    const int window = std::max(3, cvRound(step.windowShare * std::max(gray.cols, gray.rows)) | 1);
    cv::Mat ink;
    switch (step.method) {
    case Binarization::Otsu:
        cv::threshold(gray, ink, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
        break;
    case Binarization::Sauvola:
        cv::ximgproc::niBlackThreshold(gray, ink, 255, cv::THRESH_BINARY_INV, window, step.k,
                                       cv::ximgproc::BINARIZATION_SAUVOLA, kSauvolaRange);
        break;
    case Binarization::AdaptiveGaussian:
        cv::adaptiveThreshold(gray, ink, 255, cv::ADAPTIVE_THRESH_GAUSSIAN_C, cv::THRESH_BINARY_INV, window,
                              kAdaptiveOffsetPerK * step.k);
        break;
    }
    return ink;
}

} // namespace longhand::imaging

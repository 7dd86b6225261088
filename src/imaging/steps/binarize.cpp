#include "binarize.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>
#include <opencv2/ximgproc.hpp>

namespace longhand::imaging
{

namespace
{

/// Half the largest standard deviation an 8-bit window can have, as Sauvola's formula wants it.
constexpr double kSauvolaRange = 128;
constexpr double kAdaptiveOffsetPerK = 50;
/// Ink of this darkness against its paper, in grey levels, is what the step's k was made for; fainter ink gets a
/// smaller k.
constexpr double kFullContrast = 130;
constexpr double kSmallestK = 0.04;
/// Below this share of the full contrast the paper's grain would show beside the ink: it is smoothed first.
constexpr double kFaint = 0.5;

/// How far the darkest ink of an ordinary inked spot lies below the paper, in grey levels; kFullContrast at most.
/// Stamps, borders and headings are a few spots among many, so they do not speak for the writing.
double inkContrast(const cv::Mat& gray)
{
    constexpr int kSpotPx = 32;
    constexpr double kFaintest = 12; // less is the texture of the paper
    cv::Mat smooth;
    cv::blur(gray, smooth, cv::Size(3, 3));
    std::vector<double> contrasts;
    for (int y = 0; y < gray.rows; y += kSpotPx)
        for (int x = 0; x < gray.cols; x += kSpotPx) {
            const cv::Mat spot =
                smooth(cv::Rect(x, y, std::min(kSpotPx, gray.cols - x), std::min(kSpotPx, gray.rows - y)));
            double darkest = 0, brightest = 0;
            cv::minMaxLoc(spot, &darkest, &brightest);
            if (brightest - darkest > kFaintest)
                contrasts.push_back(brightest - darkest);
        }
    if (contrasts.empty())
        return kFullContrast;
    // Of all inked spots many hold only the end of a stroke, or paper texture: the upper third is writing.
    const auto upper = contrasts.begin() + static_cast<std::ptrdiff_t>(contrasts.size() * 2 / 3);
    std::nth_element(contrasts.begin(), upper, contrasts.end());
    return std::min(*upper, kFullContrast);
}

} // namespace

cv::Mat binarize(const cv::Mat& gray, const BinarizeStep& step)
{
    double darkest = 0, brightest = 0;
    cv::minMaxLoc(gray, &darkest, &brightest);
    if (darkest == brightest)
        return cv::Mat::zeros(gray.size(), CV_8U);
    const int window = std::max(3, cvRound(step.windowShare * std::max(gray.cols, gray.rows)) | 1);
    const double contrast = inkContrast(gray) / kFullContrast;
    // Faint pencil is uneven as well: its weakest strokes lie further below its strongest than those of a pen.
    const double k = std::min(step.k, std::max(kSmallestK, step.k * contrast * std::sqrt(contrast)));
    cv::Mat smooth = gray;
    if (contrast < kFaint)
        cv::GaussianBlur(gray, smooth, cv::Size(3, 3), 0);
    cv::Mat ink;
    switch (step.method) {
    case Binarization::Otsu:
        cv::threshold(smooth, ink, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
        break;
    case Binarization::Sauvola:
        cv::ximgproc::niBlackThreshold(smooth, ink, 255, cv::THRESH_BINARY_INV, window, k,
                                       cv::ximgproc::BINARIZATION_SAUVOLA, kSauvolaRange * contrast);
        break;
    case Binarization::AdaptiveGaussian:
        cv::adaptiveThreshold(smooth, ink, 255, cv::ADAPTIVE_THRESH_GAUSSIAN_C, cv::THRESH_BINARY_INV, window,
                              kAdaptiveOffsetPerK * k);
        break;
    }
    return ink;
}

} // namespace longhand::imaging

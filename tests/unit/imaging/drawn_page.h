#pragma once

#include <cmath>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "imaging/mat_bridge.h"
#include "longhand/base/image.h"

namespace longhand::test
{

/// Draws `lines` lines of strokes that look like joined-up writing, 255 on 0.
inline cv::Mat drawnInk(int width, int height, int lines, std::uint64_t seed = 1)
{
    cv::Mat ink = cv::Mat::zeros(height, width, CV_8U);
    cv::RNG random(seed);
    const double pitch = height / (lines + 2.0), x0 = width * 0.12, x1 = width * 0.88;
    const double xHeight = pitch * 0.3;
    for (int line = 0; line < lines; ++line) {
        const double baseline = pitch * (line + 1.7);
        double x = x0;
        while (x < x1) {
            const double end = std::min(x1, x + xHeight * random.uniform(3.0, 9.0));
            cv::Point2d last(x, baseline);
            while (x < end) { // letters: up, over and down again, some with a stem above or below
                const double step = xHeight * random.uniform(0.35, 0.6);
                const int kind = random.uniform(0, 6);
                const double top = baseline - xHeight * (kind == 0 ? 2.1 : random.uniform(0.8, 1.1));
                const double bottom = baseline + (kind == 1 ? xHeight * 1.1 : random.uniform(-0.1, 0.1) * xHeight);
                const cv::Point2d peak(x + step * 0.6, top), foot(x + step, bottom);
                for (const auto& [from, to] : {std::pair{last, peak}, std::pair{peak, foot}})
                    cv::line(ink, from * 16.0, to * 16.0, cv::Scalar(255), 3, cv::LINE_AA, 4);
                last = foot;
                x += step;
            }
            x += xHeight * random.uniform(1.0, 1.8);
        }
    }
    cv::threshold(ink, ink, 127, 255, cv::THRESH_BINARY);
    return ink;
}

/// A light page with dark writing.
inline cv::Mat drawnPage(int width, int height, int lines, std::uint64_t seed = 1)
{
    cv::Mat page(height, width, CV_8U, cv::Scalar(235));
    page.setTo(40, drawnInk(width, height, lines, seed));
    return page;
}

/// Turned about its centre, positive clockwise, on a canvas that holds it all.
inline cv::Mat turned(const cv::Mat& page, double clockwiseDeg, double paper, int flags = cv::INTER_LINEAR)
{
    const double a = clockwiseDeg * CV_PI / 180, c = std::abs(std::cos(a)), s = std::abs(std::sin(a));
    const cv::Size size(cvCeil(page.cols * c + page.rows * s), cvCeil(page.cols * s + page.rows * c));
    cv::Mat m = cv::getRotationMatrix2D(cv::Point2f(page.cols / 2.f, page.rows / 2.f), -clockwiseDeg, 1);
    m.at<double>(0, 2) += (size.width - page.cols) / 2.0;
    m.at<double>(1, 2) += (size.height - page.rows) / 2.0;
    cv::Mat result;
    cv::warpAffine(page, result, m, size, flags, cv::BORDER_CONSTANT, cv::Scalar::all(paper));
    return result;
}

inline RgbImage toRgb(const cv::Mat& gray)
{
    cv::Mat rgb;
    cv::cvtColor(gray, rgb, cv::COLOR_GRAY2RGB);
    return imaging::toImage<3>(rgb);
}

} // namespace longhand::test

#pragma once

#include <cmath>
#include <functional>
#include <numbers>
#include <random>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "longhand/imaging/line_finder.h"

namespace longhand::imaging
{

/// A sheet that tests write on: letters are loops with ascenders and descenders, so that every line is known exactly.
class DrawnPage
{
public:
    explicit DrawnPage(int width = 1200, int height = 1600, int xHeightPx = 20)
        : m_xHeight(xHeightPx), m_gray(height, width, CV_8U, cv::Scalar(255))
    {
    }

    using Curve = std::function<double(double x)>;

    static Curve level(double y)
    {
        return [y](double) { return y; };
    }
    static Curve sloped(double yAtLeft, double degrees)
    {
        return [=](double x) { return yAtLeft + std::tan(degrees * std::numbers::pi / 180) * x; };
    }

    /// Writes words from `left` to about `right` on a baseline. `reach` lengthens ascenders and descenders.
    void write(double left, double right, const Curve& baseline, double reach = 1)
    {
        std::uniform_int_distribution<int> kinds(0, 5);
        std::uniform_int_distribution<int> lengths(2, 7);
        double x = left;
        while (x < right) {
            const int letters = lengths(m_random);
            for (int i = 0; i < letters && x < right; ++i, x += 0.95 * m_xHeight)
                letter(x, baseline(x), kinds(m_random), reach);
            x += 0.9 * m_xHeight;
        }
    }

    cv::Mat& gray() { return m_gray; }
    [[nodiscard]] int xHeight() const { return m_xHeight; }

    [[nodiscard]] GrayImage grayImage() const { return imageOf(m_gray); }

    [[nodiscard]] CleanPage clean() const
    {
        CleanPage page;
        page.gray = imageOf(m_gray);
        cv::Mat ink;
        cv::threshold(m_gray, ink, 128, 255, cv::THRESH_BINARY_INV);
        page.ink = imageOf(ink);
        return page;
    }

private:
    static GrayImage imageOf(const cv::Mat& mat)
    {
        GrayImage image(mat.cols, mat.rows);
        for (int y = 0; y < mat.rows; ++y)
            std::copy_n(mat.ptr<std::uint8_t>(y), mat.cols, image.row(y));
        return image;
    }

    void letter(double x, double y, int kind, double reach)
    {
        const double h = m_xHeight;
        const auto at = [](double px, double py) { return cv::Point(cvRound(px), cvRound(py)); };
        const int pen = std::max(2, m_xHeight / 8);
        cv::ellipse(m_gray, at(x + 0.4 * h, y - 0.5 * h), {cvRound(0.35 * h), cvRound(0.48 * h)}, 0, 0, 360,
                    cv::Scalar(20), pen, cv::LINE_AA);
        cv::line(m_gray, at(x + 0.7 * h, y), at(x + 1.0 * h, y - 0.3 * h), cv::Scalar(20), pen, cv::LINE_AA);
        if (kind == 0)
            cv::line(m_gray, at(x + 0.7 * h, y), at(x + 0.8 * h, y - (1 + reach) * h), cv::Scalar(20), pen,
                     cv::LINE_AA);
        if (kind == 1)
            cv::line(m_gray, at(x + 0.7 * h, y - h), at(x + 0.6 * h, y + reach * h), cv::Scalar(20), pen, cv::LINE_AA);
    }

    int m_xHeight;
    cv::Mat m_gray;
    std::mt19937 m_random{7};
};

} // namespace longhand::imaging

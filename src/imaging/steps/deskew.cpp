#include "deskew.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "imaging/mat_bridge.h"
#include "longhand/imaging/preprocess.h"

namespace longhand::imaging
{

namespace
{

constexpr double kRadPerDeg = CV_PI / 180;
/// Side at which the skew is measured. 0.1 degrees over a line of 800 px are more than a pixel.
constexpr int kMeasureSidePx = 1000;
constexpr std::size_t kMostPoints = 60000;
constexpr std::size_t kFewestPoints = 40;
/// The best angle's profile must be this much sharper than the average one, or there are no lines to level.
constexpr double kLeastSharpness = 1.08;

/// How unevenly ink falls on parallel lines of one angle: largest when text lines and the gaps between them line up.
class Profile
{
public:
    Profile(const std::vector<cv::Point2f>& points, cv::Size size)
        : m_points(points), m_offset(std::hypot(size.width, size.height)),
          m_bins(static_cast<std::size_t>(2 * m_offset) + 4)
    {
    }

    double sharpness(double angleDeg)
    {
        const auto cosine = static_cast<float>(std::cos(angleDeg * kRadPerDeg));
        const auto sine = static_cast<float>(std::sin(angleDeg * kRadPerDeg));
        const auto offset = static_cast<float>(m_offset);
        std::fill(m_bins.begin(), m_bins.end(), 0.f);
        for (const cv::Point2f& p : m_points) {
            // Each point is shared between two bins, so that the measure changes smoothly with the angle.
            const float at = p.y * cosine - p.x * sine + offset;
            const auto bin = static_cast<std::size_t>(at);
            const float part = at - static_cast<float>(bin);
            m_bins[bin] += 1 - part;
            m_bins[bin + 1] += part;
        }
        double sum = 0;
        for (const float bin : m_bins)
            sum += static_cast<double>(bin) * bin;
        return sum;
    }

private:
    const std::vector<cv::Point2f>& m_points;
    double m_offset;
    std::vector<float> m_bins;
};

std::vector<cv::Point2f> inkPoints(const cv::Mat& ink)
{
    std::vector<cv::Point> all;
    cv::findNonZero(ink, all);
    const std::size_t stride = all.size() / kMostPoints + 1;
    std::vector<cv::Point2f> points;
    points.reserve(all.size() / stride + 1);
    for (std::size_t i = 0; i < all.size(); i += stride)
        points.emplace_back(all[i]);
    return points;
}

} // namespace

double skewOfInk(const cv::Mat& ink, double maxSkewDeg)
{
    cv::Mat small = ink;
    const double scale = static_cast<double>(kMeasureSidePx) / std::max(ink.cols, ink.rows);
    if (scale < 1) {
        const cv::Size size(std::max(1, cvRound(ink.cols * scale)), std::max(1, cvRound(ink.rows * scale)));
        cv::resize(ink, small, size, 0, 0, cv::INTER_AREA);
        cv::threshold(small, small, 96, 255, cv::THRESH_BINARY);
    }
    const std::vector<cv::Point2f> points = inkPoints(small);
    if (points.size() < kFewestPoints)
        return 0;

    Profile profile(points, small.size());
    double best = 0, bestSharpness = -1, sum = 0;
    int tried = 0;
    const auto search = [&](double from, double to, double step) {
        const int steps = std::max(1, cvRound((to - from) / step));
        for (int i = 0; i <= steps; ++i) {
            const double angle = std::clamp(from + i * step, -maxSkewDeg, maxSkewDeg);
            const double sharpness = profile.sharpness(angle);
            sum += sharpness;
            ++tried;
            if (sharpness > bestSharpness) {
                bestSharpness = sharpness;
                best = angle;
            }
        }
    };
    search(-maxSkewDeg, maxSkewDeg, 0.75);
    if (bestSharpness < kLeastSharpness * sum / tried)
        return 0;
    search(best - 0.6, best + 0.6, 0.15);
    search(best - 0.1, best + 0.1, 0.025);
    return best;
}

Turned turnLevel(const cv::Mat& gray, double skewDeg, double paper)
{
    const double cosine = std::cos(skewDeg * kRadPerDeg);
    const double sine = std::sin(skewDeg * kRadPerDeg);
    const cv::Size size(cvCeil(gray.cols * std::abs(cosine) + gray.rows * std::abs(sine) - 1e-6),
                        cvCeil(gray.cols * std::abs(sine) + gray.rows * std::abs(cosine) - 1e-6));
    const cv::Matx33d fromCentre{1, 0, -(size.width - 1) / 2.0, 0, 1, -(size.height - 1) / 2.0, 0, 0, 1};
    const cv::Matx33d turn{cosine, -sine, 0, sine, cosine, 0, 0, 0, 1};
    const cv::Matx33d toCentre{1, 0, (gray.cols - 1) / 2.0, 0, 1, (gray.rows - 1) / 2.0, 0, 0, 1};
    Turned turned;
    turned.toSource = toCentre * turn * fromCentre;
    cv::warpAffine(gray, turned.picture, cv::Mat(turned.toSource).rowRange(0, 2), size,
                   cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT, cv::Scalar::all(paper));
    return turned;
}

double findSkewDeg(const GrayImage& ink, double maxSkewDeg)
{
    return ink.empty() ? 0 : skewOfInk(asMat(ink), std::abs(maxSkewDeg));
}

} // namespace longhand::imaging

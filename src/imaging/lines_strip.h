#pragma once

#include <memory>
#include <vector>

#include <opencv2/core.hpp>

#include "imaging/lines_parts.h"

/// Private to the stages that measure lines.
namespace longhand::imaging
{

constexpr double kWidestGapSigmas = 10; ///< between words of a line

/// The ink around a centre line, straightened: bins of about one scale along, rows of one pixel across.
class Strip
{
public:
    Strip(const cv::Mat& ink, const CenterLine& center, double left, double right, double sigmaPx);

    [[nodiscard]] int bins() const { return m_counts.cols; }
    [[nodiscard]] int reach() const { return m_reach; }
    [[nodiscard]] double middle(int bin) const { return m_left + (bin + 0.5) * m_binPx; }
    [[nodiscard]] double edge(int bin) const { return m_left + bin * m_binPx; }
    [[nodiscard]] double binPx() const { return m_binPx; }
    [[nodiscard]] double center(int bin) const { return m_centers[static_cast<std::size_t>(bin)]; }
    /// Ink pixels of a bin `down` rows below the centre.
    [[nodiscard]] double count(int bin, int down) const
    {
        return std::abs(down) <= m_reach ? m_counts.at<float>(down + m_reach, bin) : 0;
    }
    /// Ink of rows `from` to `to` (inclusive) of one bin.
    [[nodiscard]] double ink(int bin, int from, int to) const
    {
        double sum = 0;
        for (int down = from; down <= to; ++down)
            sum += count(bin, down);
        return sum;
    }
    /// Ink of every row of bins [from, to), top to bottom, smoothed a little.
    [[nodiscard]] std::vector<double> profile(int from, int to, double smoothPx) const;

private:
    double m_left;
    double m_binPx;
    int m_reach;
    cv::Mat m_counts;
    std::vector<double> m_centers;
};

/// Where the small letters of a line stand.
struct Core {
    int base = 0; ///< rows below the centre
    double xHeight = 0;
};

/// A line on its way: a run of bins of a strip.
struct Draft {
    CenterLine center;
    std::shared_ptr<const Strip> strip; ///< shared by the parts of a line that was split
    std::vector<double> base;           ///< rows from the centre down to the baseline, for every bin
    std::vector<bool> letters;          ///< bins with ink as high as a letter
    Core core;
    int first = 0; ///< first bin that belongs to the line
    int last = 0;  ///< and last

    [[nodiscard]] double left() const { return strip->edge(first); }
    [[nodiscard]] double right() const { return strip->edge(last + 1); }
    [[nodiscard]] double baselineAt(double x) const;
    /// Ink between the baseline and the height of small letters.
    [[nodiscard]] double coreInk(int fromBin, int toBin) const;
};

/// Straightens the ink around every centre line and finds its baseline and letters. Every draft has letters.
std::vector<Draft> draftLines(const cv::Mat& ink, const std::vector<CenterLine>& centers, double sigmaPx);

/// Splits lines at gaps too wide for words and where a corridor of paper between two columns crosses them.
std::vector<Draft> splitAtGaps(const std::vector<Draft>& drafts, double sigmaPx);

/// Weighted Gaussian mean over neighbours; no weights: all alike.
void smoothInPlace(std::vector<double>& values, const std::vector<double>& weights, double sigmaBins);

} // namespace longhand::imaging

#include "imaging/lines_strip.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace longhand::imaging
{
namespace
{

/// Row in [from, to] where the profile changes most; `falling` looks for the lower edge of the letters.
int steepest(const std::vector<double>& profile, int reach, double from, double to, double widthPx, bool falling)
{
    const int step = std::max(1, cvRound(widthPx));
    const auto value = [&](int down) {
        const int i = std::clamp(down + reach, 0, static_cast<int>(profile.size()) - 1);
        return profile[static_cast<std::size_t>(i)];
    };
    int best = cvRound(from);
    double bestChange = -1;
    for (int down = cvRound(from); down <= cvRound(to); ++down) {
        const double change = (value(down - step) - value(down + step)) * (falling ? 1 : -1);
        if (change > bestChange) {
            bestChange = change;
            best = down;
        }
    }
    return best;
}

Core coreOf(const std::vector<double>& profile, int reach, double sigmaPx)
{
    Core core;
    core.base = steepest(profile, reach, 0.2 * sigmaPx, 2.0 * sigmaPx, 0.3 * sigmaPx, true);
    const int top = steepest(profile, reach, -2.2 * sigmaPx, -0.2 * sigmaPx, 0.3 * sigmaPx, false);
    core.xHeight = std::clamp<double>(core.base - top, 1.0 * sigmaPx, 2.8 * sigmaPx);
    return core;
}

/// Rows from the centre down to the baseline, for every bin.
std::vector<double> baseOffsets(const Strip& strip, const Core& core, double sigmaPx)
{
    const int bins = strip.bins();
    std::vector<double> offsets(static_cast<std::size_t>(bins), core.base);
    std::vector<double> weights(static_cast<std::size_t>(bins), 1e-3);
    const int half = 6;
    for (int bin = 0; bin < bins; ++bin) {
        const std::vector<double> local = strip.profile(bin - half, bin + half + 1, 0.2 * sigmaPx);
        const double room = 0.7 * sigmaPx;
        offsets[static_cast<std::size_t>(bin)] =
            steepest(local, strip.reach(), core.base - room, core.base + room, 0.3 * sigmaPx, true);
        weights[static_cast<std::size_t>(bin)] += strip.ink(bin, core.base - cvRound(core.xHeight), core.base);
    }
    smoothInPlace(offsets, weights, 6);
    return offsets;
}

/// Whether the ink around a bin is as high as letters are; rulings and strokes that fill a line up are not.
bool hasHeight(const Strip& strip, int bin, int bottom, double xHeight)
{
    int highest = bottom + 1;
    const int top = bottom - cvRound(1.3 * xHeight);
    int lowest = top;
    for (int row = top; row <= bottom; ++row) {
        for (int k = std::max(0, bin - 1); k <= std::min(strip.bins() - 1, bin + 1); ++k) {
            if (strip.count(k, row) > 0) {
                highest = std::min(highest, row);
                lowest = std::max(lowest, row);
            }
        }
    }
    return lowest - highest > 0.5 * xHeight;
}

/// Bins with letters.
std::vector<bool> lettersOf(const Strip& strip, const std::vector<double>& base, double xHeight)
{
    std::vector<bool> letters(static_cast<std::size_t>(strip.bins()));
    for (int bin = 0; bin < strip.bins(); ++bin) {
        const int bottom = cvRound(base[static_cast<std::size_t>(bin)] + 0.1 * xHeight);
        letters[static_cast<std::size_t>(bin)] =
            strip.ink(bin, cvRound(bottom - 1.3 * xHeight), bottom) >= 0.02 * xHeight * strip.binPx() &&
            hasHeight(strip, bin, bottom, xHeight);
    }
    return letters;
}

/// How far a line may look for its first and last letters without reading its neighbour in the next column.
std::pair<double, double> roomBeside(const std::vector<CenterLine>& centers, std::size_t i, double sigmaPx)
{
    const CenterLine& own = centers[i];
    double left = own.left() - 5 * sigmaPx;
    double right = own.right() + 5 * sigmaPx;
    for (std::size_t k = 0; k < centers.size(); ++k) {
        const CenterLine& other = centers[k];
        if (k == i)
            continue;
        if (other.left() > own.right() - 4 * sigmaPx && other.right() > own.right() &&
            std::abs(other.y.front() - own.y.back()) < 3 * sigmaPx)
            right = std::min(right, (own.right() + other.left()) / 2);
        if (other.right() < own.left() + 4 * sigmaPx && other.left() < own.left() &&
            std::abs(other.y.back() - own.y.front()) < 3 * sigmaPx)
            left = std::max(left, (own.left() + other.right()) / 2);
    }
    return {left, std::max(right, left + sigmaPx)};
}

} // namespace

Strip::Strip(const cv::Mat& ink, const CenterLine& center, double left, double right, double sigmaPx)
    : m_left(left), m_binPx(std::max(2.0, sigmaPx)), m_reach(static_cast<int>(std::ceil(6 * sigmaPx)))
{
    const int bins = std::max(1, static_cast<int>(std::ceil((right - left) / m_binPx)));
    m_counts = cv::Mat::zeros(2 * m_reach + 1, bins, CV_32F);
    m_centers.resize(static_cast<std::size_t>(bins));
    const double blur = 6 * sigmaPx;
    for (int bin = 0; bin < bins; ++bin) {
        double sum = 0;
        for (int k = -4; k <= 4; ++k)
            sum += center.at(middle(bin) + k * blur / 4);
        m_centers[static_cast<std::size_t>(bin)] = sum / 9;
        const int x0 = std::max(0, cvFloor(left + bin * m_binPx));
        const int x1 = std::min(ink.cols, std::max(x0 + 1, cvFloor(left + (bin + 1) * m_binPx)));
        const int y = cvRound(m_centers[static_cast<std::size_t>(bin)]);
        for (int down = -m_reach; down <= m_reach; ++down) {
            if (y + down < 0 || y + down >= ink.rows)
                continue;
            const auto* row = ink.ptr<std::uint8_t>(y + down);
            m_counts.at<float>(down + m_reach, bin) =
                static_cast<float>(std::count_if(row + x0, row + std::max(x0, x1), [](auto v) { return v != 0; }));
        }
    }
}

std::vector<double> Strip::profile(int from, int to, double smoothPx) const
{
    std::vector<double> raw(static_cast<std::size_t>(2 * m_reach) + 1);
    for (int row = 0; row < m_counts.rows; ++row) {
        const auto* counts = m_counts.ptr<float>(row);
        raw[static_cast<std::size_t>(row)] =
            std::accumulate(counts + std::max(0, from), counts + std::min(bins(), to), 0.0);
    }
    const int half = std::max(1, cvRound(smoothPx));
    std::vector<double> smooth(raw.size());
    for (int i = 0; i < std::ssize(raw); ++i)
        for (int k = -half; k <= half; ++k)
            if (i + k >= 0 && i + k < std::ssize(raw))
                smooth[static_cast<std::size_t>(i)] +=
                    raw[static_cast<std::size_t>(i + k)] * (half + 1 - std::abs(k)) / ((half + 1.0) * (half + 1.0));
    return smooth;
}

double Draft::baselineAt(double x) const
{
    const int bin = std::clamp(static_cast<int>((x - strip->edge(0)) / strip->binPx()), first, last);
    return strip->center(bin) + base[static_cast<std::size_t>(bin)];
}

double Draft::coreInk(int fromBin, int toBin) const
{
    double sum = 0;
    for (int bin = fromBin; bin <= toBin; ++bin) {
        const int bottom = cvRound(base[static_cast<std::size_t>(bin)]);
        sum += strip->ink(bin, bottom - cvRound(core.xHeight), bottom);
    }
    return sum;
}

void smoothInPlace(std::vector<double>& values, const std::vector<double>& weights, double sigmaBins)
{
    const int reach = static_cast<int>(std::ceil(2 * sigmaBins));
    std::vector<double> result(values.size());
    for (int i = 0; i < std::ssize(values); ++i) {
        double sum = 0;
        double total = 0;
        for (int k = std::max(-i, -reach); k <= reach && i + k < std::ssize(values); ++k) {
            const auto j = static_cast<std::size_t>(i + k);
            const double weight = (weights.empty() ? 1 : weights[j]) * std::exp(-0.5 * k * k / (sigmaBins * sigmaBins));
            sum += weight * values[j];
            total += weight;
        }
        result[static_cast<std::size_t>(i)] = total > 0 ? sum / total : values[static_cast<std::size_t>(i)];
    }
    values = std::move(result);
}

std::vector<Draft> draftLines(const cv::Mat& ink, const std::vector<CenterLine>& centers, double sigmaPx)
{
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i < centers.size(); ++i) {
        const auto [left, right] = roomBeside(centers, i, sigmaPx);
        Draft draft;
        draft.center = centers[i];
        draft.strip = std::make_shared<const Strip>(ink, centers[i], left, right, sigmaPx);
        const Strip& strip = *draft.strip;
        draft.core = coreOf(strip.profile(0, strip.bins(), 0.2 * sigmaPx), strip.reach(), sigmaPx);
        draft.base = baseOffsets(strip, draft.core, sigmaPx);
        draft.letters = lettersOf(strip, draft.base, draft.core.xHeight);
        const auto begin = draft.letters.begin();
        const auto first = std::find(begin, draft.letters.end(), true);
        if (first == draft.letters.end())
            continue;
        draft.first = static_cast<int>(first - begin);
        draft.last = strip.bins() - 1;
        while (!draft.letters[static_cast<std::size_t>(draft.last)])
            --draft.last;
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

} // namespace longhand::imaging

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

#include "imaging/lines_parts.h"

namespace longhand::imaging
{
namespace
{

// Reach of an outline above and below the baseline, in heights of a small letter. Reference outlines cut deep loops
// off, and the reader is trained on crops made from such outlines.
constexpr double kHighestAscent = 2.5;
constexpr double kLowestAscent = 1.25;
constexpr double kDeepestDescent = 0.9;
constexpr double kShallowestDescent = 0.45;
constexpr double kOutlinePad = 0.25;
constexpr double kWidestGapSigmas = 16; ///< between words of a line
/// Shares of the distance to the neighbouring baseline that ascenders and descenders may claim.
constexpr double kAscentOfGap = 0.85;
constexpr double kDescentOfGap = 0.35;
/// Where lines are close, hands with small letters use the room for long ascenders.
constexpr double kWidestPitch = 4.5;
constexpr double kAscentOfPitch = 0.8;
constexpr double kLeastAscentOfPitch = 0.5;
constexpr double kLeastDescentOfPitch = 0.18;

/// The ink around a centre line, straightened: bins of about one scale along, rows of one pixel across.
class Strip
{
public:
    Strip(const cv::Mat& ink, const CenterLine& center, double left, double right, double sigmaPx)
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
    [[nodiscard]] std::vector<double> profile(int from, int to, double smoothPx) const
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

private:
    double m_left;
    double m_binPx;
    int m_reach;
    cv::Mat m_counts;
    std::vector<double> m_centers;
};

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

struct Core {
    int base = 0; ///< rows below the centre
    double xHeight = 0;
};

Core coreOf(const std::vector<double>& profile, int reach, double sigmaPx)
{
    Core core;
    core.base = steepest(profile, reach, 0.2 * sigmaPx, 2.0 * sigmaPx, 0.3 * sigmaPx, true);
    const int top = steepest(profile, reach, -2.2 * sigmaPx, -0.2 * sigmaPx, 0.3 * sigmaPx, false);
    core.xHeight = std::clamp<double>(core.base - top, 1.0 * sigmaPx, 2.8 * sigmaPx);
    return core;
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

/// First and last bins with letters; more than one pair where a gap is too wide for one line. Crumbs far from the rest
/// do not count.
std::vector<std::pair<int, int>> extentsOf(const Strip& strip, const std::vector<double>& base, double xHeight,
                                           double widestGapPx)
{
    struct Run {
        int from, to;
        double ink;
    };
    std::vector<Run> runs;
    const int wordGap = 2;
    for (int bin = 0; bin < strip.bins(); ++bin) {
        const int bottom = cvRound(base[static_cast<std::size_t>(bin)] + 0.1 * xHeight);
        const double ink = strip.ink(bin, cvRound(bottom - 1.3 * xHeight), bottom);
        if (ink < 0.02 * xHeight * strip.binPx() || !hasHeight(strip, bin, bottom, xHeight))
            continue;
        if (runs.empty() || bin - runs.back().to > wordGap)
            runs.push_back({bin, bin, ink});
        else
            runs.back() = {runs.back().from, bin, runs.back().ink + ink};
    }
    const double crumb = 0.3 * xHeight * xHeight;
    std::vector<std::pair<int, int>> extents;
    for (auto from = runs.begin(); from != runs.end();) {
        const auto to = std::adjacent_find(from, runs.end(), [&](const Run& a, const Run& b) {
            return (b.from - a.to) * strip.binPx() > widestGapPx;
        });
        auto first = from;
        auto last = to == runs.end() ? std::prev(to) : to;
        from = std::next(last);
        const auto apart = [&](const Run& a, const Run& b) { return (b.from - a.to) * strip.binPx() > 2.0 * xHeight; };
        while (first != last && first->ink < crumb && apart(*first, *std::next(first)))
            ++first;
        while (first != last && last->ink < crumb && apart(*std::prev(last), *last))
            --last;
        extents.emplace_back(first->from, last->to);
    }
    return extents;
}

/// Rulings and edges put most of their ink into a few rows; letters fill their height and stand apart from each other.
bool looksLikeWriting(const Strip& strip, const Core& core, int first, int last, double sigmaPx)
{
    const std::vector<double> profile = strip.profile(first, last + 1, 1);
    const int reach = strip.reach();
    const int height = cvRound(1.6 * sigmaPx);
    const int mid = core.base - cvRound(core.xHeight / 2);
    const int from = std::max(0, mid - height + reach);
    const int to = std::min(static_cast<int>(profile.size()), mid + height + reach);
    if (from >= to)
        return false;
    const double total = std::accumulate(profile.begin() + from, profile.begin() + to, 0.0);
    const int thin = std::max(3, cvRound(0.5 * sigmaPx));
    double densest = 0;
    for (int row = from; row + thin <= to; ++row)
        densest = std::max(densest, std::accumulate(profile.begin() + row, profile.begin() + row + thin, 0.0));
    const double length = (last + 1 - first) * strip.binPx();
    const double coverage = total / (2.0 * height * length);
    return densest < 0.62 * total && coverage > 0.015 && coverage < 0.75 && length > 1.5 * sigmaPx;
}

struct Draft {
    CenterLine center;
    Strip strip;
    std::vector<double> base;
    Core core;
    int first = 0;
    int last = 0;

    [[nodiscard]] double left() const { return strip.edge(first); }
    [[nodiscard]] double right() const { return strip.edge(last + 1); }
    [[nodiscard]] double baselineAt(double x) const
    {
        const int bin = std::clamp(static_cast<int>((x - strip.edge(0)) / strip.binPx()), first, last);
        return strip.center(bin) + base[static_cast<std::size_t>(bin)];
    }
};

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

/// Vertical distance to the nearest baseline above (or below) at `x`; infinite without one.
double gapTo(const std::vector<Draft>& drafts, std::size_t own, double x, double y, bool above)
{
    double gap = std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < drafts.size(); ++k) {
        const Draft& other = drafts[k];
        if (k == own || x < other.left() || x > other.right())
            continue;
        const double down = other.baselineAt(x) - y;
        if (above == (down < 0) && std::abs(down) > 0.5 * drafts[own].core.xHeight)
            gap = std::min(gap, std::abs(down));
    }
    return gap;
}

/// Widens peaks so that the contour passes over letters with some air, then rounds it.
void hug(std::vector<double>& reach)
{
    std::vector<double> wide(reach.size());
    for (int i = 0; i < std::ssize(reach); ++i)
        for (int k = std::max(-i, -1); k <= 1 && i + k < std::ssize(reach); ++k)
            wide[static_cast<std::size_t>(i)] =
                std::max(wide[static_cast<std::size_t>(i)], reach[static_cast<std::size_t>(i + k)]);
    smoothInPlace(wide, {}, 1.2);
    reach = std::move(wide);
}

MeasuredLine outlined(const std::vector<Draft>& drafts, std::size_t index)
{
    const Draft& draft = drafts[index];
    const double xHeight = draft.core.xHeight;
    std::vector<double> ascent;
    std::vector<double> descent;
    for (int bin = draft.first; bin <= draft.last; ++bin) {
        const double base = draft.base[static_cast<std::size_t>(bin)];
        const double x = draft.strip.middle(bin);
        const double y = draft.strip.center(bin) + base;
        const double above = gapTo(drafts, index, x, y, true);
        const double below = gapTo(drafts, index, x, y, false);
        const double pitch = std::min({above, below, kWidestPitch * xHeight});
        const double up = std::min(std::max(kHighestAscent * xHeight, kAscentOfPitch * pitch), kAscentOfGap * above);
        const double down = std::min(kDeepestDescent * xHeight, kDescentOfGap * below);
        double top = std::min(up, std::max(kLowestAscent * xHeight, kLeastAscentOfPitch * pitch));
        for (int row = cvRound(base - up); row < base - top; ++row)
            if (draft.strip.count(bin, row) > 0)
                top = base - row;
        double bottom = std::min(down, std::max(kShallowestDescent * xHeight, kLeastDescentOfPitch * pitch));
        for (int row = cvRound(base + down); row > base + bottom; --row)
            if (draft.strip.count(bin, row) > 0)
                bottom = row - base;
        ascent.push_back(std::min(std::max(up, xHeight), top + kOutlinePad * xHeight));
        descent.push_back(std::min(std::max(down, 0.3 * xHeight), bottom + kOutlinePad * xHeight));
    }
    hug(ascent);
    hug(descent);

    MeasuredLine result;
    const double pad = 0.3 * xHeight;
    result.left = draft.left() - pad;
    result.right = draft.right() + pad;
    result.xHeightPx = xHeight;
    result.strength = draft.center.strength;
    for (int bin = draft.first; bin <= draft.last; ++bin)
        result.coreInk += draft.strip.ink(bin, cvRound(draft.base[static_cast<std::size_t>(bin)] - xHeight),
                                          cvRound(draft.base[static_cast<std::size_t>(bin)]));
    result.baselineMid = draft.baselineAt((result.left + result.right) / 2);
    Polygon& outline = result.line.outline;
    Polygon underside;
    const int count = draft.last - draft.first + 1;
    const auto vertex = [&](double x, int bin) {
        const double y = draft.baselineAt(x);
        const auto i = static_cast<std::size_t>(bin - draft.first);
        outline.push_back({x, y - ascent[i]});
        underside.push_back({x, y + descent[i]});
    };
    vertex(result.left, draft.first);
    for (int bin = draft.first; bin <= draft.last; ++bin)
        vertex(draft.strip.middle(bin), bin);
    vertex(result.right, draft.last);
    outline.insert(outline.end(), underside.rbegin(), underside.rend());

    const int pieces = std::clamp(count / 6, 1, 40);
    for (int i = 0; i <= pieces; ++i) {
        const double x = result.left + (result.right - result.left) * i / pieces;
        result.line.baseline.push_back({x, draft.baselineAt(x)});
    }
    return result;
}

void clampToPage(FoundLine& line, const cv::Mat& ink)
{
    for (auto* points : {&line.outline, &line.baseline}) {
        for (Point& p : *points) {
            p.x = std::clamp(p.x, 0.0, static_cast<double>(ink.cols));
            p.y = std::clamp(p.y, 0.0, static_cast<double>(ink.rows));
        }
    }
}

} // namespace

std::vector<MeasuredLine> measureLines(const cv::Mat& ink, const std::vector<CenterLine>& centers, double sigmaPx)
{
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i < centers.size(); ++i) {
        const auto [left, right] = roomBeside(centers, i, sigmaPx);
        const Strip strip(ink, centers[i], left, right, sigmaPx);
        const Core core = coreOf(strip.profile(0, strip.bins(), 0.2 * sigmaPx), strip.reach(), sigmaPx);
        const std::vector<double> base = baseOffsets(strip, core, sigmaPx);
        for (const auto& [first, last] : extentsOf(strip, base, core.xHeight, kWidestGapSigmas * sigmaPx))
            if (looksLikeWriting(strip, core, first, last, sigmaPx))
                drafts.push_back({centers[i], strip, base, core, first, last});
    }
    std::vector<MeasuredLine> lines;
    lines.reserve(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        lines.push_back(outlined(drafts, i));
        clampToPage(lines.back().line, ink);
    }
    return lines;
}

} // namespace longhand::imaging

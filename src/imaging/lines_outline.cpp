#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

#include "imaging/lines_strip.h"

namespace longhand::imaging
{
namespace
{

// Reach of an outline above and below the baseline, in heights of a small letter. Reference outlines cut deep loops
// off, and the reader is trained on crops made from such outlines.
constexpr double kHighestAscent = 2.5;
constexpr double kLowestAscent = 1.25;
constexpr double kDeepestDescent = 0.9;
constexpr double kShallowestDescent = 0.4;
constexpr double kOutlinePad = 0.25;
constexpr double kAccentBreak = 0.6; ///< paper between a letter and its accent
/// Shares of the distance to the neighbouring baseline that ascenders and descenders may claim.
constexpr double kAscentOfGap = 0.85;
constexpr double kDescentOfGap = 0.33;
/// Where lines are close, hands with small letters use the room for long ascenders.
constexpr double kWidestPitch = 4.5;
constexpr double kAscentOfPitch = 0.8;
constexpr double kLeastAscentOfPitch = 0.38;
constexpr double kLeastDescentOfPitch = 0.15;

/// Rulings and edges put most of their ink into a few rows; letters fill their height and stand apart from each other.
bool looksLikeWriting(const Draft& draft, double sigmaPx)
{
    const auto& [first, last] = std::pair{draft.first, draft.last};
    const Strip& strip = *draft.strip;
    const Core& core = draft.core;
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

/// How far the ink goes up (`direction` -1) or down (1) from the baseline without a break wider than between a letter
/// and its accent: beyond lies the next line.
double reachOfInk(const Draft& draft, int bin, int direction, double limit)
{
    const double base = draft.base[static_cast<std::size_t>(bin)];
    const double breakPx = kAccentBreak * draft.core.xHeight;
    const int from = std::max(draft.first, bin - 1);
    const int to = std::min(draft.last, bin + 1);
    double reached = direction < 0 ? draft.core.xHeight : 0;
    for (double away = reached; away <= limit && away - reached <= breakPx; away += 1) {
        const int row = cvRound(base + direction * away);
        for (int k = from; k <= to; ++k)
            if (draft.strip->count(k, row) > 0)
                reached = away;
    }
    return reached;
}

/// Widens peaks so that the contour passes over letters with some air, then rounds it.
void hug(std::vector<double>& reach)
{
    std::vector<double> wide(reach.size());
    for (int i = 0; i < std::ssize(reach); ++i)
        for (int k = std::max(-i, -2); k <= 2 && i + k < std::ssize(reach); ++k)
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
        const double x = draft.strip->middle(bin);
        const double y = draft.strip->center(bin) + base;
        const double above = gapTo(drafts, index, x, y, true);
        const double below = gapTo(drafts, index, x, y, false);
        const double pitch = std::min({above, below, kWidestPitch * xHeight});
        const double up = std::min(std::max(kHighestAscent * xHeight, kAscentOfPitch * pitch), kAscentOfGap * above);
        const double down = std::min(kDeepestDescent * xHeight, kDescentOfGap * below);
        double top = std::min(up, std::max(kLowestAscent * xHeight, kLeastAscentOfPitch * pitch));
        top = std::max(top, reachOfInk(draft, bin, -1, up));
        double bottom = std::min(down, std::max(kShallowestDescent * xHeight, kLeastDescentOfPitch * pitch));
        bottom = std::max(bottom, reachOfInk(draft, bin, 1, down));
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
    result.baselineMid = draft.baselineAt((result.left + result.right) / 2);
    result.coreInk = draft.coreInk(draft.first, draft.last);
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
        vertex(draft.strip->middle(bin), bin);
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
    std::vector<Draft> drafts = splitAtGaps(draftLines(ink, centers, sigmaPx), sigmaPx);
    std::erase_if(drafts, [sigmaPx](const Draft& draft) { return !looksLikeWriting(draft, sigmaPx); });
    std::vector<MeasuredLine> lines;
    lines.reserve(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        lines.push_back(outlined(drafts, i));
        clampToPage(lines.back().line, ink);
    }
    return lines;
}

} // namespace longhand::imaging

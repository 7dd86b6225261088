#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

#include <opencv2/imgproc.hpp>

#include "imaging/lines_parts.h"

namespace longhand::imaging
{
namespace
{

constexpr double kAlongSigmas = 3.5; ///< length of the ridge filter, in scales of the writing
constexpr std::array kSlopes{-0.15, -0.1, -0.05, 0.0, 0.05, 0.1, 0.15};
constexpr double kSeedShare = 0.30;  ///< of a strong ridge: enough to start a line
constexpr double kTraceShare = 0.10; ///< of a strong ridge: enough to go on
constexpr double kWeakestRidge = 0.006;
constexpr double kSidewaysSigmas = 14;      ///< pieces up to this length may lie across sideways writing
constexpr double kSidewaysShare = 1.2;      ///< of a piece's own strength
constexpr double kSatelliteShare = 0.75;    ///< of the strength of the row it belongs to
constexpr double kWidestGapSigmas = 9;      ///< between words of a line
constexpr double kLongestOverlapSigmas = 8; ///< of two ridges that follow one line

/// Ridge response on a grid with `stepX` page pixels a column and `stepY` a row.
struct RidgeMap {
    cv::Mat response;
    double stepX = 1;
    double stepY = 1;
};

/// Shifts columns so that lines rising by `slope` become level (or back, with the opposite sign).
cv::Mat sheared(const cv::Mat& image, double slopeInCells)
{
    const double mid = image.cols / 2.0;
    const cv::Mat shear = (cv::Mat_<double>(2, 3) << 1, 0, 0, -slopeInCells, 1, slopeInCells * mid);
    cv::Mat result;
    cv::warpAffine(image, result, shear, image.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT);
    return result;
}

/// `slopes`: directions of lines to look for.
RidgeMap ridgesOf(const cv::Mat& ink, double sigmaPx, std::span<const double> slopes)
{
    RidgeMap map;
    const int cols = std::max(1, cvRound(ink.cols / std::max(1.0, sigmaPx)));
    const int rows = std::max(1, cvRound(ink.rows / std::max(1.0, sigmaPx / 4)));
    map.stepX = static_cast<double>(ink.cols) / cols;
    map.stepY = static_cast<double>(ink.rows) / rows;
    cv::Mat coverage;
    cv::resize(ink, coverage, {cols, rows}, 0, 0, cv::INTER_AREA);
    coverage.convertTo(coverage, CV_32F, 1 / 255.0);

    const double down = sigmaPx / map.stepY;
    const double along = kAlongSigmas * sigmaPx / map.stepX;
    const cv::Mat secondDerivative = (cv::Mat_<float>(3, 1) << -1, 2, -1);
    map.response = cv::Mat::zeros(rows, cols, CV_32F);
    for (const double slope : slopes) {
        const double inCells = slope * map.stepX / map.stepY;
        cv::Mat ridges = slope == 0 ? coverage : sheared(coverage, inCells);
        cv::GaussianBlur(ridges, ridges, {}, along, down, cv::BORDER_CONSTANT);
        cv::filter2D(ridges, ridges, CV_32F, secondDerivative, {-1, -1}, 0, cv::BORDER_REPLICATE);
        if (slope != 0)
            ridges = sheared(ridges, -inCells);
        cv::max(map.response, ridges * (down * down), map.response);
    }
    return map;
}

struct Peak {
    double row = 0;
    double value = 0;
    int next = -1; ///< index in the next column
    bool linkedFromLeft = false;
};

std::vector<Peak> peaksOfColumn(const cv::Mat& response, int x, double threshold)
{
    std::vector<Peak> peaks;
    for (int y = 1; y + 1 < response.rows; ++y) {
        const double above = response.at<float>(y - 1, x);
        const double here = response.at<float>(y, x);
        const double below = response.at<float>(y + 1, x);
        if (here < threshold || here < above || here <= below)
            continue;
        const double bend = above - 2 * here + below;
        const double shift = bend < 0 ? 0.5 * (above - below) / bend : 0;
        peaks.push_back({y + std::clamp(shift, -0.5, 0.5), here, -1, false});
    }
    return peaks;
}

/// What a typical strong row of letters answers: a high quantile of all peaks.
double strongRidge(const cv::Mat& response)
{
    std::vector<double> values;
    for (int x = 0; x < response.cols; ++x)
        for (const Peak& peak : peaksOfColumn(response, x, kWeakestRidge))
            values.push_back(peak.value);
    if (values.empty())
        return 0;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 8 / 10);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// Links every peak to the peak of the next column that is nearest to it, if each is the other's nearest.
void linkColumns(std::vector<Peak>& from, std::vector<Peak>& to, double reach)
{
    const auto nearest = [reach](const std::vector<Peak>& peaks, double row) {
        int best = -1;
        double bestAway = reach;
        for (std::size_t i = 0; i < peaks.size(); ++i) {
            const double away = std::abs(peaks[i].row - row);
            if (away <= bestAway) {
                bestAway = away;
                best = static_cast<int>(i);
            }
        }
        return best;
    };
    for (std::size_t i = 0; i < from.size(); ++i) {
        const int j = nearest(to, from[i].row);
        if (j >= 0 && nearest(from, to[static_cast<std::size_t>(j)].row) == static_cast<int>(i)) {
            from[i].next = j;
            to[static_cast<std::size_t>(j)].linkedFromLeft = true;
        }
    }
}

std::vector<CenterLine> traceRidges(const RidgeMap& map, double strong)
{
    const double trace = std::max(kWeakestRidge, kTraceShare * strong);
    const double seed = std::max(kWeakestRidge, kSeedShare * strong);
    std::vector<std::vector<Peak>> columns;
    columns.reserve(static_cast<std::size_t>(map.response.cols));
    for (int x = 0; x < map.response.cols; ++x)
        columns.push_back(peaksOfColumn(map.response, x, trace));
    const double reach = 0.35 * map.stepX / map.stepY;
    for (std::size_t x = 0; x + 1 < columns.size(); ++x)
        linkColumns(columns[x], columns[x + 1], std::max(1.5, reach));

    std::vector<CenterLine> pieces;
    for (std::size_t x = 0; x < columns.size(); ++x) {
        for (const Peak& start : columns[x]) {
            if (start.linkedFromLeft)
                continue;
            CenterLine piece;
            piece.x0 = (static_cast<double>(x) + 0.5) * map.stepX;
            piece.stepPx = map.stepX;
            double highest = 0;
            double sum = 0;
            std::size_t column = x;
            for (const Peak* peak = &start;;) {
                piece.y.push_back((peak->row + 0.5) * map.stepY);
                highest = std::max(highest, peak->value);
                sum += peak->value;
                if (peak->next < 0)
                    break;
                peak = &columns[++column][static_cast<std::size_t>(peak->next)];
            }
            piece.strength = sum / static_cast<double>(piece.y.size());
            if (highest >= seed)
                pieces.push_back(std::move(piece));
        }
    }
    return pieces;
}

/// Typical distance between lines one below the other; `fallback` on a page with hardly any.
double linePitch(const std::vector<CenterLine>& lines, double sigmaPx, double fallback)
{
    std::vector<double> gaps;
    for (const CenterLine& line : lines) {
        if (line.right() - line.left() < 12 * sigmaPx)
            continue;
        for (std::size_t i = 0; i < line.y.size(); i += 8) {
            const double x = line.x0 + static_cast<double>(i) * line.stepPx;
            double nearest = std::numeric_limits<double>::infinity();
            for (const CenterLine& other : lines) {
                const double down = other.at(x) - line.y[i];
                if (x >= other.left() && x <= other.right() && down > 2.4 * sigmaPx &&
                    other.right() - other.left() >= 12 * sigmaPx)
                    nearest = std::min(nearest, down);
            }
            if (std::isfinite(nearest))
                gaps.push_back(nearest);
        }
    }
    if (gaps.size() < 8)
        return fallback;
    const auto mid = gaps.begin() + std::ssize(gaps) / 2;
    std::nth_element(gaps.begin(), mid, gaps.end());
    return *mid;
}

/// Short pieces that lie across a row of letters written upwards or downwards, as notes in margins are.
void dropAcrossSideways(std::vector<CenterLine>& pieces, const cv::Mat& ink, double sigmaPx)
{
    constexpr std::array kUpright{0.0};
    cv::Mat turned;
    cv::transpose(ink, turned);
    const RidgeMap map = ridgesOf(turned, sigmaPx, kUpright);
    std::erase_if(pieces, [&](const CenterLine& piece) {
        if (piece.right() - piece.left() > kSidewaysSigmas * sigmaPx)
            return false;
        double upright = 0;
        for (std::size_t i = 0; i < piece.y.size(); ++i) {
            const double x = piece.x0 + static_cast<double>(i) * piece.stepPx;
            const int row = std::clamp(static_cast<int>(x / map.stepY), 0, map.response.rows - 1);
            const int col = std::clamp(static_cast<int>(piece.y[i] / map.stepX), 0, map.response.cols - 1);
            upright = std::max(upright, static_cast<double>(map.response.at<float>(row, col)));
        }
        return upright > kSidewaysShare * piece.strength;
    });
}

/// Drops ridges in the shadow of a stronger one: its row of ascenders or of descenders.
void dropSatellites(std::vector<CenterLine>& pieces, double sigmaPx, double pitchPx)
{
    const auto weight = [](const CenterLine& line) {
        return line.strength * std::sqrt(static_cast<double>(line.y.size()));
    };
    std::sort(pieces.begin(), pieces.end(),
              [&](const CenterLine& a, const CenterLine& b) { return weight(a) > weight(b); });
    const double near = 2.4 * sigmaPx;
    const double far = std::clamp(0.68 * pitchPx, near, 5 * sigmaPx);
    std::vector<CenterLine> kept;
    for (CenterLine& piece : pieces) {
        const auto shadows = [&](const CenterLine& other, double x, double y) {
            if (x < other.left() || x > other.right())
                return false;
            const double away = std::abs(other.at(x) - y);
            return away < near || (away < far && piece.strength < kSatelliteShare * other.strength);
        };
        // What remains of a ridge that wandered off to its ascenders is the longest part of its own.
        std::size_t bestFrom = 0;
        std::size_t bestSize = 0;
        std::size_t from = 0;
        for (std::size_t i = 0; i <= piece.y.size(); ++i) {
            const double x = piece.x0 + static_cast<double>(i) * piece.stepPx;
            const bool free = i < piece.y.size() &&
                              std::none_of(kept.begin(), kept.end(),
                                           [&](const CenterLine& other) { return shadows(other, x, piece.y[i]); });
            if (free)
                continue;
            if (i - from > bestSize) {
                bestFrom = from;
                bestSize = i - from;
            }
            from = i + 1;
        }
        if (bestSize < 2 || 3 * bestSize < piece.y.size())
            continue;
        const auto first = piece.y.begin() + static_cast<std::ptrdiff_t>(bestFrom);
        piece.y = std::vector<double>(first, first + static_cast<std::ptrdiff_t>(bestSize));
        piece.x0 += static_cast<double>(bestFrom) * piece.stepPx;
        kept.push_back(std::move(piece));
    }
    pieces = std::move(kept);
}

struct Join {
    std::size_t a, b;
    double cost;
};

std::vector<CenterLine> joinPieces(std::vector<CenterLine> pieces, double sigmaPx, double pitchPx)
{
    const double tolerance = std::clamp(0.3 * pitchPx, 1.3 * sigmaPx, 2.2 * sigmaPx);
    std::vector<Join> joins;
    for (std::size_t a = 0; a < pieces.size(); ++a) {
        for (std::size_t b = 0; b < pieces.size(); ++b) {
            const double gap = pieces[b].left() - pieces[a].right();
            if (a == b || gap > kWidestGapSigmas * sigmaPx || gap < -kLongestOverlapSigmas * sigmaPx ||
                pieces[b].left() <= pieces[a].left() || pieces[b].right() <= pieces[a].right())
                continue;
            const double span = 12 * sigmaPx;
            const double reach = std::max(0.0, gap) / 2;
            const double mid = (pieces[a].right() + pieces[b].left()) / 2;
            const double forward = pieces[a].at(mid) + pieces[a].endSlope(true, span) * reach;
            const double backward = pieces[b].at(mid) - pieces[b].endSlope(false, span) * reach;
            // A ridge may climb to its ascenders at the very end; the stretch before tells where its line is.
            const double settled =
                std::abs(pieces[a].levelNear(true, 4 * sigmaPx, span) - pieces[b].levelNear(false, 4 * sigmaPx, span));
            const double off = std::min(std::abs(forward - backward), settled);
            if (off > tolerance + 0.04 * std::max(0.0, gap))
                continue;
            joins.push_back({a, b, std::abs(gap) + 6 * off});
        }
    }
    std::sort(joins.begin(), joins.end(), [](const Join& l, const Join& r) { return l.cost < r.cost; });
    constexpr auto kNone = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> next(pieces.size(), kNone);
    std::vector<std::size_t> previous(pieces.size(), kNone);
    for (const Join& join : joins) {
        if (next[join.a] == kNone && previous[join.b] == kNone) {
            next[join.a] = join.b;
            previous[join.b] = join.a;
        }
    }

    std::vector<CenterLine> lines;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (previous[i] != kNone)
            continue;
        CenterLine line = std::move(pieces[i]);
        double weight = line.strength * static_cast<double>(line.y.size());
        double samples = static_cast<double>(line.y.size());
        for (std::size_t j = next[i]; j != kNone; j = next[j]) {
            const CenterLine& more = pieces[j];
            const int missing = cvRound((more.x0 - line.right()) / line.stepPx);
            const double from = line.y.back();
            for (int k = 1; k < missing; ++k)
                line.y.push_back(from + (more.y.front() - from) * k / missing);
            const int skip = std::max(0, 1 - missing);
            line.y.insert(line.y.end(), more.y.begin() + std::min<std::ptrdiff_t>(skip, std::ssize(more.y)),
                          more.y.end());
            weight += more.strength * static_cast<double>(more.y.size());
            samples += static_cast<double>(more.y.size());
        }
        line.strength = weight / samples;
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

double CenterLine::at(double x) const
{
    const double position = std::clamp((x - x0) / stepPx, 0.0, static_cast<double>(y.size() - 1));
    const auto i = static_cast<std::size_t>(position);
    if (i + 1 >= y.size())
        return y.back();
    return y[i] + (y[i + 1] - y[i]) * (position - static_cast<double>(i));
}

double CenterLine::endSlope(bool atEnd, double spanPx) const
{
    const auto wanted = static_cast<std::size_t>(std::max(1.0, spanPx / stepPx));
    const std::size_t n = std::min(wanted, y.size() - 1);
    // The direction of a short word says little about the line.
    if (n < 4)
        return 0;
    const double rise = atEnd ? y.back() - y[y.size() - 1 - n] : y[n] - y.front();
    return rise / (static_cast<double>(n) * stepPx);
}

double CenterLine::levelNear(bool atEnd, double skipPx, double spanPx) const
{
    const auto count = std::ssize(y);
    const auto skip = std::min(static_cast<std::ptrdiff_t>(skipPx / stepPx), (count - 1) / 2);
    const auto span = std::clamp(static_cast<std::ptrdiff_t>(spanPx / stepPx), std::ptrdiff_t{1}, count - skip);
    const auto from = atEnd ? y.end() - skip - span : y.begin() + skip;
    return std::accumulate(from, from + span, 0.0) / static_cast<double>(span);
}

std::vector<CenterLine> traceCenterLines(const cv::Mat& ink, double sigmaPx)
{
    const RidgeMap map = ridgesOf(ink, sigmaPx, kSlopes);
    const double strong = strongRidge(map.response);
    if (strong <= 0)
        return {};
    std::vector<CenterLine> pieces = traceRidges(map, strong);
    dropAcrossSideways(pieces, ink, sigmaPx);
    const double unknownPitch = 5 * sigmaPx;
    const double pitch = linePitch(pieces, sigmaPx, unknownPitch);
    dropSatellites(pieces, sigmaPx, pitch);
    std::vector<CenterLine> lines = joinPieces(std::move(pieces), sigmaPx, pitch);
    dropSatellites(lines, sigmaPx, linePitch(lines, sigmaPx, unknownPitch));
    return lines;
}

} // namespace longhand::imaging

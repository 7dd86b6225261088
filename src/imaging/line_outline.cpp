#include "longhand/imaging/line_outline.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include <opencv2/core.hpp>

#include "imaging/lines_parts.h"
#include "imaging/mat_bridge.h"

namespace longhand::imaging
{
namespace
{

// In heights of a small letter, as far as InkLineFinder lets its outlines reach.
constexpr double kHighestAscent = 2.5;
constexpr double kLowestAscent = 1.25;
constexpr double kDeepestDescent = 0.9;
constexpr double kShallowestDescent = 0.4;
constexpr double kPad = 0.25;
constexpr double kBreak = 0.6;         ///< of paper ends a letter with its accent
constexpr double kBaselineSlack = 0.8; ///< a drawn baseline is off by at most this
/// Shares of the way to the next baseline that belong to this line.
constexpr double kAscentOfGap = 0.85;
constexpr double kDescentOfGap = 0.33;
constexpr double kScaleOfPage = 0.006; ///< of the longer side, for a page without any ink

/// A place on the baseline and the unit vector along it. Down the page is (-along.y, along.x).
struct Station {
    Point origin;
    Point along;

    [[nodiscard]] Point below(double downPx) const
    {
        return {origin.x - along.y * downPx, origin.y + along.x * downPx};
    }
};

double distance(Point a, Point b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

double lengthOf(const Polyline& line)
{
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += distance(line[i - 1], line[i]);
    return length;
}

Point pointAt(const Polyline& line, double s)
{
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double length = distance(line[i - 1], line[i]);
        if (s <= length && length > 0) {
            const double share = s / length;
            return {line[i - 1].x + (line[i].x - line[i - 1].x) * share,
                    line[i - 1].y + (line[i].y - line[i - 1].y) * share};
        }
        s -= length;
    }
    return line.back();
}

/// Even steps of about `stepPx`. A hand shakes while it draws, so directions are taken over a stretch.
std::vector<Station> stationsOf(const Polyline& baseline, double stepPx)
{
    const double length = lengthOf(baseline);
    const int steps = std::max(1, cvRound(length / stepPx));
    std::vector<Station> stations;
    for (int i = 0; i <= steps; ++i) {
        const double s = length * i / steps;
        const double stretch = std::max(3 * stepPx, 1.0);
        const Point before = pointAt(baseline, std::max(0.0, s - stretch));
        const Point behind = pointAt(baseline, std::min(length, s + stretch));
        const double norm = distance(before, behind);
        const Point along = norm > 0 ? Point{(behind.x - before.x) / norm, (behind.y - before.y) / norm} : Point{1, 0};
        stations.push_back({pointAt(baseline, s), along});
    }
    return stations;
}

/// Ink around a drawn baseline: for every station rows of one pixel down from it, a step wide.
class InkAlong
{
public:
    InkAlong(const cv::Mat& ink, const std::vector<Station>& stations, double stepPx, int reachPx)
        : m_reach(reachPx), m_counts(static_cast<int>(stations.size()), 2 * reachPx + 1, CV_32S, cv::Scalar(0))
    {
        const int half = std::max(1, cvRound(stepPx / 2));
        for (int i = 0; i < m_counts.rows; ++i) {
            const Station& station = stations[static_cast<std::size_t>(i)];
            for (int down = -m_reach; down <= m_reach; ++down) {
                const Point middle = station.below(down);
                for (int k = -half; k <= half; ++k) {
                    const int x = cvFloor(middle.x + station.along.x * k);
                    const int y = cvFloor(middle.y + station.along.y * k);
                    if (x >= 0 && y >= 0 && x < ink.cols && y < ink.rows && ink.at<std::uint8_t>(y, x) != 0)
                        ++m_counts.at<int>(i, down + m_reach);
                }
            }
        }
    }

    [[nodiscard]] int count(int station, int down) const
    {
        const bool known = std::abs(down) <= m_reach && station >= 0 && station < m_counts.rows;
        return known ? m_counts.at<int>(station, down + m_reach) : 0;
    }
    [[nodiscard]] double row(int down) const
    {
        double sum = 0;
        for (int i = 0; i < m_counts.rows; ++i)
            sum += count(i, down);
        return sum;
    }

private:
    int m_reach;
    cv::Mat m_counts;
};

/// Rows from the drawn baseline down to where the ink of all letters falls off most.
int feetOf(const InkAlong& ink, double xHeightPx)
{
    const int slack = std::max(1, cvRound(kBaselineSlack * xHeightPx));
    const int step = std::max(1, cvRound(0.15 * xHeightPx));
    int best = 0;
    double bestFall = 0;
    for (int down = -slack; down <= slack; ++down) {
        double fall = 0;
        for (int k = 1; k <= step; ++k)
            fall += ink.row(down - k) - ink.row(down + k);
        // Of rows that are alike the one nearest to what the person drew.
        fall *= 1 - 0.3 * std::abs(down) / slack;
        if (fall > bestFall) {
            bestFall = fall;
            best = down;
        }
    }
    return best;
}

/// Height of the small letters on the feet: up to where the ink sets in most.
double smallLettersOf(const InkAlong& ink, int feet, double sigmaPx)
{
    const int step = std::max(1, cvRound(0.3 * sigmaPx));
    int best = cvRound(2 * sigmaPx);
    double bestRise = 0;
    for (int up = cvRound(sigmaPx); up <= cvRound(2.8 * sigmaPx); ++up) {
        double rise = 0;
        for (int k = 1; k <= step; ++k)
            rise += ink.row(feet - up + k) - ink.row(feet - up - k);
        if (rise > bestRise) {
            bestRise = rise;
            best = up;
        }
    }
    return std::max(2, best);
}

double reachOfInk(const InkAlong& ink, int station, int feet, int direction, double from, double limit, double breakPx)
{
    double reached = from;
    for (double away = reached; away <= limit && away - reached <= breakPx; away += 1) {
        const int down = feet + cvRound(direction * away);
        for (int k = station - 1; k <= station + 1; ++k)
            if (ink.count(k, down) > 0)
                reached = away;
    }
    return reached;
}

/// Distance to the nearest other baseline straight above (`direction` -1) or below; infinite without one.
double gapTo(const std::vector<Polyline>& others, const Station& station, int direction, double leastPx)
{
    double gap = std::numeric_limits<double>::infinity();
    for (const Polyline& other : others) {
        for (std::size_t i = 1; i < other.size(); ++i) {
            // In the station's own axes: along and down.
            const auto along = [&](Point p) {
                return (p.x - station.origin.x) * station.along.x + (p.y - station.origin.y) * station.along.y;
            };
            const auto down = [&](Point p) {
                return (p.y - station.origin.y) * station.along.x - (p.x - station.origin.x) * station.along.y;
            };
            const double a = along(other[i - 1]);
            const double b = along(other[i]);
            if ((a > 0) == (b > 0) || a == b)
                continue;
            const double share = a / (a - b);
            const double away = direction * (down(other[i - 1]) + (down(other[i]) - down(other[i - 1])) * share);
            if (away > leastPx)
                gap = std::min(gap, away);
        }
    }
    return gap;
}

/// Passes over peaks with some air, then rounds.
void hug(std::vector<double>& reach)
{
    const auto count = std::ssize(reach);
    const auto at = [count](const std::vector<double>& values, std::ptrdiff_t i) {
        return values[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(i, 0, count - 1))];
    };
    std::vector<double> wide(reach.size());
    for (std::ptrdiff_t i = 0; i < count; ++i)
        for (std::ptrdiff_t k = -2; k <= 2; ++k)
            wide[static_cast<std::size_t>(i)] = std::max(wide[static_cast<std::size_t>(i)], at(reach, i + k));
    for (std::ptrdiff_t i = 0; i < count; ++i)
        reach[static_cast<std::size_t>(i)] = (at(wide, i - 1) + 2 * at(wide, i) + at(wide, i + 1)) / 4;
}

FoundLine grown(const cv::Mat& ink, double sigmaPx, const Polyline& drawn, const std::vector<Polyline>& others)
{
    const double stepPx = std::max(2.0, sigmaPx);
    const std::vector<Station> stations = stationsOf(drawn, stepPx);
    const InkAlong along(ink, stations, stepPx, cvCeil((kHighestAscent + kBaselineSlack + kPad) * 2.8 * sigmaPx) + 1);
    const int feet = feetOf(along, 2 * sigmaPx);
    const double xHeightPx = smallLettersOf(along, feet, sigmaPx);

    std::vector<double> ascent;
    std::vector<double> descent;
    for (int i = 0; i < static_cast<int>(stations.size()); ++i) {
        const Station& station = stations[static_cast<std::size_t>(i)];
        const double above = gapTo(others, station, -1, xHeightPx / 2) + feet;
        const double below = gapTo(others, station, 1, xHeightPx / 2) - feet;
        const double up = std::max(xHeightPx, std::min(kHighestAscent * xHeightPx, kAscentOfGap * above));
        const double down = std::max(0.3 * xHeightPx, std::min(kDeepestDescent * xHeightPx, kDescentOfGap * below));
        const double breakPx = kBreak * xHeightPx;
        const double top =
            std::max(std::min(up, kLowestAscent * xHeightPx), reachOfInk(along, i, feet, -1, xHeightPx, up, breakPx));
        const double bottom =
            std::max(std::min(down, kShallowestDescent * xHeightPx), reachOfInk(along, i, feet, 1, 0, down, breakPx));
        ascent.push_back(std::min(up, top + kPad * xHeightPx));
        descent.push_back(std::min(down, bottom + kPad * xHeightPx));
    }
    hug(ascent);
    hug(descent);

    FoundLine line;
    Polygon underside;
    for (std::size_t i = 0; i < stations.size(); ++i) {
        line.baseline.push_back(stations[i].below(feet));
        line.outline.push_back(stations[i].below(feet - ascent[i]));
        underside.push_back(stations[i].below(feet + descent[i]));
    }
    line.outline.insert(line.outline.end(), underside.rbegin(), underside.rend());
    for (auto* points : {&line.outline, &line.baseline}) {
        for (Point& p : *points) {
            p.x = std::clamp(p.x, 0.0, static_cast<double>(ink.cols));
            p.y = std::clamp(p.y, 0.0, static_cast<double>(ink.rows));
        }
    }
    return line;
}

} // namespace

Result<FoundLine> growOutline(const CleanPage& page, const Polyline& baseline, const std::vector<Polyline>& others)
try {
    if (baseline.size() < 2 || lengthOf(baseline) < 1)
        return Error{ErrorCode::InvalidInput, "The line has no length. Draw it along the writing."};
    if (page.ink.empty())
        return Error{ErrorCode::InvalidInput, "The page has no pixels. Choose another picture."};
    const cv::Mat ink = asMat(page.ink);
    const double sigmaPx = writingScale(ink);
    const double scalePx = sigmaPx > 0 ? sigmaPx : kScaleOfPage * std::max(ink.cols, ink.rows);
    return grown(ink, std::max(1.0, scalePx), baseline, others);
} catch (const cv::Exception& e) {
    return Error{ErrorCode::Internal, std::string("The outline of the line could not be found: ") + e.what()};
}

} // namespace longhand::imaging

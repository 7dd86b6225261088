#include "ruling.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace longhand::imaging
{

namespace
{

/// A piece of a ruling that no handwriting hides, share of the page's width: longer than nearly every pen stroke is
/// straight.
constexpr double kPieceShare = 0.018;
/// Rulings are thinner than this share of the page's width.
constexpr double kThickestShare = 0.004;
/// Steepest ruling: deskewing has levelled the text, the rulings follow within this.
constexpr double kSteepest = 0.03;
/// Share of a ruling's length that must show as pieces; letters that happen to line up cover less.
constexpr double kLeastCover = 0.3;
/// The longest ones suffice, and a page of hatching must not take forever.
constexpr std::size_t kMostPieces = 1500;

struct Piece {
    int left, right; ///< columns, inclusive
    double y;        ///< middle
    [[nodiscard]] int length() const { return right - left + 1; }
};

/// A ruling as y = a + b x + c x^2 with the columns it covers.
struct Ruling {
    double a = 0, b = 0, c = 0;
    int left = 0, right = 0;
    [[nodiscard]] double at(double x) const { return a + x * (b + x * c); }
};

struct Sizes {
    int piecePx;
    int thickestPx;
    int shortestPx;
};

/// Straight, thin, level pieces of ink.
std::vector<Piece> findPieces(const cv::Mat& ink, const Sizes& sizes)
{
    cv::Mat level, thick;
    // A slanting thin line is a staircase of short runs: fattening by a row joins them into one long run.
    cv::dilate(ink, level, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(1, 3)));
    cv::morphologyEx(level, level, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_RECT, cv::Size(sizes.piecePx, 1)));
    const int thickest = sizes.thickestPx + 3;
    cv::morphologyEx(level, thick, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(1, thickest)));
    level.setTo(0, thick);
    cv::Mat labels, stats, centroids;
    const int count = cv::connectedComponentsWithStats(level, labels, stats, centroids, 8, CV_32S);
    std::vector<Piece> pieces;
    for (int i = 1; i < count; ++i) {
        const int width = stats.at<int>(i, cv::CC_STAT_WIDTH);
        const int height = stats.at<int>(i, cv::CC_STAT_HEIGHT);
        const int left = stats.at<int>(i, cv::CC_STAT_LEFT);
        if (width >= sizes.piecePx / 2 && height <= thickest + width * kSteepest)
            pieces.push_back({left, left + width - 1, centroids.at<double>(i, 1)});
    }
    return pieces;
}

/// Least squares through the pieces, each weighted by its length. Straight until it is long enough for a curve to show.
Ruling fit(const std::vector<Piece>& pieces, bool curved)
{
    const int terms = curved ? 3 : 2;
    double left = pieces[0].left, right = pieces[0].right;
    for (const Piece& p : pieces) {
        left = std::min<double>(left, p.left);
        right = std::max<double>(right, p.right);
    }
    const double middle = (left + right) / 2, half = std::max(1.0, (right - left) / 2);
    cv::Matx33d normal = cv::Matx33d::zeros();
    cv::Vec3d target(0, 0, 0);
    for (const Piece& p : pieces) {
        const double x = ((p.left + p.right) / 2.0 - middle) / half;
        const cv::Vec3d row(1, x, x * x);
        for (int i = 0; i < terms; ++i) {
            for (int j = 0; j < terms; ++j)
                normal(i, j) += p.length() * row[i] * row[j];
            target[i] += p.length() * row[i] * p.y;
        }
    }
    for (int i = 0; i < 3; ++i) // a lone piece leaves its slope open: level it
        normal(i, i) += i < terms ? 1e-6 : 1;
    const cv::Vec3d k = normal.solve(target, cv::DECOMP_CHOLESKY);
    Ruling ruling;
    ruling.c = k[2] / (half * half);
    ruling.b = k[1] / half - 2 * ruling.c * middle;
    ruling.a = k[0] - k[1] * middle / half + ruling.c * middle * middle;
    ruling.left = static_cast<int>(left);
    ruling.right = static_cast<int>(right);
    return ruling;
}

/// Chains pieces from left to right into rulings that span enough of the page.
std::vector<Ruling> chain(std::vector<Piece> pieces, const Sizes& sizes, int width)
{
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.length() > b.length(); });
    if (pieces.size() > kMostPieces)
        pieces.resize(kMostPieces);
    const double tolerance = sizes.thickestPx / 2.0 + 2;
    std::vector<std::uint8_t> used(pieces.size(), 0);
    std::vector<Ruling> rulings;
    for (std::size_t seed = 0; seed < pieces.size(); ++seed) {
        if (used[seed])
            continue;
        std::vector<Piece> members{pieces[seed]};
        std::vector<std::uint8_t> joined = used;
        joined[seed] = 1;
        Ruling ruling = fit(members, false);
        // Grow outwards: the piece nearest to what is covered refines the course before a farther one is judged by it.
        for (bool grown = true; grown;) {
            grown = false;
            std::size_t nearest = 0;
            int nearestGap = width;
            for (std::size_t i = 0; i < pieces.size(); ++i) {
                const Piece& p = pieces[i];
                if (joined[i])
                    continue;
                const int gap = std::max(p.left - ruling.right, ruling.left - p.right);
                const double slack = tolerance + std::max(0, gap) * kSteepest / (members.size() > 2 ? 6 : 2);
                if (gap < nearestGap && std::abs(ruling.at((p.left + p.right) / 2.0) - p.y) <= slack) {
                    nearest = i;
                    nearestGap = gap;
                    grown = true;
                }
            }
            if (grown) {
                members.push_back(pieces[nearest]);
                joined[nearest] = 1;
                const bool curved = members.size() >= 6 && ruling.right - ruling.left > width / 2;
                ruling = fit(members, curved);
            }
        }
        int covered = 0;
        for (const Piece& p : members)
            covered += p.length();
        const int span = ruling.right - ruling.left + 1;
        if (span < sizes.shortestPx || covered < kLeastCover * span)
            continue;
        used = std::move(joined);
        rulings.push_back(ruling);
    }
    return rulings;
}

/// Clears the run of ink across the ruling in every column where it is no longer than the ruling is thick; a longer run
/// is a stroke that crosses or touches.
void clear(cv::Mat& ink, const cv::Mat& original, const Ruling& ruling, const Sizes& sizes)
{
    const int reach = sizes.thickestPx / 2 + 2;
    std::vector<int> lengths;
    struct Run {
        int x, top, length;
    };
    std::vector<Run> runs;
    const int margin = sizes.piecePx;
    for (int x = std::max(0, ruling.left - margin); x <= std::min(ink.cols - 1, ruling.right + margin); ++x) {
        const int middle = cvRound(ruling.at(x));
        int y = -1;
        for (int d = 0; d <= reach && y < 0; ++d)
            for (const int candidate : {middle - d, middle + d})
                if (candidate >= 0 && candidate < ink.rows && original.at<std::uint8_t>(candidate, x) != 0)
                    y = candidate;
        if (y < 0)
            continue;
        int top = y, bottom = y;
        while (top > 0 && original.at<std::uint8_t>(top - 1, x) != 0)
            --top;
        while (bottom + 1 < ink.rows && original.at<std::uint8_t>(bottom + 1, x) != 0)
            ++bottom;
        runs.push_back({x, top, bottom - top + 1});
        lengths.push_back(bottom - top + 1);
    }
    if (lengths.empty())
        return;
    const auto half = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), half, lengths.end());
    const int longest = std::min(*half + 2, sizes.thickestPx + 1);
    for (const Run& run : runs)
        if (run.length <= longest)
            for (int y = run.top; y < run.top + run.length; ++y)
                ink.at<std::uint8_t>(y, run.x) = 0;
}

int removeLevel(cv::Mat& ink, const Sizes& sizes)
{
    const std::vector<Ruling> rulings = chain(findPieces(ink, sizes), sizes, ink.cols);
    const cv::Mat original = ink.clone();
    for (const Ruling& ruling : rulings)
        clear(ink, original, ruling, sizes);
    return static_cast<int>(rulings.size());
}

} // namespace

int removeRulings(cv::Mat& ink, const RulingStep& step)
{
    const int side = std::max(ink.cols, ink.rows);
    const auto sizesFor = [&](int length) {
        return Sizes{std::max(12, cvRound(kPieceShare * side)), std::max(3, cvRound(kThickestShare * side)),
                     std::max(24, cvRound(step.minLengthShare * length))};
    };
    int found = removeLevel(ink, sizesFor(ink.cols));
    cv::Mat onItsSide;
    cv::transpose(ink, onItsSide);
    found += removeLevel(onItsSide, sizesFor(ink.rows));
    cv::transpose(onItsSide, ink);
    return found;
}

} // namespace longhand::imaging

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
constexpr double kThickestShare = 0.0025;
/// Steepest ruling: deskewing has levelled the text, the rulings follow within this.
constexpr double kSteepest = 0.03;
/// Where no stroke crosses it, this share of a ruling must show. The feet of written letters also line up, but leave
/// gaps.
constexpr double kLeastCover = 0.6;
/// And long pieces must cover this share of all columns: writing is thin and level only in short bits.
constexpr double kLeastInPieces = 0.25;
/// The longest ones suffice, and a page of hatching must not take forever.
constexpr std::size_t kMostPieces = 600;

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
    // Without what is thick first, and with the gaps that rough paper leaves closed.
    cv::morphologyEx(ink, thick, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_RECT, cv::Size(1, sizes.thickestPx + 1)));
    cv::subtract(ink, thick, level);
    cv::morphologyEx(level, level, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(3, 1)));
    cv::morphologyEx(level, level, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_RECT, cv::Size(sizes.piecePx, 1)));
    cv::Mat labels, stats, centroids;
    const int count = cv::connectedComponentsWithStats(level, labels, stats, centroids, 8, CV_32S);
    std::vector<Piece> pieces;
    for (int i = 1; i < count; ++i) {
        const int width = stats.at<int>(i, cv::CC_STAT_WIDTH);
        const int height = stats.at<int>(i, cv::CC_STAT_HEIGHT);
        const int left = stats.at<int>(i, cv::CC_STAT_LEFT);
        if (height <= sizes.thickestPx + width * kSteepest)
            pieces.push_back({left, left + width - 1, centroids.at<double>(i, 1)});
    }
    return pieces;
}

enum class Shape { Straight, Curved };

/// Least squares through the pieces, each weighted by its length. Straight until it is long enough for a curve to show.
Ruling fit(const std::vector<Piece>& pieces, Shape shape)
{
    const int terms = shape == Shape::Curved ? 3 : 2;
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

/// The run of ink across a ruling in one column.
struct Run {
    int top = 0;
    int length = 0; ///< 0: no ink
};

Run runAt(const cv::Mat& ink, int x, int middle, int reach)
{
    for (int d = 0; d <= reach; ++d)
        for (const int y : {middle - d, middle + d}) {
            if (y < 0 || y >= ink.rows || ink.at<std::uint8_t>(y, x) == 0)
                continue;
            int top = y, bottom = y;
            while (top > 0 && ink.at<std::uint8_t>(top - 1, x) != 0)
                --top;
            while (bottom + 1 < ink.rows && ink.at<std::uint8_t>(bottom + 1, x) != 0)
                ++bottom;
            return {top, bottom - top + 1};
        }
    return {};
}

bool isRuling(const cv::Mat& ink, const Ruling& ruling, const std::vector<Piece>& pieces, const Sizes& sizes)
{
    const int span = ruling.right - ruling.left + 1;
    if (span < sizes.shortestPx)
        return false;
    int inPieces = 0;
    for (const Piece& p : pieces)
        inPieces += p.length();
    if (inPieces < kLeastInPieces * span)
        return false;
    int seen = 0, empty = 0;
    for (int x = ruling.left; x <= ruling.right; ++x) {
        const Run run = runAt(ink, x, cvRound(ruling.at(x)), sizes.thickestPx / 2);
        if (run.length == 0)
            ++empty;
        else if (run.length <= sizes.thickestPx)
            ++seen;
    }
    return seen >= kLeastCover * (seen + empty);
}

/// Chains pieces from left to right into rulings that span enough of the page.
std::vector<Ruling> findRulings(const cv::Mat& ink, const Sizes& sizes)
{
    std::vector<Piece> pieces = findPieces(ink, sizes);
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.length() > b.length(); });
    if (pieces.size() > kMostPieces)
        pieces.resize(kMostPieces);
    const double tolerance = sizes.thickestPx / 2.0 + 1;
    std::vector<std::uint8_t> used(pieces.size(), 0);
    std::vector<Ruling> rulings;
    for (std::size_t seed = 0; seed < pieces.size(); ++seed) {
        if (used[seed])
            continue;
        std::vector<Piece> members{pieces[seed]};
        std::vector<std::uint8_t> joined = used;
        joined[seed] = 1;
        Ruling ruling = fit(members, Shape::Straight);
        // Grow outwards: the piece nearest to what is covered refines the course before a farther one is judged by it.
        while (true) {
            std::size_t nearest = pieces.size();
            int nearestGap = ink.cols;
            for (std::size_t i = 0; i < pieces.size(); ++i) {
                if (joined[i])
                    continue;
                const Piece& p = pieces[i];
                const int gap = std::max(p.left - ruling.right, ruling.left - p.right);
                const double slack = tolerance + std::max(0, gap) * kSteepest / 4;
                if (gap < nearestGap && std::abs(ruling.at((p.left + p.right) / 2.0) - p.y) <= slack) {
                    nearest = i;
                    nearestGap = gap;
                }
            }
            if (nearest == pieces.size())
                break;
            members.push_back(pieces[nearest]);
            joined[nearest] = 1;
            const bool longEnough = members.size() >= 6 && ruling.right - ruling.left > ink.cols / 2;
            ruling = fit(members, longEnough ? Shape::Curved : Shape::Straight);
        }
        if (isRuling(ink, ruling, members, sizes)) {
            used = std::move(joined);
            rulings.push_back(ruling);
        }
    }
    return rulings;
}

/// Clears the run of ink across the ruling in every column where it is no longer than the ruling is thick; a longer run
/// is a stroke that crosses or touches.
void clear(cv::Mat& ink, const cv::Mat& original, const Ruling& ruling, const Sizes& sizes)
{
    const int reach = sizes.thickestPx / 2 + 1;
    const int from = std::max(0, ruling.left - sizes.piecePx);
    const int to = std::min(ink.cols - 1, ruling.right + sizes.piecePx);
    std::vector<Run> runs;
    std::vector<int> lengths;
    for (int x = from; x <= to; ++x) {
        runs.push_back(runAt(original, x, cvRound(ruling.at(x)), reach));
        if (runs.back().length > 0)
            lengths.push_back(runs.back().length);
    }
    if (lengths.empty())
        return;
    const auto half = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), half, lengths.end());
    const int longest = std::min(*half + 1, sizes.thickestPx + 1);
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (runs[i].length <= longest)
            for (int y = runs[i].top; y < runs[i].top + runs[i].length; ++y)
                ink.at<std::uint8_t>(y, from + static_cast<int>(i)) = 0;
}

int removeLevel(cv::Mat& ink, const Sizes& sizes)
{
    const std::vector<Ruling> rulings = findRulings(ink, sizes);
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

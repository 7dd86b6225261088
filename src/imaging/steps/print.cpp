#include "print.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace longhand::imaging
{

namespace
{

constexpr int kLowestLetterPx = 6;
constexpr double kHighestLetterShare = 0.06; ///< of the longer page side
constexpr double kWidestLetter = 4;          ///< times its height: a few letters may have run together
constexpr double kWidestGap = 2.2;           ///< between letters, words included, in heights of the higher one
constexpr double kMostUnlike = 0.4;          ///< height of a small letter, share of its neighbour's
constexpr double kSteepest = 0.12;
/// How exactly print keeps to its lines, share of a letter's height; at least a pixel either way, if that is not much.
constexpr double kTolerance = 0.06;
constexpr double kLargestTolerance = 0.09;
constexpr double kPixel = 1.05;
constexpr int kWindowLetters = 12; ///< judged at once, so that a page need not be flat
/// Of the letters of a long row this share keeps to both lines, and of a short one more: so many can stand in line by
/// chance. No line of some 6000 written ones by some 350 hands reached it, and the row of fine print that came nearest
/// was 0.05 above.
constexpr double kLeastShare = 0.75;
constexpr double kShareForShortness = 2.5;
/// Rows whose letters differ in height by no more than this share belong together: one that looks printed among many of
/// its size that do not is a steady hand's.
constexpr double kSameSize = 0.25;

struct Letter {
    cv::Rect box;
    int next = -1;
    int previous = -1;
    [[nodiscard]] double middle() const { return box.x + box.width / 2.0; }
    [[nodiscard]] int bottom() const { return box.y + box.height; }
    [[nodiscard]] int right() const { return box.x + box.width; }
};

/// Neighbouring letters, left to right.
using Row = std::vector<Letter>;

std::vector<Letter> findLetters(const cv::Mat& stats, int highestPx)
{
    std::vector<Letter> letters;
    for (int i = 1; i < stats.rows; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (box.height >= kLowestLetterPx && box.height <= highestPx && box.width <= kWidestLetter * box.height)
            letters.push_back({box});
    }
    std::sort(letters.begin(), letters.end(), [](const Letter& a, const Letter& b) { return a.box.x < b.box.x; });
    return letters;
}

bool areNeighbours(const Letter& a, const Letter& b)
{
    const int lower = std::min(a.box.height, b.box.height);
    const int higher = std::max(a.box.height, b.box.height);
    const int shared = std::min(a.bottom(), b.bottom()) - std::max(a.box.y, b.box.y);
    return b.middle() >= a.right() && b.box.x - a.right() <= kWidestGap * higher && 2 * shared >= lower &&
           lower >= kMostUnlike * higher && 2 * std::abs(a.bottom() - b.bottom()) <= higher;
}

/// Rows of letters, each followed by the nearest one to its right.
std::vector<Row> findRows(std::vector<Letter> letters, int highestPx)
{
    for (int i = 0; i < std::ssize(letters); ++i) {
        Letter& letter = letters[static_cast<std::size_t>(i)];
        int nearest = -1;
        int nearestX = std::numeric_limits<int>::max();
        for (int j = i + 1; j < std::ssize(letters); ++j) {
            const Letter& other = letters[static_cast<std::size_t>(j)];
            if (other.box.x > letter.right() + kWidestGap * highestPx || other.box.x >= nearestX)
                break;
            if (areNeighbours(letter, other)) {
                nearest = j;
                nearestX = other.box.x;
            }
        }
        if (nearest < 0)
            continue;
        Letter& follower = letters[static_cast<std::size_t>(nearest)];
        if (follower.previous >= 0) {
            Letter& rival = letters[static_cast<std::size_t>(follower.previous)];
            if (rival.right() >= letter.right())
                continue;
            rival.next = -1;
        }
        letter.next = nearest;
        follower.previous = i;
    }
    std::vector<Row> rows;
    for (const Letter& first : letters) {
        if (first.previous >= 0)
            continue;
        Row row{first};
        while (row.back().next >= 0)
            row.push_back(letters[static_cast<std::size_t>(row.back().next)]);
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The line on which most letters of a window stand.
struct Baseline {
    double slope = 0;
    double offset = 0;
    [[nodiscard]] double at(double x) const { return slope * x + offset; }
};

Baseline fitBaseline(const Letter* from, const Letter* to, double tolerance)
{
    Baseline best;
    int bestCount = 0;
    for (const Letter* a = from; a != to; ++a) {
        for (const Letter* b = a + 1; b != to; ++b) {
            const double run = b->middle() - a->middle();
            const double slope = run > 0 ? (b->bottom() - a->bottom()) / run : 0;
            if (b - a < 3 || run <= 0 || std::abs(slope) > kSteepest)
                continue;
            const Baseline line{slope, a->bottom() - slope * a->middle()};
            const auto count = static_cast<int>(std::count_if(from, to, [&](const Letter& letter) {
                return std::abs(line.at(letter.middle()) - letter.bottom()) <= tolerance;
            }));
            if (count > bestCount) {
                bestCount = count;
                best = line;
            }
        }
    }
    return best;
}

/// What a stretch of a row shows: how many letters stand on its baseline and reach one of the two commonest heights.
struct Stretch {
    Baseline baseline;
    double capitalPx = 0; ///< the greater height
    double inLine = 0;    ///< share of its letters
};

Stretch judge(const Letter* from, const Letter* to, double tolerance)
{
    Stretch stretch;
    stretch.baseline = fitBaseline(from, to, tolerance);
    const auto heightOf = [&](const Letter& letter) { return stretch.baseline.at(letter.middle()) - letter.box.y; };
    std::ptrdiff_t best = 0;
    for (const Letter* low = from; low != to; ++low) {
        for (const Letter* high = from; high != to; ++high) {
            const double lowPx = heightOf(*low);
            const double highPx = heightOf(*high);
            if (lowPx > highPx)
                continue;
            const std::ptrdiff_t count = std::count_if(from, to, [&](const Letter& letter) {
                const double px = heightOf(letter);
                return (std::abs(px - lowPx) <= tolerance || std::abs(px - highPx) <= tolerance) &&
                       std::abs(px - letter.box.height) <= tolerance;
            });
            if (count > best) {
                best = count;
                stretch.capitalPx = highPx;
            }
        }
    }
    stretch.inLine = static_cast<double>(best) / static_cast<double>(to - from);
    return stretch;
}

double medianHeight(const Row& row)
{
    std::vector<int> heights;
    for (const Letter& letter : row)
        heights.push_back(letter.box.height);
    const auto middle = heights.begin() + std::ssize(heights) / 2;
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

/// A piece of the page that print covers.
struct PrintedBox {
    double left, right, top, bottom;
    [[nodiscard]] bool holds(const cv::Rect& box) const
    {
        const double middle = box.x + box.width / 2.0;
        return middle >= left && middle <= right && box.y >= top && box.y + box.height <= bottom;
    }
};

/// What is known about a row: its places on the page, and whether it looks printed.
struct JudgedRow {
    double heightPx = 0;
    int letters = 0;
    bool looksPrinted = false;
    std::vector<PrintedBox> boxes;
};

JudgedRow judge(const Row& row)
{
    JudgedRow judged;
    judged.heightPx = medianHeight(row);
    judged.letters = static_cast<int>(row.size());
    const double height = judged.heightPx;
    const double tolerance = std::min(std::max(kPixel, kTolerance * height), kLargestTolerance * height);
    double sum = 0;
    for (int end = kWindowLetters;; end = std::min(judged.letters, end + kWindowLetters / 2)) {
        const Letter* from = row.data() + end - kWindowLetters;
        const Letter* to = row.data() + end;
        const Stretch stretch = judge(from, to, tolerance);
        sum += stretch.inLine;
        // Accents above, descenders and commas below, a dot or a bracket before and after.
        const double left = from->box.x - stretch.capitalPx;
        const double right = std::prev(to)->right() + stretch.capitalPx;
        const double baseLeft = stretch.baseline.at(left);
        const double baseRight = stretch.baseline.at(right);
        judged.boxes.push_back({left, right, std::min(baseLeft, baseRight) - 1.5 * stretch.capitalPx,
                                std::max(baseLeft, baseRight) + 0.6 * stretch.capitalPx});
        if (end == judged.letters)
            break;
    }
    const double share = sum / static_cast<double>(judged.boxes.size());
    judged.looksPrinted = share >= kLeastShare + kShareForShortness / judged.letters;
    return judged;
}

/// Whether most letters of this size on the page look printed.
bool isPrinted(const JudgedRow& row, const std::vector<JudgedRow>& rows)
{
    if (!row.looksPrinted)
        return false;
    int printed = 0;
    int written = 0;
    for (const JudgedRow& other : rows)
        if (std::abs(other.heightPx - row.heightPx) <= kSameSize * row.heightPx)
            (other.looksPrinted ? printed : written) += other.letters;
    return printed >= written;
}

} // namespace

int removePrint(cv::Mat& ink, const PrintStep& step)
{
    cv::Mat labels, stats, centroids;
    const int components = cv::connectedComponentsWithStats(ink, labels, stats, centroids, 8, CV_32S);
    const int highestPx = cvRound(kHighestLetterShare * std::max(ink.cols, ink.rows));
    const int fewest = std::max(step.fewestLetters, kWindowLetters);
    std::vector<JudgedRow> rows;
    for (const Row& row : findRows(findLetters(stats, highestPx), highestPx))
        if (std::ssize(row) >= fewest)
            rows.push_back(judge(row));
    int found = 0;
    std::vector<PrintedBox> printed;
    for (const JudgedRow& row : rows) {
        if (!isPrinted(row, rows))
            continue;
        ++found;
        printed.insert(printed.end(), row.boxes.begin(), row.boxes.end());
    }
    if (found == 0)
        return 0;
    std::vector<std::uint8_t> kept(static_cast<std::size_t>(components), 255);
    kept[0] = 0;
    for (int i = 1; i < components; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (std::any_of(printed.begin(), printed.end(), [&box](const PrintedBox& place) { return place.holds(box); }))
            kept[static_cast<std::size_t>(i)] = 0;
    }
    for (int y = 0; y < ink.rows; ++y) {
        auto* row = ink.ptr(y);
        const int* label = labels.ptr<int>(y);
        for (int x = 0; x < ink.cols; ++x)
            if (row[x] != 0)
                row[x] = kept[static_cast<std::size_t>(label[x])];
    }
    return found;
}

} // namespace longhand::imaging

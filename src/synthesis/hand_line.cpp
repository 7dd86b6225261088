#include "hand_line.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include <opencv2/imgproc.hpp>

namespace longhand::synthesis
{

namespace
{

constexpr std::u32string_view kSmall = U"acemnorsuvwxz";             // without ascender, dot or descender
constexpr std::u32string_view kOnBaseline = U"abcdehiklmnorstuvwxz"; // without descender

struct Rows {
    double top = 0, bottom = 0;
};

/// How much darker than the paper around it, of which its own texture is not left.
cv::Mat inkOf(const GrayImage& picture)
{
    const cv::Mat view(picture.height, picture.width, CV_8UC1,
                       const_cast<std::uint8_t*>(picture.pixels.data())); // nothing writes to it
    const int reach = picture.height / 2 * 2 + 1; // wider than strokes are thick, narrower than stains
    cv::Mat paper;
    cv::morphologyEx(view, paper, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {reach / 2 | 1, reach / 2 | 1}));
    cv::blur(paper, paper, {reach, reach}, {-1, -1}, cv::BORDER_REPLICATE);
    cv::Mat darkness;
    cv::subtract(paper, view, darkness);
    constexpr double kPaper = 32, kInk = 72; // darkness below the one is paper, above the other it stays as it is
    cv::Mat table(1, 256, CV_8UC1), ink;
    for (int d = 0; d < 256; ++d)
        table.at<std::uint8_t>(d) = static_cast<std::uint8_t>(
            std::lround(d >= kInk ? d : std::max(0.0, (d - kPaper) * kInk / (kInk - kPaper))));
    cv::LUT(darkness, table, ink);
    return ink;
}

/// Rulings are thin and longer than any stroke; they may rise or fall by a pixel or two. Where writing crosses one, its
/// own darkness stays.
void clearRulings(cv::Mat& ink)
{
    const int longest = std::max(3, static_cast<int>(std::lround(1.3 * ink.rows)));
    cv::Mat thick, runs, tall;
    cv::dilate(ink, thick, cv::getStructuringElement(cv::MORPH_RECT, {1, 3}));
    cv::morphologyEx(thick, runs, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {longest, 1}));
    const int strokePx = std::max(5, ink.rows / 9);
    cv::morphologyEx(ink, tall, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {1, strokePx}));
    for (int y = 0; y < ink.rows; ++y)
        for (int x = 0; x < ink.cols; ++x)
            if (runs.at<std::uint8_t>(y, x) > 0)
                ink.at<std::uint8_t>(y, x) = tall.at<std::uint8_t>(y, x);
}

/// The rows that a letter's ink takes, from its fullest one as far as there is ink; nullopt where there is none.
std::optional<Rows> rowsOf(const cv::Mat& ink, const PlacedLetter& letter)
{
    const double inset = 0.15 * (letter.end - letter.begin); // its neighbours lean over its room
    const int from = std::clamp(static_cast<int>(std::lround(letter.begin + inset)), 0, ink.cols);
    const int to = std::clamp(static_cast<int>(std::lround(letter.end - inset)), from, ink.cols);
    if (to - from < 2)
        return std::nullopt;
    cv::Mat sums;
    cv::reduce(ink.colRange(from, to), sums, 1, cv::REDUCE_SUM, CV_32S);
    double most = 0;
    cv::Point fullest;
    cv::minMaxLoc(sums, nullptr, &most, nullptr, &fullest);
    if (most < 255)
        return std::nullopt;
    constexpr double kLeast = 0.1;
    const auto inked = [&](int y) { return sums.at<int>(y) > kLeast * most; };
    int top = fullest.y, bottom = fullest.y;
    while (top > 0 && inked(top - 1))
        --top;
    while (bottom + 1 < ink.rows && inked(bottom + 1))
        ++bottom;
    return Rows{static_cast<double>(top), static_cast<double>(bottom) + 1};
}

/// The rows of the small letters, medians over the line; of all letters where it has no small ones.
Rows coreOf(const cv::Mat& ink, const std::vector<std::vector<PlacedLetter>>& words)
{
    for (const std::u32string_view wanted : {kSmall, std::u32string_view()}) {
        std::vector<double> tops, bottoms;
        for (const auto& word : words)
            for (const PlacedLetter& letter : word)
                if (wanted.empty() || wanted.find(letter.character) != std::u32string_view::npos)
                    if (const auto rows = rowsOf(ink, letter)) {
                        tops.push_back(rows->top);
                        bottoms.push_back(rows->bottom);
                    }
        if (!tops.empty())
            return {median(std::move(tops)), median(std::move(bottoms))};
    }
    return {0, static_cast<double>(ink.rows)};
}

/// Ink that hangs in from the lines above and below: cut off by the picture's edge and nowhere near the small letters.
void clearNeighbours(cv::Mat& ink, const Rows& core)
{
    cv::Mat labels, stats, centroids;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centroids);
    std::vector<std::uint8_t> leaves(static_cast<std::size_t>(count), 0);
    for (int i = 1; i < count; ++i) {
        const int top = stats.at<int>(i, cv::CC_STAT_TOP), bottom = top + stats.at<int>(i, cv::CC_STAT_HEIGHT);
        const bool above = top <= 1 && bottom <= core.top, below = bottom >= ink.rows - 1 && top >= core.bottom;
        leaves[static_cast<std::size_t>(i)] = above || below ? 1 : 0;
    }
    for (int y = 0; y < ink.rows; ++y)
        for (int x = 0; x < ink.cols; ++x)
            if (leaves[static_cast<std::size_t>(labels.at<int>(y, x))] != 0)
                ink.at<std::uint8_t>(y, x) = 0;
}

} // namespace

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

HandLine measureHandLine(const LetteredLine& line)
{
    HandLine result;
    result.ink = inkOf(line.picture);
    clearRulings(result.ink);
    const Rows core = coreOf(result.ink, line.words);
    clearNeighbours(result.ink, core);
    result.coreHeightPx = std::max(1.0, core.bottom - core.top);
    for (const auto& word : line.words) {
        std::vector<double> bottoms;
        for (const PlacedLetter& letter : word)
            if (kOnBaseline.find(letter.character) != std::u32string_view::npos)
                if (const auto rows = rowsOf(result.ink, letter))
                    bottoms.push_back(rows->bottom);
        // A word or two letters say little by themselves, and a line drifts by less than half its small letters.
        constexpr std::size_t kFewest = 3;
        const double drift = bottoms.size() < kFewest ? 0 : median(std::move(bottoms)) - core.bottom;
        result.baselines.push_back(core.bottom + std::clamp(drift, -result.coreHeightPx / 2, result.coreHeightPx / 2));
    }
    return result;
}

} // namespace longhand::synthesis

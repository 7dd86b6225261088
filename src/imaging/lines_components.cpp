#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "imaging/lines_parts.h"

namespace longhand::imaging
{
namespace
{

constexpr double kLargeShare = 0.15;         ///< of the page's side: a border-touching shape this long is no letter
constexpr double kSolidShare = 0.03;         ///< of the longer side: thickness at which a solid shape is no letter
constexpr double kSmallestSigmaPx = 3;       ///< letters of 6 px; smaller ones cannot be read anyway
constexpr double kLargestSigmaShare = 0.04;  ///< of the page's height
constexpr double kLargestSigmaOfPiece = 0.2; ///< of the height of a picture of a few lines
constexpr double kSmallestSigmaOfPiece = 0.05;
constexpr int kFewLinesPx = 160;         ///< a picture lower than this has room for three or four lines
constexpr int kSingleLineAspect = 8;     ///< so many times as wide as high, a picture shows a single line
constexpr int kSmallestPageSidePx = 800; ///< what is smaller is a piece of a page
constexpr double kSigmaStep = 1.12;
constexpr double kFlatPeak = 0.93;

struct Box {
    int x, y, width, height, area;
    [[nodiscard]] double fill() const { return static_cast<double>(area) / (static_cast<double>(width) * height); }
};

/// Clears every component for which `unwanted` says so.
template <class Predicate>
void clearComponents(cv::Mat& ink, Predicate unwanted)
{
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centroids;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centroids, 8, CV_32S);
    std::vector<std::uint8_t> keep(static_cast<std::size_t>(count), 1);
    bool any = false;
    for (int i = 1; i < count; ++i) {
        const int* s = stats.ptr<int>(i);
        const Box box{s[cv::CC_STAT_LEFT], s[cv::CC_STAT_TOP], s[cv::CC_STAT_WIDTH], s[cv::CC_STAT_HEIGHT],
                      s[cv::CC_STAT_AREA]};
        if (unwanted(box)) {
            keep[static_cast<std::size_t>(i)] = 0;
            any = true;
        }
    }
    if (!any)
        return;
    for (int y = 0; y < ink.rows; ++y) {
        auto* row = ink.ptr<std::uint8_t>(y);
        const int* label = labels.ptr<int>(y);
        for (int x = 0; x < ink.cols; ++x)
            if (!keep[static_cast<std::size_t>(label[x])])
                row[x] = 0;
    }
}

/// Clears ink thicker than `thicknessPx` and the rim around it, but not the strokes that run into it.
void clearThick(cv::Mat& ink, int thicknessPx)
{
    if (thicknessPx >= std::min(ink.cols, ink.rows))
        return;
    const int side = std::max(3, thicknessPx);
    cv::Mat core;
    cv::erode(ink, core, cv::getStructuringElement(cv::MORPH_RECT, {side, side}), {-1, -1}, 1, cv::BORDER_CONSTANT,
              cv::Scalar(255));
    if (cv::countNonZero(core) == 0)
        return;
    const int rim = side + 2 * std::max(2, side / 4);
    cv::dilate(core, core, cv::getStructuringElement(cv::MORPH_RECT, {rim, rim}));
    ink.setTo(0, core);
}

} // namespace

void removeLargeShapes(cv::Mat& ink)
{
    // Of the page that the picture shows or was cut from.
    const double longSide = std::max({ink.cols, ink.rows, kSmallestPageSidePx});
    const double height = std::max(static_cast<double>(ink.rows), longSide / 2);
    clearThick(ink, cvRound(kSolidShare * longSide));
    clearComponents(ink, [&](const Box& box) {
        const bool touches =
            box.x <= 1 || box.y <= 1 || box.x + box.width >= ink.cols - 1 || box.y + box.height >= ink.rows - 1;
        const bool tall = box.height > kLargeShare * height;
        const bool wide = box.width > kLargeShare * std::max(ink.cols, kSmallestPageSidePx) &&
                          (box.fill() > 0.3 || box.width > 8 * box.height);
        return touches && (tall || wide);
    });
}

double writingScale(const cv::Mat& ink)
{
    // Columns can be coarse, because the filter is several letters long; rows must not.
    constexpr int kColumnsInOne = 16;
    constexpr int kRowsInOne = 2;
    cv::Mat coverage;
    cv::resize(ink, coverage, {std::max(1, ink.cols / kColumnsInOne), std::max(1, ink.rows / kRowsInOne)}, 0, 0,
               cv::INTER_AREA);
    coverage.convertTo(coverage, CV_32F, 1 / 255.0);

    const cv::Mat secondDerivative = (cv::Mat_<float>(3, 1) << -1, 2, -1);
    std::vector<std::pair<double, double>> energies; // scale, energy
    double most = 0;
    const bool isPiece = ink.rows < kFewLinesPx || ink.cols > kSingleLineAspect * ink.rows;
    const double smallest = isPiece ? std::max(kSmallestSigmaPx, kSmallestSigmaOfPiece * ink.rows) : kSmallestSigmaPx;
    const double largestOfPage = kLargestSigmaShare * ink.rows;
    const double largest = std::max(smallest, kLargestSigmaOfPiece * ink.rows);
    for (double sigma = smallest; sigma <= largest; sigma *= kSigmaStep) {
        // On a page, energy that has fallen is that of letters, and larger scales answer to paragraphs; while it still
        // rises, the letters are as large as in a picture of a line or two.
        if (!isPiece && sigma > largestOfPage && !energies.empty() && energies.back().second < most)
            break;
        const double down = sigma / kRowsInOne;
        const double along = std::max(40.0, 4 * sigma) / kColumnsInOne;
        cv::Mat ridges;
        cv::GaussianBlur(coverage, ridges, {}, along, down, cv::BORDER_CONSTANT);
        cv::filter2D(ridges, ridges, CV_32F, secondDerivative, {-1, -1}, 0, cv::BORDER_REPLICATE);
        ridges = cv::max(ridges, 0) * (down * down);
        const double energy = cv::norm(ridges, cv::NORM_L2SQR);
        energies.emplace_back(sigma, energy);
        most = std::max(most, energy);
    }
    const auto peak = std::max_element(energies.begin(), energies.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (peak->second <= 0)
        return 0;
    // The peak is flat where lines stand far apart; there the larger scale joins words better.
    auto chosen = peak;
    while (std::next(chosen) != energies.end() && std::next(chosen)->second >= kFlatPeak * peak->second)
        ++chosen;
    return chosen->first;
}

void removeNonText(cv::Mat& ink, double sigmaPx)
{
    clearThick(ink, std::max(5, cvRound(1.8 * sigmaPx)));
    clearComponents(ink, [&](const Box& box) {
        const bool speck = box.area < std::max(4.0, 0.03 * sigmaPx * sigmaPx);
        const bool rule = box.width > 14 * sigmaPx && box.height < sigmaPx;
        const bool upright = box.height > 9 * sigmaPx && box.width < 0.35 * box.height;
        const bool frame = box.height > 14 * sigmaPx && box.width > 14 * sigmaPx && box.fill() < 0.02;
        return speck || rule || upright || frame;
    });
}

} // namespace longhand::imaging

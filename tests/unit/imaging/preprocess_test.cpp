#include "longhand/imaging/preprocess.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <limits>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "drawn_page.h"
#include "longhand/imaging/page_reader.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::imaging;
using namespace longhand::test;
using testing::Contains;
using testing::Not;

namespace
{

/// Middles of the black discs in `gray`, pixel-corner coordinates.
std::vector<Point> findDiscs(const cv::Mat& gray)
{
    cv::Mat dark, labels, stats, centroids;
    cv::threshold(gray, dark, 110, 255, cv::THRESH_BINARY_INV);
    const int count = cv::connectedComponentsWithStats(dark, labels, stats, centroids);
    std::vector<Point> discs;
    for (int i = 1; i < count; ++i) {
        const int w = stats.at<int>(i, cv::CC_STAT_WIDTH), h = stats.at<int>(i, cv::CC_STAT_HEIGHT);
        const int area = stats.at<int>(i, cv::CC_STAT_AREA);
        if (area < 200 || area > 3000 || std::abs(w - h) > 0.3 * std::max(w, h) || area < 0.7 * w * h)
            continue;
        discs.push_back({centroids.at<double>(i, 0) + 0.5, centroids.at<double>(i, 1) + 0.5});
    }
    return discs;
}

double nearest(Point p, const std::vector<Point>& points)
{
    double best = std::numeric_limits<double>::max();
    for (const Point& q : points)
        best = std::min(best, std::hypot(p.x - q.x, p.y - q.y));
    return best;
}

/// Every disc of the clean page, mapped back, lies on a disc of the picture that came in.
void expectDiscsMapBack(const cv::Mat& original, const CleanPage& clean, std::size_t expected, double tolerancePx)
{
    const std::vector<Point> before = findDiscs(original), after = findDiscs(asMat(clean.gray));
    ASSERT_EQ(before.size(), expected);
    ASSERT_EQ(after.size(), expected);
    for (const Point& p : after)
        EXPECT_LT(nearest(clean.toOriginal.map(p), before), tolerancePx);
}

/// Writing in the middle, six discs in the margins.
cv::Mat pageWithDiscs()
{
    cv::Mat page = drawnPage(1200, 1600, 18);
    for (const cv::Point at : {cv::Point(60, 80), cv::Point(1130, 70), cv::Point(70, 1540), cv::Point(1140, 1530),
                               cv::Point(65, 800), cv::Point(1135, 820)})
        cv::circle(page, at, 14, cv::Scalar(20), -1, cv::LINE_AA);
    return page;
}

} // namespace

TEST(Preprocess, CoordinatesMapBackAfterTurningAndReducing)
{
    const cv::Mat picture = turned(pageWithDiscs(), 6.4, 235);
    PreprocessOptions options;
    options.resize.maxSidePx = 1100;
    const auto clean = preprocess(toRgb(picture), options);
    ASSERT_TRUE(clean.ok());
    EXPECT_NEAR((*clean).skewDeg, 6.4, 0.2);
    EXPECT_THAT((*clean).stepsRun, Contains("deskew"));
    expectDiscsMapBack(picture, *clean, 6, 1);
}

TEST(Preprocess, CoordinatesMapBackAfterUndoingPerspective)
{
    const cv::Mat page = pageWithDiscs();
    const std::array<cv::Point2f, 4> from{cv::Point2f(0, 0), cv::Point2f(1200, 0), cv::Point2f(1200, 1600),
                                          cv::Point2f(0, 1600)};
    const std::array<cv::Point2f, 4> to{cv::Point2f(190, 150), cv::Point2f(1310, 100), cv::Point2f(1420, 1800),
                                        cv::Point2f(110, 1730)};
    cv::Mat picture(1950, 1550, CV_8U, cv::Scalar(90));
    cv::warpPerspective(page, picture, cv::getPerspectiveTransform(from.data(), to.data()), picture.size(),
                        cv::INTER_LINEAR, cv::BORDER_TRANSPARENT);
    const auto clean = preprocess(toRgb(picture));
    ASSERT_TRUE(clean.ok());
    EXPECT_THAT((*clean).stepsRun, Contains("rectify"));
    expectDiscsMapBack(picture, *clean, 6, 1);
    for (std::size_t i = 0; i < 4; ++i) { // the clean page is the sheet
        const Point corner{i == 1 || i == 2 ? 1.0 * (*clean).gray.width : 0.0,
                           i >= 2 ? 1.0 * (*clean).gray.height : 0.0};
        const Point back = (*clean).toOriginal.map(corner);
        EXPECT_LT(std::hypot(back.x - to[i].x, back.y - to[i].y), 8);
    }
}

TEST(Preprocess, TurningKeepsTheWholePageAndAddsPaper)
{
    const auto clean = preprocess(toRgb(turned(drawnPage(900, 1200, 15), 10, 235)));
    ASSERT_TRUE(clean.ok());
    const Homography toClean = (*clean).toOriginal.inverse();
    for (const Point corner : {Point{0, 0}, Point{900, 1200}}) {
        const Point p = toClean.map(corner);
        EXPECT_GE(p.x, -1);
        EXPECT_LE(p.x, (*clean).gray.width + 1);
    }
    EXPECT_GT((*clean).gray.pixels.front(), 230);
    EXPECT_GT((*clean).gray.pixels.back(), 230);
}

TEST(Preprocess, AnUprightScanKeepsItsSizeAndPosition)
{
    const auto clean = preprocess(toRgb(drawnPage(1200, 1600, 20)));
    ASSERT_TRUE(clean.ok());
    EXPECT_EQ((*clean).gray.width, 1200);
    EXPECT_EQ((*clean).gray.height, 1600);
    EXPECT_EQ((*clean).toOriginal, Homography{});
    EXPECT_THAT((*clean).stepsRun, Not(Contains("rectify")));
}

TEST(Preprocess, GreyIsFlattenedNotBinarised)
{
    cv::Mat page = drawnPage(1200, 1600, 20);
    cv::GaussianBlur(page, page, cv::Size(5, 5), 0);
    const auto clean = preprocess(toRgb(page));
    ASSERT_TRUE(clean.ok());
    std::array<bool, 256> seen{};
    for (const std::uint8_t p : (*clean).gray.pixels)
        seen[p] = true;
    EXPECT_GT(std::count(seen.begin(), seen.end(), true), 100);
    EXPECT_TRUE(std::all_of((*clean).ink.pixels.begin(), (*clean).ink.pixels.end(),
                            [](std::uint8_t p) { return p == 0 || p == 255; }));
}

TEST(Preprocess, RulingsLeaveTheInkButNotTheGrey)
{
    cv::Mat page = drawnPage(1200, 1600, 18);
    for (int y = 100; y < 1600; y += 80)
        cv::line(page, {0, y}, {1199, y}, cv::Scalar(120), 2);
    PreprocessOptions keepRulings;
    keepRulings.ruling.enabled = false;
    const auto with = preprocess(toRgb(page), keepRulings);
    const auto without = preprocess(toRgb(page));
    ASSERT_TRUE(with.ok() && without.ok());
    EXPECT_EQ((*with).ink.row(100)[20], 255);
    EXPECT_EQ((*without).ink.row(100)[20], 0);
    EXPECT_LT((*without).gray.row(100)[20], 200);
    EXPECT_THAT((*without).stepsRun, Contains("ruling"));
}

TEST(Preprocess, ADarkScannerLidIsNoInk)
{
    cv::Mat bordered;
    cv::copyMakeBorder(drawnPage(1000, 1400, 18), bordered, 40, 70, 30, 90, cv::BORDER_CONSTANT, cv::Scalar(12));
    const auto clean = preprocess(toRgb(bordered));
    ASSERT_TRUE(clean.ok());
    const cv::Mat ink = asMat((*clean).ink);
    EXPECT_EQ(cv::countNonZero(ink.colRange(ink.cols - 80, ink.cols)), 0);
    EXPECT_EQ(cv::countNonZero(ink.rowRange(0, 36)), 0);
    EXPECT_GT(cv::countNonZero(ink), 10000);
}

TEST(Preprocess, EveryStepCanBeSwitchedOff)
{
    PreprocessOptions none;
    none.rectify.enabled = none.resize.enabled = none.illumination.enabled = false;
    none.denoise.enabled = none.deskew.enabled = none.ruling.enabled = false;
    const cv::Mat page = turned(drawnPage(2200, 3000, 20), 3, 235);
    const auto clean = preprocess(toRgb(page), none);
    ASSERT_TRUE(clean.ok());
    EXPECT_THAT((*clean).stepsRun, testing::ElementsAre("binarize"));
    EXPECT_EQ((*clean).gray, toImage<1>(page));
}

TEST(Preprocess, WritesAPictureForEveryStepIntoTheDebugFolder)
{
    const TemporaryFolder folder;
    PreprocessOptions options;
    options.resize.maxSidePx = 800;
    options.debugDir = folder.path();
    const auto clean = preprocess(toRgb(turned(drawnPage(900, 1200, 15), 4, 235)), options);
    ASSERT_TRUE(clean.ok());
    for (std::size_t i = 0; i < (*clean).stepsRun.size(); ++i) {
        const std::string name = "0" + std::to_string(i + 1) + "-" + (*clean).stepsRun[i] + ".png";
        EXPECT_TRUE(std::filesystem::exists(folder / name)) << name;
    }
    options.debugDir = folder / "missing";
    EXPECT_EQ(preprocess(toRgb(drawnPage(90, 120, 2)), options).error().code, ErrorCode::NotFound);
}

TEST(Preprocess, OddPicturesDoNotCrash)
{
    for (const auto& [width, height] : {std::pair{1, 1}, {2, 3}, {3, 5000}, {5000, 3}, {300, 300}, {17, 4}})
        for (const int shade : {0, 255, 128}) {
            SCOPED_TRACE(testing::Message() << width << " x " << height << " of " << shade);
            const auto clean = preprocess(RgbImage(width, height, static_cast<std::uint8_t>(shade)));
            ASSERT_TRUE(clean.ok()) << clean.error().detail;
            EXPECT_FALSE((*clean).gray.empty());
            EXPECT_EQ((*clean).gray.width, (*clean).ink.width);
            EXPECT_EQ((*clean).gray.height, (*clean).ink.height);
            EXPECT_TRUE(std::all_of((*clean).ink.pixels.begin(), (*clean).ink.pixels.end(),
                                    [](std::uint8_t p) { return p == 0; }));
        }
    EXPECT_EQ(preprocess(RgbImage()).error().code, ErrorCode::InvalidInput);
}

#include "imaging/steps/binarize.h"
#include "imaging/steps/denoise.h"
#include "imaging/steps/illumination.h"
#include "imaging/steps/rectify.h"
#include "imaging/steps/ruling.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "drawn_page.h"
#include "longhand/imaging/preprocess.h"

using namespace longhand;
using namespace longhand::imaging;
using namespace longhand::test;

namespace
{

/// Share of the pixels set in `wanted` that are set in `found` too.
double recalled(const cv::Mat& found, const cv::Mat& wanted)
{
    cv::Mat both;
    cv::bitwise_and(found, wanted, both);
    return static_cast<double>(cv::countNonZero(both)) / cv::countNonZero(wanted);
}

double deviation(const cv::Mat& gray, const cv::Mat& mask)
{
    cv::Scalar mean, deviation;
    cv::meanStdDev(gray, mean, deviation, mask);
    return deviation[0];
}

cv::Mat paperMask(const cv::Mat& ink)
{
    cv::Mat mask;
    cv::dilate(ink, mask, cv::Mat::ones(5, 5, CV_8U));
    cv::bitwise_not(mask, mask);
    return mask;
}

} // namespace

class Skew : public testing::TestWithParam<double>
{
};

TEST_P(Skew, IsFoundToAFifthOfADegree)
{
    const cv::Mat ink = turned(drawnInk(1200, 1600, 22, 5), GetParam(), 0, cv::INTER_NEAREST);
    EXPECT_NEAR(findSkewDeg(toImage<1>(ink)), GetParam(), 0.2);
}

INSTANTIATE_TEST_SUITE_P(Angles, Skew,
                         testing::Values(-14.8, -11, -7.3, -3, -1.2, -0.4, 0, 0.3, 0.8, 2.5, 5.7, 9, 14.6));

TEST(SkewOfFewLines, OneLineIsEnough)
{
    const cv::Mat ink = turned(drawnInk(1600, 400, 1, 3), 4, 0, cv::INTER_NEAREST);
    EXPECT_NEAR(findSkewDeg(toImage<1>(ink)), 4, 0.5);
}

TEST(SkewOfNothing, IsZero)
{
    EXPECT_EQ(findSkewDeg(GrayImage()), 0);
    EXPECT_EQ(findSkewDeg(GrayImage(300, 200, 0)), 0);
    EXPECT_EQ(findSkewDeg(GrayImage(1, 1, 255)), 0);
}

TEST(Skew, NeverExceedsTheLimit)
{
    const cv::Mat ink = turned(drawnInk(800, 1000, 14), 9, 0, cv::INTER_NEAREST);
    EXPECT_LE(std::abs(findSkewDeg(toImage<1>(ink), 4)), 4);
}

TEST(Illumination, RemovesAShadowAndKeepsTheInk)
{
    const cv::Mat ink = drawnInk(1000, 1400, 18);
    cv::Mat page = drawnPage(1000, 1400, 18);
    for (int y = 0; y < page.rows; ++y)
        for (int x = 0; x < page.cols; ++x) { // a hand's shadow with a soft edge, and light from the left
            const double shadow = 1 - 0.5 / (1 + std::exp(-(x + 0.4 * y - 900) / 40));
            page.at<std::uint8_t>(y, x) =
                cv::saturate_cast<std::uint8_t>(page.at<std::uint8_t>(y, x) * shadow * (1 - 0.0002 * x));
        }
    const cv::Mat flat = flattenIllumination(page, estimatePaper(page, {}));
    const cv::Mat paper = paperMask(ink);
    EXPECT_GT(deviation(page, paper), 40);
    EXPECT_LT(deviation(flat, paper), 6);
    EXPECT_GT(cv::mean(flat, paper)[0], 240);
    EXPECT_LT(cv::mean(flat, ink)[0], 80);
}

TEST(Illumination, FindsTheDarkBorderOfAScanButNotAShadow)
{
    cv::Mat page = drawnPage(1000, 1400, 18);
    page.colRange(0, 60).setTo(8);
    page.rowRange(1000, 1400) *= 0.55;
    const cv::Mat surroundings = findDarkSurroundings(estimatePaper(page, {}));
    EXPECT_EQ(surroundings.at<std::uint8_t>(500, 20), 255);
    EXPECT_EQ(cv::countNonZero(surroundings(cv::Rect(100, 0, 900, 1400))), 0);
}

TEST(Denoise, RemovesSpecksAndLeavesTheThinnestStrokesAlone)
{
    cv::Mat page(200, 200, CV_8U, cv::Scalar(230));
    cv::line(page, {10, 20}, {190, 160}, cv::Scalar(60), 1);
    cv::line(page, {10, 100}, {190, 100}, cv::Scalar(60), 1);
    const cv::Mat clean = page.clone();
    for (int i = 0; i < 20; ++i)
        page.at<std::uint8_t>(180 + i % 3 * 4, 5 + i * 9) = 20;
    EXPECT_EQ(cv::norm(removeSpecks(page, {}), clean, cv::NORM_INF), 0);
}

TEST(Denoise, DropsSpotsSmallerThanAFullStop)
{
    cv::Mat ink = cv::Mat::zeros(2000, 1500, CV_8U);
    ink.at<std::uint8_t>(50, 50) = 255;
    cv::circle(ink, {700, 700}, 3, cv::Scalar(255), -1);
    removeSpots(ink);
    EXPECT_EQ(ink.at<std::uint8_t>(50, 50), 0);
    EXPECT_EQ(ink.at<std::uint8_t>(700, 700), 255);
}

class Binarize : public testing::TestWithParam<Binarization>
{
};

TEST_P(Binarize, FindsTheInk)
{
    const cv::Mat truth = drawnInk(1000, 1400, 18);
    cv::Mat page = drawnPage(1000, 1400, 18);
    const cv::Mat ink = binarize(page, {.method = GetParam()});
    EXPECT_GT(recalled(ink, truth), 0.97);
    EXPECT_LT(cv::countNonZero(ink), 1.1 * cv::countNonZero(truth));
}

TEST_P(Binarize, APageOfOneShadeHasNoInk)
{
    for (const int shade : {0, 128, 255})
        EXPECT_EQ(cv::countNonZero(binarize(cv::Mat(50, 60, CV_8U, cv::Scalar(shade)), {.method = GetParam()})), 0);
}

INSTANTIATE_TEST_SUITE_P(Methods, Binarize,
                         testing::Values(Binarization::Otsu, Binarization::Sauvola, Binarization::AdaptiveGaussian));

TEST(BinarizeSauvola, FollowsFaintPencilButNotThePaper)
{
    const cv::Mat truth = drawnInk(1000, 1400, 18);
    cv::Mat page(truth.size(), CV_8U, cv::Scalar(225));
    page.setTo(190, truth);
    cv::Mat noise(page.size(), CV_8S);
    cv::theRNG().state = 11;
    cv::randn(noise, 0, 3);
    cv::add(page, noise, page, cv::noArray(), CV_8U);
    const cv::Mat ink = binarize(page, {});
    EXPECT_GT(recalled(ink, truth), 0.9);
    EXPECT_LT(cv::countNonZero(ink), 1.4 * cv::countNonZero(truth));
}

TEST(Ruling, GoesAndTheInkStays)
{
    const cv::Mat truth = drawnInk(1200, 1600, 20);
    cv::Mat ink = truth.clone();
    for (int y = 90; y < 1600; y += 72) // a slight slope, as after deskewing
        cv::line(ink, {60, y}, {1150, y + 4}, cv::Scalar(255), 2);
    cv::line(ink, {110, 20}, {114, 1580}, cv::Scalar(255), 2);
    cv::Mat rulings = ink - truth;
    EXPECT_GE(removeRulings(ink, {}), 20);
    EXPECT_GT(recalled(ink, truth), 0.95);
    EXPECT_LT(recalled(ink, rulings), 0.12);
}

TEST(Ruling, SquaredPaperGoesAndTheInkStays)
{
    const cv::Mat truth = drawnInk(1200, 1600, 20, 4);
    cv::Mat ink = truth.clone();
    for (int y = 31; y < 1600; y += 40)
        cv::line(ink, {0, y}, {1199, y}, cv::Scalar(255), 1);
    for (int x = 25; x < 1200; x += 40)
        cv::line(ink, {x, 0}, {x, 1599}, cv::Scalar(255), 1);
    const cv::Mat rulings = ink - truth;
    removeRulings(ink, {});
    EXPECT_GT(recalled(ink, truth), 0.95);
    EXPECT_LT(recalled(ink, rulings), 0.15);
}

TEST(Ruling, WritingAndShortDashesAreNoRulings)
{
    cv::Mat ink = drawnInk(1200, 1600, 40, 9); // small and dense
    cv::line(ink, {900, 1580}, {1100, 1580}, cv::Scalar(255), 2);
    const cv::Mat before = ink.clone();
    EXPECT_EQ(removeRulings(ink, {}), 0);
    EXPECT_EQ(cv::norm(ink, before, cv::NORM_INF), 0);
}

namespace
{

/// A photo of `page` on a table, its corners at `corners` (top left first, clockwise, pixel-corner coordinates).
cv::Mat photo(const cv::Mat& page, cv::Size size, const std::array<cv::Point2f, 4>& corners)
{
    const auto w = static_cast<float>(page.cols), h = static_cast<float>(page.rows);
    const std::array<cv::Point2f, 4> from{cv::Point2f(0, 0), cv::Point2f(w, 0), cv::Point2f(w, h), cv::Point2f(0, h)};
    cv::Mat table(size, CV_8U);
    cv::theRNG().state = 3;
    cv::randn(table, 80, 6);
    cv::warpPerspective(page, table, cv::getPerspectiveTransform(from.data(), corners.data()), size, cv::INTER_LINEAR,
                        cv::BORDER_TRANSPARENT);
    return table;
}

} // namespace

TEST(Rectify, FindsTheCornersOfATiltedSheet)
{
    const std::array<cv::Point2f, 4> corners{cv::Point2f(220, 160), cv::Point2f(1240, 90), cv::Point2f(1390, 1750),
                                             cv::Point2f(120, 1690)};
    const auto sheet = findSheet(photo(drawnPage(1000, 1400, 18), {1500, 1900}, corners), {});
    ASSERT_TRUE(sheet.has_value());
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR((*sheet)[i].x, corners[i].x, 6) << i;
        EXPECT_NEAR((*sheet)[i].y, corners[i].y, 6) << i;
    }
}

TEST(Rectify, LeavesScansAlone)
{
    const cv::Mat page = drawnPage(1000, 1400, 18);
    EXPECT_FALSE(findSheet(page, {}).has_value()) << "full frame";
    EXPECT_FALSE(findSheet(turned(page, 3, 235), {}).has_value()) << "full frame, askew";
    cv::Mat bordered;
    cv::copyMakeBorder(page, bordered, 60, 60, 50, 70, cv::BORDER_CONSTANT, cv::Scalar(10));
    EXPECT_FALSE(findSheet(bordered, {}).has_value()) << "straight, with the scanner's dark lid around";
    cv::Mat shaded = page.clone();
    shaded.colRange(0, 300) *= 0.4;
    EXPECT_FALSE(findSheet(shaded, {}).has_value()) << "a shadow on one side";
    EXPECT_FALSE(findSheet(cv::Mat(900, 700, CV_8U, cv::Scalar(255)), {}).has_value()) << "white";
}

TEST(Rectify, LeavesASheetThatRunsOutOfThePictureAlone)
{
    const std::array<cv::Point2f, 4> corners{cv::Point2f(-150, 160), cv::Point2f(1240, 90), cv::Point2f(1390, 2100),
                                             cv::Point2f(-120, 2000)};
    EXPECT_FALSE(findSheet(photo(drawnPage(1000, 1400, 18), {1500, 1900}, corners), {}).has_value());
}

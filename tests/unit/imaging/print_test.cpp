#include "imaging/steps/print.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "drawn_page.h"
#include "imaging/steps/binarize.h"
#include "longhand/imaging/preprocess.h"

using namespace longhand;
using namespace longhand::imaging;
using namespace longhand::test;

namespace
{

const std::string kFinePrint = "Please read this sheet with care before the signature is set below it";

/// Sets `text` as a printer does, or with `unsteadiness` of a hand: letters off the line and of uneven height, in
/// shares of a capital's height.
void set(cv::Mat& ink, const std::string& text, cv::Point start, double scale, double unsteadiness = 0)
{
    cv::RNG random(5);
    const double capitalPx = 21 * scale;
    double x = start.x;
    for (const char letter : text) {
        const double up = unsteadiness * capitalPx * random.gaussian(1);
        const double size = scale * (1 + unsteadiness * random.gaussian(1));
        cv::putText(ink, std::string(1, letter), {cvRound(x), cvRound(start.y - up)}, cv::FONT_HERSHEY_SIMPLEX, size,
                    cv::Scalar(255), 2);
        int below = 0;
        x += cv::getTextSize(std::string(1, letter), cv::FONT_HERSHEY_SIMPLEX, scale, 2, &below).width + 1;
    }
}

/// Share of the ink of `wanted` that is left in `ink`.
double left(const cv::Mat& ink, const cv::Mat& wanted)
{
    cv::Mat both;
    cv::bitwise_and(ink, wanted, both);
    return static_cast<double>(cv::countNonZero(both)) / cv::countNonZero(wanted);
}

} // namespace

TEST(Print, GoesAndTheWritingStays)
{
    const cv::Mat writing = drawnInk(1200, 1600, 16);
    cv::Mat print = cv::Mat::zeros(writing.size(), CV_8U);
    set(print, kFinePrint, {60, 40}, 0.6);
    set(print, kFinePrint, {60, 70}, 0.6);
    set(print, "GENERAL SOCIETY OF SAVINGS", {150, 1560}, 1.6);
    cv::Mat ink = writing | print;
    EXPECT_EQ(removePrint(ink, {}), 3);
    EXPECT_LT(left(ink, print), 0.05);
    EXPECT_EQ(left(ink, writing), 1);
}

TEST(Print, IsSeenOnALineThatIsNotLevel)
{
    cv::Mat print = cv::Mat::zeros(300, 1400, CV_8U);
    set(print, kFinePrint, {60, 150}, 0.8);
    const cv::Mat ink = turned(print, 2, 0, cv::INTER_NEAREST);
    cv::Mat rest = ink.clone();
    EXPECT_GE(removePrint(rest, {}), 1);
    EXPECT_LT(left(rest, ink), 0.1);
}

TEST(Print, AFewPrintedWordsOfAFormStay)
{
    cv::Mat ink = cv::Mat::zeros(300, 1400, CV_8U);
    set(ink, "Paris, the", {60, 150}, 1);
    const cv::Mat before = ink.clone();
    EXPECT_EQ(removePrint(ink, {}), 0);
    EXPECT_EQ(left(ink, before), 1);
}

TEST(Print, SeparateLettersOfASteadyHandStay)
{
    cv::Mat ink = cv::Mat::zeros(300, 2200, CV_8U);
    set(ink, kFinePrint, {60, 150}, 1.2, 0.08);
    const cv::Mat before = ink.clone();
    EXPECT_EQ(removePrint(ink, {}), 0);
    EXPECT_EQ(left(ink, before), 1);
}

TEST(Print, AnEvenLineAmongUnevenOnesOfItsSizeStays)
{
    cv::Mat ink = cv::Mat::zeros(400, 2200, CV_8U);
    set(ink, kFinePrint, {60, 100}, 1.2);
    set(ink, kFinePrint, {60, 200}, 1.2, 0.06);
    set(ink, kFinePrint, {60, 300}, 1.2, 0.06);
    EXPECT_EQ(removePrint(ink, {}), 0);
}

TEST(Print, OnlyAffectsTheInkAndCanBeKept)
{
    cv::Mat print = cv::Mat::zeros(1600, 1200, CV_8U);
    set(print, kFinePrint, {60, 40}, 0.6);
    cv::Mat page = drawnPage(1200, 1600, 16);
    page.setTo(40, print);
    PreprocessOptions keeping;
    keeping.deskew.enabled = false;
    PreprocessOptions skipping = keeping;
    keeping.print.enabled = false;
    const auto kept = preprocess(toRgb(page), keeping);
    const auto skipped = preprocess(toRgb(page), skipping);
    ASSERT_TRUE(kept.ok() && skipped.ok());
    EXPECT_GT(left(asMat(kept->ink), print), 0.9);
    EXPECT_LT(left(asMat(skipped->ink), print), 0.1);
    EXPECT_EQ(kept->gray.pixels, skipped->gray.pixels);
    EXPECT_THAT(skipped->stepsRun, testing::Contains("print"));
    EXPECT_THAT(kept->stepsRun, testing::Not(testing::Contains("print")));
}

TEST(Print, NoRealHandwritingIsTakenForIt)
{
    const auto lines = std::filesystem::path(LONGHAND_SOURCE_DIR) / ".." / "shared" / "data" / "lines";
    if (!std::filesystem::exists(lines))
        GTEST_SKIP() << "no real lines beside the repository";
    int read = 0;
    for (const char* set : {"copiste", "peraire", "poilus", "stanford"}) {
        std::ifstream table(lines / set / "lines.tsv");
        std::string row;
        std::getline(table, row);
        int ofSet = 0;
        while (ofSet < 150 && std::getline(table, row)) {
            std::istringstream fields(row);
            std::string file, split;
            std::getline(fields, file, '\t');
            std::getline(fields, split, '\t');
            if (split != "val")
                continue;
            cv::Mat gray = cv::imread((lines / set / file).string(), cv::IMREAD_GRAYSCALE);
            ASSERT_FALSE(gray.empty()) << file;
            cv::copyMakeBorder(gray, gray, 20, 20, 20, 20, cv::BORDER_CONSTANT, cv::Scalar(255));
            BinarizeStep asOnAPage;
            asOnAPage.windowShare = 48.0 / std::max(gray.cols, gray.rows);
            cv::Mat ink = binarize(gray, asOnAPage);
            EXPECT_EQ(removePrint(ink, {}), 0) << set << ' ' << file;
            ++ofSet;
        }
        read += ofSet;
    }
    EXPECT_GT(read, 300);
}

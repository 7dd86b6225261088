#include "longhand/imaging/line_finder.h"

#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <random>
#include <regex>
#include <sstream>
#include <tuple>

#include <gmock/gmock.h>

#include "drawn_lines.h"
#include "longhand/imaging/page_reader.h"

namespace longhand::imaging
{
namespace
{

std::vector<FoundLine> linesOf(const CleanPage& page)
{
    const Result<std::vector<FoundLine>> lines = InkLineFinder().find(page);
    EXPECT_TRUE(lines.ok());
    return lines.ok() ? lines.value() : std::vector<FoundLine>{};
}

double baselineAt(const FoundLine& line, double x)
{
    for (std::size_t i = 0; i + 1 < line.baseline.size(); ++i) {
        const Point a = line.baseline[i];
        const Point b = line.baseline[i + 1];
        if (x <= b.x || i + 2 == line.baseline.size())
            return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
    }
    return 0;
}

/// Expects one found line per curve, in that order, each within a third of a letter of its curve.
void expectLines(const DrawnPage& page, const std::vector<DrawnPage::Curve>& curves)
{
    const std::vector<FoundLine> lines = linesOf(page.clean());
    ASSERT_EQ(lines.size(), curves.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Rect box = boundingBox(lines[i].outline);
        for (const double share : {0.1, 0.5, 0.9}) {
            const double x = box.x + share * box.width;
            EXPECT_NEAR(baselineAt(lines[i], x), curves[i](x), page.xHeight() / 3.0) << "line " << i << ", x " << x;
        }
    }
}

TEST(InkLineFinder, FindsStraightLinesWithTheirFullLength)
{
    DrawnPage page;
    std::vector<DrawnPage::Curve> curves;
    for (int i = 0; i < 12; ++i) {
        curves.push_back(DrawnPage::level(200 + 90 * i));
        page.write(120, 1050, curves.back());
    }
    expectLines(page, curves);
    for (const FoundLine& line : linesOf(page.clean())) {
        const Rect box = boundingBox(line.outline);
        EXPECT_NEAR(box.x, 120, 30);
        EXPECT_NEAR(box.x + box.width, 1060, 40);
        EXPECT_GE(line.baseline.size(), 2U);
    }
}

class SkewedPage : public testing::TestWithParam<double>
{
};

TEST_P(SkewedPage, LinesAreFollowed)
{
    DrawnPage page;
    std::vector<DrawnPage::Curve> curves;
    for (int i = 0; i < 9; ++i) {
        curves.push_back(DrawnPage::sloped(300 + 95 * i, GetParam()));
        page.write(100, 1050, curves.back());
    }
    expectLines(page, curves);
}
INSTANTIATE_TEST_SUITE_P(Degrees, SkewedPage, testing::Values(-3.0, -1.5, 1.5, 3.0));

TEST(InkLineFinder, FollowsCurvedLines)
{
    DrawnPage page;
    std::vector<DrawnPage::Curve> curves;
    for (int i = 0; i < 8; ++i) {
        curves.push_back([i](double x) { return 250 + 100 * i + 25 * std::sin(x / 350); });
        page.write(100, 1080, curves.back());
    }
    expectLines(page, curves);
}

TEST(InkLineFinder, SeparatesLinesWhoseLoopsTouch)
{
    DrawnPage page;
    std::vector<DrawnPage::Curve> curves;
    for (int i = 0; i < 12; ++i) {
        curves.push_back(DrawnPage::level(200 + 62 * i));
        page.write(100, 1050, curves.back(), 1.4); // ascenders and descenders are longer than the space between
    }
    expectLines(page, curves);
}

TEST(InkLineFinder, KeepsIndentsAndHeadings)
{
    DrawnPage page;
    std::vector<DrawnPage::Curve> curves{DrawnPage::level(150)};
    page.write(450, 700, curves.front());
    for (int i = 0; i < 8; ++i) {
        curves.push_back(DrawnPage::level(300 + 85 * i));
        page.write(i % 3 == 0 ? 220 : 120, i % 3 == 2 ? 600 : 1050, curves.back());
    }
    expectLines(page, curves);
}

TEST(InkLineFinder, KeepsAMarginNoteApartAndReadsItFirst)
{
    DrawnPage page(1400, 1600);
    std::vector<DrawnPage::Curve> note;
    std::vector<DrawnPage::Curve> text;
    for (int i = 0; i < 4; ++i) {
        note.push_back(DrawnPage::level(420 + 85 * i));
        page.write(60, 240, note.back());
    }
    for (int i = 0; i < 12; ++i) {
        text.push_back(DrawnPage::level(250 + 85 * i));
        page.write(380, 1250, text.back());
    }
    note.insert(note.end(), text.begin(), text.end());
    expectLines(page, note);
}

TEST(InkLineFinder, KeepsANoteOfTwoLinesCloseToTheTextApart)
{
    DrawnPage page(1400, 1600);
    std::vector<DrawnPage::Curve> curves;
    for (int i = 0; i < 12; ++i) {
        curves.push_back(DrawnPage::level(250 + 85 * i));
        page.write(380, 1250, curves.back());
    }
    for (const int i : {5, 4}) {
        page.write(90, 290, curves[static_cast<std::size_t>(i)]);
        curves.insert(curves.begin() + i, curves[static_cast<std::size_t>(i)]);
    }
    expectLines(page, curves);
}

TEST(InkLineFinder, KeepsLinesTogetherThatBeginFurtherLeftThanMost)
{
    DrawnPage page(1400, 1600);
    std::vector<DrawnPage::Curve> curves;
    for (int i = 0; i < 12; ++i) {
        curves.push_back(DrawnPage::level(250 + 85 * i));
        page.write(i % 4 == 0 ? 120 : 380, 1250, curves.back());
    }
    expectLines(page, curves);
}

TEST(InkLineFinder, ReadsTwoColumnsOneAfterTheOtherBelowAHeading)
{
    DrawnPage page(1600, 1300);
    std::vector<DrawnPage::Curve> curves{DrawnPage::level(150)};
    page.write(300, 1300, curves.front());
    for (const double left : {100.0, 900.0}) {
        for (int i = 0; i < 8; ++i) {
            curves.push_back(DrawnPage::level(300 + 90 * i));
            page.write(left, left + 560, curves.back());
        }
    }
    const std::vector<FoundLine> lines = linesOf(page.clean());
    ASSERT_EQ(lines.size(), curves.size());
    expectLines(page, curves);
    EXPECT_LT(boundingBox(lines[8].outline).x, 200);
    EXPECT_GT(boundingBox(lines[9].outline).x, 800);
}

TEST(InkLineFinder, FindsASingleLineAndASingleWord)
{
    DrawnPage line;
    line.write(200, 1000, DrawnPage::level(700));
    expectLines(line, {DrawnPage::level(700)});

    DrawnPage word;
    word.write(500, 590, DrawnPage::level(700));
    expectLines(word, {DrawnPage::level(700)});
}

TEST(InkLineFinder, FindsTheLineOfAPictureThatIsJustOneLine)
{
    DrawnPage line(1200, 130, 26);
    line.write(60, 1100, DrawnPage::level(85));
    expectLines(line, {DrawnPage::level(85)});
}

TEST(InkLineFinder, FindsALineWhoseLettersRunIntoTheEdges)
{
    DrawnPage tight(1500, 64, 30);
    tight.write(10, 1450, DrawnPage::level(44), 1.3);
    expectLines(tight, {DrawnPage::level(44)});
}

TEST(InkLineFinder, FindsTheTwoLinesOfASmallPicture)
{
    DrawnPage two(1100, 220, 26);
    two.write(60, 1000, DrawnPage::level(75));
    two.write(60, 1000, DrawnPage::level(165));
    expectLines(two, {DrawnPage::level(75), DrawnPage::level(165)});
}

TEST(InkLineFinder, FindsAWordThatFillsThePicture)
{
    DrawnPage word(240, 110, 30);
    word.write(12, 200, DrawnPage::level(70));
    expectLines(word, {DrawnPage::level(70)});
}

TEST(InkLineFinder, LeavesOutLinesThatThePicturesEdgesCut)
{
    DrawnPage piece(1100, 170, 24);
    piece.write(60, 1000, DrawnPage::level(10));
    piece.write(60, 1000, DrawnPage::level(92));
    piece.write(60, 1000, DrawnPage::level(174));
    expectLines(piece, {DrawnPage::level(92)});
}

TEST(InkLineFinder, FindsLettersOfAnySize)
{
    for (const int xHeight : {10, 16, 32, 44}) {
        DrawnPage page(1600, 1800, xHeight);
        std::vector<DrawnPage::Curve> curves;
        for (int i = 0; i < 6; ++i) {
            curves.push_back(DrawnPage::level(200 + 4.4 * xHeight * i));
            page.write(150, 1400, curves.back());
        }
        SCOPED_TRACE(xHeight);
        expectLines(page, curves);
    }
}

/// Words that are hardly more than waves with a stem here and there, far from each other.
void writeLoosely(DrawnPage& page, double baseline, std::mt19937& random)
{
    constexpr double kAmplitude = 9;
    constexpr double kWave = 34;
    constexpr double kGap = 130;
    constexpr double kDrawnTo16th = 16;
    std::uniform_real_distribution<double> share(0, 1);
    const cv::Scalar ink(20);
    for (double x = 100; x < 1500; x += kGap) {
        const double end = x + 150 + 200 * share(random);
        cv::Point2d last(x, baseline);
        for (; x < end; x += 2) {
            const cv::Point2d next(x, baseline - kAmplitude * (1 - std::cos(x * 2 * CV_PI / kWave)));
            cv::line(page.gray(), last * kDrawnTo16th, next * kDrawnTo16th, ink, 6, cv::LINE_AA, 4);
            if (share(random) < 0.02)
                cv::line(page.gray(), next, cv::Point2d(x + 8, baseline - 60), ink, 5, cv::LINE_AA);
            last = next;
        }
    }
}

TEST(InkLineFinder, KeepsTheWordsOfALargeLooseHandTogether)
{
    DrawnPage page(1700, 1800, 30);
    std::mt19937 random(3);
    std::vector<DrawnPage::Curve> curves;
    for (int i = 0; i < 9; ++i) {
        curves.push_back(DrawnPage::level(200 + 190 * i));
        writeLoosely(page, curves.back()(0), random);
    }
    expectLines(page, curves);
}

TEST(InkLineFinder, FindsSmallWritingWhoseLinesStandFarApart)
{
    DrawnPage page(1600, 1800, 16);
    std::vector<DrawnPage::Curve> curves;
    for (int i = 0; i < 6; ++i) {
        curves.push_back(DrawnPage::level(200 + 260 * i));
        page.write(150, 1400, curves.back());
    }
    expectLines(page, curves);
}

TEST(InkLineFinder, LeavesOutBlobsFramesAndRulings)
{
    DrawnPage page;
    std::vector<DrawnPage::Curve> curves;
    for (int i = 0; i < 7; ++i) {
        curves.push_back(DrawnPage::level(400 + 85 * i));
        page.write(200, 950, curves.back());
    }
    cv::circle(page.gray(), {900, 180}, 90, cv::Scalar(40), cv::FILLED);
    cv::rectangle(page.gray(), {60, 40}, {1140, 1560}, cv::Scalar(30), 4);
    cv::line(page.gray(), {200, 1200}, {1000, 1202}, cv::Scalar(30), 3);
    cv::line(page.gray(), {200, 1290}, {1000, 1288}, cv::Scalar(30), 3);
    expectLines(page, curves);
}

TEST(InkLineFinder, LeavesOutDarkBordersOfThePicture)
{
    DrawnPage page;
    std::vector<DrawnPage::Curve> curves;
    for (int i = 0; i < 8; ++i) {
        curves.push_back(DrawnPage::level(300 + 90 * i));
        page.write(250, 1000, curves.back());
    }
    page.gray()(cv::Rect(0, 0, 110, 1600)).setTo(10);
    page.gray()(cv::Rect(0, 1500, 1200, 100)).setTo(10);
    expectLines(page, curves);
}

TEST(InkLineFinder, LeavesOutTheCutOffFacingPage)
{
    DrawnPage page(1700, 1400);
    for (int i = 0; i < 10; ++i)
        page.write(0, 250, DrawnPage::level(240 + 85 * i));
    std::vector<DrawnPage::Curve> curves;
    for (int i = 0; i < 10; ++i) {
        curves.push_back(DrawnPage::level(250 + 85 * i));
        page.write(480, 1500, curves.back());
    }
    expectLines(page, curves);
}

TEST(InkLineFinder, FindsNothingWhereNothingIsWritten)
{
    EXPECT_TRUE(linesOf(DrawnPage().clean()).empty());
    EXPECT_TRUE(linesOf(CleanPage{}).empty());
    EXPECT_TRUE(linesOf(DrawnPage(1, 1).clean()).empty());
    DrawnPage black;
    black.gray().setTo(0);
    EXPECT_TRUE(linesOf(black.clean()).empty());
    DrawnPage onePixel(1, 1);
    onePixel.gray().setTo(0);
    EXPECT_TRUE(linesOf(onePixel.clean()).empty());
}

TEST(InkLineFinder, SurvivesNoise)
{
    DrawnPage page(1500, 2000);
    std::mt19937 random(3);
    for (int y = 0; y < page.gray().rows; ++y)
        for (int x = 0; x < page.gray().cols; ++x)
            page.gray().at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(random() & 255U);
    for (const FoundLine& line : linesOf(page.clean())) {
        EXPECT_GE(line.baseline.size(), 2U);
        const Rect box = boundingBox(line.outline);
        EXPECT_GE(box.x, 0);
        EXPECT_LE(box.x + box.width, 1500);
    }
}

TEST(InkLineFinder, GivesTheSameLinesEveryTime)
{
    DrawnPage page;
    for (int i = 0; i < 6; ++i)
        page.write(100, 1000, DrawnPage::sloped(300 + 85 * i, 1));
    const CleanPage clean = page.clean();
    const auto first = linesOf(clean);
    const auto second = linesOf(clean);
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].outline, second[i].outline);
        EXPECT_EQ(first[i].baseline, second[i].baseline);
    }
}

// Real pages, where they are at hand.

std::vector<Polygon> referenceOutlines(const std::filesystem::path& xml)
{
    std::ifstream in(xml);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    static const std::regex line(R"re(<TextLine [^>]*><Coords points="([^"]*)")re");
    std::vector<Polygon> outlines;
    for (auto match = std::sregex_iterator(text.begin(), text.end(), line); match != std::sregex_iterator(); ++match) {
        std::istringstream points((*match)[1].str());
        Polygon outline;
        Point p;
        char comma = 0;
        while (points >> p.x >> comma >> p.y)
            outline.push_back(p);
        outlines.push_back(std::move(outline));
    }
    return outlines;
}

double overlap(const Polygon& a, const Polygon& b)
{
    const auto filled = [](const Polygon& polygon, cv::Rect box) {
        std::vector<cv::Point> points;
        for (const Point p : polygon)
            points.emplace_back(cvRound(p.x) - box.x, cvRound(p.y) - box.y);
        cv::Mat mask = cv::Mat::zeros(box.size(), CV_8U);
        cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{points}, cv::Scalar(255));
        return mask;
    };
    const Rect boxA = boundingBox(a);
    const Rect boxB = boundingBox(b);
    const cv::Rect2d both =
        cv::Rect2d(boxA.x, boxA.y, boxA.width, boxA.height) | cv::Rect2d(boxB.x, boxB.y, boxB.width, boxB.height);
    if ((cv::Rect2d(boxA.x, boxA.y, boxA.width, boxA.height) & cv::Rect2d(boxB.x, boxB.y, boxB.width, boxB.height))
            .empty())
        return 0;
    const cv::Rect box(cvFloor(both.x), cvFloor(both.y), cvCeil(both.width) + 2, cvCeil(both.height) + 2);
    const cv::Mat maskA = filled(a, box);
    const cv::Mat maskB = filled(b, box);
    return static_cast<double>(cv::countNonZero(maskA & maskB)) / cv::countNonZero(maskA | maskB);
}

int countFound(const std::vector<Polygon>& found, const std::vector<Polygon>& reference)
{
    std::vector<bool> taken(reference.size());
    int count = 0;
    for (const Polygon& outline : found) {
        for (std::size_t i = 0; i < reference.size(); ++i) {
            if (!taken[i] && overlap(outline, reference[i]) >= 0.5) {
                taken[i] = true;
                ++count;
                break;
            }
        }
    }
    return count;
}

TEST(InkLineFinder, FindsTheLinesOfRealPages)
{
    const std::filesystem::path pages = std::filesystem::path(LONGHAND_SOURCE_DIR) / ".." / "shared" / "data" / "pages";
    if (!std::filesystem::exists(pages))
        GTEST_SKIP() << "no real pages beside the repository";
    int found = 0;
    int expected = 0;
    int right = 0;
    for (const auto& entry : std::filesystem::directory_iterator(pages)) {
        const std::filesystem::path& picture = entry.path();
        if (picture.extension() != ".jpg" || picture.filename().string().find("-val-") == std::string::npos)
            continue;
        const auto read = readPages(picture);
        ASSERT_TRUE(read.ok()) << picture;
        const auto clean = preprocess(read.value().front().color);
        ASSERT_TRUE(clean.ok()) << picture;
        std::vector<Polygon> outlines;
        for (const FoundLine& line : linesOf(clean.value()))
            outlines.push_back(clean.value().toOriginal.map(line.outline));
        const std::vector<Polygon> reference =
            referenceOutlines(std::filesystem::path(picture).replace_extension(".xml"));
        found += static_cast<int>(outlines.size());
        expected += static_cast<int>(reference.size());
        right += countFound(outlines, reference);
    }
    ASSERT_GT(expected, 100);
    EXPECT_GE(2.0 * right / (found + expected), 0.85) << right << " of " << expected << ", found " << found;
}

} // namespace
} // namespace longhand::imaging

#include "longhand/imaging/line_crop.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "drawn_lines.h"

namespace longhand::imaging
{
namespace
{

/// A line around `curve` with an outline from `up` above to `down` below it.
FoundLine lineAlong(const DrawnPage::Curve& curve, double left, double right, double up = 60, double down = 30)
{
    FoundLine line;
    Polygon underside;
    for (double x = left; x <= right; x += 20) {
        line.baseline.push_back({x, curve(x)});
        line.outline.push_back({x, curve(x) - up});
        underside.push_back({x, curve(x) + down});
    }
    line.outline.insert(line.outline.end(), underside.rbegin(), underside.rend());
    return line;
}

double distanceToCurve(Point p, const DrawnPage::Curve& curve)
{
    double nearest = std::numeric_limits<double>::max();
    for (double x = p.x - 30; x <= p.x + 30; x += 0.25)
        nearest = std::min(nearest, std::hypot(x - p.x, curve(x) - p.y));
    return nearest;
}

/// Height at which the ink of a column is centred, from the top of the crop; -1 if the column is paper.
double inkCentre(const GrayImage& image, int x)
{
    double sum = 0;
    double weight = 0;
    for (int y = 0; y < image.height; ++y) {
        const double ink = 255 - image.row(y)[x];
        sum += ink * (y + 0.5);
        weight += ink;
    }
    return weight > 0 ? sum / weight : -1;
}

class CropOf : public testing::TestWithParam<int>
{
protected:
    static DrawnPage::Curve curve(int kind)
    {
        if (kind == 0)
            return DrawnPage::level(400);
        if (kind == 1)
            return DrawnPage::sloped(300, 8);
        return [](double x) { return 400 + 30 * std::sin(x / 200); };
    }
};

TEST_P(CropOf, LaysTheBaselineLevelAndKnowsTheWayBack)
{
    const DrawnPage::Curve along = curve(GetParam());
    DrawnPage page;
    for (int x = 80; x < 1120; ++x) // the baseline itself is the ink
        page.gray().at<std::uint8_t>(cvFloor(along(x + 0.5)), x) = 0;

    const auto crop = cropLine(page.grayImage(), lineAlong(along, 100, 1100), 200);

    ASSERT_TRUE(crop.ok());
    const double expectedRow = crop->ascentPx / crop->pxPerColumn;
    for (int x = 20; x < crop->image.width - 20; x += 7) {
        const double row = inkCentre(crop->image, x);
        ASSERT_GT(row, 0) << "column " << x;
        EXPECT_NEAR(row, expectedRow, 1.0) << "column " << x;
        EXPECT_LT(distanceToCurve(crop->baselineAt(x + 0.5), along), 1.5);
    }
    const double mid = crop->image.width / 2.0;
    const Polygon quad = crop->quad(mid - 10, mid + 10);
    ASSERT_EQ(quad.size(), 4U);
    const Point base = crop->baselineAt(mid);
    const Point top{(quad[0].x + quad[1].x) / 2, (quad[0].y + quad[1].y) / 2};
    const Point bottom{(quad[2].x + quad[3].x) / 2, (quad[2].y + quad[3].y) / 2};
    EXPECT_NEAR(std::hypot(top.x - base.x, top.y - base.y), crop->ascentPx, 1.5);
    EXPECT_NEAR(std::hypot(bottom.x - base.x, bottom.y - base.y), crop->descentPx, 1.5);
    EXPECT_LT(quad[0].x, quad[1].x);
    EXPECT_LT(quad[0].y, quad[3].y);
}
INSTANTIATE_TEST_SUITE_P(LevelSlopedCurved, CropOf, testing::Values(0, 1, 2));

TEST(CropLine, ShowsThePageDotWhereQuadSaysItIs)
{
    DrawnPage page;
    const DrawnPage::Curve along = DrawnPage::sloped(300, 5);
    const cv::Point dot(640, cvRound(along(640)) - 25);
    cv::circle(page.gray(), dot, 4, cv::Scalar(0), cv::FILLED);
    const auto crop = cropLine(page.grayImage(), lineAlong(along, 100, 1100), 48); // reduced, so columns are wider

    ASSERT_TRUE(crop.ok());
    double sumX = 0;
    double sumY = 0;
    double weight = 0;
    for (int y = 0; y < crop->image.height; ++y) {
        for (int x = 0; x < crop->image.width; ++x) {
            const double ink = 255 - crop->image.row(y)[x];
            sumX += ink * (x + 0.5);
            sumY += ink * (y + 0.5);
            weight += ink;
        }
    }
    ASSERT_GT(weight, 0);
    const Polygon quad = crop->quad(sumX / weight, sumX / weight);
    const double share = sumY / weight / crop->image.height;
    EXPECT_NEAR(quad[0].x + (quad[3].x - quad[0].x) * share, dot.x + 0.5, 1.5);
    EXPECT_NEAR(quad[0].y + (quad[3].y - quad[0].y) * share, dot.y + 0.5, 1.5);
}

TEST(CropLine, ShowsTheWholeOutlineWithASmallMargin)
{
    DrawnPage page;
    const auto crop = cropLine(page.grayImage(), lineAlong(DrawnPage::level(400), 200, 800), 400);
    ASSERT_TRUE(crop.ok());
    EXPECT_GT(crop->image.height, 90);
    EXPECT_LT(crop->image.height, 115);
    EXPECT_GT(crop->image.width, 600);
    EXPECT_LT(crop->image.width, 625);
    EXPECT_DOUBLE_EQ(crop->pxPerColumn, 1);
}

TEST(CropLine, KeepsTheHeightLimitAndTheAspectRatio)
{
    DrawnPage page;
    const FoundLine line = lineAlong(DrawnPage::level(400), 100, 1100, 120, 80);
    const auto crop = cropLine(page.grayImage(), line);
    ASSERT_TRUE(crop.ok());
    EXPECT_EQ(crop->image.height, 96);
    const double height = crop->ascentPx + crop->descentPx;
    EXPECT_NEAR(crop->pxPerColumn, height / 96, 0.02);
    EXPECT_NEAR(crop->image.width * crop->pxPerColumn, 1000, 0.2 * height);
}

TEST(CropLine, PaintsWritingFarFromTheOutlineAsPaper)
{
    DrawnPage page;
    page.gray().setTo(230);
    const DrawnPage::Curve along = DrawnPage::level(400);
    FoundLine line = lineAlong(along, 100, 1100, 40, 20);
    line.outline.push_back({100, 60}); // one tall stroke makes the whole crop tall
    cv::rectangle(page.gray(), {600, 80}, {900, 130}, cv::Scalar(0), cv::FILLED);
    const auto crop = cropLine(page.grayImage(), line, 1000);
    ASSERT_TRUE(crop.ok());
    const int row = static_cast<int>(crop->ascentPx - 295);
    const int column = static_cast<int>(crop->leftPx + 650);
    EXPECT_NEAR(crop->image.row(row)[column], 230, 2);
}

TEST(CropLine, RefusesWhatIsNoLine)
{
    const GrayImage page(200, 100);
    const FoundLine good = lineAlong(DrawnPage::level(60), 20, 160, 20, 10);
    EXPECT_TRUE(cropLine(page, good).ok());

    EXPECT_EQ(cropLine(GrayImage{}, good).error().code, ErrorCode::InvalidInput);
    FoundLine noBaseline = good;
    noBaseline.baseline.clear();
    EXPECT_EQ(cropLine(page, noBaseline).error().code, ErrorCode::InvalidInput);
    FoundLine oneSpot = good;
    oneSpot.baseline = {{30, 30}, {30, 30}};
    EXPECT_EQ(cropLine(page, oneSpot).error().code, ErrorCode::InvalidInput);
    FoundLine endless = good;
    endless.outline.front().x = std::numeric_limits<double>::infinity();
    EXPECT_EQ(cropLine(page, endless).error().code, ErrorCode::InvalidInput);
    FoundLine huge = good;
    huge.outline.front().y = -1e7;
    EXPECT_EQ(cropLine(page, huge).error().code, ErrorCode::InvalidInput);
}

TEST(CropLine, SurvivesALineBeyondThePage)
{
    const auto crop = cropLine(GrayImage(50, 50), lineAlong(DrawnPage::level(400), 300, 700, 20, 10));
    ASSERT_TRUE(crop.ok());
    EXPECT_TRUE(std::all_of(crop->image.pixels.begin(), crop->image.pixels.end(), [](auto v) { return v == 255; }));
}

GrayImage writtenLine(int paper, int ink)
{
    DrawnPage page(600, 90);
    page.write(20, 560, DrawnPage::level(60));
    GrayImage line = page.grayImage();
    for (auto& pixel : line.pixels)
        pixel = static_cast<std::uint8_t>(ink + (paper - ink) * pixel / 255);
    return line;
}

/// Stems of `height` rows, as wide as the room between them, with `above` and `below` rows of paper.
GrayImage stems(int height, int above = 0, int below = 0)
{
    GrayImage line(600, above + height + below, 255);
    for (int y = above; y < above + height; ++y)
        for (int x = 0; x < line.width; ++x)
            line.row(y)[x] = x % 20 < 10 ? 0 : 255;
    return line;
}

TEST(NormalizeLine, ScalesToTheHeightAndKeepsTheAspectRatio)
{
    for (const int height : {32, 64, 90, 128}) {
        const GrayImage normal = normalizeLine(stems(90), height);
        EXPECT_EQ(normal.height, height);
        EXPECT_NEAR(normal.width, 600.0 * height / 90, 1);
    }
}

TEST(NormalizeLine, LettersComeOutEquallyLargeWhateverRoomIsAroundThem)
{
    const int tight = normalizeLine(stems(40, 20, 20), 48).width;
    EXPECT_NEAR(normalizeLine(stems(40, 30, 30), 48).width, tight, 0.03 * tight);
    EXPECT_NEAR(normalizeLine(stems(40, 5, 35), 48).width, tight, 0.03 * tight);
    // Not for ever: a row of dots is not blown up to the height of letters.
    EXPECT_LE(normalizeLine(stems(40, 300, 300), 48).width, 48.0 * 600 / (0.55 * 640) + 1);
}

TEST(NormalizeLine, CutsOffNoMoreThanATraceOfTheInk)
{
    GrayImage line(600, 90, 255);
    for (int y = 20; y < 32; ++y) // small letters in a narrow band, around which 54 rows would be kept ...
        for (int x = 0; x < 600; ++x)
            line.row(y)[x] = x % 10 < 5 ? 0 : 255;
    constexpr int kStem = 300, kTraceRows = 19; // 2 % of the ink
    for (int y = 32; y < 88; ++y)               // ... and one long stem below
        std::fill_n(line.row(y) + kStem, 4, std::uint8_t{0});
    const GrayImage normal = normalizeLine(line, 90);
    const double scale = normal.width / 600.0;
    int dark = 0;
    for (int y = 0; y < 90; ++y)
        dark += normal.row(y)[static_cast<int>((kStem + 2) * scale)] < 128;
    EXPECT_GE(dark, (88 - 20 - kTraceRows - 2) * scale) << "the stem's rows, with those of the band it stands in";
}

TEST(NormalizeLine, KeepsTheWidthLimits)
{
    EXPECT_EQ(normalizeLine(GrayImage(5000, 50), 64, 900).width, 900);
    EXPECT_EQ(normalizeLine(GrayImage(2, 400), 64).width, 8);
    const GrayImage none = normalizeLine(GrayImage{}, 64);
    EXPECT_EQ(none.width, 8);
    EXPECT_EQ(none.height, 64);
}

TEST(NormalizeLine, StretchesPaleWritingToFullContrast)
{
    for (const auto& [paper, ink] : {std::pair{255, 0}, std::pair{180, 90}, std::pair{120, 40}}) {
        const GrayImage normal = normalizeLine(writtenLine(paper, ink), 64);
        std::vector<std::uint8_t> sorted = normal.pixels;
        std::sort(sorted.begin(), sorted.end());
        EXPECT_LT(sorted[sorted.size() / 100], 10) << paper;
        EXPECT_GT(sorted[sorted.size() * 3 / 4], 245) << paper;
    }
}

TEST(NormalizeLine, LooksTheSameWhateverThePaper)
{
    const GrayImage dark = normalizeLine(writtenLine(150, 50), 64);
    const GrayImage light = normalizeLine(writtenLine(250, 20), 64);
    ASSERT_EQ(dark.pixels.size(), light.pixels.size());
    double sum = 0;
    for (std::size_t i = 0; i < dark.pixels.size(); ++i)
        sum += std::abs(dark.pixels[i] - light.pixels[i]);
    EXPECT_LT(sum / static_cast<double>(dark.pixels.size()), 3);
}

/// A photograph shows it where its page ends.
TEST(NormalizeLine, TheDarkBeyondThePageIsNeitherInkNorRoom)
{
    GrayImage line(900, 96, 180);
    const GrayImage written = writtenLine(180, 70);
    for (int y = 0; y < 60; ++y)
        std::copy_n(written.row(y), std::min(written.width, 900), line.row(y));
    GrayImage atTheEdge = line;
    for (int y = 78; y < 96; ++y)
        std::fill_n(atTheEdge.row(y), 900, std::uint8_t{8});
    for (int y = 0; y < 96; ++y)
        std::fill_n(atTheEdge.row(y) + 885, 15, std::uint8_t{8});
    const GrayImage expected = normalizeLine(line, 48), normal = normalizeLine(atTheEdge, 48);
    ASSERT_NEAR(normal.width, expected.width, 1);
    double sum = 0;
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < std::min(normal.width, expected.width) * 95 / 100; ++x)
            sum += std::abs(normal.row(y)[x] - expected.row(y)[x]);
    EXPECT_LT(sum / (48.0 * expected.width), 3);
}

TEST(NormalizeLine, ABroadPenIsNoEdgeOfThePage)
{
    GrayImage line(600, 90, 230);
    for (int y = 0; y < 90; ++y) // cut off above and below, and at the line's begin
        for (int x = 0; x < 600; ++x)
            line.row(y)[x] = x % 40 < 8 ? 10 : 230;
    const GrayImage normal = normalizeLine(line, 90);
    for (int x = 0; x < 600; x += 40)
        EXPECT_LT(normal.row(45)[x + 3], 20) << x;
}

TEST(NormalizeLine, DoesNotMakeWritingOfGrain)
{
    GrayImage paper(600, 80, 200);
    std::mt19937 random(5);
    for (auto& pixel : paper.pixels)
        pixel = static_cast<std::uint8_t>(197 + random() % 7);
    const GrayImage normal = normalizeLine(paper, 64);
    EXPECT_GT(*std::min_element(normal.pixels.begin(), normal.pixels.end()), 200);
}

TEST(NormalizeLine, GivesTheSamePictureEveryTime)
{
    const GrayImage line = writtenLine(220, 60);
    EXPECT_EQ(normalizeLine(line, 64), normalizeLine(line, 64));
}

} // namespace
} // namespace longhand::imaging

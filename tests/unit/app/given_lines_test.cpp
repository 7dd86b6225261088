#include <algorithm>

#include <gtest/gtest.h>

#include "app/outline_overlap.h"
#include "drawn_page.h"
#include "longhand/app/line_matching.h"
#include "longhand/app/page_transcriber.h"
#include "longhand/app/picture_source.h"
#include "longhand/imaging/line_outline.h"
#include "scripted_recognizer.h"

using namespace longhand;
using namespace longhand::app;
using namespace longhand::test;

namespace
{

PageTranscriber transcriberCounting()
{
    return PageTranscriber(
        std::make_unique<ScriptedRecognizer>([](std::size_t i) { return evenReading("line " + std::to_string(i)); }));
}

/// Along the middle of the reference's outline, where its letters stand, a little too low.
Polyline drawnAlong(const formats::Line& line)
{
    const Rect box = boundingBox(line.outline);
    const double y = box.y + box.height * 0.8;
    return {{box.x, y}, {box.x + box.width / 2, y + 2}, {box.x + box.width, y}};
}

std::string boxText(const Polygon& outline)
{
    const Rect box = boundingBox(outline);
    return std::to_string(box.x) + " " + std::to_string(box.y) + " " + std::to_string(box.width) + " " +
           std::to_string(box.height);
}

TEST(GivenLines, ALineThatWasDrawnGrowsAroundItsInk)
{
    const DrawnPage drawn = drawPage({.lines = 6});
    const auto page = imaging::preprocess(drawn.picture);
    ASSERT_TRUE(page.ok()) << page.error().detail;
    LineShapes shapes;
    for (const int index : {1, 4})
        shapes.lines.push_back({{}, drawnAlong(drawn.reference.lines[static_cast<std::size_t>(index)])});
    for (const int index : {0, 2, 3, 5})
        shapes.neighbours.push_back(drawnAlong(drawn.reference.lines[static_cast<std::size_t>(index)]));
    auto transcriber = transcriberCounting();
    const auto lines = transcriber.readLines(*page, shapes);
    ASSERT_TRUE(lines.ok()) << lines.error().detail;
    ASSERT_EQ(lines->size(), 2U);
    EXPECT_EQ((*lines)[0].text, "line 0");
    EXPECT_EQ((*lines)[1].text, "line 1");
    EXPECT_GE(outlineOverlap((*lines)[0].outline, drawn.reference.lines[1].outline), 0.6)
        << boxText((*lines)[0].outline) << " for " << boxText(drawn.reference.lines[1].outline);
    EXPECT_GE(outlineOverlap((*lines)[1].outline, drawn.reference.lines[4].outline), 0.6)
        << boxText((*lines)[1].outline) << " for " << boxText(drawn.reference.lines[4].outline);
    EXPECT_GE((*lines)[0].baseline.size(), 2U);
}

TEST(GivenLines, AKnownOutlineStaysAsItIsAlsoOnATurnedPage)
{
    const DrawnPage drawn = drawPage({.widthPx = 2700, .heightPx = 3600, .lines = 5, .turnDeg = 5});
    const auto page = imaging::preprocess(drawn.picture);
    ASSERT_TRUE(page.ok()) << page.error().detail;
    ASSERT_NE(page->skewDeg, 0);
    const formats::Line& reference = drawn.reference.lines[2];
    const Point left = reference.outline[3];
    const Point right = reference.outline[2];
    auto transcriber = transcriberCounting();
    const auto lines = transcriber.readLines(*page, {{{reference.outline, {left, right}}}, {}});
    ASSERT_TRUE(lines.ok()) << lines.error().detail;
    ASSERT_EQ(lines->size(), 1U);
    EXPECT_EQ(lines->front().outline, reference.outline);
    ASSERT_FALSE(lines->front().words.empty());
    const Rect word = boundingBox(lines->front().words.front().outline);
    const Rect line = boundingBox(reference.outline);
    EXPECT_NEAR(word.x, line.x, line.width * 0.06) << "words stand in pixels of the picture that came in";
}

TEST(GivenLines, WhatCannotBeCutOutReadsAsSomethingAndTheOthersStayInOrder)
{
    const DrawnPage drawn = drawPage({.lines = 3});
    const auto page = imaging::preprocess(drawn.picture);
    ASSERT_TRUE(page.ok()) << page.error().detail;
    const formats::Line& reference = drawn.reference.lines[1];
    const LineShape good{reference.outline, {reference.outline[3], reference.outline[2]}};
    auto transcriber = transcriberCounting();
    const auto lines = transcriber.readLines(*page, {{{{{5, 5}, {5, 5}, {5, 5}}, {{5, 5}, {5, 5}}}, good}, {}});
    ASSERT_TRUE(lines.ok()) << lines.error().detail;
    ASSERT_EQ(lines->size(), 2U);
    EXPECT_EQ((*lines)[1].outline, good.outline);
}

TEST(GivenLines, ALineWithoutLengthIsRefused)
{
    const auto page = imaging::preprocess(drawPage({.lines = 2}).picture);
    ASSERT_TRUE(page.ok());
    const auto grown = imaging::growOutline(*page, {{10, 10}, {10, 10}});
    ASSERT_FALSE(grown.ok());
    EXPECT_EQ(grown.error().code, ErrorCode::InvalidInput);
}

TEST(GivenLines, ABlankPageGivesABand)
{
    const auto page = imaging::preprocess(RgbImage(800, 1000, 255));
    ASSERT_TRUE(page.ok());
    const auto grown = imaging::growOutline(*page, {{100, 500}, {700, 500}});
    ASSERT_TRUE(grown.ok()) << grown.error().detail;
    const Rect box = boundingBox(grown->outline);
    EXPECT_GT(box.height, 10);
    EXPECT_LT(box.y, 500);
    EXPECT_GT(box.y + box.height, 500);
}

TEST(GivenLines, AVerticalLineGrowsSideways)
{
    RgbImage picture(400, 600, 255);
    // Strokes beside x = 200, as of writing that runs down the margin.
    for (int y = 100; y < 500; ++y)
        for (int x = 200; x < 216; ++x)
            if (y % 24 < 4)
                std::fill_n(picture.row(y) + 3 * x, 3, std::uint8_t{20});
    imaging::PreprocessOptions plain;
    plain.deskew.enabled = plain.rectify.enabled = plain.ruling.enabled = plain.print.enabled = false;
    const auto page = imaging::preprocess(picture, plain);
    ASSERT_TRUE(page.ok());
    const auto grown = imaging::growOutline(*page, {{200, 100}, {200, 500}});
    ASSERT_TRUE(grown.ok()) << grown.error().detail;
    const Rect box = boundingBox(grown->outline);
    EXPECT_LT(box.x, 200);
    EXPECT_GT(box.x + box.width, 215);
    EXPECT_NEAR(box.height, 400, 20);
}

TEST(RotatedPictures, PixelsAndPointsTurnAlike)
{
    RgbImage picture(3, 2, 0);
    picture.row(0)[3 * 2] = 200; // x 2, y 0
    for (const int turn : {0, 90, 180, 270, -90}) {
        const RgbImage turned = rotated(picture, turn);
        const Point place = rotated({2.5, 0.5}, 3, 2, turn);
        EXPECT_EQ(turned.row(static_cast<int>(place.y))[3 * static_cast<int>(place.x)], 200) << turn;
        EXPECT_EQ(rotated(turned, -turn), picture) << turn;
    }
}

TEST(LineMatching, LinesInTheSamePlaceAreOneToOne)
{
    const auto lineAt = [](double top, double width = 200) {
        formats::Line line;
        line.outline = {{0, top}, {width, top}, {width, top + 30}, {0, top + 30}};
        return line;
    };
    const std::vector<int> same =
        sameLines({lineAt(0), lineAt(50), lineAt(100)}, {lineAt(52), lineAt(48), lineAt(300), lineAt(0, 90)});
    EXPECT_EQ(same, (std::vector<int>{1, -1, -1, 0}));
}

} // namespace

#include "longhand/training/pen_strokes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "training/pen_drawing.h"

using namespace longhand;
using namespace longhand::training;

namespace
{

/// Two uprights and a bar between them, as in an H, over and over.
PenStrokes letters(int count)
{
    PenStrokes strokes;
    for (int i = 0; i < count; ++i) {
        const int x = i * 60;
        strokes.push_back({{x, 0}, {x, 50}, {x, 100}});
        strokes.push_back({{x, 50}, {x + 20, 50}, {x + 40, 50}});
        strokes.push_back({{x + 40, 0}, {x + 40, 100}});
    }
    return strokes;
}

double inkShare(const GrayImage& line, int fromRow, int toRow)
{
    double sum = 0;
    for (int y = fromRow; y < toRow; ++y)
        for (int x = 0; x < line.width; ++x)
            sum += 255 - line.row(y)[x];
    return sum / (255.0 * line.width * (toRow - fromRow));
}

} // namespace

TEST(PenStrokes, ReadsTheInkTablesNotation)
{
    const PenStrokes expected{{{19, 0}, {18, -12}}, {{43, 6}}};
    EXPECT_EQ(parsePenStrokes("19,0 18,-12;43,6"), expected);
    for (const char* bad : {"", "1", "1,", "1,2;", "1,2 ", "1,2,3", "a,b", "1,2;;3,4", "99999999,1"})
        EXPECT_FALSE(parsePenStrokes(bad)) << bad;
}

TEST(PenStrokes, BytesGiveTheSameStrokesBack)
{
    const PenStrokes strokes{{{0, 0}, {-300, 5000}, {70000, -1}}, {{3, 3}}, {}};
    EXPECT_EQ(decodePenStrokes(encodePenStrokes(strokes)), strokes);
}

TEST(PenStrokes, DamagedBytesAreRefusedOrAtLeastBounded)
{
    const auto bytes = encodePenStrokes(letters(3));
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(decodePenStrokes(std::span(bytes).first(length))) << length;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto flipped = bytes;
        flipped[i] ^= 0xFF;
        if (const auto strokes = decodePenStrokes(flipped)) {
            EXPECT_LE(strokes->size(), bytes.size());
        }
    }
}

TEST(PenDrawing, TheSameSeedDrawsTheSameLineAndAnotherAnother)
{
    const PenStrokes strokes = letters(5);
    std::mt19937_64 a(1), b(1), c(2);
    const GrayImage first = drawPenStrokes(strokes, {}, 48, a);
    EXPECT_EQ(first, drawPenStrokes(strokes, {}, 48, b));
    EXPECT_NE(first, drawPenStrokes(strokes, {}, 48, c));
}

TEST(PenDrawing, AllOfTheLineIsOnThePicture)
{
    const PenStrokes strokes = letters(6);
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        std::mt19937_64 random(seed);
        const GrayImage line = drawPenStrokes(strokes, {}, 48, random);
        ASSERT_EQ(line.height, 48);
        // An upright of the first and of the last letter must be there: ink in the outer fifths.
        const auto columnsInk = [&](int from, int to) {
            int darkest = 255;
            for (int y = 16; y < 32; ++y)
                for (int x = from; x < to; ++x)
                    darkest = std::min<int>(darkest, line.row(y)[x]);
            return darkest;
        };
        EXPECT_LT(columnsInk(0, line.width / 5), 190) << seed;
        EXPECT_LT(columnsInk(line.width - line.width / 5, line.width), 190) << seed;
        EXPECT_GT(inkShare(line, 12, 36), 0.02) << seed;
        EXPECT_LT(inkShare(line, 12, 36), 0.6) << seed;
    }
}

TEST(PenDrawing, NeighboursReachIntoTheEdgesOnly)
{
    const PenStrokes strokes = letters(6);
    double with = 0, without = 0, middleWith = 0, middleWithout = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        std::mt19937_64 a(seed), b(seed);
        const GrayImage alone = drawPenStrokes(strokes, {}, 48, a);
        const GrayImage between = drawPenStrokes(strokes, {&strokes, &strokes}, 48, b);
        without += inkShare(alone, 0, 4) + inkShare(alone, 44, 48);
        with += inkShare(between, 0, 4) + inkShare(between, 44, 48);
        middleWithout += inkShare(alone, 20, 28);
        middleWith += inkShare(between, 20, 28);
    }
    EXPECT_GT(with, without * 1.1);
    EXPECT_NEAR(middleWith, middleWithout, 0.02 * middleWithout);
}

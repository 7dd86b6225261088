#include "training/ink_codec.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace longhand;
using namespace longhand::training;

namespace
{

/// Slanted soft strokes on noisy paper.
GrayImage written(int width, int height, unsigned seed)
{
    std::mt19937 random(seed);
    GrayImage line(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double stroke = std::abs(std::fmod(x + 0.4 * y, 24.0) - 12.0) * 60;
            const double paper = 255 - static_cast<double>(random() % 20);
            line.row(y)[x] = static_cast<std::uint8_t>(std::min(stroke, paper));
        }
    return line;
}

} // namespace

TEST(InkCodec, KeepsEveryGreyToWithinALevelAndClearsThePaper)
{
    const GrayImage line = written(301, 48, 1);
    for (const InkLevels levels : {InkLevels(), InkLevels{16, 224}, InkLevels{2, 128}, InkLevels{16, 255}}) {
        const auto decoded = decodeInk(encodeInk(line, levels), line.width, line.height);
        ASSERT_TRUE(decoded);
        ASSERT_EQ(decoded->width, line.width);
        for (std::size_t i = 0; i < line.pixels.size(); ++i) {
            const int grey = line.pixels[i];
            if (grey >= levels.darkestPaper)
                ASSERT_EQ(decoded->pixels[i], 255);
            else
                ASSERT_NEAR(decoded->pixels[i], grey, levels.darkestPaper / (levels.count - 1));
        }
    }
}

// Packs once took everything lighter than 224 for paper; hands in faint ink or pencil lost half a point by it.
TEST(InkCodec, KeepsFaintInkApartFromPaper)
{
    GrayImage line(40, 48);
    std::fill(line.pixels.begin(), line.pixels.end(), std::uint8_t{255});
    for (int y = 10; y < 40; ++y)
        line.row(y)[20] = 232;
    const auto decoded = decodeInk(encodeInk(line), 40, 48);
    ASSERT_TRUE(decoded);
    EXPECT_NEAR(decoded->row(20)[20], 232, 14);
    EXPECT_EQ(decoded->row(20)[22], 255);
}

TEST(InkCodec, LosesNothingTheSecondTime)
{
    const GrayImage once = decodeInk(encodeInk(written(123, 48, 2)), 123, 48).value();
    EXPECT_EQ(decodeInk(encodeInk(once), 123, 48).value(), once);
}

TEST(InkCodec, NoisyPaperCostsNextToNothing)
{
    const GrayImage line = written(400, 48, 3);
    EXPECT_LT(encodeInk(line).size() * 8, line.pixels.size());
}

// Carries that run through bytes of ones happen once in thousands of bytes; white noise has many of them.
TEST(InkCodec, SurvivesNoise)
{
    std::mt19937 random(4);
    for (int round = 0; round < 20; ++round) {
        GrayImage noise(1 + static_cast<int>(random() % 700), 1 + static_cast<int>(random() % 64));
        for (auto& pixel : noise.pixels)
            pixel = static_cast<std::uint8_t>(random());
        const auto bytes = encodeInk(noise);
        const auto decoded = decodeInk(bytes, noise.width, noise.height);
        ASSERT_TRUE(decoded);
        EXPECT_EQ(encodeInk(*decoded), bytes);
    }
}

TEST(InkCodec, TruncatedBytesAreNoticed)
{
    auto bytes = encodeInk(written(301, 48, 5));
    bytes.resize(bytes.size() / 2);
    EXPECT_FALSE(decodeInk(bytes, 301, 48));
}

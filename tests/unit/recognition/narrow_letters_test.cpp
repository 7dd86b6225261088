#include "recognition/narrow_letters.h"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

using namespace longhand;
using namespace longhand::recognition;

namespace
{

/// Frames whose best label is the one given, 0 the blank.
std::vector<float> frames(const std::vector<int>& best, int classes)
{
    std::vector<float> values;
    for (const int label : best)
        for (int c = 0; c < classes; ++c)
            values.push_back(std::log(c == label ? 0.9F : 0.1F / static_cast<float>(classes - 1)));
    return values;
}

double letterWidth(const std::vector<int>& best)
{
    const auto values = frames(best, 4);
    return letterWidthPx({static_cast<int>(best.size()), 4, values}, {4.0, 16, 4 * static_cast<int>(best.size())});
}

} // namespace

TEST(NarrowLetters, AreMeasuredFromPeakToPeak)
{
    EXPECT_DOUBLE_EQ(letterWidth({0, 0, 1, 0, 0, 2, 0, 0, 3, 0, 0, 0, 0}), 12);
    EXPECT_DOUBLE_EQ(letterWidth({1, 2, 3}), 4);
    EXPECT_DOUBLE_EQ(letterWidth({0, 1, 1, 1, 0, 0, 0, 2}), 20) << "from the middle of a broad peak";
}

TEST(NarrowLetters, NothingOrOneLetterHasNoWidth)
{
    EXPECT_EQ(letterWidth({0, 0, 0}), 0);
    EXPECT_EQ(letterWidth({0, 2, 0}), 0);
    EXPECT_EQ(letterWidth({}), 0);
}

TEST(NarrowLetters, AWidenedLineKeepsItsInkWhereItWas)
{
    GrayImage line(40, 3);
    for (int y = 0; y < line.height; ++y)
        for (int x = 0; x < line.width; ++x)
            line.row(y)[x] = static_cast<std::uint8_t>(6 * x + y);
    const GrayImage wide = widened(line, 1.25);
    ASSERT_EQ(wide.width, 50);
    ASSERT_EQ(wide.height, 3);
    for (int y = 0; y < wide.height; ++y)
        for (int x = 1; x < wide.width - 1; ++x)
            EXPECT_NEAR(wide.row(y)[x], 6 * ((x + 0.5) / 1.25 - 0.5) + y, 0.51) << x;
    EXPECT_EQ(widened(GrayImage(1, 2, 7), 1.25), GrayImage(1, 2, 7));
}

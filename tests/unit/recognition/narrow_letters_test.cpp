#include "longhand/recognition/narrow_letters.h"

#include <gtest/gtest.h>

using namespace longhand;
using namespace longhand::recognition;

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

TEST(NarrowLetters, OnlyLinesThatHoldThemAreWidened)
{
    const GrayImage line(480, 48, 9);
    EXPECT_EQ(widenedIfNarrow(line, 30), line);
    EXPECT_EQ(widenedIfNarrow(line, 40), GrayImage(600, 48, 9));
    EXPECT_EQ(widenedIfNarrow(line, 0), line);
    EXPECT_TRUE(widenedIfNarrow(GrayImage(), 5).empty());
}

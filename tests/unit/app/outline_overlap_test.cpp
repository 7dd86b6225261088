#include "app/outline_overlap.h"

#include <gtest/gtest.h>

using longhand::Polygon;
using longhand::app::coveredShare;
using longhand::app::outlineOverlap;

namespace
{

Polygon box(double x, double y, double width, double height)
{
    return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
}

} // namespace

TEST(OutlineOverlap, IsOneForTheSameShapeWhateverItsDirection)
{
    const Polygon shape = {{10, 10}, {200, 25}, {190, 60}, {12, 44}};
    EXPECT_DOUBLE_EQ(outlineOverlap(shape, shape), 1);
    EXPECT_DOUBLE_EQ(outlineOverlap(shape, Polygon(shape.rbegin(), shape.rend())), 1);
}

TEST(OutlineOverlap, OfShiftedBoxes)
{
    EXPECT_NEAR(outlineOverlap(box(0, 0, 100, 20), box(50, 0, 100, 20)), 1.0 / 3, 1e-9);
    EXPECT_NEAR(outlineOverlap(box(0, 0, 100, 20), box(0, 10, 100, 20)), 1.0 / 3, 1e-9);
    EXPECT_NEAR(outlineOverlap(box(0, 0, 100, 40), box(25, 10, 50, 20)), 0.25, 1e-9);
}

TEST(OutlineOverlap, IsZeroForShapesThatDoNotMeet)
{
    EXPECT_EQ(outlineOverlap(box(0, 0, 10, 10), box(10, 0, 10, 10)), 0);
    EXPECT_EQ(outlineOverlap(box(0, 0, 10, 10), box(0, 500, 10, 10)), 0);
}

TEST(OutlineOverlap, OfATriangleAndItsBox)
{
    EXPECT_NEAR(outlineOverlap({{0, 0}, {100, 0}, {0, 100}}, box(0, 0, 100, 100)), 0.5, 0.001);
}

TEST(OutlineOverlap, AConcaveOutlineDoesNotCoverItsNotch)
{
    // A U, open to the top; the box fills the notch.
    const Polygon u = {{0, 0}, {10, 0}, {10, 40}, {20, 40}, {20, 0}, {30, 0}, {30, 50}, {0, 50}};
    EXPECT_EQ(outlineOverlap(u, box(11, 0, 8, 39)), 0);
}

TEST(OutlineOverlap, AnOutlineThatRunsTwiceAroundCountsOnce)
{
    Polygon twice = box(0, 0, 100, 20);
    const Polygon once = twice;
    twice.insert(twice.end(), once.begin(), once.end());
    EXPECT_DOUBLE_EQ(outlineOverlap(twice, once), 1);
}

TEST(OutlineOverlap, WithoutAreaIsZero)
{
    EXPECT_EQ(outlineOverlap({}, box(0, 0, 10, 10)), 0);
    EXPECT_EQ(outlineOverlap({{0, 0}, {10, 10}}, {{0, 0}, {10, 10}}), 0);
}

TEST(CoveredShare, CountsWhatSeveralShapesCoverOnce)
{
    const Polygon line = box(0, 0, 100, 20);
    EXPECT_NEAR(coveredShare(line, {box(0, 0, 30, 20), box(20, 0, 30, 20)}, 0), 0.5, 1e-9);
    EXPECT_NEAR(coveredShare(line, {box(80, 10, 500, 500)}, 0), 0.1, 1e-9);
    EXPECT_EQ(coveredShare(line, {box(0, 20, 100, 20), box(100, 0, 50, 20)}, 0), 0);
    EXPECT_EQ(coveredShare(line, {}, 0), 0);
}

TEST(CoveredShare, ShapesGrowByAShareOfTheirHeightOnAllSides)
{
    const Polygon small = box(100, 100, 100, 20); // grown by a quarter: 95..205 x 95..125
    EXPECT_NEAR(coveredShare(box(0, 0, 300, 200), {small}, 0.25), 110.0 * 30 / (300 * 200), 1e-9);
    EXPECT_NEAR(coveredShare(box(100, 120, 100, 10), {small}, 0.25), 0.5, 1e-9);
}

TEST(CoveredShare, WithoutAreaIsZero)
{
    EXPECT_EQ(coveredShare({}, {box(0, 0, 10, 10)}, 1), 0);
    EXPECT_EQ(coveredShare({{0, 0}, {10, 10}}, {box(0, 0, 10, 10)}, 1), 0);
    EXPECT_EQ(coveredShare(box(0, 0, 10, 10), {{}, {{5, 0}, {5, 10}}}, 1), 0);
}

#include "longhand/base/geometry.h"

#include <gtest/gtest.h>

using namespace longhand;

TEST(Homography, InverseUndoesAPerspectiveMap)
{
    const Homography h{{1.1, 0.2, 30, -0.1, 0.9, 12, 1e-4, -2e-4, 1}};
    const Point p{123, 456};
    const Point back = h.inverse().map(h.map(p));
    EXPECT_NEAR(back.x, p.x, 1e-9);
    EXPECT_NEAR(back.y, p.y, 1e-9);
}

TEST(Homography, ProductAppliesTheRightFactorFirst)
{
    const Homography scale{{2, 0, 0, 0, 2, 0, 0, 0, 1}};
    const Homography shift{{1, 0, 10, 0, 1, 0, 0, 0, 1}};
    EXPECT_EQ((scale * shift).map(Point{1, 1}), (Point{22, 2}));
    EXPECT_EQ((shift * scale).map(Point{1, 1}), (Point{12, 2}));
}

TEST(Homography, ASingularMatrixInvertsToTheIdentity)
{
    EXPECT_EQ((Homography{{1, 2, 3, 2, 4, 6, 0, 0, 1}}).inverse(), Homography{});
}

TEST(BoundingBox, CoversAllPoints)
{
    EXPECT_EQ(boundingBox({{3, 5}, {-1, 7}, {2, 2}}), (Rect{-1, 2, 4, 5}));
    EXPECT_EQ(boundingBox({}), Rect{});
}

#include "app/expected_edits.h"

#include <cmath>

#include <gtest/gtest.h>

namespace longhand::app
{

namespace
{

recognition::LineReading readingOf(std::vector<recognition::Hypothesis> alternatives)
{
    recognition::LineReading reading;
    reading.text = alternatives.empty() ? "" : alternatives.front().text;
    reading.alternatives = std::move(alternatives);
    return reading;
}

} // namespace

TEST(ExpectedEdits, AreTheEditsOfACertainReading)
{
    EXPECT_DOUBLE_EQ(expectedEdits(readingOf({{"the boat", -4}}), "the boat"), 0);
    EXPECT_DOUBLE_EQ(expectedEdits(readingOf({{"tho boot", -4}}), "the boat"), 2);
}

TEST(ExpectedEdits, WeighTheReadingsByTheirProbability)
{
    EXPECT_NEAR(expectedEdits(readingOf({{"boot", -3}, {"boat", -3}}), "boat"), 0.5, 1e-12);
    EXPECT_NEAR(expectedEdits(readingOf({{"boat", -3}, {"boot", -3 - std::log(3)}}), "boat"), 0.25, 1e-12);
    EXPECT_NEAR(expectedEdits(readingOf({{"boat", -1000}, {"bat", -1000}}), "boat"), 0.5, 1e-12)
        << "however unlikely both are";
}

TEST(ExpectedEdits, OfNothingReadAreTheWholeText)
{
    EXPECT_DOUBLE_EQ(expectedEdits(readingOf({}), "été"), 3);
}

} // namespace longhand::app

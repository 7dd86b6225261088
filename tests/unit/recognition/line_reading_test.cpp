#include "recognition/line_reading.h"

#include <cmath>
#include <gmock/gmock.h>

using namespace longhand;
using namespace longhand::recognition;
using testing::ElementsAre;

namespace
{
const text::Alphabet kAlphabet = text::Alphabet::fromCharacters(U" abé").value();
constexpr int kSpace = 1, kA = 2, kB = 3, kE = 4;
} // namespace

TEST(LineReading, SplitsWordsAndSharesTheRoomBetweenCharacters)
{
    // 4 px a frame, no padding, 100 px wide: frame t begins at column 4 t.
    const LineReading reading = assembleReading({{kA, 5, 6, 0.5}, {kE, 9, 10, 0.5}, {kSpace, 12, 13, 1.0}, {kB, 15, 17, 0.8}}, kAlphabet, {4, 0, 100});
    EXPECT_EQ(reading.text, "aé b");
    ASSERT_EQ(reading.words.size(), 2u);
    EXPECT_EQ(reading.words[0].text, "aé");
    EXPECT_EQ(reading.words[1].text, "b");
    EXPECT_EQ(reading.words[1].firstChar, 3);
    EXPECT_NEAR(reading.confidence, std::pow(0.5 * 0.5 * 1.0 * 0.8, 0.25), 1e-9);
    EXPECT_NEAR(reading.chars[0].end, 7.5 * 4 / 100, 1e-9);
    EXPECT_DOUBLE_EQ(reading.chars[0].end, reading.chars[1].begin);
    EXPECT_NEAR(reading.words[1].begin, 14.0 * 4 / 100, 1e-9);
}

TEST(LineReading, ExtentsStayInsideThePicture)
{
    const LineReading reading = assembleReading({{kA, 0, 1, 1.0}, {kB, 30, 31, 1.0}}, kAlphabet, {4, 16, 80});
    EXPECT_DOUBLE_EQ(reading.chars[0].begin, 0.0);
    EXPECT_DOUBLE_EQ(reading.chars[1].end, 1.0);
}

TEST(LineReading, NothingReadIsAnEmptyCertainLine)
{
    const LineReading reading = assembleReading({}, kAlphabet, {4, 0, 80});
    EXPECT_EQ(reading.text, "");
    EXPECT_TRUE(reading.words.empty());
    EXPECT_DOUBLE_EQ(reading.confidence, 1.0);
}

TEST(LineReading, WordAlternativesComeFromTheWordInTheSamePlace)
{
    LineReading reading = assembleReading({{kA, 1, 2, 1.0}, {kSpace, 3, 4, 1.0}, {kB, 5, 6, 1.0}}, kAlphabet, {4, 0, 40});
    addAlternatives(reading, {{"a b", -1}, {"a é", -2}, {"b", -3}, {"a aé", -4}, {"a é", -5}}, 5);
    EXPECT_TRUE(reading.words[0].alternatives.empty()); // "b" alone stands for the second word
    EXPECT_THAT(reading.words[1].alternatives, ElementsAre("é", "aé"));
    EXPECT_EQ(reading.alternatives.size(), 5u);
}

TEST(LineReading, AWordIsAsSureAsItsSurprisalAndTheCalibrationSay)
{
    const auto confidence = [](double a, double b, const nn::WordCalibration& calibration) {
        LineReading reading = assembleReading({{kA, 1, 2, a}, {kB, 3, 4, b}}, kAlphabet, {4, 0, 40});
        judgeWords(reading, calibration);
        return reading.words.at(0).confidence;
    };
    // e^-0.3 and e^-0.6: 0.9 nats together.
    EXPECT_NEAR(confidence(std::exp(-0.3), std::exp(-0.6), {0.9, 2.0}), 0.5, 1e-9);
    EXPECT_NEAR(confidence(std::exp(-0.3), std::exp(-0.6), {0.3, 2.0}), 0.1, 1e-9);
    EXPECT_NEAR(confidence(1, 1, {0.9, 2.0}), 1, 1e-6);
    // 0.45 nats a character in the line: a clearer line would leave less doubt.
    EXPECT_NEAR(confidence(std::exp(-0.3), std::exp(-0.6), {0.9, 2.0, 1.0}), 1 / 1.45, 1e-9);
    EXPECT_LT(confidence(1e-9, 1e-9, {0.9, 2.0}), 0.01);
}

TEST(LineReading, AWordThatOtherHypothesesShareHasFewRivals)
{
    LineReading reading = assembleReading({{kA, 1, 2, 1.0}, {kSpace, 3, 4, 1.0}, {kB, 5, 6, 1.0}}, kAlphabet, {4, 0, 40});
    addAlternatives(reading, {{"a b", std::log(0.5)}, {"a é", std::log(0.3)}, {"é", std::log(0.2)}}, 1);
    EXPECT_NEAR(reading.words[0].doubt.rivals, 0.2 / 0.8, 1e-9);
    EXPECT_NEAR(reading.words[1].doubt.rivals, 0.5 / 0.5, 1e-9);
    EXPECT_EQ(reading.alternatives.size(), 1u) << "only so many are shown";
    judgeWords(reading, {1, 1, 0, 0});
    const double before = reading.words[1].confidence;
    judgeWords(reading, {1, 1, 0, 1});
    EXPECT_EQ(reading.words[1].confidence, before) << "even odds say nothing";
    judgeWords(reading, {1, 0.05, 0, 1});
    EXPECT_GT(reading.words[0].confidence, reading.words[1].confidence);
}

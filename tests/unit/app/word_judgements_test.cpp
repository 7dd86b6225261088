#include "app/word_judgements.h"

#include <cmath>
#include <random>

#include <gmock/gmock.h>

using namespace longhand;
using namespace longhand::app;
using testing::ElementsAre;

namespace
{

/// A reading of words of one certain character each, or of several.
recognition::LineReading readingOf(const std::vector<std::string>& words)
{
    recognition::LineReading reading;
    for (const std::string& word : words) {
        recognition::WordReading read;
        read.text = word;
        read.firstChar = static_cast<int>(reading.chars.size());
        read.charCount = 2;
        read.doubt.own = 0.7;
        for (const double confidence : {0.5, 0.8})
            reading.chars.push_back({"x", confidence, 0, 0});
        reading.words.push_back(read);
    }
    return reading;
}

std::vector<bool> rightOnes(const std::string& reference, const std::vector<std::string>& words)
{
    std::vector<bool> right;
    for (const WordJudgement& judgement : judgeWords(reference, readingOf(words)))
        right.push_back(judgement.isRight);
    return right;
}

/// Words that are right as often as the calibration says.
std::vector<WordJudgement> drawWords(const nn::WordCalibration& truth, int count)
{
    std::mt19937 random(17);
    std::vector<WordJudgement> words;
    for (int i = 0; i < count; ++i) {
        WordJudgement word;
        word.doubt.own = std::exp(std::uniform_real_distribution<>(-4, 2.5)(random));
        word.doubt.line = std::exp(std::uniform_real_distribution<>(-3, 1)(random));
        word.doubt.rivals = std::exp(std::uniform_real_distribution<>(-5, 5)(random));
        word.confidence = nn::confidence(word.doubt, truth);
        word.isRight = std::bernoulli_distribution(word.confidence)(random);
        words.push_back(word);
    }
    return words;
}

} // namespace

TEST(WordJudgements, AWordIsRightWhereTheAlignmentPutsItAtAnEqualOne)
{
    EXPECT_THAT(rightOnes("the cat sat", {"the", "cat", "sat"}), ElementsAre(true, true, true));
    EXPECT_THAT(rightOnes("the cat sat", {"the", "sat"}), ElementsAre(true, true));
    EXPECT_THAT(rightOnes("the cat sat", {"the", "cot", "xx", "sat"}), ElementsAre(true, false, false, true));
    EXPECT_THAT(rightOnes("cat the", {"the", "cat"}), testing::Contains(false));
    EXPECT_THAT(rightOnes("", {"the"}), ElementsAre(false));
    EXPECT_THAT(rightOnes("e\u0301t\u00E9", {"\u00E9te\u0301"}), ElementsAre(true)) << "NFC";
    EXPECT_TRUE(rightOnes("the", {}).empty());
}

TEST(WordJudgements, KeepTheWordsDoubts)
{
    EXPECT_EQ(judgeWords("a", readingOf({"a"})).at(0).doubt.own, 0.7);
}

TEST(WordJudgements, TheFitFindsTheCalibrationThatDrewTheWords)
{
    const nn::WordCalibration truth{1.4, 1.3, 0.6, 0.4};
    const std::vector<std::vector<WordJudgement>> words{drawWords(truth, 20000)};
    const auto fitted = fitWords(words, WordEvidence::Rivals);
    EXPECT_NEAR(fitted.half, truth.half, 0.1);
    EXPECT_NEAR(fitted.slope, truth.slope, 0.1);
    EXPECT_NEAR(fitted.lineSlope, truth.lineSlope, 0.1);
    EXPECT_NEAR(fitted.rivalSlope, truth.rivalSlope, 0.05);
    EXPECT_LE(surprise(words, fitted), surprise(words, truth) + 1e-9);
    EXPECT_EQ(fitWords(words, WordEvidence::Line).rivalSlope, 0);
    EXPECT_EQ(fitWords(words, WordEvidence::Own).lineSlope, 0);
}

TEST(WordJudgements, ALargeSetCountsNoMoreThanASmallOne)
{
    const auto few = drawWords({3, 1}, 2000), many = drawWords({0.3, 1}, 20000);
    const auto fitted = fitWords({few, many}, WordEvidence::Own),
               turned = fitWords({drawWords({3, 1}, 20000), drawWords({0.3, 1}, 2000)}, WordEvidence::Own);
    EXPECT_NEAR(fitted.half, turned.half, 0.1);
}

TEST(WordJudgements, TheFitStaysUsableWhereAllWordsAreAlike)
{
    for (const bool isRight : {false, true}) {
        const auto fitted =
            fitWords({{{0.5, {1.0, 0, 0}, isRight}, {0.5, {0.0, 1, 1}, isRight}, {0.5, {30.0, 9, 1e9}, isRight}}, {}},
                     WordEvidence::Rivals);
        EXPECT_TRUE(std::isfinite(fitted.half) && fitted.half > 0);
        EXPECT_TRUE(std::isfinite(fitted.slope) && fitted.slope > 0);
    }
}

TEST(CalibrationError, IsTheDistanceBetweenConfidenceAndTruth)
{
    LinesEvaluation evaluation;
    EXPECT_EQ(evaluation.calibrationError(), 0);
    // Ten words at 0.9, six of them right; ten at 0.1, one of them right.
    for (int i = 0; i < 10; ++i) {
        evaluation.words.push_back({0.9, {}, i < 6});
        evaluation.words.push_back({0.1, {}, i < 1});
    }
    EXPECT_NEAR(evaluation.calibrationError(), 0.15, 1e-9);
    evaluation.words = drawWords({1, 1}, 20000);
    EXPECT_LT(evaluation.calibrationError(), 0.02);
}

#include "recognition/ctc_decoder.h"

#include "recognition/beam_search.h"

#include <cmath>
#include <gmock/gmock.h>
#include <map>
#include <random>

#include "longhand/language/build.h"

using namespace longhand::recognition;
using testing::ElementsAre;

namespace
{

/// Random log-probabilities, every frame summing to 1.
std::vector<float> randomFrames(int frames, int classes, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> unit(0.01, 1.0);
    std::vector<float> values;
    for (int t = 0; t < frames; ++t) {
        std::vector<double> row;
        double sum = 0;
        for (int c = 0; c < classes; ++c)
            sum += row.emplace_back(std::pow(unit(random), 3));
        for (const double p : row)
            values.push_back(static_cast<float>(std::log(p / sum)));
    }
    return values;
}

std::vector<int> collapse(const std::vector<int>& path)
{
    std::vector<int> labels;
    for (std::size_t t = 0; t < path.size(); ++t)
        if (path[t] != 0 && (t == 0 || path[t] != path[t - 1]))
            labels.push_back(path[t]);
    return labels;
}

/// Calls `visit` with every path and its log-probability.
template <class Visit>
void forEveryPath(const LogProbabilities& line, const Visit& visit)
{
    std::vector<int> path(static_cast<std::size_t>(line.frames), 0);
    while (true) {
        double score = 0;
        for (int t = 0; t < line.frames; ++t)
            score += line.at(t, path[static_cast<std::size_t>(t)]);
        visit(path, score);
        std::size_t digit = 0;
        while (digit < path.size() && ++path[digit] == line.classes)
            path[digit++] = 0;
        if (digit == path.size())
            return;
    }
}

/// One certain class per frame.
std::vector<float> certain(const std::vector<int>& path, int classes)
{
    std::vector<float> values(path.size() * static_cast<std::size_t>(classes), std::log(1e-6f));
    for (std::size_t t = 0; t < path.size(); ++t)
        values[t * static_cast<std::size_t>(classes) + static_cast<std::size_t>(path[t])] = std::log(0.999f);
    return values;
}

} // namespace

TEST(FramesPerLetter, AreMeasuredFromTheMiddleOfAPeakToThatOfAnother)
{
    const auto measured = [](const std::vector<int>& best) {
        const auto values = certain(best, 4);
        return framesPerLetter({static_cast<int>(best.size()), 4, values});
    };
    EXPECT_DOUBLE_EQ(measured({0, 0, 1, 0, 0, 2, 0, 0, 3, 0, 0, 0, 0}), 3);
    EXPECT_DOUBLE_EQ(measured({1, 2, 3}), 1);
    EXPECT_DOUBLE_EQ(measured({0, 1, 1, 1, 0, 0, 0, 2}), 5);
    EXPECT_EQ(measured({0, 2, 0}), 0);
    EXPECT_EQ(measured({}), 0);
}

TEST(GreedyDecoder, CollapsesRepeatsAndKeepsDoubledLettersPartedByABlank)
{
    const auto values = certain({0, 1, 1, 0, 1, 2, 2, 0}, 3);
    const auto labels = decodeGreedy({8, 3, values});
    ASSERT_EQ(labels.size(), 3u);
    EXPECT_EQ(labels[0].label, 1);
    EXPECT_EQ(labels[0].begin, 1);
    EXPECT_EQ(labels[0].end, 3);
    EXPECT_EQ(labels[1].label, 1);
    EXPECT_EQ(labels[2].label, 2);
    EXPECT_EQ(labels[2].end, 7);
    EXPECT_NEAR(labels[0].confidence, 0.999, 1e-3);
}

TEST(GreedyDecoder, ALineOfBlanksIsEmpty)
{
    EXPECT_TRUE(decodeGreedy({4, 2, certain({0, 0, 0, 0}, 2)}).empty());
    EXPECT_TRUE(decodeGreedy({0, 2, {}}).empty());
}

TEST(BeamDecoder, SumsThePathsOfEveryTextLikeABruteForceDecoder)
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto values = randomFrames(6, 3, seed);
        const LogProbabilities line{6, 3, values};
        std::map<std::vector<int>, double> expected;
        forEveryPath(line, [&](const auto& path, double score) { expected[collapse(path)] += std::exp(score); });

        const auto hypotheses = decodeBeam(line, 1000, 1000);
        ASSERT_EQ(hypotheses.size(), expected.size());
        for (std::size_t i = 0; i < hypotheses.size(); ++i) {
            EXPECT_NEAR(std::exp(hypotheses[i].logProbability), expected[hypotheses[i].labels], 1e-6);
            if (i > 0) {
                EXPECT_GE(hypotheses[i - 1].logProbability, hypotheses[i].logProbability);
            }
        }
    }
}

TEST(BeamDecoder, WithALanguageModelItEqualsAnExhaustiveSearch)
{
    const std::vector<longhand::language::WeightedText> texts{{{U"aab abba", U"ba bab", U"abab"}}};
    const auto model =
        longhand::language::LanguageModel::parse(longhand::language::buildModel(texts, {.order = 3}).value(), "test").value();
    const std::u32string characters = U"ab ";
    const LanguagePrior prior(model, U"ab ");
    const Fusion fusion{&prior, 0.7, 0.4};
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto values = randomFrames(6, 4, 50 + seed);
        const LogProbabilities line{6, 4, values};
        std::map<std::vector<int>, double> expected;
        forEveryPath(line, [&](const auto& path, double score) { expected[collapse(path)] += std::exp(score); });
        for (auto& [labels, score] : expected) {
            std::u32string text;
            for (const int label : labels)
                text += characters[static_cast<std::size_t>(label - 1)];
            score = std::log(score) + 0.7 * model.logProbability(text) + 0.4 * static_cast<double>(labels.size());
        }
        const auto best = std::max_element(expected.begin(), expected.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });

        const auto hypotheses = decodeBeam(line, 10000, 10000, &fusion);
        ASSERT_EQ(hypotheses.size(), expected.size());
        EXPECT_EQ(hypotheses.front().labels, best->first) << "seed " << seed;
        for (const LabelHypothesis& hypothesis : hypotheses)
            EXPECT_NEAR(hypothesis.logProbability, expected[hypothesis.labels], 1e-4);
    }
}

TEST(BeamDecoder, WithABeginningItEqualsAnExhaustiveSearchAmongTextsThatBeginSo)
{
    const std::vector<longhand::language::WeightedText> texts{{{U"aab abba", U"ba bab", U"abab"}}};
    const auto model =
        longhand::language::LanguageModel::parse(longhand::language::buildModel(texts, {.order = 3}).value(), "test").value();
    const std::u32string characters = U"ab ";
    const LanguagePrior prior(model, U"ab ");
    const Fusion fusion{&prior, 0.7, 0.4};
    for (unsigned seed = 0; seed < 10; ++seed) {
        const auto values = randomFrames(7, 4, 400 + seed);
        const LogProbabilities line{7, 4, values};
        std::map<std::vector<int>, double> all;
        forEveryPath(line, [&](const auto& path, double score) { all[collapse(path)] += std::exp(score); });
        for (const std::vector<int>& beginning : {std::vector{2}, std::vector{1, 1}, std::vector{2, 3, 1}}) {
            std::map<std::vector<int>, double> expected;
            for (const auto& [labels, probability] : all) {
                if (labels.size() < beginning.size() || !std::equal(beginning.begin(), beginning.end(), labels.begin()))
                    continue;
                std::u32string text;
                for (const int label : labels)
                    text += characters[static_cast<std::size_t>(label - 1)];
                expected[labels] = std::log(probability) + 0.7 * model.logProbability(text) +
                                   0.4 * static_cast<double>(labels.size());
            }
            const auto hypotheses = decodeBeam(line, 10000, 10000, &fusion, beginning);
            ASSERT_EQ(hypotheses.size(), expected.size()) << "seed " << seed;
            for (const LabelHypothesis& hypothesis : hypotheses)
                EXPECT_NEAR(hypothesis.logProbability, expected.at(hypothesis.labels), 1e-4);
            const auto best = std::max_element(expected.begin(), expected.end(),
                                               [](const auto& a, const auto& b) { return a.second < b.second; });
            EXPECT_EQ(hypotheses.front().labels, best->first);
            // However narrow the beam and however improbable the beginning, there is an answer.
            const auto narrow = decodeBeam(line, 2, 1, &fusion, beginning);
            ASSERT_EQ(narrow.size(), 1u);
            EXPECT_TRUE(std::equal(beginning.begin(), beginning.end(), narrow.front().labels.begin()));
        }
    }
}

TEST(BeamDecoder, ABeginningThatDoesNotFitHasNoReading)
{
    const auto values = randomFrames(3, 3, 1);
    EXPECT_TRUE(decodeBeam({3, 3, values}, 32, 1, nullptr, {1, 1, 1}).empty());
    EXPECT_FALSE(decodeBeam({3, 3, values}, 32, 1, nullptr, {1, 2, 1}).empty());
}

TEST(BeamDecoder, ANarrowBeamFindsThatTextToo)
{
    const std::vector<longhand::language::WeightedText> texts{{{U"aab abba", U"ba bab", U"abab"}}};
    const auto model =
        longhand::language::LanguageModel::parse(longhand::language::buildModel(texts, {.order = 3}).value(), "test").value();
    const LanguagePrior prior(model, U"ab ");
    const Fusion fusion{&prior, 0.7, 0.4};
    int same = 0;
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto values = randomFrames(8, 4, 80 + seed);
        const LogProbabilities line{8, 4, values};
        same += decodeBeam(line, 32, 1, &fusion).front().labels == decodeBeam(line, 100000, 1, &fusion).front().labels;
    }
    EXPECT_GE(same, 18);
}

TEST(Confidence, TheTemperatureChangesItAndNotTheText)
{
    const auto values = randomFrames(12, 4, 9);
    const LogProbabilities line{12, 4, values};
    const auto plain = decodeGreedy(line), cold = decodeGreedy(line, 0.5), hot = decodeGreedy(line, 4.0);
    ASSERT_EQ(plain.size(), hot.size());
    ASSERT_FALSE(plain.empty());
    for (std::size_t i = 0; i < plain.size(); ++i) {
        EXPECT_EQ(plain[i].label, hot[i].label);
        EXPECT_GT(cold[i].confidence, plain[i].confidence);
        EXPECT_GT(plain[i].confidence, hot[i].confidence);
        double expected = 0;
        for (int t = hot[i].begin; t < hot[i].end; ++t) {
            double sum = 0;
            for (int c = 0; c < 4; ++c)
                sum += std::pow(std::exp(static_cast<double>(line.at(t, c))), 0.25);
            expected += std::pow(std::exp(static_cast<double>(line.at(t, hot[i].label))), 0.25) / sum;
        }
        EXPECT_NEAR(hot[i].confidence, expected / (hot[i].end - hot[i].begin), 1e-6);
    }
}

TEST(BeamDecoder, FindsATextThatTheBestPathMisses)
{
    // Two frames: the single best path is blank-blank (0.36), yet "a" is more probable over its three paths (0.64).
    const std::vector<float> values{std::log(0.6f), std::log(0.4f), std::log(0.6f), std::log(0.4f)};
    const LogProbabilities line{2, 2, values};
    EXPECT_TRUE(decodeGreedy(line).empty());
    const auto best = decodeBeam(line, 8, 1);
    ASSERT_EQ(best.size(), 1u);
    EXPECT_THAT(best[0].labels, ElementsAre(1));
    EXPECT_NEAR(std::exp(best[0].logProbability), 0.64, 1e-6);
}

TEST(Alignment, IsTheBestPathOfItsTextLikeABruteForceSearch)
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto values = randomFrames(7, 3, 100 + seed);
        const LogProbabilities line{7, 3, values};
        for (const std::vector<int>& labels : {std::vector{1}, std::vector{1, 2}, std::vector{2, 2}, std::vector{1, 1, 2}}) {
            std::vector<int> bestPath;
            double bestScore = -1e300;
            forEveryPath(line, [&](const auto& path, double score) {
                if (collapse(path) == labels && score > bestScore) {
                    bestScore = score;
                    bestPath = path;
                }
            });
            const auto aligned = align(line, labels);
            ASSERT_EQ(aligned.size(), labels.size());
            std::vector<int> path(7, 0);
            for (const AlignedLabel& label : aligned)
                for (int t = label.begin; t < label.end; ++t)
                    path[static_cast<std::size_t>(t)] = label.label;
            EXPECT_EQ(path, bestPath) << "seed " << seed;
        }
    }
}

TEST(Alignment, IsEmptyWhenTheTextDoesNotFit)
{
    const auto values = randomFrames(2, 3, 1);
    EXPECT_TRUE(align({2, 3, values}, {1, 1}).empty()); // needs a blank between, three frames
    EXPECT_FALSE(align({2, 3, values}, {1, 2}).empty());
    EXPECT_TRUE(align({2, 3, values}, {}).empty());
}

TEST(LogLikelihood, SumsEveryPathOfTheTextLikeABruteForceSum)
{
    for (unsigned seed = 0; seed < 10; ++seed) {
        const auto values = randomFrames(7, 3, 300 + seed);
        const LogProbabilities line{7, 3, values};
        for (const std::vector<int>& labels :
             {std::vector<int>{}, std::vector{1}, std::vector{1, 2}, std::vector{2, 2}, std::vector{1, 1, 2}}) {
            double sum = 0;
            forEveryPath(line, [&](const auto& path, double score) {
                if (collapse(path) == labels)
                    sum += std::exp(score);
            });
            EXPECT_NEAR(logLikelihood(line, labels), std::log(sum), 1e-6) << "seed " << seed;
        }
    }
}

TEST(LogLikelihood, IsMinusInfinityForWhatTheLineCannotSay)
{
    const auto values = randomFrames(2, 3, 1);
    EXPECT_EQ(logLikelihood({2, 3, values}, {1, 1}), -INFINITY); // needs three frames
    EXPECT_EQ(logLikelihood({2, 3, values}, {-1}), -INFINITY);   // a character the model lacks
    EXPECT_EQ(logLikelihood({2, 3, values}, {3}), -INFINITY);
}

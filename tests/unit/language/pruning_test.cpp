#include <cmath>
#include <numeric>

#include <gmock/gmock.h>

#include "sample_text.h"

using namespace longhand;
using namespace longhand::language;

namespace
{

std::size_t ngramsOf(const LanguageModel& model)
{
    const auto counts = model.ngramCounts();
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

/// Thousands of n-grams: what is left of them shows in the size.
std::vector<std::u32string> manyLines()
{
    std::mt19937 random(5);
    auto lines = test::madeUpLines(300);
    for (std::u32string& line : lines)
        for (char32_t& c : line)
            if (random() % 10 == 0)
                c = U'a' + random() % 26;
    return lines;
}

} // namespace

TEST(Pruning, TheFileIsNoLargerThanAskedAndUsesTheRoom)
{
    const std::vector<WeightedText> texts{{manyLines()}};
    const std::size_t whole = language::buildModel(texts, {.order = 6})->size();
    for (const std::size_t most : {whole / 4 * 3, whole / 2}) {
        const std::size_t size = language::buildModel(texts, {.order = 6, .maxBytes = most})->size();
        EXPECT_LE(size, most);
        EXPECT_GT(size, most - most / 10);
    }
    EXPECT_EQ(language::buildModel(texts, {.order = 6, .maxBytes = 100}).error().code, ErrorCode::InvalidInput);
}

TEST(Pruning, WhatIsLeftStillSumsToOneAndTellsNearlyAsMuch)
{
    const std::vector<WeightedText> texts{{manyLines()}};
    const LanguageModel whole = test::buildModel(texts, {.order = 6});
    const std::size_t wholeBytes = language::buildModel(texts, {.order = 6})->size();
    const LanguageModel pruned = test::buildModel(texts, {.order = 6, .maxBytes = wholeBytes / 2});
    EXPECT_LT(ngramsOf(pruned), ngramsOf(whole) / 4 * 3);

    const std::u32string line = U"there the three then tea a team";
    const auto characters = static_cast<double>(line.size());
    EXPECT_NEAR(pruned.logProbability(line) / characters, whole.logProbability(line) / characters, 0.15);
    auto state = pruned.start();
    for (const char32_t c : line) {
        double sum = 0;
        for (std::size_t symbol = 0; symbol <= pruned.characters().size(); ++symbol)
            sum += std::exp(pruned.logProbability(state, static_cast<LanguageModel::Symbol>(symbol)));
        EXPECT_NEAR(sum, 1, 0.03);
        state = pruned.next(state, pruned.symbolOf(c));
    }
}

TEST(Pruning, TheSameTextsGiveTheSameBytes)
{
    const std::vector<WeightedText> texts{{manyLines(), 2}, {test::madeUpLines(50)}};
    EXPECT_EQ(language::buildModel(texts, {.maxBytes = 40'000}).value(),
              language::buildModel(texts, {.maxBytes = 40'000}).value());
}

TEST(Pruning, OnlyTheMostFrequentCharactersAreKept)
{
    std::vector<std::u32string> lines;
    for (char32_t c = 0x4E00; c < 0x4E00 + 400; ++c)
        lines.push_back({c, U' ', U'a', U' ', U'a'});
    const LanguageModel model = test::buildModel({{lines}}, {.order = 3});
    EXPECT_EQ(model.characters().size(), 254U);
    EXPECT_NE(model.symbolOf(U'a'), 0);
    EXPECT_NE(model.symbolOf(U' '), 0);
    EXPECT_EQ(model.symbolOf(0x4E00 + 399), 0);
}

#include "ui/word_alignment.h"

#include <gtest/gtest.h>

namespace longhand::test
{

namespace
{

using ui::WordTie;

std::vector<ui::AlignedWord> align(const char* text, const char* read)
{
    const auto split = [](const char* words) {
        return QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    return ui::alignWords(split(text), split(read));
}

void expectTied(const ui::AlignedWord& word, int read, WordTie tie)
{
    EXPECT_EQ(word.read, read);
    EXPECT_EQ(word.tie, tie);
}

TEST(WordAlignment, AReplacedWordStandsInThePlaceOfTheOneThatWasRead)
{
    const auto words = align("the goat came", "the boat came");
    ASSERT_EQ(words.size(), 3U);
    expectTied(words[0], 0, WordTie::AsRead);
    expectTied(words[1], 1, WordTie::Replaced);
    expectTied(words[2], 2, WordTie::AsRead);
}

TEST(WordAlignment, AnAddedWordHasNoPlaceAndMovesNoOther)
{
    const auto words = align("the old boat", "the boat");
    ASSERT_EQ(words.size(), 3U);
    expectTied(words[1], -1, WordTie::None);
    expectTied(words[2], 1, WordTie::AsRead);
}

TEST(WordAlignment, ADeletedWordMovesNoOther)
{
    const auto words = align("the in", "the boat came in");
    ASSERT_EQ(words.size(), 2U);
    expectTied(words[1], 3, WordTie::AsRead);
}

TEST(WordAlignment, WordsThatBecameMoreOrFewerAreTiedInOrder)
{
    const auto split = align("a tea pot here", "a teapot here");
    ASSERT_EQ(split.size(), 4U);
    expectTied(split[1], 1, WordTie::Near);
    expectTied(split[2], 1, WordTie::Near);
    expectTied(split[3], 2, WordTie::AsRead);
    const auto joined = align("a teapot here", "a tea pot here");
    ASSERT_EQ(joined.size(), 3U);
    expectTied(joined[1], 1, WordTie::Near);
}

TEST(WordAlignment, OfRepeatedWordsTheOneAmongItsNeighboursIsMeant)
{
    const auto words = align("the sea and the sky", "the sky the sea and the sky");
    ASSERT_EQ(words.size(), 5U);
    expectTied(words[1], 3, WordTie::AsRead);
    expectTied(words[3], 5, WordTie::AsRead);
}

TEST(WordAlignment, NothingOnEitherSideIsFine)
{
    EXPECT_TRUE(align("", "the boat").empty());
    const auto words = align("the boat", "");
    ASSERT_EQ(words.size(), 2U);
    expectTied(words[0], -1, WordTie::None);
}

} // namespace

} // namespace longhand::test

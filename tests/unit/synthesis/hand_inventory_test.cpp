#include "longhand/synthesis/hand_inventory.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace longhand;
using namespace longhand::synthesis;

namespace
{

constexpr int kHeight = 40, kLetterPx = 12;

/// Each letter a box of its own grey on rows 15 to 29, so that what was glued can be told from the picture.
std::uint8_t greyOf(char32_t letter)
{
    return static_cast<std::uint8_t>(20 + 8 * (letter - U'a'));
}

LetteredLine written(const std::vector<std::u32string>& words, int shiftPx = 0, int tallerPx = 0)
{
    LetteredLine line;
    std::size_t letters = 1;
    for (const auto& word : words)
        letters += word.size() + 1;
    line.picture = GrayImage(static_cast<int>(letters) * kLetterPx, kHeight);
    int x = kLetterPx;
    for (const auto& word : words) {
        line.words.emplace_back();
        for (const char32_t c : word) {
            for (int y = 15 + shiftPx - tallerPx; y < 30 + shiftPx; ++y)
                for (int i = 2; i < kLetterPx - 2; ++i)
                    line.picture.row(y)[x + i] = greyOf(c);
            line.words.back().push_back({c, static_cast<double>(x), static_cast<double>(x + kLetterPx)});
            x += kLetterPx;
        }
        x += kLetterPx;
    }
    return line;
}

/// Letters from left to right by their greys; a run of paper of more than a letter's width is a space.
std::u32string lettersOn(const GrayImage& line, int row)
{
    std::u32string text;
    int paper = 0;
    std::uint8_t last = 255;
    for (int x = 0; x < line.width; ++x) {
        const std::uint8_t grey = line.row(row)[x];
        if (grey == 255) {
            ++paper;
        } else if (last == 255) {
            if (!text.empty() && paper > kLetterPx / 2 + 2)
                text += U' ';
            text += static_cast<char32_t>(U'a' + (grey - 20) / 8);
            paper = 0;
        }
        last = grey;
    }
    return text;
}

} // namespace

TEST(HandInventory, GluesNewWordsFromTheLettersOfOldOnes)
{
    const HandInventory hand({written({U"bed", U"face", U"bad"}), written({U"cab", U"age"})});
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        std::mt19937_64 random(seed);
        const auto line = hand.write({U"bead", U"cage"}, random);
        ASSERT_TRUE(line);
        EXPECT_EQ(line->height, kHeight);
        EXPECT_EQ(lettersOn(*line, 22), U"bead cage");
    }
}

TEST(HandInventory, LinesThatStandHigherOrLowerShareABaselineOnceGlued)
{
    const HandInventory hand({written({U"ab"}), written({U"cd"}, 4), written({U"ef"}, -3)});
    std::mt19937_64 random(1);
    const auto line = hand.write({U"abcdef"}, random);
    ASSERT_TRUE(line);
    // All boxes end on the same row.
    const std::u32string all = U"abcdef";
    int lastInk = 0;
    for (int y = 0; y < kHeight; ++y)
        if (lettersOn(*line, y) == all)
            lastInk = y;
    EXPECT_GT(lastInk, 20);
    EXPECT_EQ(lettersOn(*line, lastInk + 2), U"");
}

TEST(HandInventory, LettersOfALargerLineShrinkToTheOthers)
{
    const HandInventory hand({written({U"ab"}), written({U"cd"}), written({U"ef"}, 0, 7)});
    std::mt19937_64 random(1);
    const auto line = hand.write({U"abef"}, random);
    ASSERT_TRUE(line);
    const auto highestInk = [&](int from, int to) {
        for (int y = 0; y < kHeight; ++y)
            if (std::any_of(line->row(y) + from, line->row(y) + to, [](std::uint8_t grey) { return grey < 128; }))
                return y;
        return kHeight;
    };
    EXPECT_NEAR(highestInk(0, line->width / 2), highestInk(line->width / 2, line->width), 1);
}

TEST(HandInventory, RulingsAndPiecesOfTheNextLineStayBehind)
{
    LetteredLine ruled = written({U"ab", U"cd"});
    for (int x = 0; x < ruled.picture.width; ++x)
        ruled.picture.row(x < ruled.picture.width / 2 ? 34 : 35)[x] = 60; // a little aslant
    for (int y = 0; y < 7; ++y)
        ruled.picture.row(y)[3 * kLetterPx / 2] = 20; // hangs in from above the a
    const HandInventory hand({ruled, written({U"ef"})});
    std::mt19937_64 random(1);
    const auto line = hand.write({U"ab", U"ef"}, random);
    ASSERT_TRUE(line);
    int rowsWithInk = 0;
    for (int y = 0; y < kHeight; ++y)
        if (std::any_of(line->row(y), line->row(y) + line->width, [](std::uint8_t grey) { return grey < 255; }))
            ++rowsWithInk;
    EXPECT_EQ(rowsWithInk, 15) << "the boxes' own";
}

TEST(HandInventory, DoesNotWriteWithInkThatIsAsLightAsPaper)
{
    LetteredLine faint = written({U"ab"});
    for (std::uint8_t& grey : faint.picture.pixels)
        grey = std::max<std::uint8_t>(grey, 240);
    const HandInventory hand({faint, written({U"cd"})});
    std::mt19937_64 random(1);
    EXPECT_FALSE(hand.write({U"cd", U"ab"}, random));
    EXPECT_TRUE(hand.write({U"cd"}, random));
}

TEST(HandInventory, SaysWhatItCannotWrite)
{
    const HandInventory hand({written({U"abc", U"cad"})});
    EXPECT_TRUE(hand.canWrite(U"abad"));
    EXPECT_TRUE(hand.canWrite(U"c")); // a word of one letter
    EXPECT_FALSE(hand.canWrite(U"cat"));
    EXPECT_FALSE(hand.canWrite(U"bca")); // neither "bc" and "a" nor "b" and "ca": letters alone are cut badly
    EXPECT_FALSE(hand.canWrite(U""));
    std::mt19937_64 random(1);
    EXPECT_FALSE(hand.write({U"cad", U"e"}, random));
    EXPECT_FALSE(HandInventory({}).canWrite(U"a"));
    EXPECT_FALSE(HandInventory({}).write({U"a"}, random));
}

TEST(HandInventory, TheSameSeedGluesTheSameLine)
{
    const HandInventory hand({written({U"abcdef", U"fade"}), written({U"bead", U"cafe"})});
    std::mt19937_64 a(5), b(5);
    EXPECT_EQ(hand.write({U"decafe"}, a), hand.write({U"decafe"}, b));
}

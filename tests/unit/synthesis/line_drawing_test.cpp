#include <algorithm>
#include <numeric>

#include <gmock/gmock.h>

#include "synthesis/line_drawing.h"
#include "synthesis/line_layout.h"

namespace longhand::synthesis
{

namespace
{

class LineDrawingTest : public testing::Test
{
protected:
    void SetUp() override
    {
        auto font = HandwritingFont::open(LONGHAND_TEST_FONT);
        ASSERT_TRUE(font) << font.error().detail;
        m_font.emplace(std::move(*font));
    }

    [[nodiscard]] Hand someHand(std::uint64_t seed) const
    {
        Random random(seed);
        return inventHand(*m_font, random);
    }
    [[nodiscard]] GrayImage draw(const LineToDraw& line, std::uint64_t seed) const
    {
        Random random(seed);
        return m_drawing.draw(*m_font, someHand(seed), line, random);
    }

    std::optional<HandwritingFont> m_font;
    LineDrawing m_drawing;
};

/// Share of the columns with a pixel much darker than the paper.
double inkedColumns(const GrayImage& picture)
{
    std::vector<std::uint8_t> sorted = picture.pixels;
    std::nth_element(sorted.begin(), sorted.begin() + sorted.size() / 2, sorted.end());
    const int ink = sorted[sorted.size() / 2] - 30;
    int columns = 0;
    for (int x = 0; x < picture.width; ++x) {
        bool inked = false;
        for (int y = 0; y < picture.height; ++y)
            inked = inked || picture.row(y)[x] < ink;
        columns += inked ? 1 : 0;
    }
    return static_cast<double>(columns) / picture.width;
}

} // namespace

TEST_F(LineDrawingTest, looksLikeALineOfAPage)
{
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const GrayImage picture = draw({U"We met at noon", {}, U"one line above", U"and another below"}, seed);
        EXPECT_GE(picture.height, 56);
        EXPECT_LE(picture.height, 96);
        EXPECT_GT(picture.width, 3 * picture.height);
        EXPECT_GT(inkedColumns(picture), 0.3) << "seed " << seed;
        const auto [darkest, lightest] = std::minmax_element(picture.pixels.begin(), picture.pixels.end());
        EXPECT_GT(*lightest - *darkest, 40) << "seed " << seed;
        const double mean = std::accumulate(picture.pixels.begin(), picture.pixels.end(), 0.0) /
                            static_cast<double>(picture.pixels.size());
        EXPECT_GT(mean, (*lightest + *darkest) / 2.0) << "dark ink on light paper, seed " << seed;
    }
}

TEST_F(LineDrawingTest, widthGrowsWithTheText)
{
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        const auto aspect = [&](const char32_t* text) {
            const GrayImage picture = draw({text, {}, {}, {}}, seed);
            return static_cast<double>(picture.width) / picture.height;
        };
        EXPECT_GT(aspect(U"the lazy dog and the quick fox"), 1.8 * aspect(U"the lazy dog"));
    }
}

TEST_F(LineDrawingTest, everyLetterIsWrittenOnceAndInOrder)
{
    const std::u32string text = U"a quick brown fox";
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        Random random(seed);
        const WrittenLine line = writeLine(*m_font, text, someHand(seed), random);
        ASSERT_EQ(line.letters.size(), text.size() - 3) << "all but the blanks";
        for (std::size_t i = 0; i < line.letters.size(); ++i) {
            const Rect& box = line.letters[i].box;
            EXPECT_GE(box.x, line.box.x);
            EXPECT_LE(box.x + box.width, line.box.x + line.box.width + 1e-9);
            if (i > 0) {
                const Rect& before = line.letters[i - 1].box;
                EXPECT_GT(box.x + box.width / 2, before.x + before.width / 2);
            }
        }
    }
}

TEST_F(LineDrawingTest, noTwoLettersAreTheSame)
{
    Random random(3);
    const WrittenLine line = writeLine(*m_font, U"eeee", someHand(3), random);
    for (std::size_t i = 1; i < line.letters.size(); ++i) {
        EXPECT_NE(line.letters[i].box.width, line.letters[i - 1].box.width);
        EXPECT_NE(line.letters[i].box.height, line.letters[i - 1].box.height);
    }
}

TEST_F(LineDrawingTest, inkKeepsOffTheEdges)
{
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        Random random(seed);
        Hand hand = someHand(seed);
        hand.ruling = Ruling::None;
        hand.ink = Ink::Felt;
        hand.inkGrey = 0;
        const GrayImage picture = m_drawing.draw(*m_font, hand, {U"Big jolly fjord", {}, {}, {}}, random);
        std::vector<std::uint8_t> sorted = picture.pixels;
        std::sort(sorted.begin(), sorted.end());
        const int ink = sorted[sorted.size() / 2] / 3;
        for (int x = 0; x < picture.width; ++x) {
            EXPECT_GT(picture.row(0)[x], ink) << "seed " << seed;
            EXPECT_GT(picture.row(picture.height - 1)[x], ink) << "seed " << seed;
        }
    }
}

TEST_F(LineDrawingTest, struckOutWordsAreBlackened)
{
    Random random(5);
    Hand hand = someHand(5);
    hand.ruling = Ruling::None;
    const auto darkness = [&](const LineToDraw& line) {
        Random same(7);
        const GrayImage picture = m_drawing.draw(*m_font, hand, line, same);
        return std::count_if(picture.pixels.begin(), picture.pixels.end(), [](std::uint8_t p) { return p < 120; }) /
               static_cast<double>(picture.pixels.size());
    };
    EXPECT_GT(darkness({U"never ever", {{0, 5}}, {}, {}}), 1.2 * darkness({U"never ever", {}, {}, {}}));
}

TEST_F(LineDrawingTest, textWithoutInkGivesNoPicture)
{
    EXPECT_TRUE(draw({U"   ", {}, {}, {}}, 1).empty());
}

} // namespace longhand::synthesis

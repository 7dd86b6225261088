#include <algorithm>
#include <cmath>
#include <fstream>

#include <gmock/gmock.h>

#include "longhand/base/files.h"
#include "synthesis/handwriting_font.h"
#include "temporary_folder.h"

namespace longhand::synthesis
{

using testing::HasSubstr;

namespace
{

Rect boxOf(const std::vector<Polygon>& polygons)
{
    std::vector<Point> points;
    for (const Polygon& polygon : polygons)
        points.insert(points.end(), polygon.begin(), polygon.end());
    return boundingBox(points);
}

class HandwritingFontTest : public testing::Test
{
protected:
    void SetUp() override
    {
        auto font = HandwritingFont::open(LONGHAND_TEST_FONT);
        ASSERT_TRUE(font) << font.error().detail;
        m_font.emplace(std::move(*font));
    }

    [[nodiscard]] Rect inkOf(char32_t c, double extraWidth = 0) const
    {
        return boxOf(m_font->outline(m_font->shape({&c, 1}).front().index, extraWidth));
    }

    std::optional<HandwritingFont> m_font;
};

} // namespace

TEST_F(HandwritingFontTest, measuresInHeightsOfTheSmallX)
{
    const Rect x = inkOf(U'x');
    EXPECT_NEAR(x.height, 1, 0.02);
    EXPECT_NEAR(x.y + x.height, 0, 0.02) << "the baseline is at 0, y goes down";
    EXPECT_LT(inkOf(U'd').y, -1.2);
    EXPECT_NEAR(m_font->ascent(), -inkOf(U'b').y, 0.1);
    EXPECT_NEAR(m_font->descent(), inkOf(U'p').y + inkOf(U'p').height, 0.05);
}

TEST_F(HandwritingFontTest, penWidthIsThatOfAStem)
{
    // The stem of l is one upright stroke.
    EXPECT_NEAR(m_font->penWidth(), inkOf(U'l').width, 0.04);
    EXPECT_FALSE(m_font->isJoined());
}

TEST_F(HandwritingFontTest, aWiderPenWidensStrokesToBothSides)
{
    const Rect plain = inkOf(U'l');
    const Rect wide = inkOf(U'l', 0.1);
    EXPECT_NEAR(wide.width - plain.width, 0.1, 0.01);
    EXPECT_NEAR(wide.x + wide.width / 2, plain.x + plain.width / 2, 0.01);
    EXPECT_LT(inkOf(U'l', -0.05).width, plain.width - 0.03);
}

TEST_F(HandwritingFontTest, curvesAreCutIntoShortEdges)
{
    const char32_t o = U'o';
    for (const Polygon& polygon : m_font->outline(m_font->shape({&o, 1}).front().index, 0))
        for (std::size_t i = 0; i + 1 < polygon.size(); ++i)
            EXPECT_LT(std::hypot(polygon[i + 1].x - polygon[i].x, polygon[i + 1].y - polygon[i].y), 0.12);
}

TEST_F(HandwritingFontTest, shapesEveryCharacterInOrder)
{
    const auto glyphs = m_font->shape(U"Hello you");
    ASSERT_EQ(glyphs.size(), 9U);
    for (std::size_t i = 0; i < glyphs.size(); ++i)
        EXPECT_EQ(glyphs[i].character, i);
}

TEST_F(HandwritingFontTest, knowsWhatItLacks)
{
    EXPECT_TRUE(m_font->covers(U"Größe, 12 €!"));
    EXPECT_FALSE(m_font->covers(U"a\U0001F9FF"));
    EXPECT_FALSE(m_font->covers(U"\u200B")) << "a blank glyph is no letter";
}

TEST(HandwritingFontFiles, refusesWhatIsNoFont)
{
    const test::TemporaryFolder folder;
    std::ofstream(folder / "broken.woff") << "wOFF and then nothing of use";
    const auto broken = HandwritingFont::open(folder / "broken.woff");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, ErrorCode::Damaged);
    EXPECT_THAT(broken.error().detail, HasSubstr("broken.woff"));

    const auto whole = readFile(LONGHAND_TEST_FONT);
    ASSERT_TRUE(whole);
    std::ofstream(folder / "half.ttf", std::ios::binary) << whole->substr(0, whole->size() / 16);
    EXPECT_FALSE(HandwritingFont::open(folder / "half.ttf"));

    const auto missing = HandwritingFont::open(folder / "none.ttf");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
}

} // namespace longhand::synthesis

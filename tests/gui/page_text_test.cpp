#include "ui/page_text.h"

#include <gtest/gtest.h>

#include <QTextCursor>

#include "window_test.h"

namespace longhand::test
{

namespace
{

using ui::PageText;

QTextCursor cursorAt(PageText& text, int paragraph, int column)
{
    const QTextBlock block = text.document().findBlockByNumber(paragraph);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + column);
    return cursor;
}

TEST(PageText, AnUntouchedPageComesBackAsItWasRead)
{
    formats::Page reading = threeLines();
    reading.lines[0].words = {{"Dear", 0.5, {}, {}, {"Deer"}}, {"Anna", 0.9, {}, {}, {}}};
    PageText text(reading);
    const formats::Page edited = text.edited();
    EXPECT_FALSE(text.hasUnsavedEdits());
    ASSERT_EQ(edited.lines.size(), 3U);
    EXPECT_EQ(edited.lines[0].words[0].alternatives, std::vector<std::string>{"Deer"});
    EXPECT_DOUBLE_EQ(edited.lines[1].confidence, 0.9);
}

TEST(PageText, AChangedWordKeepsItsPlaceAndBecomesCertain)
{
    formats::Page reading = threeLines();
    reading.lines[0].words = {{"Dear", 0.5, {{1, 2}}, {{"D", 0.4, {}}}, {}}, {"Anna", 0.9, {{3, 4}}, {}, {}}};
    PageText text(reading);
    cursorAt(text, 0, 4).insertText(QStringLiteral("est"));
    const formats::Line line = text.edited().lines[0];
    EXPECT_EQ(line.text, "Dearest Anna");
    ASSERT_EQ(line.words.size(), 2U);
    EXPECT_EQ(line.words[0].text, "Dearest");
    EXPECT_EQ(line.words[0].outline, (Polygon{{1, 2}}));
    EXPECT_TRUE(line.words[0].glyphs.empty());
    EXPECT_DOUBLE_EQ(line.words[0].confidence, 1);
    EXPECT_DOUBLE_EQ(line.words[1].confidence, 0.9);
}

TEST(PageText, ASplitLineBecomesTwoInTheSamePlace)
{
    PageText text(threeLines());
    cursorAt(text, 1, 8).insertText(QStringLiteral("\n"));
    const formats::Page edited = text.edited();
    ASSERT_EQ(edited.lines.size(), 4U);
    EXPECT_EQ(edited.lines[1].text, "the boat");
    EXPECT_EQ(edited.lines[2].text, " came in");
    EXPECT_EQ(edited.lines[2].outline, edited.lines[1].outline);
    EXPECT_NE(edited.lines[2].id, edited.lines[1].id);
    EXPECT_EQ(edited.lines[3].id, "l3") << "the lines below stay tied to their place";
}

TEST(PageText, JoiningThenUndoingRestoresWhichLineIsWhich)
{
    PageText text(threeLines());
    cursorAt(text, 1, 0).deletePreviousChar();
    EXPECT_EQ(text.edited().lines.size(), 2U);
    EXPECT_EQ(text.edited().lines[1].id, "l3");
    text.document().undo();
    ASSERT_EQ(text.edited().lines.size(), 3U);
    EXPECT_EQ(text.edited().lines[1].id, "l2");
    EXPECT_EQ(PageText::lineOf(text.document().findBlockByNumber(1)), 1);
}

TEST(PageText, TypedTextIsComposed)
{
    PageText text(threeLines());
    cursorAt(text, 2, 7).insertText(QString::fromUtf8(" e\xCC\x81t\xC3\xA9"));
    EXPECT_EQ(text.edited().lines[2].text, "at noon \xC3\xA9t\xC3\xA9");
}

TEST(PageText, TextCanBeTypedOnAPageWithoutLines)
{
    formats::Page empty;
    empty.widthPx = 300;
    empty.heightPx = 400;
    PageText text(empty);
    EXPECT_TRUE(text.edited().lines.empty());
    cursorAt(text, 0, 0).insertText(QStringLiteral("A note"));
    ASSERT_EQ(text.edited().lines.size(), 1U);
    EXPECT_EQ(text.edited().lines[0].text, "A note");
    EXPECT_EQ(boundingBox(text.edited().lines[0].outline), (Rect{0, 0, 300, 400}));
}

} // namespace

} // namespace longhand::test

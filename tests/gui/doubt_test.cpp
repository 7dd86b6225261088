#include <QAccessible>
#include <QMenu>
#include <QStatusBar>
#include <QTextBlock>

#include "window_test.h"

namespace longhand::test
{

namespace
{

Polygon box(double left, double top, double right, double bottom)
{
    return {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
}

formats::Word makeWord(const std::string& text, double confidence, double left, double top,
                       std::vector<std::string> alternatives = {})
{
    constexpr double kGlyphWidth = 10;
    formats::Word word{text, confidence, {}, {}, std::move(alternatives)};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const double begin = left + kGlyphWidth * static_cast<double>(i);
        word.glyphs.push_back({text.substr(i, 1), confidence, box(begin, top, begin + kGlyphWidth, top + 30)});
    }
    word.outline = box(left, top, left + kGlyphWidth * static_cast<double>(text.size()), top + 30);
    return word;
}

/// threeLines() with words: "Deer" and "noon" are doubtful.
formats::Page doubtfulPage()
{
    formats::Page page = threeLines();
    page.lines[0].text = "Deer Anna";
    page.lines[0].words = {makeWord("Deer", 0.3, 20, 40, {"Dear", "Door"}), makeWord("Anna", 0.9, 80, 40)};
    page.lines[1].words = {makeWord("the", 0.95, 20, 100), makeWord("boat", 0.8, 60, 100, {"goat"}),
                           makeWord("came", 0.9, 110, 100), makeWord("in", 0.9, 160, 100)};
    page.lines[2].words = {makeWord("at", 0.9, 20, 160), makeWord("noon", 0.5, 60, 160)};
    return page;
}

class DoubtTest : public WindowTest
{
protected:
    void SetUp() override
    {
        window->open({picture(QStringLiteral("letter.png"))});
        ASSERT_TRUE(waitUntilQueued(1));
        transcription.finish(transcription.waiting.front(), doubtfulPage());
        text().setFocus();
    }

    QString selected() { return text().textCursor().selectedText(); }
    QString firstLine() { return text().document()->firstBlock().text(); }
    void caretTo(int position)
    {
        QTextCursor cursor = text().textCursor();
        cursor.setPosition(position);
        text().setTextCursor(cursor);
    }
    void clickPage(const QPointF& point)
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::NoModifier, view().mapFromScene(point));
    }
    QMenu& popUp()
    {
        trigger("alternativesAction");
        return child<QMenu>("alternativesMenu");
    }
    bool isMarked(int position)
    {
        const QTextBlock block = text().document()->findBlock(position);
        const auto formats = block.layout()->formats();
        return std::any_of(formats.begin(), formats.end(), [&](const QTextLayout::FormatRange& range) {
            const int column = position - block.position();
            return column >= range.start && column < range.start + range.length &&
                   range.format.underlineStyle() == QTextCharFormat::DotLine;
        });
    }
    formats::Word exportedFirstWord() { return page(0).text->edited().lines.at(0).words.at(0); }
};

TEST_F(DoubtTest, DoubtfulWordsAreUnderlinedAndOthersAreNot)
{
    EXPECT_TRUE(isMarked(0));
    EXPECT_TRUE(isMarked(3));
    EXPECT_FALSE(isMarked(5)) << "Anna";
    EXPECT_FALSE(isMarked(text().document()->findBlockByNumber(1).position()));
    EXPECT_FALSE(window->isWindowModified()) << "a mark is no edit";
    EXPECT_FALSE(text().document()->isUndoAvailable());
}

TEST_F(DoubtTest, AScreenReaderHearsOfTheDoubt)
{
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&text());
    ASSERT_TRUE(spoken);
    trigger("nextDoubtAction");
    EXPECT_TRUE(spoken->text(QAccessible::Description).contains(QStringLiteral("“Deer” is doubtful")));
    QTest::keyClick(&popUp(), Qt::Key_0);
    EXPECT_FALSE(spoken->text(QAccessible::Description).contains(QStringLiteral("doubtful"))) << "it was kept";
}

TEST_F(DoubtTest, AWordThatIsTypedOverIsNotDoubtfulUntilThatIsUndone)
{
    trigger("nextDoubtAction");
    QTest::keyClicks(&text(), QStringLiteral("Dearest"));
    EXPECT_EQ(firstLine(), QStringLiteral("Dearest Anna"));
    EXPECT_FALSE(isMarked(0));
    while (text().document()->isUndoAvailable())
        trigger("undoAction");
    EXPECT_EQ(firstLine(), QStringLiteral("Deer Anna"));
    EXPECT_TRUE(isMarked(0));
}

TEST_F(DoubtTest, TheDoubtfulWordsAreSteppedThroughBothWaysAndRoundTheEnds)
{
    trigger("nextDoubtAction");
    EXPECT_EQ(selected(), QStringLiteral("Deer"));
    trigger("nextDoubtAction");
    EXPECT_EQ(selected(), QStringLiteral("noon"));
    EXPECT_EQ(view().currentLine(), 2) << "the page goes along";
    trigger("nextDoubtAction");
    EXPECT_EQ(selected(), QStringLiteral("Deer"));
    trigger("previousDoubtAction");
    EXPECT_EQ(selected(), QStringLiteral("noon"));
    trigger("previousDoubtAction");
    EXPECT_EQ(selected(), QStringLiteral("Deer"));
}

TEST_F(DoubtTest, APageWithoutDoubtSaysSo)
{
    window->open({picture(QStringLiteral("b.png"))});
    ASSERT_TRUE(waitUntilQueued(1));
    transcription.finish(transcription.waiting.front(), threeLines());
    trigger("nextPageAction");
    for (const char* action : {"nextDoubtAction", "previousDoubtAction"}) {
        trigger(action);
        EXPECT_FALSE(text().textCursor().hasSelection());
        EXPECT_TRUE(window->findChild<QStatusBar*>()->currentMessage().contains(QStringLiteral("no doubtful")));
    }
}

TEST_F(DoubtTest, ADigitPicksAnotherReadingAndOneUndoTakesItBack)
{
    caretTo(2);
    QMenu& menu = popUp();
    EXPECT_FALSE(menu.accessibleName().isEmpty());
    QTest::keyClick(&menu, Qt::Key_1);
    EXPECT_EQ(firstLine(), QStringLiteral("Dear Anna"));
    EXPECT_EQ(text().textCursor().position(), 4) << "typing goes on behind the word";
    EXPECT_FALSE(isMarked(0));
    EXPECT_DOUBLE_EQ(exportedFirstWord().confidence, 1);
    trigger("undoAction");
    EXPECT_EQ(firstLine(), QStringLiteral("Deer Anna"));
    EXPECT_TRUE(isMarked(0));
    EXPECT_FALSE(window->isWindowModified());
}

TEST_F(DoubtTest, TheNumberPadAndTheArrowKeysPickToo)
{
    caretTo(2);
    QTest::keyClick(&popUp(), Qt::Key_2, Qt::KeypadModifier);
    EXPECT_EQ(firstLine(), QStringLiteral("Door Anna"));
    QTest::qWait(0); // the menu deletes itself
    caretTo(2);
    QMenu& menu = popUp();
    QTest::keyClick(&menu, Qt::Key_Down);
    QTest::keyClick(&menu, Qt::Key_Return);
    EXPECT_EQ(firstLine(), QStringLiteral("Dear Anna")) << "after Deer, which was read, comes Dear";
}

TEST_F(DoubtTest, KeepingAWordEndsItsDoubtAndCanBeUndone)
{
    trigger("nextDoubtAction");
    QTest::keyClick(&popUp(), Qt::Key_0);
    EXPECT_EQ(firstLine(), QStringLiteral("Deer Anna"));
    EXPECT_FALSE(isMarked(0));
    EXPECT_TRUE(window->isWindowModified());
    EXPECT_DOUBLE_EQ(exportedFirstWord().confidence, 1);
    trigger("nextDoubtAction");
    EXPECT_EQ(selected(), QStringLiteral("noon"));
    trigger("undoAction");
    EXPECT_TRUE(isMarked(0));
    EXPECT_DOUBLE_EQ(exportedFirstWord().confidence, 0.3);
}

TEST_F(DoubtTest, APageIsCheckedWithTheKeyboardAlone)
{
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get(), kWaitMs));
    QTest::keyClick(&text(), Qt::Key_F3);
    QTest::keyClick(&text(), Qt::Key_Space, Qt::ControlModifier);
    QTest::keyClick(&child<QMenu>("alternativesMenu"), Qt::Key_1);
    QTest::keyClick(&text(), Qt::Key_F3);
    EXPECT_EQ(selected(), QStringLiteral("noon"));
    QTest::keyClicks(&text(), QStringLiteral("night"));
    EXPECT_EQ(text().toPlainText(), QStringLiteral("Dear Anna\nthe boat came in\nat night"));
    QTest::keyClick(&text(), Qt::Key_F3, Qt::ShiftModifier);
    EXPECT_FALSE(text().textCursor().hasSelection()) << "nothing is doubtful any more";
}

TEST_F(DoubtTest, EscapeChangesNothing)
{
    caretTo(2);
    QTest::keyClick(&popUp(), Qt::Key_Escape);
    EXPECT_EQ(firstLine(), QStringLiteral("Deer Anna"));
    EXPECT_FALSE(window->isWindowModified());
}

TEST_F(DoubtTest, AWordWithoutOtherReadingsSaysSo)
{
    caretTo(6); // Anna
    trigger("alternativesAction");
    EXPECT_EQ(window->findChild<QMenu*>(QStringLiteral("alternativesMenu")), nullptr);
    EXPECT_TRUE(window->findChild<QStatusBar*>()->currentMessage().contains(QStringLiteral("Anna")));
}

TEST_F(DoubtTest, TheCaretDrawsOutItsWordAndCharacter)
{
    caretTo(6); // A|nna
    EXPECT_EQ(view().currentWord().boundingRect(), QRectF(80, 40, 40, 30));
    EXPECT_EQ(view().currentGlyph().boundingRect(), QRectF(90, 40, 10, 30));
    caretTo(9); // behind the last character
    EXPECT_EQ(view().currentGlyph().boundingRect(), QRectF(110, 40, 10, 30));
}

TEST_F(DoubtTest, WordsKeepTheirInkWhenOthersBeforeThemAreAdded)
{
    caretTo(0);
    QTest::keyClicks(&text(), QStringLiteral("My very "));
    caretTo(8 + 6);
    EXPECT_EQ(view().currentGlyph().boundingRect(), QRectF(90, 40, 10, 30));
    caretTo(4); // "very" has none
    EXPECT_TRUE(view().currentWord().isEmpty());
    EXPECT_EQ(view().currentLine(), 0);
}

TEST_F(DoubtTest, AnEditedWordKeepsItsPlaceOnThePage)
{
    caretTo(4);
    QTest::keyClicks(&text(), QStringLiteral("s"));
    EXPECT_EQ(view().currentWord().boundingRect(), QRectF(20, 40, 40, 30));
    EXPECT_TRUE(view().currentGlyph().isEmpty()) << "which ink belongs to which character is no longer known";
}

TEST_F(DoubtTest, AClickOnInkPutsTheCaretBeforeItsCharacter)
{
    const int secondLine = text().document()->findBlockByNumber(1).position();
    clickPage({75, 115});
    EXPECT_EQ(text().textCursor().position(), secondLine + 5) << "the|b|oat";
    EXPECT_EQ(view().currentGlyph().boundingRect(), QRectF(70, 100, 10, 30));
    EXPECT_EQ(window->focusWidget(), &text());
    clickPage({250, 115});
    EXPECT_EQ(text().textCursor().position(), secondLine + 15) << "the end of the line has no ink but the last word's";
}

TEST_F(DoubtTest, AClickFindsTheTextInASplitLine)
{
    caretTo(text().document()->findBlockByNumber(1).position() + 8);
    QTest::keyClick(&text(), Qt::Key_Return);
    clickPage({115, 115});
    EXPECT_EQ(text().textCursor().blockNumber(), 2);
    EXPECT_EQ(text().textCursor().positionInBlock(), 1) << "behind the space that was carried over";
}

} // namespace

} // namespace longhand::test

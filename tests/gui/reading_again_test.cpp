#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QTextBlock>

#include "longhand/app/preprocess_settings.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

class ReadingAgainTest : public WindowTest
{
protected:
    void SetUp() override
    {
        id = readPage();
        ASSERT_TRUE(QTest::qWaitFor([this] { return view().zoom() > 1; }, kWaitMs));
    }
    void type(int line, const QString& words)
    {
        text().goToLine(line);
        text().setFocus();
        QTest::keyClicks(&text(), words);
    }
    QString shown() { return text().toPlainText(); }
    QWidget& bar() { return child<QWidget>("readingBar"); }
    void press(const char* button) { QTest::mouseClick(&child<QPushButton>(button), Qt::LeftButton); }

    int id = 0;
};

TEST_F(ReadingAgainTest, AnUntouchedLineTakesTheNewReadingAndUndoTakesItBack)
{
    text().goToLine(1);
    trigger("readLineAction");
    ASSERT_EQ(transcription.lineRequests.size(), 1U);
    EXPECT_EQ(transcription.lineRequests[0].shapes.lines.size(), 1U);
    EXPECT_EQ(transcription.lineRequests[0].shapes.lines[0].outline, threeLines().lines[1].outline);
    transcription.answerLines({"the goat came in"});
    EXPECT_EQ(shown(), QStringLiteral("Dear Anna\nthe goat came in\nat noon"));
    EXPECT_EQ(text().textCursor().blockNumber(), 1) << "the caret stays";
    EXPECT_FALSE(bar().isVisible());
    trigger("undoAction");
    EXPECT_EQ(shown(), QStringLiteral("Dear Anna\nthe boat came in\nat noon"));
}

TEST_F(ReadingAgainTest, WhatAPersonTypedIsNeverOverwritten)
{
    type(0, QStringLiteral("My "));
    trigger("readPageAction");
    ASSERT_EQ(transcription.lineRequests.size(), 1U);
    transcription.answerLines({"Bear Anna", "the goat came in", "at noon"});
    EXPECT_EQ(shown(), QStringLiteral("My Dear Anna\nthe goat came in\nat noon"));
    ASSERT_TRUE(bar().isVisible());
    EXPECT_TRUE(child<QLabel>("readingMine").text().contains(QStringLiteral("<s>My</s>")));
    EXPECT_TRUE(child<QLabel>("readingNew").text().contains(QStringLiteral("<b><u>Bear</u></b> Anna")));
    press("keepTextButton");
    EXPECT_FALSE(bar().isVisible());
    EXPECT_EQ(shown(), QStringLiteral("My Dear Anna\nthe goat came in\nat noon"));
}

TEST_F(ReadingAgainTest, WhatAPersonConfirmedIsNeverOverwritten)
{
    text().goToLine(1);
    trigger("confirmLineAction");
    text().goToLine(1);
    trigger("readLineAction");
    transcription.answerLines({"the goat came in"});
    EXPECT_EQ(shown(), QStringLiteral("Dear Anna\nthe boat came in\nat noon"));
    ASSERT_TRUE(bar().isVisible());
    press("acceptReadingButton");
    EXPECT_EQ(shown(), QStringLiteral("Dear Anna\nthe goat came in\nat noon"));
    EXPECT_FALSE(bar().isVisible());
    trigger("undoAction");
    EXPECT_EQ(shown(), QStringLiteral("Dear Anna\nthe boat came in\nat noon"));
    EXPECT_TRUE(bar().isVisible()) << "it is to be decided again";
}

TEST_F(ReadingAgainTest, AReadingThatSaysTheSameAsThePersonNeedsNoDecision)
{
    text().goToLine(0);
    trigger("confirmLineAction");
    trigger("readPageAction");
    transcription.answerLines({"Dear Anna", "the boat came in", "at noon"});
    EXPECT_FALSE(bar().isVisible());
    EXPECT_EQ(view().stateOf(view().shownLines()[0].line), ui::LineState::Confirmed);
    EXPECT_EQ(view().stateOf(view().shownLines()[1].line), ui::LineState::Read);
}

TEST_F(ReadingAgainTest, AllDifferencesAreAcceptedOrKeptAtOnce)
{
    type(0, QStringLiteral("My "));
    type(2, QStringLiteral("Then "));
    trigger("readPageAction");
    transcription.answerLines({"Bear Anna", "the boat came in", "at moon"});
    EXPECT_TRUE(child<QLabel>("readingTitle").text().contains(QStringLiteral("2 of 2"))) << "of the caret's line";
    press("acceptAllReadingsButton");
    EXPECT_EQ(shown(), QStringLiteral("Bear Anna\nthe boat came in\nat moon"));
    EXPECT_FALSE(bar().isVisible());
}

TEST_F(ReadingAgainTest, TypingWhileALineIsReadWins)
{
    text().goToLine(1);
    trigger("readLineAction");
    type(1, QStringLiteral("And "));
    transcription.answerLines({"the goat came in"});
    EXPECT_EQ(shown(), QStringLiteral("Dear Anna\nAnd the boat came in\nat noon"));
    EXPECT_TRUE(bar().isVisible());
}

TEST_F(ReadingAgainTest, AnOlderRequestForTheSameLineIsGivenUp)
{
    text().goToLine(1);
    trigger("readLineAction");
    trigger("readLineAction");
    EXPECT_EQ(transcription.lineRequests.size(), 1U);
}

TEST_F(ReadingAgainTest, ReadingLinesCanBeStopped)
{
    trigger("readPageAction");
    ASSERT_TRUE(child<QAction>("stopAction").isEnabled());
    trigger("stopAction");
    EXPECT_TRUE(transcription.lineRequests.empty());
    EXPECT_FALSE(child<QAction>("stopAction").isEnabled());
}

TEST_F(ReadingAgainTest, AFailureLeavesTheTextAndSaysSo)
{
    trigger("readPageAction");
    transcription.failLines("\"letter.png\" is gone.");
    EXPECT_EQ(shown(), QStringLiteral("Dear Anna\nthe boat came in\nat noon"));
}

TEST_F(ReadingAgainTest, FindingLinesAgainKeepsWhatAPersonDidAndTheRestIsNew)
{
    type(1, QStringLiteral("And "));
    trigger("findLinesAction");
    ASSERT_EQ(transcription.waiting, std::vector<int>{id});
    EXPECT_EQ(shown(), QStringLiteral("Dear Anna\nAnd the boat came in\nat noon")) << "until the reading is there";
    formats::Page fresh = threeLines();
    fresh.lines.erase(fresh.lines.begin(), fresh.lines.begin() + 2);
    fresh.lines[0].text = "at moon";
    fresh.lines.push_back(makeLine("l9", "your Tom", 220));
    transcription.finish(id, fresh);
    EXPECT_EQ(shown(), QStringLiteral("And the boat came in\nat moon\nyour Tom"));
    EXPECT_EQ(page(0).state, ui::PageState::Read);
    trigger("undoAction");
    EXPECT_EQ(shown(), QStringLiteral("Dear Anna\nAnd the boat came in\nat noon"));
}

TEST_F(ReadingAgainTest, AWholePageReadAgainAsksNothingAboutWhatAPersonTyped)
{
    type(0, QStringLiteral("My "));
    window->session().readAgain(id);
    ASSERT_TRUE(waitUntilQueued(1));
    formats::Page fresh = threeLines();
    fresh.lines[0].text = "Bear Anna";
    fresh.lines[2].text = "at moon";
    transcription.finish(id, fresh);
    EXPECT_EQ(shown(), QStringLiteral("My Dear Anna\nthe boat came in\nat moon"));
    EXPECT_FALSE(bar().isVisible());
    EXPECT_EQ(page(0).text->reading().lines[0].text, "Bear Anna") << "what the machine reads today";
}

TEST_F(ReadingAgainTest, APageThatCannotBeReadAgainKeepsItsText)
{
    trigger("findLinesAction");
    transcription.fail(id, "\"letter.png\" is gone.");
    EXPECT_EQ(page(0).state, ui::PageState::Read);
    EXPECT_EQ(shown(), QStringLiteral("Dear Anna\nthe boat came in\nat noon"));
}

TEST_F(ReadingAgainTest, RotatingTurnsPictureAndLinesAndReadsAgain)
{
    type(0, QStringLiteral("My "));
    trigger("rotateRightAction");
    EXPECT_EQ(page(0).settings.rotationDeg, 90);
    EXPECT_EQ(page(0).sizePx, QSize(400, 300));
    ASSERT_EQ(transcription.waiting, std::vector<int>{id});
    EXPECT_EQ(transcription.sources.back().rotationDeg, 90);
    const formats::Page turned = page(0).text->edited();
    EXPECT_EQ(turned.widthPx, 400);
    EXPECT_EQ(turned.heightPx, 300);
    EXPECT_EQ(turned.lines[0].outline[0], (Point{400 - 40, 20})) << "was 20, 40";
    EXPECT_EQ(turned.lines[0].text, "My Dear Anna");
    EXPECT_TRUE(QTest::qWaitFor([this] { return view().sceneRect().width() > view().sceneRect().height(); }, kWaitMs));
    trigger("rotateLeftAction");
    EXPECT_EQ(page(0).settings.rotationDeg, 0);
    EXPECT_EQ(page(0).text->edited().lines[0].outline, threeLines().lines[0].outline);
    trigger("undoAction");
    EXPECT_EQ(page(0).settings.rotationDeg, 90);
    EXPECT_EQ(page(0).text->edited().lines[0].outline, turned.lines[0].outline);
}

TEST_F(ReadingAgainTest, EveryLineOnTheCanvasIsAnAccessibleItem)
{
    QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(&view());
    ASSERT_TRUE(canvas);
    ASSERT_EQ(canvas->childCount(), 3);
    EXPECT_EQ(canvas->role(), QAccessible::List);
    QAccessibleInterface* second = canvas->child(1);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->role(), QAccessible::ListItem);
    EXPECT_EQ(second->text(QAccessible::Name), QStringLiteral("Line 2: the boat came in"));
    EXPECT_TRUE(second->text(QAccessible::Description).contains(QStringLiteral("read by machine")));
    EXPECT_FALSE(second->state().checked);
    EXPECT_EQ(second->parent()->object(), &view());
    const QPoint middle = second->rect().center();
    EXPECT_EQ(canvas->indexOfChild(canvas->childAt(middle.x(), middle.y())), 1);

    text().goToLine(1);
    trigger("confirmLineAction");
    EXPECT_TRUE(second->text(QAccessible::Description).contains(QStringLiteral("confirmed")));
    EXPECT_TRUE(second->state().checked);
    type(1, QStringLiteral("And "));
    EXPECT_EQ(second->text(QAccessible::Name), QStringLiteral("Line 2: And the boat came in"));
    second->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    EXPECT_TRUE(text().hasFocus() || text().textCursor().blockNumber() == 1);
}

} // namespace

} // namespace longhand::test

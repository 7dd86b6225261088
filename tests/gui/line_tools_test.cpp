#include <QSpinBox>
#include <QTextBlock>

#include "ui/line_editor.h"
#include "ui/line_tools.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

constexpr auto kCtrl = Qt::ControlModifier;

class LineToolsTest : public WindowTest
{
protected:
    void SetUp() override
    {
        id = readPage();
        ASSERT_TRUE(QTest::qWaitFor([this] { return view().zoom() > 1; }, kWaitMs));
    }

    ui::LineEditor& editor() { return window->lineTools().editor(); }
    void edit() { trigger("editLinesAction"); }
    formats::Page edited() { return page(0).text->edited(); }
    std::string texts()
    {
        std::string all;
        for (const formats::Line& line : edited().lines)
            all += (all.empty() ? "" : "|") + line.text;
        return all;
    }
    QPoint at(double x, double y) { return view().mapFromScene(QPointF(x, y)); }
    void click(double x, double y, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers, at(x, y));
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(view().viewport(), Qt::LeftButton, Qt::NoModifier, from);
        // QTest::mouseMove leaves out the pressed button.
        for (const QPoint& here : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, here, view().viewport()->mapToGlobal(here), Qt::NoButton,
                             Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(view().viewport(), &move);
        }
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, Qt::NoModifier, to);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&view(), key, modifiers);
    }
    /// `undo` steps lead back to exactly `before`.
    void expectUndone(const formats::Page& before, int steps)
    {
        for (int i = 0; i < steps; ++i)
            trigger("undoAction");
        const formats::Page now = edited();
        ASSERT_EQ(now.lines.size(), before.lines.size());
        for (std::size_t i = 0; i < now.lines.size(); ++i) {
            EXPECT_EQ(now.lines[i].id, before.lines[i].id);
            EXPECT_EQ(now.lines[i].text, before.lines[i].text);
            EXPECT_EQ(now.lines[i].outline, before.lines[i].outline);
            EXPECT_EQ(now.lines[i].baseline, before.lines[i].baseline);
        }
    }
    void type(const QString& words)
    {
        text().setFocus();
        QTest::keyClicks(&text(), words);
    }
    ui::LineState state(int line)
    {
        return view().stateOf(view().shownLines().at(static_cast<std::size_t>(line)).line);
    }

    int id = 0;
};

TEST_F(LineToolsTest, ALineIsConfirmedByAKeyAndTheCaretGoesOn)
{
    EXPECT_EQ(state(0), ui::LineState::Read);
    text().setFocus();
    QTest::keyClick(&text(), Qt::Key_Return, kCtrl);
    EXPECT_EQ(state(0), ui::LineState::Confirmed);
    EXPECT_EQ(text().textCursor().blockNumber(), 1);
    EXPECT_EQ(edited().lines[0].confidence, 1);
    EXPECT_EQ(texts(), "Dear Anna|the boat came in|at noon") << "the key is no line break";
    trigger("undoAction");
    EXPECT_EQ(state(0), ui::LineState::Read);
}

TEST_F(LineToolsTest, CorrectingALineConfirmsIt)
{
    text().goToLine(1);
    type(QStringLiteral("And "));
    EXPECT_EQ(state(1), ui::LineState::Confirmed);
    EXPECT_EQ(state(0), ui::LineState::Read);
}

TEST_F(LineToolsTest, ADraggedLineMovesAndIsReadAgainAndUndoPutsItBackExactly)
{
    const formats::Page before = edited();
    edit();
    drag(at(100, 115), at(100, 135));
    ASSERT_EQ(transcription.lineRequests.size(), 1U);
    EXPECT_NEAR(edited().lines[1].baseline[0].y, 144, 1);
    EXPECT_EQ(state(1), ui::LineState::Found) << "its text is of another place";
    transcription.answerLines({"the goat came in"});
    EXPECT_EQ(texts(), "Dear Anna|the goat came in|at noon");
    EXPECT_EQ(state(1), ui::LineState::Read);
    EXPECT_NEAR(edited().lines[1].baseline[0].y, 144, 1);
    expectUndone(before, 2);
    EXPECT_EQ(state(1), ui::LineState::Read);
}

TEST_F(LineToolsTest, AMovedLineThatAPersonTypedIsNotReadAgain)
{
    text().goToLine(1);
    type(QStringLiteral("And "));
    edit();
    drag(at(100, 115), at(100, 135));
    EXPECT_TRUE(transcription.lineRequests.empty());
    EXPECT_EQ(texts(), "Dear Anna|And the boat came in|at noon");
    EXPECT_EQ(state(1), ui::LineState::Confirmed);
}

TEST_F(LineToolsTest, DraggingOverPaperDrawsALineThatIsReadWhereItBelongs)
{
    const formats::Page before = edited();
    edit();
    drag(at(30, 90), at(250, 92));
    ASSERT_EQ(transcription.lineRequests.size(), 1U);
    const app::LineShapes& shapes = transcription.lineRequests[0].shapes;
    EXPECT_TRUE(shapes.lines.at(0).outline.empty()) << "the service grows it around the ink";
    EXPECT_EQ(shapes.neighbours.size(), 3U);
    EXPECT_EQ(texts(), "Dear Anna||the boat came in|at noon");
    EXPECT_EQ(state(1), ui::LineState::Found);
    transcription.answerLines({"I write"});
    EXPECT_EQ(texts(), "Dear Anna|I write|the boat came in|at noon");
    EXPECT_EQ(state(1), ui::LineState::Read);
    EXPECT_EQ(editor().chosen().size(), 1U) << "the new line, ready to be changed";
    expectUndone(before, 2);
}

TEST_F(LineToolsTest, AnOutlinePointIsDraggedAddedAndRemoved)
{
    const formats::Page before = edited();
    edit();
    click(100, 115);
    drag(at(280, 100), at(290, 90));
    ASSERT_EQ(edited().lines[1].outline.size(), 4U);
    EXPECT_NEAR(edited().lines[1].outline[1].x, 290, 1);
    EXPECT_NEAR(edited().lines[1].outline[1].y, 90, 1);
    EXPECT_EQ(edited().lines[1].outline[0], before.lines[1].outline[0]);

    QTest::mouseDClick(view().viewport(), Qt::LeftButton, Qt::NoModifier, at(150, 130));
    ASSERT_EQ(edited().lines[1].outline.size(), 5U);
    ASSERT_TRUE(editor().point().has_value()) << "the new point";
    key(Qt::Key_Delete);
    EXPECT_EQ(edited().lines[1].outline.size(), 4U);
    EXPECT_EQ(edited().lines.size(), 3U) << "the point went, not the line";
    expectUndone(before, 3);
}

TEST_F(LineToolsTest, ALineIsReshapedWithTheKeyboardAlone)
{
    const formats::Page before = edited();
    edit();
    key(Qt::Key_Down); // from the caret's line to the second
    ASSERT_EQ(editor().chosen().size(), 1U);
    key(Qt::Key_N);
    key(Qt::Key_Right, kCtrl | Qt::ShiftModifier);
    EXPECT_NEAR(edited().lines[1].outline[0].x, 20 + 10 / view().zoom(), 1e-6);
    key(Qt::Key_Escape); // the point
    key(Qt::Key_Down, kCtrl);
    EXPECT_NEAR(edited().lines[1].baseline[0].y, 124 + 1 / view().zoom(), 1e-6);
    expectUndone(before, 2);
    key(Qt::Key_Escape);
    key(Qt::Key_Escape);
    EXPECT_FALSE(editor().isActive());
}

TEST_F(LineToolsTest, ALineIsSplitWhereItWasClickedAndJoinedAgain)
{
    const formats::Page before = edited();
    edit();
    click(150, 115); // half way: "the boat" and "came in"
    key(Qt::Key_S);
    ASSERT_EQ(edited().lines.size(), 4U);
    EXPECT_EQ(texts(), "Dear Anna|the boat|came in|at noon");
    EXPECT_NEAR(edited().lines[1].baseline.back().x, 150, 1);
    EXPECT_NEAR(edited().lines[2].baseline.front().x, 150, 1);
    EXPECT_NE(edited().lines[1].id, edited().lines[2].id);
    EXPECT_EQ(transcription.lineRequests.size(), 1U) << "both parts are read in one go";
    EXPECT_EQ(transcription.lineRequests[0].shapes.lines.size(), 2U);
    ASSERT_EQ(editor().chosen().size(), 2U);
    key(Qt::Key_M);
    ASSERT_EQ(edited().lines.size(), 3U);
    EXPECT_EQ(texts(), "Dear Anna|the boat came in|at noon");
    EXPECT_NEAR(edited().lines[1].baseline.front().x, 20, 1e-6);
    EXPECT_NEAR(edited().lines[1].baseline.back().x, 280, 1e-6);
    expectUndone(before, 2);
}

TEST_F(LineToolsTest, SplittingALineThatWasTypedKeepsEveryWord)
{
    text().goToLine(1);
    type(QStringLiteral("And then "));
    edit();
    click(150, 115);
    key(Qt::Key_S);
    EXPECT_EQ(texts(), "Dear Anna|And then the|boat came in|at noon");
    EXPECT_TRUE(transcription.lineRequests.empty());
    EXPECT_EQ(state(1), ui::LineState::Confirmed);
    EXPECT_EQ(state(2), ui::LineState::Confirmed);
}

TEST_F(LineToolsTest, OnThePageItsKeysComeBeforeThoseOfTheWindow)
{
    transcription.waiting.clear();
    readPage(QStringLiteral("second.png"));
    list().setCurrentPage(0);
    edit();
    click(150, 115);
    key(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(texts(), "Dear Anna|at noon|the boat came in");
    EXPECT_EQ(page(0).id, id) << "the page has not moved";
    key(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(texts(), "Dear Anna|the boat came in|at noon");
}

TEST_F(LineToolsTest, LinesAreDeletedAndComeBack)
{
    const formats::Page before = edited();
    edit();
    click(100, 115);
    key(Qt::Key_Delete);
    EXPECT_EQ(texts(), "Dear Anna|at noon");
    click(100, 55);
    click(100, 175, kCtrl);
    key(Qt::Key_Delete);
    EXPECT_EQ(texts(), "");
    EXPECT_TRUE(view().shownLines().empty());
    expectUndone(before, 2);
    trigger("redoAction");
    EXPECT_EQ(texts(), "Dear Anna|at noon");
}

TEST_F(LineToolsTest, OrderIsChangedByKeysByNumberAndByDraggingTheNumber)
{
    const formats::Page before = edited();
    edit();
    click(100, 55);
    key(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(texts(), "the boat came in|Dear Anna|at noon");
    trigger("lineNumberAction");
    auto& number = child<QSpinBox>("lineNumber");
    EXPECT_EQ(number.value(), 2);
    QTest::keyClicks(&number, QStringLiteral("3"));
    QTest::keyClick(&number, Qt::Key_Return);
    EXPECT_EQ(texts(), "the boat came in|at noon|Dear Anna");
    // The number of "Dear Anna" stands left of its line.
    drag(at(20, 55) + QPoint(-10, 0), at(100, 115));
    EXPECT_EQ(texts(), "Dear Anna|the boat came in|at noon");
    EXPECT_TRUE(transcription.lineRequests.empty()) << "the order changes no reading";
    expectUndone(before, 3);
}

TEST_F(LineToolsTest, TheCaretStaysInItsLineThroughEdits)
{
    text().goToLine(2);
    type(QStringLiteral("x"));
    edit();
    click(100, 55);
    key(Qt::Key_Delete);
    EXPECT_EQ(text().textCursor().block().text(), QStringLiteral("xat noon"));
    EXPECT_EQ(text().textCursor().positionInBlock(), 1);
    trigger("undoAction");
    EXPECT_EQ(text().textCursor().block().text(), QStringLiteral("xat noon"));
}

TEST_F(LineToolsTest, OutsideTheModeDraggingStillPans)
{
    const formats::Page before = edited();
    edit();
    trigger("editLinesAction");
    drag(at(100, 115), at(100, 135));
    expectUndone(before, 0);
    EXPECT_TRUE(transcription.lineRequests.empty());
}

} // namespace

} // namespace longhand::test

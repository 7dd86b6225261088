#include <QAccessible>
#include <QMenu>
#include <QStatusBar>
#include <QTextBlock>

#include "longhand/app/line_strips.h"
#include "ui/line_field.h"
#include "ui/line_mode.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

class LineModeTest : public WindowTest
{
protected:
    ui::LineMode& mode() { return child<ui::LineMode>("lineMode"); }
    ui::LineField& field() { return mode().field(); }
    void enter()
    {
        readPage();
        trigger("lineModeAction");
        QTest::qWait(0);
    }
    ui::LineState stateOf(int row)
    {
        const ui::PageText& page = *this->page(0).text;
        return page.stateOf(page.document().findBlockByNumber(row));
    }
    QString line(int row) { return text().document()->findBlockByNumber(row).text(); }
};

TEST_F(LineModeTest, TheFieldShowsTheLineOfTheCaretAndBothGoTogether)
{
    readPage();
    text().goToLine(1);
    trigger("lineModeAction");
    EXPECT_TRUE(mode().isVisible());
    EXPECT_FALSE(text().isVisible());
    EXPECT_EQ(field().text(), QStringLiteral("the boat came in"));
    QTest::keyClick(&field(), Qt::Key_Down);
    EXPECT_EQ(field().text(), QStringLiteral("at noon"));
    EXPECT_EQ(text().textCursor().blockNumber(), 2);
    QTest::keyClick(&field(), Qt::Key_Up);
    QTest::keyClick(&field(), Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(field().text(), QStringLiteral("Dear Anna"));
    QTest::keyClick(&field(), Qt::Key_Tab);
    EXPECT_EQ(field().text(), QStringLiteral("the boat came in"));
    QTest::keyClick(&field(), Qt::Key_Home, Qt::ControlModifier);
    EXPECT_EQ(text().textCursor().blockNumber(), 0);
    QTest::keyClick(&field(), Qt::Key_PageDown);
    EXPECT_EQ(text().textCursor().blockNumber(), 2);
    QTest::keyClick(&field(), Qt::Key_Escape);
    EXPECT_FALSE(mode().isVisible());
    EXPECT_TRUE(text().hasFocus());
}

TEST_F(LineModeTest, TheActiveRowStaysAtItsHeight)
{
    enter();
    const QRect before = field().geometry();
    QTest::keyClick(&field(), Qt::Key_Down);
    QTest::keyClick(&field(), Qt::Key_Down);
    EXPECT_EQ(field().geometry(), before);
}

TEST_F(LineModeTest, TypingEditsThePageAndUndoBringsItBack)
{
    enter();
    QTest::keyClick(&field(), Qt::Key_End);
    QTest::keyClicks(&field(), QStringLiteral(" and all"));
    EXPECT_EQ(line(0), QStringLiteral("Dear Anna and all"));
    EXPECT_EQ(text().textCursor().position(), line(0).size());
    EXPECT_TRUE(window->isWindowModified());
    for (int i = 0; i < 10 && line(0) != QStringLiteral("Dear Anna"); ++i)
        trigger("undoAction");
    EXPECT_EQ(field().text(), QStringLiteral("Dear Anna"));
    QTest::keyClick(&field(), Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(text().document()->blockCount(), 3) << "a line stays one line";
}

TEST_F(LineModeTest, APageIsDoneWithEnterAloneAndGoesOnWithTheNext)
{
    readPage(QStringLiteral("a.png"));
    window->open({picture(QStringLiteral("b.png"))});
    ASSERT_TRUE(waitUntilQueued(1));
    transcription.finish(transcription.waiting.front(), threeLines());
    trigger("lineModeAction");
    QTest::keyClick(&field(), Qt::Key_Delete);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(&field(), Qt::Key_Return);
    EXPECT_EQ(field().text(), QStringLiteral("at noon"));
    EXPECT_EQ(list().currentIndex().row(), 0);
    QTest::keyClick(&field(), Qt::Key_Enter, Qt::KeypadModifier);
    EXPECT_EQ(list().currentIndex().row(), 1);
    EXPECT_EQ(field().text(), QStringLiteral("Dear Anna"));
    EXPECT_TRUE(field().hasFocus());
    EXPECT_EQ(page(0).text->document().firstBlock().text(), QStringLiteral("ear Anna"));
    for (int row = 0; row < 3; ++row)
        EXPECT_EQ(stateOf(row), ui::LineState::Confirmed) << row;
    QTest::keyClick(&field(), Qt::Key_Up);
    EXPECT_EQ(list().currentIndex().row(), 0);
    EXPECT_EQ(field().text(), QStringLiteral("at noon")) << "going up enters a page at its end";
}

TEST_F(LineModeTest, TheLastLineOfTheLastPageSaysSo)
{
    enter();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&field(), Qt::Key_Return);
    EXPECT_TRUE(window->findChild<QStatusBar*>()->currentMessage().contains(QStringLiteral("last line")));
    EXPECT_TRUE(mode().isVisible());
}

TEST_F(LineModeTest, DoubtsAreSteppedThroughAndPickedHereToo)
{
    window->open({picture(QStringLiteral("letter.png"))});
    ASSERT_TRUE(waitUntilQueued(1));
    formats::Page read = threeLines();
    read.lines[2].words = {{"at", 0.9, {}, {}, {}}, {"noon", 0.3, {}, {}, {"moon"}}};
    transcription.finish(transcription.waiting.front(), read);
    trigger("lineModeAction");
    trigger("nextDoubtAction");
    EXPECT_EQ(field().text(), QStringLiteral("at noon"));
    EXPECT_EQ(field().textCursor().selectedText(), QStringLiteral("noon"));
    const auto marks = field().document()->firstBlock().layout()->formats();
    ASSERT_EQ(marks.size(), 1);
    EXPECT_EQ(marks.first().start, 3);
    trigger("alternativesAction");
    QTest::keyClick(&child<QMenu>("alternativesMenu"), Qt::Key_1);
    EXPECT_EQ(field().text(), QStringLiteral("at moon"));
}

TEST_F(LineModeTest, AScreenReaderHearsWhichLineItIs)
{
    enter();
    QTest::keyClick(&field(), Qt::Key_Down);
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&field());
    ASSERT_TRUE(spoken);
    EXPECT_EQ(spoken->text(QAccessible::Name), QStringLiteral("Text of line 2 of 3"));
}

TEST(LineStrip, IsTurnedUprightAndKnowsItsWords)
{
    // A line that climbs by 100 over 400, with a dark word in its second half.
    QImage page(600, 400, QImage::Format_RGB32);
    page.fill(Qt::white);
    {
        QPainter painter(&page);
        painter.translate(100, 300);
        painter.rotate(-14.04);
        painter.fillRect(QRectF(220, -30, 150, 30), Qt::black);
    }
    formats::Line line;
    line.baseline = {{100, 300}, {500, 200}};
    line.outline = {{90, 260}, {490, 160}, {500, 205}, {100, 305}};
    formats::Word word;
    word.text = "word";
    word.outline = {{306, 216}, {452, 180}, {460, 210}, {313, 247}};
    line.words = {word};
    const app::LineStrip strip = app::cutStrip(page, line, 96);
    ASSERT_FALSE(strip.picture.isNull());
    EXPECT_GT(strip.picture.width(), 4 * strip.picture.height());
    ASSERT_EQ(strip.words.size(), 1u);
    const auto& [begin, end] = strip.words.front();
    EXPECT_NEAR(begin, 0.52, 0.06);
    EXPECT_NEAR(end, 0.9, 0.06);
    const QPoint inside(static_cast<int>((begin + end) / 2 * strip.picture.width()), strip.picture.height() / 2);
    EXPECT_LT(qGray(strip.picture.pixel(inside)), 60);
    EXPECT_GT(qGray(strip.picture.pixel(strip.picture.width() / 4, strip.picture.height() / 2)), 200);
}

} // namespace

} // namespace longhand::test

#include <QClipboard>
#include <QFile>
#include <QTextBlock>

#include "longhand/formats/import.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

class EditingTest : public WindowTest
{
protected:
    void type(const QString& words)
    {
        text().setFocus();
        QTest::keyClicks(&text(), words);
    }
    void answerExport(const QString& name, formats::Format format)
    {
        prompts.target = ui::ExportTarget{path(name), format};
    }
    bool waitForFile(const QString& name)
    {
        return QTest::qWaitFor([this, name] { return QFile::exists(path(name)); }, kWaitMs);
    }
    QByteArray content(const QString& name)
    {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
};

TEST_F(EditingTest, AReadPageShowsItsLinesAndTheirOutlines)
{
    readPage();
    EXPECT_EQ(text().toPlainText(), QStringLiteral("Dear Anna\nthe boat came in\nat noon"));
    EXPECT_EQ(view().outline(2).boundingRect(), QRectF(20, 160, 260, 30));
}

TEST_F(EditingTest, TheCaretDrawsOutItsLineOnThePage)
{
    readPage();
    text().goToLine(0);
    EXPECT_EQ(view().currentLine(), 0);
    text().setFocus();
    QTest::keyClick(&text(), Qt::Key_Down);
    EXPECT_EQ(view().currentLine(), 1);
    QTest::keyClick(&text(), Qt::Key_End, Qt::ControlModifier);
    EXPECT_EQ(view().currentLine(), 2);
}

TEST_F(EditingTest, AClickOnALineOfThePagePutsTheCaretThere)
{
    readPage();
    const QPoint onThirdLine = view().mapFromScene(view().outline(2).boundingRect().center());
    QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::NoModifier, onThirdLine);
    EXPECT_EQ(text().textCursor().blockNumber(), 2);
    EXPECT_EQ(view().currentLine(), 2);
}

TEST_F(EditingTest, DraggingThePageDoesNotMoveTheCaret)
{
    readPage();
    text().goToLine(0);
    const QPoint start = view().mapFromScene(view().outline(2).boundingRect().center());
    QTest::mousePress(view().viewport(), Qt::LeftButton, Qt::NoModifier, start);
    QTest::mouseMove(view().viewport(), start + QPoint(0, -40));
    QTest::mouseRelease(view().viewport(), Qt::LeftButton, Qt::NoModifier, start + QPoint(0, -40));
    EXPECT_EQ(text().textCursor().blockNumber(), 0);
}

TEST_F(EditingTest, ZoomKeepsThePageUnderControl)
{
    readPage();
    const double fitted = view().zoom();
    trigger("zoomInAction");
    EXPECT_GT(view().zoom(), fitted);
    trigger("fitWidthAction");
    EXPECT_NEAR(view().zoom(), fitted, 0.01);
}

TEST_F(EditingTest, EditsSurviveSwitchingPagesAndUndoStillWorks)
{
    readPage(QStringLiteral("a.png"));
    readPage(QStringLiteral("b.png"));
    type(QStringLiteral("My "));
    trigger("nextPageAction");
    EXPECT_EQ(text().document()->firstBlock().text(), QStringLiteral("Dear Anna"));
    trigger("previousPageAction");
    EXPECT_EQ(text().document()->firstBlock().text(), QStringLiteral("My Dear Anna"));
    trigger("undoAction");
    EXPECT_EQ(text().document()->firstBlock().text(), QStringLiteral("Dear Anna"));
    EXPECT_FALSE(window->isWindowModified());
}

TEST_F(EditingTest, TheEditedTextIsWhatIsExported)
{
    readPage();
    type(QStringLiteral("My "));
    EXPECT_TRUE(window->isWindowModified());
    answerExport(QStringLiteral("out.txt"), formats::Format::Txt);
    trigger("exportPageAction");
    ASSERT_TRUE(prompts.suggested.has_value());
    EXPECT_EQ(prompts.suggested->file, path(QStringLiteral("letter.txt")));
    ASSERT_TRUE(waitForFile(QStringLiteral("out.txt")));
    EXPECT_EQ(content(QStringLiteral("out.txt")), QByteArray("My Dear Anna\nthe boat came in\nat noon\n"));
    EXPECT_TRUE(window->isWindowModified()) << "lines and corrections are not in a text file";

    answerExport(QStringLiteral("out.page.xml"), formats::Format::PageXml);
    trigger("exportPageAction");
    ASSERT_TRUE(waitForFile(QStringLiteral("out.page.xml")));
    const auto page = formats::readPageXml(path(QStringLiteral("out.page.xml")).toStdString());
    ASSERT_TRUE(page.ok()) << page.error().detail;
    ASSERT_EQ(page->lines.size(), 3U);
    EXPECT_EQ(page->lines[0].text, "My Dear Anna");
}

TEST_F(EditingTest, AllPagesInAOnePageFormatBecomeNumberedFiles)
{
    readPage(QStringLiteral("a.png"));
    readPage(QStringLiteral("b.png"));
    answerExport(QStringLiteral("box.page.xml"), formats::Format::PageXml);
    trigger("exportAllAction");
    EXPECT_TRUE(waitForFile(QStringLiteral("box-2.page.xml")));
    EXPECT_TRUE(QFile::exists(path(QStringLiteral("box-1.page.xml"))));
    EXPECT_FALSE(QFile::exists(path(QStringLiteral("box.page.xml"))));
}

TEST_F(EditingTest, AFileThatIsThereIsReplacedOnlyWhenAllowed)
{
    readPage();
    QFile old(path(QStringLiteral("out.txt")));
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    answerExport(QStringLiteral("out.txt"), formats::Format::Txt);
    trigger("exportPageAction");
    EXPECT_EQ(prompts.replaceAsked, QStringList{path(QStringLiteral("out.txt"))});
    prompts.mayReplace = true;
    trigger("exportPageAction");
    EXPECT_TRUE(QTest::qWaitFor([this] { return content(QStringLiteral("out.txt")).startsWith("Dear"); }, kWaitMs));
}

TEST_F(EditingTest, AFailedExportSaysSoAndTheEditsStayUnsaved)
{
    readPage();
    type(QStringLiteral("My "));
    answerExport(QStringLiteral("no such folder/out.txt"), formats::Format::Txt);
    trigger("exportPageAction");
    ASSERT_TRUE(QTest::qWaitFor([this] { return notice().isVisible(); }, kWaitMs));
    EXPECT_TRUE(window->isWindowModified());
}

TEST_F(EditingTest, CopyTakesTheEditedText)
{
    readPage();
    type(QStringLiteral("My "));
    trigger("copyTextAction");
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("My Dear Anna\nthe boat came in\nat noon\n"));
}

TEST_F(EditingTest, ClosingWithEditsAsksAndCancelKeepsTheWindow)
{
    readPage();
    type(QStringLiteral("My "));
    EXPECT_FALSE(window->close());
    EXPECT_EQ(prompts.editsAsked, 1);
    EXPECT_TRUE(window->isVisible());
}

TEST_F(EditingTest, ClosingWithEditsCanDiscardThem)
{
    readPage();
    type(QStringLiteral("My "));
    prompts.edits = ui::EditsChoice::Discard;
    window->close();
    EXPECT_TRUE(QTest::qWaitFor([this] { return !window->isVisible(); }, kWaitMs));
}

TEST_F(EditingTest, ClosingWithoutEditsDoesNotAsk)
{
    readPage();
    window->close();
    EXPECT_EQ(prompts.editsAsked, 0);
    EXPECT_FALSE(window->isVisible());
}

TEST_F(EditingTest, RemovingAnEditedPageNeedsNoQuestionAsItCanBeUndone)
{
    readPage();
    type(QStringLiteral("My "));
    trigger("removeAction");
    EXPECT_EQ(prompts.editsAsked, 0);
    EXPECT_EQ(pages().rowCount(), 0);
    trigger("undoAction");
    ASSERT_EQ(pages().rowCount(), 1);
    EXPECT_EQ(text().document()->firstBlock().text(), QStringLiteral("My Dear Anna"));
}

} // namespace

} // namespace longhand::test

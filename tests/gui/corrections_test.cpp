#include <set>

#include <gtest/gtest.h>

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

#include "app/learning_files.h"
#include "app/learning_folder.h"
#include "longhand/base/file_lock.h"
#include "store_window.h"
#include "ui/page_text.h"

namespace longhand::test
{

namespace
{

class CorrectionsTest : public StoreWindow
{
protected:
    void type(int line, const QString& typed)
    {
        QTextCursor cursor(text().shownText()->paragraphOf(line));
        cursor.movePosition(QTextCursor::EndOfBlock);
        text().setTextCursor(cursor);
        QTest::keyClicks(&text(), typed);
    }
    void leaveLine() { QTest::keyClick(&text(), Qt::Key_Down); }

    template <class T>
    T& inBrowser(const char* name)
    {
        return *child<QDialog>("correctionBrowser").findChild<T*>(QString::fromLatin1(name));
    }
    bool waitForRows(int rows)
    {
        return QTest::qWaitFor([&] { return inBrowser<QListView>("correctionsList").model()->rowCount() == rows; },
                               kWaitMs);
    }
    /// Corrections in the store, from elsewhere.
    void collect(int lines)
    {
        auto store = feedback::FeedbackStore::open(database);
        for (int i = 0; i < lines; ++i) {
            feedback::Correction correction;
            correction.picture = GrayImage(200, 40, static_cast<std::uint8_t>(100 + i));
            correction.machineText = "machine";
            correction.humanText = "text " + std::to_string(i);
            correction.writer = i == 0 ? "Berta" : "Anna";
            correction.pageKey = "key";
            correction.pageName = "letter.jpg";
            correction.lineId = std::to_string(i);
            ASSERT_TRUE((*store)->record(correction));
        }
    }

    void collectThree() { collect(3); }
    QListView& browserList() { return inBrowser<QListView>("correctionsList"); }
    void selectRows(const std::vector<int>& rows)
    {
        browserList().clearSelection();
        for (const int row : rows)
            browserList().selectionModel()->select(browserList().model()->index(row, 0), QItemSelectionModel::Select);
    }
    std::set<QString> selectedTexts()
    {
        std::set<QString> texts;
        for (const QModelIndex& index : browserList().selectionModel()->selectedIndexes())
            texts.insert(index.data().toString());
        return texts;
    }
    /// Something is stored from elsewhere, and the browser shows it.
    bool refreshBrowser()
    {
        QSignalSpy listed(&feedback, &app::FeedbackService::listed);
        feedback.noteOtherChanges();
        return listed.wait(kWaitMs);
    }
    std::string writerOf(qint64 id) { return feedback::FeedbackStore::open(database).value()->line(id)->writer; }
};

TEST_F(CorrectionsTest, LineIsStoredWhenTheCaretLeavesIt)
{
    readPage();
    type(1, QStringLiteral(" late"));
    leaveLine();
    EXPECT_TRUE(waitUntilStored({"the boat came in late"}));
    const auto line = feedback::FeedbackStore::open(database).value()->line(1).value();
    EXPECT_EQ(line.machineText, "the boat came in");
    EXPECT_EQ(line.pageName, "letter.png");
    EXPECT_EQ(line.lineId, "l2");
    EXPECT_FALSE(line.draft);
}

TEST_F(CorrectionsTest, LineIsStoredWhileTypingPauses)
{
    readPage();
    type(1, QStringLiteral(" la"));
    EXPECT_TRUE(waitUntilStored({"the boat came in la"}));
    type(1, QStringLiteral("te"));
    leaveLine();
    EXPECT_TRUE(waitUntilStored({"the boat came in late"}));
    EXPECT_TRUE(feedback::FeedbackStore::open(database).value()->history(1)->empty()) << "nobody meant 'la'";
}

TEST_F(CorrectionsTest, ClosingAndChangingThePageStoreWhatWasTypedLast)
{
    readPage(QStringLiteral("a.png"));
    type(0, QStringLiteral("!"));
    readPage(QStringLiteral("b.png"));
    trigger("nextPageAction");
    EXPECT_TRUE(waitUntilStored({"Dear Anna!"}));
    type(2, QStringLiteral("?"));
    window.reset();
    EXPECT_TRUE(waitUntilStored({"Dear Anna!", "at noon?"}));
}

TEST_F(CorrectionsTest, ConfirmedLineIsStoredWithItsTextAsRead)
{
    readPage();
    text().shownText()->confirmLine(2);
    EXPECT_TRUE(waitUntilStored({"at noon"}));
    EXPECT_FALSE(feedback::FeedbackStore::open(database).value()->line(1)->changed);
}

TEST_F(CorrectionsTest, UndoneCorrectionIsTakenBack)
{
    readPage();
    type(1, QStringLiteral("x"));
    leaveLine();
    ASSERT_TRUE(waitUntilStored({"the boat came inx"}));
    trigger("undoAction");
    EXPECT_TRUE(waitUntilStored({}));
}

TEST_F(CorrectionsTest, JoinedAndSplitLinesAreNotStored)
{
    readPage();
    QTextCursor cursor(text().shownText()->paragraphOf(1));
    text().setTextCursor(cursor);
    QTest::keyClick(&text(), Qt::Key_Backspace); // "Dear Annathe boat came in"
    type(2, QStringLiteral("!"));
    ASSERT_TRUE(waitUntilStored({"at noon!"}));
    cursor.setPosition(text().document()->characterCount() - 4);
    text().setTextCursor(cursor);
    QTest::keyClick(&text(), Qt::Key_Return); // "at no" and "on!"
    QTest::keyClick(&text(), Qt::Key_Up);
    QTest::keyClick(&text(), Qt::Key_Up);
    EXPECT_TRUE(waitUntilStored({}));
}

TEST_F(CorrectionsTest, NothingIsCollectedWhilePaused)
{
    readPage();
    trigger("collectAction");
    type(0, QStringLiteral(" secret"));
    leaveLine();
    trigger("collectAction");
    type(1, QStringLiteral("!"));
    leaveLine();
    EXPECT_TRUE(waitUntilStored({"the boat came in!"}));
    EXPECT_TRUE(settings.value(QStringLiteral("learning/collect")).toBool());
}

TEST_F(CorrectionsTest, BrowserIsEmptyAtFirst)
{
    trigger("correctionsAction");
    QLabel& empty = inBrowser<QLabel>("correctionsEmpty");
    ASSERT_TRUE(QTest::qWaitFor([&] { return empty.isVisible() && !empty.text().isEmpty(); }, kWaitMs));
    EXPECT_TRUE(empty.text().contains(QStringLiteral("no corrections yet"))) << empty.text().toStdString();
}

TEST_F(CorrectionsTest, BrowserSearchesAndFilters)
{
    collectThree();
    trigger("correctionsAction");
    ASSERT_TRUE(waitForRows(3));
    QTest::keyClicks(&inBrowser<QLineEdit>("correctionsSearch"), QStringLiteral("TEXT 1"));
    ASSERT_TRUE(waitForRows(1));
    inBrowser<QLineEdit>("correctionsSearch").clear();
    ASSERT_TRUE(waitForRows(3));
    auto& writers = inBrowser<QComboBox>("correctionsWriter");
    writers.setCurrentIndex(writers.findText(QStringLiteral("Anna")));
    EXPECT_TRUE(waitForRows(2));
}

TEST_F(CorrectionsTest, BrowserMendsTextAndLeavesOut)
{
    collectThree();
    trigger("correctionsAction");
    ASSERT_TRUE(waitForRows(3)); // the newest is shown
    auto& field = inBrowser<QLineEdit>("correctionText");
    ASSERT_EQ(field.text(), QStringLiteral("text 2"));
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("mended"));
    QTest::keyClick(&field, Qt::Key_Return);
    EXPECT_TRUE(waitUntilStored({"text 0", "text 1", "mended"}));
    inBrowser<QAbstractButton>("correctionLearn").click();
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            return feedback::FeedbackStore::open(database).value()->line(3)->state == feedback::LabelState::Excluded;
        },
        kWaitMs));
}

TEST_F(CorrectionsTest, DeletionCanBeUndoneUntilTheBrowserCloses)
{
    collectThree();
    trigger("correctionsAction");
    ASSERT_TRUE(waitForRows(3));
    inBrowser<QAbstractButton>("correctionRemove").click();
    EXPECT_TRUE(waitForRows(2));
    inBrowser<QAbstractButton>("noticeAction").click();
    EXPECT_TRUE(waitForRows(3));
    EXPECT_EQ(stored().size(), 3u);

    inBrowser<QAbstractButton>("correctionRemove").click();
    child<QDialog>("correctionBrowser").close();
    EXPECT_TRUE(waitUntilStored({"text 0", "text 1"}));
}

TEST_F(CorrectionsTest, LinesDeletedOneAfterTheOtherAreThoseThatWereChosen)
{
    collect(6);
    trigger("correctionsAction");
    ASSERT_TRUE(waitForRows(6)); // the newest first: text 5 .. text 0
    auto& remove = inBrowser<QAbstractButton>("correctionRemove");
    const auto& shown = inBrowser<QLineEdit>("correctionText");
    selectRows({3});
    ASSERT_EQ(shown.text(), QStringLiteral("text 2"));
    remove.click();
    EXPECT_EQ(shown.text(), QStringLiteral("text 1")) << "what follows";
    remove.click();
    EXPECT_EQ(shown.text(), QStringLiteral("text 0")) << "the first does not come back while it is being deleted";
    ASSERT_TRUE(waitUntilStored({"text 0", "text 1", "text 3", "text 4", "text 5"}));
    ASSERT_TRUE(refreshBrowser());
    EXPECT_EQ(shown.text(), QStringLiteral("text 0"));
    remove.click();
    EXPECT_EQ(shown.text(), QStringLiteral("text 3")) << "the last one there is";
    child<QDialog>("correctionBrowser").close();
    EXPECT_TRUE(waitUntilStored({"text 3", "text 4", "text 5"}));
}

TEST_F(CorrectionsTest, ARefreshKeepsTheSelectionAndWhatIsTyped)
{
    collect(4);
    trigger("correctionsAction");
    ASSERT_TRUE(waitForRows(4));
    auto& writer = inBrowser<QLineEdit>("correctionWriter");
    auto& line = inBrowser<QLineEdit>("correctionText");
    selectRows({1});
    QTest::keyClick(&writer, Qt::Key_End);
    QTest::keyClicks(&writer, QStringLiteral(" Ber"));
    QTest::keyClicks(&line, QStringLiteral("A "));
    ASSERT_TRUE(refreshBrowser());
    EXPECT_EQ(writer.text(), QStringLiteral("Anna Ber"));
    EXPECT_EQ(line.text(), QStringLiteral("A text 2"));
    selectRows({0, 2, 3}); // leaves the line, which saves it
    EXPECT_TRUE(waitUntilStored({"text 0", "text 1", "A text 2", "text 3"}));
    EXPECT_TRUE(QTest::qWaitFor([&] { return writerOf(3) == "Anna Ber"; }, kWaitMs));
    QTest::keyClicks(&writer, QStringLiteral("Cl"));
    ASSERT_TRUE(refreshBrowser());
    const std::set<QString> selected = {QStringLiteral("text 0"), QStringLiteral("text 1"), QStringLiteral("text 3")};
    EXPECT_EQ(selectedTexts(), selected) << "though the mended line is the newest now";
    EXPECT_EQ(writer.text(), QStringLiteral("Cl"));
}

TEST_F(CorrectionsTest, WriterIsSetForAllSelectedLines)
{
    collect(4);
    trigger("correctionsAction");
    ASSERT_TRUE(waitForRows(4));
    auto& writer = inBrowser<QLineEdit>("correctionWriter");
    selectRows({0, 1});
    EXPECT_EQ(writer.text(), QStringLiteral("Anna")) << "of both";
    selectRows({1, 2, 3});
    EXPECT_EQ(writer.text(), QString()) << "Anna and Berta";
    QTest::keyClicks(&writer, QStringLiteral("Clara"));
    QTest::keyClick(&writer, Qt::Key_Return);
    const auto writers = [&] { return std::vector{writerOf(1), writerOf(2), writerOf(3), writerOf(4)}; };
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            return writers() == std::vector<std::string>{"Clara", "Clara", "Clara", "Anna"};
        },
        kWaitMs));
}

TEST_F(CorrectionsTest, LearningIsDecidedForAllSelectedLines)
{
    collect(4);
    trigger("correctionsAction");
    ASSERT_TRUE(waitForRows(4));
    auto& learn = inBrowser<QAbstractButton>("correctionLearn");
    EXPECT_EQ(learn.text().remove(QLatin1Char('&')), QStringLiteral("Learn from this line"));
    selectRows({0, 2});
    EXPECT_EQ(learn.text().remove(QLatin1Char('&')), QStringLiteral("Learn from these lines"));
    learn.click();
    const auto excluded = [&] {
        int count = 0;
        for (std::int64_t id = 1; id <= 4; ++id)
            count +=
                feedback::FeedbackStore::open(database).value()->line(id)->state == feedback::LabelState::Excluded;
        return count;
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return excluded() == 2; }, kWaitMs));
    learn.click();
    EXPECT_TRUE(QTest::qWaitFor([&] { return excluded() == 0; }, kWaitMs)) << "taken back";
}

TEST_F(CorrectionsTest, NothingIsDeletedWhileALearningRunIsGoingOn)
{
    collectThree();
    trigger("correctionsAction");
    ASSERT_TRUE(waitForRows(3));
    auto& remove = inBrowser<QAbstractButton>("correctionRemove");
    remove.click();
    ASSERT_TRUE(waitForRows(2));
    // A run begins while the deletion can still be taken back.
    const std::filesystem::path job = folder / "learning";
    std::filesystem::create_directories(job);
    const auto lock = FileLock::tryAcquire(job / app::kLockFile);
    app::JobStatus status;
    status.state = app::JobState::Running;
    ASSERT_TRUE(lock && *lock && app::writeRequest(job / app::kRequestFile, {}) &&
                app::writeStatus(job / app::kStatusFile, status));
    QSignalSpy failed(&feedback, &app::FeedbackService::failed);
    child<QDialog>("correctionBrowser").close();
    ASSERT_TRUE(failed.wait(kWaitMs));
    trigger("correctionsAction");
    EXPECT_TRUE(waitForRows(3)) << "it was not deleted";
    remove.click();
    EXPECT_EQ(browserList().model()->rowCount(), 3);
    EXPECT_TRUE(inBrowser<ui::Notice>("notice").sentence().contains(QStringLiteral("learning run")));
    EXPECT_EQ(stored().size(), 3u);
}

TEST_F(CorrectionsTest, EveryControlOfTheBrowserHasAName)
{
    collectThree();
    trigger("correctionsAction");
    ASSERT_TRUE(waitForRows(3));
    const auto widgets = child<QDialog>("correctionBrowser").findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() && !widget->focusProxy() &&
            !widget->objectName().startsWith(QStringLiteral("qt_")))
            EXPECT_FALSE(widget->accessibleName().isEmpty() && widget->objectName() != QStringLiteral("noticeText"))
                << widget->metaObject()->className() << widget->objectName().toStdString();
    }
}

} // namespace

} // namespace longhand::test

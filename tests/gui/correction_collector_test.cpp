// Corrections that are taken back: they leave the store, whichever session they come from.
#include <gtest/gtest.h>

#include <QSignalSpy>

#include "store_window.h"
#include "ui/document.h"
#include "ui/page_text.h"

namespace longhand::test
{

namespace
{

class CorrectionCollectorTest : public StoreWindow
{
protected:
    bool save(const QString& name)
    {
        prompts.project = path(name);
        QSignalSpy saved(&window->document(), &ui::Document::saved);
        trigger("saveProjectAction");
        return saved.count() > 0 || saved.wait(kWaitMs);
    }
    /// As a person would, from the end of the line; then the caret leaves it.
    void replaceEnd(int line, int letters, const QString& typed)
    {
        QTextCursor cursor(text().shownText()->paragraphOf(line));
        cursor.movePosition(QTextCursor::EndOfBlock);
        text().setTextCursor(cursor);
        for (int i = 0; i < letters; ++i) {
            QTest::keyClick(&text(), Qt::Key_Backspace);
            QCoreApplication::processEvents(); // what one key brings about happens before the next
        }
        QTest::keyClicks(&text(), typed);
        text().goToLine(line == 0 ? 1 : 0);
    }
};

TEST_F(CorrectionCollectorTest, AnOlderSessionsCorrectionCanBeTakenBack)
{
    readPage();
    replaceEnd(1, 2, QStringLiteral("at"));
    ASSERT_TRUE(waitUntilStored({"the boat came at"}));
    ASSERT_TRUE(save(QStringLiteral("letters.longhand")));

    startAgain();
    window->open({path(QStringLiteral("letters.longhand"))});
    ASSERT_TRUE(QTest::qWaitFor([&] { return text().shownText() != nullptr; }, kWaitMs));
    replaceEnd(1, 2, QStringLiteral("in"));
    EXPECT_TRUE(waitUntilStored({})) << "it reads as it was read, so there is nothing left to learn";
}

TEST_F(CorrectionCollectorTest, TypingInAConfirmedLineIsOneCorrectionNotOneForEveryKey)
{
    readPage();
    text().goToLine(1);
    trigger("confirmLineAction");
    ASSERT_TRUE(waitUntilStored({"the boat came in"}));
    replaceEnd(1, 2, QStringLiteral("back at noon"));
    ASSERT_TRUE(waitUntilStored({"the boat came back at noon"}));
    const auto store = feedback::FeedbackStore::open(database).value();
    EXPECT_LE(store->history(1)->size(), 1U);
}

TEST_F(CorrectionCollectorTest, SoItIsWhenAKeyFollowsTheConfirmationAtOnce)
{
    readPage();
    text().goToLine(1);
    trigger("confirmLineAction");
    replaceEnd(1, 2, QStringLiteral("back at noon")); // before the window comes to hand the confirmed line over
    ASSERT_TRUE(waitUntilStored({"the boat came back at noon"}));
    const auto store = feedback::FeedbackStore::open(database).value();
    EXPECT_LE(store->history(1)->size(), 1U);
}

TEST_F(CorrectionCollectorTest, SoItIsWhenThePageIsShownAgain)
{
    readPage();
    text().goToLine(1);
    trigger("confirmLineAction");
    ASSERT_TRUE(waitUntilStored({"the boat came in"}));
    readPage(QStringLiteral("b.png"));
    list().setCurrentPage(1);
    list().setCurrentPage(0);
    replaceEnd(1, 2, QStringLiteral("back at noon"));
    ASSERT_TRUE(waitUntilStored({"the boat came back at noon"}));
    const auto store = feedback::FeedbackStore::open(database).value();
    EXPECT_LE(store->history(1)->size(), 1U);
}

TEST_F(CorrectionCollectorTest, ACorrectionFromBeforeThePageWasReadAgainCanBeTakenBack)
{
    const int id = readPage();
    replaceEnd(1, 2, QStringLiteral("at"));
    ASSERT_TRUE(waitUntilStored({"the boat came at"}));
    window->session().readAgain(id);
    ASSERT_TRUE(waitUntilQueued(1));
    transcription.finish(id, threeLines());
    trigger("undoAction"); // the new reading
    replaceEnd(1, 2, QStringLiteral("in"));
    EXPECT_TRUE(waitUntilStored({}));
}

TEST_F(CorrectionCollectorTest, AKeyTypedAndTakenBackLeavesWhatWasSaidBefore)
{
    readPage();
    replaceEnd(0, 4, QStringLiteral("Emma"));
    ASSERT_TRUE(waitUntilStored({"Dear Emma"}));

    startAgain(); // without the project: the page is read anew, as it was the first time
    readPage();
    text().goToLine(0);
    QTest::keyClicks(&text(), QStringLiteral("x"));
    QTest::keyClick(&text(), Qt::Key_Backspace);
    replaceEnd(2, 0, QStringLiteral("!"));
    EXPECT_TRUE(waitUntilStored({"Dear Emma", "at noon!"}));
}

/// A store that cannot be written at first.
class FullDiskTest : public CorrectionCollectorTest
{
protected:
    FullDiskTest()
    {
        std::filesystem::create_directories(database); // a folder stands in its place
        readPage();
        replaceEnd(0, 0, QStringLiteral("!"));
        EXPECT_TRUE(QTest::qWaitFor([&] { return notice().isVisible(); }, kWaitMs));
    }
    bool recover()
    {
        const QSignalSpy recovered(&feedback, &app::FeedbackService::recovered);
        std::filesystem::remove(database);
        replaceEnd(0, 0, QStringLiteral("!"));
        return QTest::qWaitFor([&] { return recovered.size() == 1; }, kWaitMs);
    }
};

TEST_F(FullDiskTest, ItsNoticeGoesOnceTheStoreCanBeWritten)
{
    ASSERT_TRUE(recover());
    EXPECT_FALSE(notice().isVisible());
}

TEST_F(FullDiskTest, WhatAnotherPartSaysStays)
{
    notice().show(QStringLiteral("A page was removed."), QStringLiteral("Undo"), [] {});
    ASSERT_TRUE(recover());
    EXPECT_TRUE(notice().isVisible());
}

} // namespace

} // namespace longhand::test

#include <csignal>
#include <sys/resource.h>

#include <QElapsedTimer>
#include <QProcess>
#include <QPushButton>

#include "project_window.h"
#include "window_to_kill.h"

namespace longhand::test
{

namespace
{

class RecoveryTest : public ProjectWindow
{
protected:
    bool waitUntilRestored()
    {
        return QTest::qWaitFor([this] { return pages().rowCount() > 0; }, kWaitMs);
    }
};

/// As a full disk is to a program: no file may grow.
class NoFileGrows
{
public:
    NoFileGrows() : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~NoFileGrows()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    NoFileGrows(const NoFileGrows&) = delete;
    NoFileGrows& operator=(const NoFileGrows&) = delete;

private:
    void (*m_handler)(int);
    rlimit m_before{};
};

TEST_F(RecoveryTest, WorkThatWasNeverSavedIsThereAgainAndCanBeDiscarded)
{
    readPage(QStringLiteral("a.png"));
    ASSERT_TRUE(waitUntilKept());
    readPage(QStringLiteral("b.png"));
    type(QStringLiteral("My "));
    ASSERT_TRUE(waitUntilKept());

    anotherWindow();
    ASSERT_TRUE(waitUntilRestored());
    ASSERT_EQ(pages().rowCount(), 2);
    EXPECT_EQ(page(0).name, QStringLiteral("a.png"));
    EXPECT_TRUE(textOf(0).startsWith(QStringLiteral("My Dear Anna")));
    EXPECT_TRUE(textOf(1).startsWith(QStringLiteral("Dear Anna")));
    EXPECT_TRUE(window->isWindowModified());
    ASSERT_TRUE(notice().isVisible());
    EXPECT_TRUE(notice().sentence().contains(QStringLiteral("Here it is again"))) << notice().sentence().toStdString();

    // It is not safe yet: another crash loses nothing either.
    ASSERT_TRUE(waitUntilKept());
    anotherWindow();
    ASSERT_TRUE(waitUntilRestored());
    EXPECT_TRUE(textOf(0).startsWith(QStringLiteral("My Dear Anna")));
    ASSERT_TRUE(waitUntilKept());

    QTest::mouseClick(&child<QPushButton>("noticeAction"), Qt::LeftButton);
    EXPECT_EQ(pages().rowCount(), 0);
    window->close();
    window.reset();
    EXPECT_EQ(recoveryFolders(), 0);
}

TEST_F(RecoveryTest, TheProjectIsKnownAgainAndSavingItEndsTheRecovery)
{
    readPage();
    ASSERT_TRUE(save(QStringLiteral("war")));
    type(QStringLiteral("My "));
    ASSERT_TRUE(waitUntilKept());
    anotherWindow();
    ASSERT_TRUE(waitUntilRestored());
    EXPECT_TRUE(textOf(0).startsWith(QStringLiteral("My Dear Anna")));
    EXPECT_EQ(document().file(), path(QStringLiteral("war.longhand")));
    EXPECT_TRUE(window->isWindowModified());
    ASSERT_TRUE(waitUntilKept());
    ASSERT_TRUE(save(QString()));
    EXPECT_FALSE(window->isWindowModified());
    anotherWindow();
    QSignalSpy found(&document(), &ui::Document::lostWorkFound);
    EXPECT_FALSE(found.wait(200)) << "there is nothing to restore";
}

TEST_F(RecoveryTest, ASavedProjectLeavesNothingBehind)
{
    readPage();
    ASSERT_TRUE(save(QStringLiteral("war")));
    window->close();
    window.reset();
    EXPECT_EQ(recoveryFolders(), 0);
    window = makeWindow();
}

TEST_F(RecoveryTest, APastedPictureIsKeptToo)
{
    QImage image(300, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    window->session().addPicture(image);
    ASSERT_TRUE(waitUntilQueued(1));
    transcription.finish(transcription.waiting.front(), threeLines());
    type(QStringLiteral("My "));
    ASSERT_TRUE(waitUntilKept());
    anotherWindow();
    ASSERT_TRUE(waitUntilRestored());
    EXPECT_EQ(page(0).source.pasted.size(), QSize(300, 400));
    EXPECT_TRUE(textOf(0).startsWith(QStringLiteral("My Dear Anna")));
}

TEST_F(RecoveryTest, ReorderedAndRemovedPagesAreKeptAsTheyAre)
{
    for (const char* name : {"a.png", "b.png", "c.png"})
        readPage(QString::fromLatin1(name));
    ASSERT_TRUE(waitUntilKept());
    trigger("movePageDownAction");
    window->session().remove({page(2).id});
    ASSERT_TRUE(waitUntilKept());
    anotherWindow();
    ASSERT_TRUE(waitUntilRestored());
    ASSERT_EQ(pages().rowCount(), 2);
    EXPECT_EQ(page(0).name, QStringLiteral("b.png"));
    EXPECT_EQ(page(1).name, QStringLiteral("a.png"));
}

TEST_F(RecoveryTest, AFullDiskIsSaidOnceAndNothingIsLostWhenThereIsRoomAgain)
{
    readPage();
    ASSERT_TRUE(waitUntilKept());
    {
        const NoFileGrows full;
        type(QStringLiteral("My "));
        ASSERT_TRUE(QTest::qWaitFor([this] { return notice().isVisible(); }, kWaitMs));
        EXPECT_TRUE(notice().sentence().contains(QStringLiteral("full"))) << notice().sentence().toStdString();
        EXPECT_TRUE(notice().sentence().contains(QStringLiteral("nothing is lost")));
        QSignalSpy failed(&document(), &ui::Document::keepingFailed);
        ASSERT_TRUE(failed.wait(kWaitMs)) << "it is tried again";
    }
    ASSERT_TRUE(waitUntilKept());
    EXPECT_FALSE(notice().isVisible());
    anotherWindow();
    ASSERT_TRUE(waitUntilRestored());
    EXPECT_TRUE(textOf(0).startsWith(QStringLiteral("My Dear Anna")));
}

TEST_F(RecoveryTest, AWindowWithPagesIsAskedBeforeLostWorkComesIn)
{
    readPage();
    type(QStringLiteral("My "));
    ASSERT_TRUE(waitUntilKept());
    window.reset();
    window = makeWindow();
    window->open({picture(QStringLiteral("other.png"))}); // before the lost work is found
    ASSERT_TRUE(QTest::qWaitFor([this] { return notice().isVisible(); }, kWaitMs));
    EXPECT_EQ(page(0).name, QStringLiteral("other.png"));
    QTest::mouseClick(&child<QPushButton>("noticeAction"), Qt::LeftButton);
    ASSERT_EQ(pages().rowCount(), 1);
    EXPECT_TRUE(textOf(0).startsWith(QStringLiteral("My Dear Anna")));
}

TEST_F(RecoveryTest, AProgramThatIsKilledLosesAtMostFiveSeconds)
{
    picture(QStringLiteral("letter.png"));
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(
        QCoreApplication::applicationFilePath(),
        {QString::fromLatin1(kWindowToKill), path(QStringLiteral("letter.png")), path(QStringLiteral("data"))});
    ASSERT_TRUE(program.waitForStarted(kWaitMs));
    while (!program.readAllStandardOutput().contains("typed"))
        ASSERT_TRUE(program.waitForReadyRead(kWaitMs));
    QElapsedTimer sinceTyped;
    sinceTyped.start();
    const QString recovery = path(QStringLiteral("data/recovery"));
    ASSERT_TRUE(QTest::qWaitFor(
        [&recovery] {
            for (const QFileInfo& entry : QDir(recovery).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
                for (const QFileInfo& file : QDir(entry.filePath()).entryInfoList({QStringLiteral("pages-*.json")})) {
                    QFile content(file.filePath());
                    if (content.open(QIODevice::ReadOnly) && content.readAll().contains("typed before the end"))
                        return QFile::exists(QDir(entry.filePath()).filePath(QStringLiteral("session.json")));
                }
            return false;
        },
        5000));
    EXPECT_LE(sinceTyped.elapsed(), 5000);
    EXPECT_EQ(pages().rowCount(), 0) << "the work of a living window is not taken";
    QTest::qWait(0);
    program.kill();
    ASSERT_TRUE(program.waitForFinished(kWaitMs));
    EXPECT_EQ(program.exitStatus(), QProcess::CrashExit);

    anotherWindow();
    ASSERT_TRUE(waitUntilRestored());
    EXPECT_TRUE(textOf(0).startsWith(QStringLiteral("typed before the endDear Anna"))) << textOf(0).toStdString();
    EXPECT_EQ(stateText(0), QStringLiteral("Read, 3 lines"));
}

} // namespace

} // namespace longhand::test

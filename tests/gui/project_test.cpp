#include <QMenu>
#include <QTextBlock>

#include "project_window.h"

namespace longhand::test
{

namespace
{

using ui::PageState;

class ProjectTest : public ProjectWindow
{
protected:
    std::size_t missingPictures() { return document().pagesWith(app::PictureProblem::Missing).size(); }
};

TEST_F(ProjectTest, ClosedInTheMiddleAndOpenedAgainEverythingIsAsItWas)
{
    readPage(QStringLiteral("a.png"));
    readPage(QStringLiteral("b.png"));
    window->open({picture(QStringLiteral("c.png"))});
    ASSERT_TRUE(waitUntilQueued(1));
    transcription.fail(transcription.waiting.front(), "\"c.png\" is too dark.");
    trigger("nextPageAction");
    type(QStringLiteral("My "));
    trigger("pageCorrectedAction");
    trigger("movePageUpAction"); // b, a, c
    trigger("zoomInAction");
    const double zoom = view().zoom();
    EXPECT_TRUE(window->isWindowModified());
    ASSERT_TRUE(save(QStringLiteral("war")));
    EXPECT_EQ(prompts.suggestedProject, path(QDir(path({})).dirName()) + QStringLiteral(".longhand"));
    EXPECT_FALSE(window->isWindowModified());
    EXPECT_TRUE(window->windowTitle().startsWith(QStringLiteral("war")));
    window->close();
    EXPECT_EQ(prompts.editsAsked, 0) << "it is saved";

    anotherWindow();
    ASSERT_TRUE(openProject(QStringLiteral("war.longhand")));
    ASSERT_EQ(pages().rowCount(), 3);
    EXPECT_EQ(page(0).name, QStringLiteral("b.png"));
    EXPECT_EQ(textOf(0), QStringLiteral("My Dear Anna\nthe boat came in\nat noon"));
    EXPECT_EQ(stateText(0), QStringLiteral("Corrected"));
    EXPECT_EQ(textOf(1), QStringLiteral("Dear Anna\nthe boat came in\nat noon"));
    EXPECT_EQ(page(2).state, PageState::Failed);
    EXPECT_TRUE(stateText(2).contains(QStringLiteral("too dark")));
    EXPECT_EQ(list().currentIndex().row(), 0);
    EXPECT_NEAR(view().zoom(), zoom, 0.01);
    EXPECT_EQ(text().textCursor().position(), 3);
    EXPECT_FALSE(window->isWindowModified());
    EXPECT_TRUE(transcription.waiting.empty()) << "what was read is not read again";
    EXPECT_TRUE(QTest::qWaitFor([this] { return !page(0).thumbnail.isNull(); }, kWaitMs));
    EXPECT_EQ(page(0).text->edited().lines.at(2).outline, threeLines().lines.at(2).outline);
}

TEST_F(ProjectTest, PagesThatWaitedAreReadOnceTheProjectIsOpen)
{
    window->open({picture(QStringLiteral("a.png"))});
    ASSERT_TRUE(waitUntilQueued(1));
    ASSERT_TRUE(save(QStringLiteral("war")));
    window->close();
    anotherWindow();
    ASSERT_TRUE(openProject(QStringLiteral("war.longhand")));
    ASSERT_TRUE(waitUntilQueued(1));
    transcription.finish(page(0).id, threeLines());
    EXPECT_TRUE(window->isWindowModified()) << "the reading is not in the file yet";
}

TEST_F(ProjectTest, ADroppedProjectIsOpenedAndAMovedFolderBringsItsPicturesAlong)
{
    QDir().mkpath(path(QStringLiteral("box")));
    readPage(QStringLiteral("box/a.png"));
    ASSERT_TRUE(save(QStringLiteral("box/war")));
    trigger("newProjectAction");
    EXPECT_EQ(pages().rowCount(), 0);
    ASSERT_TRUE(QDir().rename(path(QStringLiteral("box")), path(QStringLiteral("attic"))));
    QSignalSpy opened(&document(), &ui::Document::opened);
    drop({path(QStringLiteral("attic/war.longhand"))}, *window);
    ASSERT_TRUE(opened.wait(kWaitMs));
    ASSERT_EQ(pages().rowCount(), 1);
    EXPECT_EQ(page(0).source.file, folder / "attic/a.png");
}

TEST_F(ProjectTest, SavingAgainIsQuietAndUndoingToTheSavedStateIsSaved)
{
    readPage();
    ASSERT_TRUE(save(QStringLiteral("war")));
    prompts.project.reset();
    type(QStringLiteral("x"));
    EXPECT_TRUE(window->isWindowModified());
    trigger("undoAction");
    EXPECT_FALSE(window->isWindowModified());
    type(QStringLiteral("y"));
    QSignalSpy saved(&document(), &ui::Document::saved);
    trigger("saveProjectAction");
    ASSERT_TRUE(saved.wait(kWaitMs));
    EXPECT_FALSE(window->isWindowModified());
    type(QStringLiteral("z")); // where the last typing ended
    EXPECT_TRUE(window->isWindowModified()) << "typing goes on behind a save";
    trigger("undoAction");
    EXPECT_FALSE(window->isWindowModified());
    EXPECT_TRUE(textOf(0).startsWith(QStringLiteral("yDear")));
}

TEST_F(ProjectTest, ClosingWithChangesAsksAndSavingClosesTheWindow)
{
    readPage();
    type(QStringLiteral("My "));
    EXPECT_FALSE(window->close());
    EXPECT_EQ(prompts.editsAsked, 1);
    EXPECT_TRUE(window->isVisible());
    prompts.edits = ui::EditsChoice::Save;
    prompts.project = path(QStringLiteral("war.longhand"));
    window->close();
    EXPECT_TRUE(QTest::qWaitFor([this] { return !window->isVisible(); }, kWaitMs));
    EXPECT_TRUE(QFile::exists(path(QStringLiteral("war.longhand"))));
}

TEST_F(ProjectTest, AFailedSaveSaysSoAndTheWorkCountsAsUnsaved)
{
    readPage();
    type(QStringLiteral("My "));
    prompts.project = path(QStringLiteral("no such folder/war.longhand"));
    trigger("saveProjectAction");
    ASSERT_TRUE(QTest::qWaitFor([this] { return notice().isVisible(); }, kWaitMs));
    EXPECT_TRUE(window->isWindowModified());
}

TEST_F(ProjectTest, ADamagedAndANewerProjectAreRefusedAndThePagesStay)
{
    readPage();
    for (const QByteArray bytes : {"{\"format\":\"longhand-project\",\"version\":2,\"pages\":[{]}",
                                   "{\"format\":\"longhand-project\",\"version\":99,\"pages\":[]}"}) {
        QFile file(path(QStringLiteral("bad.longhand")));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        notice().hide();
        window->open({file.fileName()});
        ASSERT_TRUE(QTest::qWaitFor([this] { return notice().isVisible(); }, kWaitMs));
        EXPECT_TRUE(notice().sentence().contains(QStringLiteral("bad.longhand")));
        EXPECT_EQ(pages().rowCount(), 1);
    }
}

TEST_F(ProjectTest, ASecondWindowSaysThatTheProjectIsOpenAndShowsACopy)
{
    readPage();
    ASSERT_TRUE(save(QStringLiteral("war")));
    const auto second = makeWindow();
    QSignalSpy opened(&second->document(), &ui::Document::opened);
    second->open({path(QStringLiteral("war.longhand"))});
    ASSERT_TRUE(opened.wait(kWaitMs));
    auto* told = second->findChild<ui::Notice*>(QStringLiteral("notice"));
    ASSERT_TRUE(told->isVisible());
    EXPECT_TRUE(told->sentence().contains(QStringLiteral("another window"))) << told->sentence().toStdString();
    EXPECT_EQ(second->session().pages().rowCount(), 1);
    EXPECT_TRUE(second->document().file().isEmpty()) << "saving must ask for a name";

    second->document().save(path(QStringLiteral("war.longhand")));
    EXPECT_TRUE(told->sentence().contains(QStringLiteral("open in another window")));
    window->close();
    window.reset();
    QSignalSpy saved(&second->document(), &ui::Document::saved);
    second->document().save(path(QStringLiteral("war.longhand")));
    EXPECT_TRUE(saved.wait(kWaitMs)) << "the other window is gone";
    window = std::make_unique<ui::MainWindow>(
        ui::Services{transcription, loader, writer, prompts, settings, QString(), folder / "other"});
}

TEST_F(ProjectTest, AMissingPictureIsLocatedAndItsNeighboursWithIt)
{
    QDir().mkpath(path(QStringLiteral("scans")));
    readPage(QStringLiteral("scans/a.png"));
    readPage(QStringLiteral("scans/b.png"));
    ASSERT_TRUE(save(QStringLiteral("war")));
    window->close();
    anotherWindow();
    ASSERT_TRUE(QDir().rename(path(QStringLiteral("scans")), path(QStringLiteral("moved"))));
    ASSERT_TRUE(openProject(QStringLiteral("war.longhand")));
    ASSERT_TRUE(QTest::qWaitFor([this] { return missingPictures() == 2; }, kWaitMs));
    EXPECT_EQ(stateText(0), QStringLiteral("The picture is missing"));
    EXPECT_TRUE(notice().sentence().contains(QStringLiteral("2 pictures")));
    EXPECT_EQ(textOf(1), QStringLiteral("Dear Anna\nthe boat came in\nat noon"));

    prompts.locatedPicture = path(QStringLiteral("moved/a.png"));
    trigger("locatePicturesAction");
    EXPECT_EQ(prompts.missingPicture, QStringLiteral("a.png"));
    EXPECT_EQ(missingPictures(), 0U);
    EXPECT_EQ(page(1).source.file, folder / "moved/b.png");
    EXPECT_TRUE(window->isWindowModified());
}

TEST_F(ProjectTest, APictureThatWasReplacedIsNoticed)
{
    readPage();
    ASSERT_TRUE(save(QStringLiteral("war")));
    window->close();
    anotherWindow();
    QImage other(310, 400, QImage::Format_RGB32);
    other.fill(Qt::red);
    ASSERT_TRUE(other.save(path(QStringLiteral("letter.png"))));
    ASSERT_TRUE(openProject(QStringLiteral("war.longhand")));
    ASSERT_TRUE(QTest::qWaitFor([this] { return page(0).problem == app::PictureProblem::Changed; }, kWaitMs));
}

TEST_F(ProjectTest, APackedCopyOpensWithoutItsPictures)
{
    readPage();
    type(QStringLiteral("My "));
    prompts.project = path(QStringLiteral("all.longhand"));
    QSignalSpy saved(&document(), &ui::Document::saved);
    trigger("savePackedAction");
    ASSERT_TRUE(saved.wait(kWaitMs));
    EXPECT_TRUE(window->isWindowModified()) << "a copy is not the document";
    prompts.edits = ui::EditsChoice::Discard;
    ASSERT_TRUE(QFile::remove(path(QStringLiteral("letter.png"))));
    ASSERT_TRUE(openProject(QStringLiteral("all.longhand")));
    EXPECT_TRUE(textOf(0).startsWith(QStringLiteral("My Dear")));
    EXPECT_TRUE(QFile::exists(QString::fromStdString(page(0).source.file.string())));
    EXPECT_TRUE(QTest::qWaitFor([this] { return !page(0).thumbnail.isNull(); }, kWaitMs));
    // A plain project of it gets its pictures beside it, as the unpacked ones go with the window.
    QSignalSpy savedPlain(&document(), &ui::Document::saved);
    prompts.project = path(QStringLiteral("plain.longhand"));
    trigger("saveProjectAsAction");
    ASSERT_TRUE(savedPlain.wait(kWaitMs));
    EXPECT_TRUE(QFile::exists(path(QStringLiteral("plain pictures/letter.png"))));
    EXPECT_EQ(page(0).source.file, folder / "plain pictures/letter.png");
}

TEST_F(ProjectTest, APastedPictureIsSavedBesideTheProject)
{
    QImage image(300, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    window->session().addPicture(image);
    ASSERT_TRUE(waitUntilQueued(1));
    transcription.finish(transcription.waiting.front(), threeLines());
    ASSERT_TRUE(save(QStringLiteral("war")));
    EXPECT_FALSE(page(0).source.file.empty());
    window->close();
    anotherWindow();
    ASSERT_TRUE(openProject(QStringLiteral("war.longhand")));
    EXPECT_EQ(page(0).name, QStringLiteral("Pasted picture 1"));
    const auto pixels = app::readPicture(page(0).source);
    ASSERT_TRUE(pixels.ok()) << pixels.error().detail;
    EXPECT_EQ(pixels->width, 300);
}

TEST_F(ProjectTest, RecentProjectsAreOffered)
{
    readPage();
    ASSERT_TRUE(save(QStringLiteral("war")));
    trigger("newProjectAction");
    auto& menu = child<QMenu>("recentProjectsMenu");
    Q_EMIT menu.aboutToShow();
    ASSERT_FALSE(menu.actions().isEmpty());
    EXPECT_EQ(menu.actions().first()->text(), QStringLiteral("war"));
    QSignalSpy opened(&document(), &ui::Document::opened);
    menu.actions().first()->trigger();
    EXPECT_TRUE(opened.wait(kWaitMs));
    EXPECT_EQ(pages().rowCount(), 1);
}

} // namespace

} // namespace longhand::test

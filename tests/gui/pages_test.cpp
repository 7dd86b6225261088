#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>

#include "window_test.h"

namespace longhand::test
{

namespace
{

using ui::PageState;

TEST_F(WindowTest, DroppedFilesAreListedAtOnceAndShowHowFarTheyAre)
{
    drop({picture(QStringLiteral("a.png")), picture(QStringLiteral("b.png"))}, *window);
    ASSERT_EQ(pages().rowCount(), 2);
    EXPECT_EQ(stateText(0), QStringLiteral("Opening…"));
    ASSERT_TRUE(waitUntilQueued(2));
    EXPECT_EQ(stateText(0), QStringLiteral("Waiting"));
    EXPECT_FALSE(page(0).thumbnail.isNull());

    transcription.start(page(0).id);
    transcription.progress(page(0).id, 3, 6);
    EXPECT_EQ(stateText(0), QStringLiteral("Reading, 50 %"));
    EXPECT_EQ(stateText(1), QStringLiteral("Waiting"));
    EXPECT_EQ(child<QProgressBar>("progressBar").value(), 250);

    transcription.finish(page(0).id, threeLines());
    EXPECT_TRUE(stateText(0).startsWith(QStringLiteral("Read,"))) << stateText(0).toStdString();
    transcription.finish(page(1).id, formats::Page());
    EXPECT_EQ(stateText(1), QStringLiteral("No text found"));
    EXPECT_FALSE(child<QProgressBar>("progressBar").isVisible());
}

TEST_F(WindowTest, FilesCanBeDroppedOnEveryPart)
{
    readPage();
    int count = 1;
    for (QWidget* target : {text().viewport(), view().viewport(), list().viewport()}) {
        drop({picture(QStringLiteral("more.png"))}, *target);
        EXPECT_EQ(pages().rowCount(), ++count) << target->parentWidget()->metaObject()->className();
    }
    EXPECT_EQ(text().document()->blockCount(), 3) << "names of files are not text to insert";
}

TEST_F(WindowTest, ADroppedFolderBringsItsPicturesInNaturalOrder)
{
    QDir().mkpath(path(QStringLiteral("box/inner")));
    for (const auto* name : {"box/page 10.png", "box/page 2.png", "box/inner/page 1.png"})
        picture(QString::fromLatin1(name));
    QFile notes(path(QStringLiteral("box/notes.doc")));
    ASSERT_TRUE(notes.open(QIODevice::WriteOnly));
    drop({path(QStringLiteral("box"))}, *window);
    ASSERT_TRUE(waitUntilQueued(3));
    ASSERT_EQ(pages().rowCount(), 3);
    EXPECT_EQ(page(1).name, QStringLiteral("page 2.png"));
    EXPECT_EQ(page(2).name, QStringLiteral("page 10.png"));
}

TEST_F(WindowTest, AFolderWithoutPicturesSaysSo)
{
    QDir().mkpath(path(QStringLiteral("empty")));
    window->open({path(QStringLiteral("empty"))});
    ASSERT_TRUE(QTest::qWaitFor([this] { return notice().isVisible(); }, kWaitMs));
    EXPECT_TRUE(notice().sentence().contains(QStringLiteral("empty")));
}

TEST_F(WindowTest, AFileThatIsNoPictureFailsInItsPlaceAndTheOthersGoOn)
{
    QFile broken(path(QStringLiteral("broken.jpg")));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("this is not a picture");
    broken.close();
    drop({path(QStringLiteral("broken.jpg")), picture(QStringLiteral("good.png"))}, *window);
    ASSERT_TRUE(waitUntilQueued(1));
    EXPECT_EQ(page(0).state, PageState::Failed);
    EXPECT_TRUE(stateText(0).contains(QStringLiteral("broken.jpg"))) << stateText(0).toStdString();
    EXPECT_EQ(page(1).state, PageState::Waiting);
}

TEST_F(WindowTest, AFailedPageShowsItsSentenceAndIsRetried)
{
    window->open({picture(QStringLiteral("a.png"))});
    ASSERT_TRUE(waitUntilQueued(1));
    const int id = page(0).id;
    transcription.fail(id, "\"a.png\" is too dark to read. Take the picture again with more light.");
    auto& retry = child<QPushButton>("retryButton");
    ASSERT_TRUE(retry.isVisible());
    EXPECT_TRUE(child<QLabel>("pageReason").text().contains(QStringLiteral("too dark")));
    EXPECT_TRUE(stateText(0).contains(QStringLiteral("too dark")));

    QTest::mouseClick(&retry, Qt::LeftButton);
    EXPECT_EQ(transcription.waiting, std::vector<int>{id});
    EXPECT_EQ(page(0).state, PageState::Waiting);
    transcription.finish(id, threeLines());
    EXPECT_TRUE(text().isVisible());
}

TEST_F(WindowTest, StoppingKeepsThePagesAndTheyCanBeReadLater)
{
    drop({picture(QStringLiteral("a.png")), picture(QStringLiteral("b.png"))}, *window);
    ASSERT_TRUE(waitUntilQueued(2));
    transcription.start(page(0).id);
    trigger("stopAction");
    EXPECT_TRUE(transcription.waiting.empty());
    EXPECT_EQ(page(0).state, PageState::Stopped);
    EXPECT_EQ(page(1).state, PageState::Stopped);
    trigger("retryAction");
    EXPECT_EQ(transcription.waiting, std::vector<int>{page(0).id});
}

TEST_F(WindowTest, RemovingThePageOnShowMovesToAnotherAndTheLastLeavesTheDropPlace)
{
    readPage(QStringLiteral("a.png"));
    readPage(QStringLiteral("b.png"));
    trigger("removeAction");
    ASSERT_EQ(pages().rowCount(), 1);
    EXPECT_EQ(window->windowTitle().left(5), QStringLiteral("b.png"));
    EXPECT_EQ(text().document()->blockCount(), 3);
    trigger("removeAction");
    EXPECT_EQ(pages().rowCount(), 0);
    EXPECT_TRUE(child<QWidget>("emptyState").isVisible());
}

TEST_F(WindowTest, TheNextPageAloneIsSelectedAlsoByItsShortcut)
{
    readPage(QStringLiteral("a.png"));
    readPage(QStringLiteral("b.png"));
    readPage(QStringLiteral("c.png"));
    const auto& remove = child<QAction>("removeAction");
    list().setFocus();
    list().setCurrentPage(0);
    QTest::keyClick(&list(), Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(list().selectedPages(), std::vector<int>{page(1).id});
    EXPECT_EQ(remove.text(), QStringLiteral("&Remove Page"));
    list().selectAll();
    EXPECT_EQ(remove.text(), QStringLiteral("&Remove 3 Pages"));
}

TEST_F(WindowTest, APageOnItsSideIsShownUpright)
{
    window->open({picture(QStringLiteral("a.png"))});
    ASSERT_TRUE(waitUntilQueued(1));
    formats::Page reading = threeLines(); // of 300 x 400, where the writing runs down the page
    reading.turnDeg = 270;
    reading.lines[0].baseline = {{30, 20}, {30, 380}};
    transcription.finish(page(0).id, reading);
    EXPECT_EQ(page(0).settings.rotationDeg, 270);
    EXPECT_EQ(page(0).sizePx, QSize(400, 300));
    const formats::Page& shown = page(0).text->reading();
    EXPECT_EQ(shown.widthPx, 400);
    EXPECT_EQ(shown.lines[0].baseline, (Polyline{{20, 270}, {380, 270}}));
    EXPECT_EQ(child<ui::Notice>("notice").sentence(), QStringLiteral("“a.png” lay on its side, so it was turned."));
}

TEST_F(WindowTest, APictureThatReadsLikeNoHandwritingIsSaidToDoSo)
{
    window->open({picture(QStringLiteral("a.png")), picture(QStringLiteral("b.png"))});
    ASSERT_TRUE(waitUntilQueued(2));
    formats::Page reading = threeLines();
    for (formats::Line& line : reading.lines)
        line.confidence = 0.46; // a hard hand
    transcription.finish(page(0).id, reading);
    EXPECT_TRUE(child<ui::Notice>("notice").isHidden());
    for (formats::Line& line : reading.lines)
        line.confidence = 0.2;
    transcription.finish(page(1).id, reading);
    EXPECT_TRUE(child<ui::Notice>("notice").sentence().startsWith(QStringLiteral("Hardly anything in “b.png”")));
}

TEST_F(WindowTest, APastedPictureBecomesAPage)
{
    QImage image(300, 400, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QApplication::clipboard()->setImage(image);
    list().setFocus();
    trigger("pasteAction");
    ASSERT_TRUE(waitUntilQueued(1));
    EXPECT_EQ(page(0).name, QStringLiteral("Pasted picture 1"));
    EXPECT_EQ(page(0).sizePx, QSize(300, 400));
    const auto pixels = app::readPictures(transcription.sources.front());
    ASSERT_TRUE(pixels.ok());
    EXPECT_EQ(pixels->front().row(0)[0], 255) << "transparent is paper";
}

TEST_F(WindowTest, AMissingModelSaysWhatToDoAndTryingAgainReadsThePages)
{
    EXPECT_EQ(transcription.prepared, 1) << "the window asks for the model when it opens";
    window->open({picture(QStringLiteral("a.png"))});
    ASSERT_TRUE(waitUntilQueued(1));
    const std::string sentence = "There is no model. Put longhand.safetensors into the folder models.";
    transcription.missModel(sentence);
    transcription.fail(page(0).id, sentence);
    ASSERT_TRUE(notice().isVisible());
    EXPECT_EQ(notice().sentence().toStdString(), sentence);
    QTest::mouseClick(&child<QPushButton>("noticeAction"), Qt::LeftButton);
    EXPECT_FALSE(notice().isVisible());
    EXPECT_EQ(transcription.prepared, 2);
    EXPECT_EQ(transcription.waiting, std::vector<int>{page(0).id});
}

TEST_F(WindowTest, TheStatusBarNamesTheModelAndThePagesLeft)
{
    transcription.openModel(QStringLiteral("modern-1"));
    EXPECT_TRUE(child<QLabel>("modelLabel").text().contains(QStringLiteral("modern-1")));
    drop({picture(QStringLiteral("a.png")), picture(QStringLiteral("b.png"))}, *window);
    EXPECT_TRUE(child<QLabel>("pagesLabel").text().startsWith(QStringLiteral("2 ")));
}

TEST_F(WindowTest, TheStatusBarSaysHowLongReadingTakesOnceAPageWasRead)
{
    auto& left = child<QLabel>("pagesLabel");
    drop({picture(QStringLiteral("a.png")), picture(QStringLiteral("b.png"))}, *window);
    ASSERT_TRUE(waitUntilQueued(2));
    transcription.start(page(0).id);
    EXPECT_EQ(left.text(), QStringLiteral("2 pages left"));
    transcription.finish(page(0).id, threeLines());
    EXPECT_EQ(left.text(), QStringLiteral("One page left, about 5 seconds"));
    transcription.finish(page(1).id, threeLines());
    EXPECT_TRUE(left.text().isEmpty());
}

TEST_F(WindowTest, RecentPicturesAreOfferedAgain)
{
    readPage();
    window =
        std::make_unique<ui::MainWindow>(ui::Services{transcription, loader, writer, prompts, settings, QString()});
    auto& menu = child<QMenu>("recentMenu");
    Q_EMIT menu.aboutToShow();
    ASSERT_GE(menu.actions().size(), 1);
    EXPECT_EQ(menu.actions().first()->text(), QStringLiteral("letter.png"));
    menu.actions().first()->trigger();
    EXPECT_EQ(pages().rowCount(), 1);
}

} // namespace

} // namespace longhand::test

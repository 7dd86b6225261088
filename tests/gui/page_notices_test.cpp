#include <atomic>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QPushButton>

#include "project_window.h"

// What is said above the text of a page, and what can be done about it there.

namespace longhand::test
{

namespace
{

using testing::ElementsAre;
using testing::IsEmpty;

/// The window with somebody who tells hands apart as the test says.
class ProfileOfferTest : public ProjectWindow
{
protected:
    ProfileOfferTest() { reopen(); }
    void reopen()
    {
        window.reset();
        ui::Services services{transcription, loader, writer, prompts, settings, QString(), folder / "data"};
        services.chooseProfile = [this](const app::PictureSource&, const formats::Page& reading,
                                        const std::stop_token&) -> Result<app::ProfileProposal> {
            linesSeen = reading.lines.size();
            return app::ProfileProposal{hand, 0.9, {}};
        };
        window = std::make_unique<ui::MainWindow>(services);
        window->resize(1280, 800);
        window->show();
    }
    ui::Notice& offer() { return child<ui::Notice>("profileNotice"); }
    bool waitForOffer()
    {
        return QTest::qWaitFor([this] { return offer().isVisible(); }, kWaitMs);
    }
    void choose(const char* button)
    {
        QTest::mouseClick(offer().findChild<QPushButton*>(QString::fromLatin1(button)), Qt::LeftButton);
    }

    std::string hand = "Anna";
    std::atomic<std::size_t> linesSeen = 0;
};

TEST_F(ProfileOfferTest, OneClickReadsThePageWithTheProposedProfile)
{
    const int id = readPage();
    ASSERT_TRUE(waitForOffer());
    EXPECT_EQ(linesSeen, 3U);
    EXPECT_TRUE(offer().sentence().contains(QStringLiteral("Anna")));
    choose("noticeAction");
    EXPECT_FALSE(offer().isVisible());
    EXPECT_EQ(page(0).settings.writer, QStringLiteral("Anna"));
    EXPECT_THAT(transcription.waiting, ElementsAre(id));
    EXPECT_EQ(transcription.sources.back().writer, "Anna");
}

TEST_F(ProfileOfferTest, ACorrectedPageIsNotAskedAbout)
{
    readPage();
    ASSERT_TRUE(waitForOffer());
    trigger("pageCorrectedAction");
    EXPECT_FALSE(offer().isVisible());
}

TEST_F(ProfileOfferTest, WhatWasDeclinedIsNotAskedAgainInThisProject)
{
    readPage(QStringLiteral("a.png"));
    ASSERT_TRUE(waitForOffer());
    choose("noticeAction2");
    EXPECT_EQ(document().declinedWriters(), QStringList{QStringLiteral("Anna")});
    EXPECT_EQ(page(0).settings.writer, QString());
    ASSERT_TRUE(save(QStringLiteral("war")));
    reopen();
    ASSERT_TRUE(openProject(QStringLiteral("war.longhand")));
    EXPECT_EQ(document().declinedWriters(), QStringList{QStringLiteral("Anna")});
    linesSeen = 0;
    readPage(QStringLiteral("b.png"));
    trigger("nextPageAction");
    ASSERT_TRUE(QTest::qWaitFor([this] { return linesSeen > 0; }, kWaitMs));
    hand = "Berta";
    readPage(QStringLiteral("c.png"));
    trigger("nextPageAction");
    ASSERT_TRUE(waitForOffer()) << "somebody else's hand may be proposed";
    EXPECT_TRUE(offer().sentence().contains(QStringLiteral("Berta")));
    trigger("previousPageAction");
    EXPECT_FALSE(offer().isVisible()) << "the page before is in Anna's hand";
}

TEST_F(ProfileOfferTest, APageWhoseWriterIsKnownIsLeftAlone)
{
    hand = {};
    readPage();
    ASSERT_TRUE(QTest::qWaitFor([this] { return linesSeen > 0; }, kWaitMs));
    EXPECT_FALSE(offer().isVisible()) << "no profile reads it better";
    linesSeen = 0;
    hand = "Anna";
    window->open({picture(QStringLiteral("b.png"))});
    ASSERT_TRUE(waitUntilQueued(1));
    const int id = transcription.waiting.front();
    window->session().changeSettings(
        {id}, [](ui::PageSettings& settings) { settings.writer = QStringLiteral("Berta"); }, QStringLiteral("say"));
    list().setCurrentPage(1);
    transcription.finish(id, threeLines());
    QTest::keyClick(&text(), Qt::Key_Down);
    EXPECT_EQ(linesSeen, 0U);
    EXPECT_FALSE(offer().isVisible());
}

/// A project whose pictures are changed by other programs.
class ChangedPicturesTest : public ProjectWindow
{
protected:
    void change(const QString& name)
    {
        QImage other(310, 400, QImage::Format_RGB32);
        other.fill(Qt::red);
        ASSERT_TRUE(other.save(path(name)));
    }
    /// Both pages of a project, opened after some of the pictures were changed.
    void openWithChanged(const QStringList& names)
    {
        readPage(QStringLiteral("a.png"));
        readPage(QStringLiteral("b.png"));
        ASSERT_TRUE(save(QStringLiteral("war")));
        for (const QString& name : names)
            change(name);
        anotherWindow();
        ASSERT_TRUE(openProject(QStringLiteral("war.longhand")));
        ASSERT_TRUE(waitForChanged(names.size()));
    }
    bool waitForChanged(qsizetype count)
    {
        return QTest::qWaitFor(
            [&] { return static_cast<qsizetype>(document().pagesWith(app::PictureProblem::Changed).size()) == count; },
            kWaitMs);
    }
    ui::Notice& pageNotice() { return child<ui::Notice>("changedPictureNotice"); }
    void choose(ui::Notice& notice, const char* button)
    {
        QTest::mouseClick(notice.findChild<QPushButton*>(QString::fromLatin1(button)), Qt::LeftButton);
    }
};

TEST_F(ChangedPicturesTest, AreReadAgainWithTheNewPicture)
{
    openWithChanged({QStringLiteral("a.png")});
    ASSERT_TRUE(pageNotice().isVisible());
    EXPECT_FALSE(notice().isVisible()) << "said once, where it is";
    choose(pageNotice(), "noticeAction");
    EXPECT_THAT(transcription.waiting, ElementsAre(page(0).id));
    EXPECT_FALSE(pageNotice().isVisible());
    EXPECT_TRUE(QTest::qWaitFor([this] { return page(0).sizePx == QSize(310, 400); }, kWaitMs));
    EXPECT_TRUE(QTest::qWaitFor([this] { return page(0).thumbnail.pixelColor(50, 50) == QColor(Qt::red); }, kWaitMs));
    ASSERT_TRUE(save(QStringLiteral("war")));
    anotherWindow();
    ASSERT_TRUE(openProject(QStringLiteral("war.longhand")));
    document().recheckPictures();
    EXPECT_TRUE(waitForChanged(0));
    EXPECT_EQ(page(0).problem, app::PictureProblem::None) << "it is what was saved";
}

TEST_F(ChangedPicturesTest, KeptTextsStayAndNobodyIsAskedAgain)
{
    openWithChanged({QStringLiteral("a.png")});
    choose(pageNotice(), "noticeAction3");
    EXPECT_FALSE(pageNotice().isVisible());
    EXPECT_THAT(transcription.waiting, IsEmpty());
    EXPECT_EQ(stateText(0), QStringLiteral("Read, 3 lines"));
    EXPECT_TRUE(window->isWindowModified());
}

TEST_F(ChangedPicturesTest, TheOldPictureIsLocatedElsewhere)
{
    openWithChanged({QStringLiteral("a.png")});
    choose(pageNotice(), "noticeAction2");
    EXPECT_TRUE(pageNotice().isVisible()) << "no file was chosen";
    EXPECT_EQ(prompts.missingPicture, QStringLiteral("a.png"));
    QDir().mkpath(path(QStringLiteral("kept")));
    prompts.locatedPicture = picture(QStringLiteral("kept/a.png"));
    choose(pageNotice(), "noticeAction2");
    EXPECT_FALSE(pageNotice().isVisible());
    EXPECT_EQ(page(0).source.file, folder / "kept/a.png");
}

TEST_F(ChangedPicturesTest, ManyAreDecidedAboutAtOnce)
{
    openWithChanged({QStringLiteral("a.png"), QStringLiteral("b.png")});
    ASSERT_TRUE(notice().isVisible());
    EXPECT_TRUE(notice().sentence().startsWith(QStringLiteral("2 pictures have changed")));
    choose(notice(), "noticeAction2");
    EXPECT_THAT(transcription.waiting, ElementsAre(page(0).id, page(1).id));
    EXPECT_TRUE(waitForChanged(0));
}

TEST_F(ChangedPicturesTest, AreNoticedWhileTheProjectIsOpen)
{
    readPage(QStringLiteral("a.png"));
    ASSERT_TRUE(save(QStringLiteral("war")));
    change(QStringLiteral("a.png"));
    document().recheckPictures();
    ASSERT_TRUE(waitForChanged(1));
    EXPECT_TRUE(pageNotice().isVisible());
    document().recheckPictures();
    EXPECT_EQ(stateText(0), QStringLiteral("The picture has changed"));
}

} // namespace

} // namespace longhand::test

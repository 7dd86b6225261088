#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QToolButton>

#include "longhand/app/feedback_service.h"
#include "longhand/app/learning_overview.h"
#include "longhand/base/files.h"
#include "project_window.h"
#include "ui/page_properties_dialog.h"

namespace longhand::test
{

namespace
{

using testing::ElementsAre;
using testing::IsEmpty;

/// The window with a store of its own, and a library in which Anna's hand has been learnt.
class PagePropertiesTest : public ProjectWindow
{
protected:
    PagePropertiesTest()
    {
        places.library = folder / "models";
        learnHandOf("Anna");
        window.reset();
        ui::Services services{transcription, loader, writer, prompts, settings, QString(), folder / "data"};
        services.feedback = &feedback;
        services.learning = &places;
        window = std::make_unique<ui::MainWindow>(services);
        window->resize(1280, 800);
        window->show();
    }
    ~PagePropertiesTest() override { window.reset(); } // before the service

    void learnHandOf(const std::string& name)
    {
        const auto file = folder / "profile";
        ASSERT_TRUE(writeFileAtomically(file, "delta"));
        app::ModelCard card;
        card.run = name;
        card.kind = app::LearntKind::Profile;
        card.writer = name;
        app::ModelLibrary library(places.library);
        const auto added = library.add(file, card);
        ASSERT_TRUE(added) << added.error().detail;
        ASSERT_TRUE(library.use(added->id, name));
    }
    /// Opens the dialog; it knows the profiles once this returns.
    void openDialog()
    {
        trigger("pagePropertiesAction");
        QComboBox& names = in<QComboBox>("pageWriter");
        ASSERT_TRUE(QTest::qWaitFor([&] { return names.findText(QStringLiteral("Anna")) >= 0; }, kWaitMs));
    }
    template <class T>
    T& in(const char* name)
    {
        return *child<QDialog>("pagePropertiesDialog").findChild<T*>(QString::fromLatin1(name));
    }
    void accept()
    {
        child<QDialog>("pagePropertiesDialog").findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    }
    void say(const QString& name)
    {
        openDialog();
        in<QComboBox>("pageWriter").setEditText(name);
        accept();
    }
    /// Of all lines on the disk.
    std::vector<std::string> storedWriters()
    {
        std::vector<std::string> writers;
        auto store = feedback::FeedbackStore::open(feedback.database());
        const auto lines = (*store)->lines();
        for (const auto& line : *lines)
            writers.push_back(line.writer);
        return writers;
    }
    bool waitForStoredWriters(const std::vector<std::string>& writers)
    {
        return QTest::qWaitFor([&] { return storedWriters() == writers; }, kWaitMs);
    }

    app::LearningPlaces places;
    app::FeedbackService feedback{folder.path() / "feedback.sqlite"};
};

TEST_F(PagePropertiesTest, TheWriterDecidesWhoseProfileReadsThePage)
{
    const int id = readPage();
    EXPECT_EQ(transcription.sources.back().writer, "");
    openDialog();
    EXPECT_FALSE(in<QCheckBox>("pageReadAgain").isEnabled());
    in<QComboBox>("pageWriter").setEditText(QStringLiteral("anna"));
    EXPECT_TRUE(in<QCheckBox>("pageReadAgain").isChecked()) << "another profile would read it";
    accept();
    EXPECT_EQ(page(0).settings.writer, QStringLiteral("Anna")) << "as the name is known";
    EXPECT_THAT(transcription.waiting, ElementsAre(id));
    EXPECT_EQ(transcription.sources.back().writer, "Anna");
    EXPECT_TRUE(child<QToolButton>("pageWriterButton").text().startsWith(QStringLiteral("Anna")));
    trigger("undoAction");
    EXPECT_EQ(page(0).settings.writer, QString());
    trigger("redoAction");
    EXPECT_EQ(page(0).settings.writer, QStringLiteral("Anna"));
}

TEST_F(PagePropertiesTest, AWriterWithoutAProfileReadsNothingAnew)
{
    readPage();
    say(QStringLiteral("  Berta   Meyer "));
    EXPECT_EQ(page(0).settings.writer, QStringLiteral("Berta Meyer"));
    EXPECT_THAT(transcription.waiting, IsEmpty());
}

TEST_F(PagePropertiesTest, APageThatWaitsIsReadWithTheNewProfile)
{
    window->open({picture(QStringLiteral("a.png"))});
    ASSERT_TRUE(waitUntilQueued(1));
    say(QStringLiteral("Anna"));
    EXPECT_EQ(transcription.waiting.size(), 1U);
    EXPECT_EQ(transcription.sources.back().writer, "Anna");
    trigger("undoAction");
    EXPECT_EQ(transcription.sources.back().writer, "");
}

TEST_F(PagePropertiesTest, SeveralPagesKeepWhatDiffersAndIsNotChosen)
{
    readPage(QStringLiteral("a.png"));
    say(QStringLiteral("Berta"));
    readPage(QStringLiteral("b.png"));
    list().selectAll();
    openDialog();
    EXPECT_EQ(in<QComboBox>("pageWriter").currentText(), QString());
    QComboBox& language = in<QComboBox>("pageLanguage");
    language.setCurrentIndex(language.findData(QStringLiteral("none")));
    accept();
    EXPECT_EQ(page(0).settings.writer, QStringLiteral("Berta"));
    EXPECT_EQ(page(1).settings.writer, QString());
    for (const int row : {0, 1})
        EXPECT_EQ(page(row).settings.language, QStringLiteral("none"));
    trigger("undoAction");
    for (const int row : {0, 1})
        EXPECT_EQ(page(row).settings.language, QString()) << "one step for all pages";
}

TEST_F(PagePropertiesTest, CorrectionsGoWithTheWriterOfTheirPage)
{
    readPage();
    type(QStringLiteral("My "));
    QTest::keyClick(&text(), Qt::Key_Down);
    ASSERT_TRUE(waitForStoredWriters({""}));
    say(QStringLiteral("Berta"));
    EXPECT_TRUE(waitForStoredWriters({"Berta"})) << "what was corrected before";
    type(QStringLiteral("so "));
    QTest::keyClick(&text(), Qt::Key_Down);
    EXPECT_TRUE(waitForStoredWriters({"Berta", "Berta"}));
    readPage(QStringLiteral("b.png"));
    openDialog();
    EXPECT_TRUE(QTest::qWaitFor([this] { return in<QComboBox>("pageWriter").findText(QStringLiteral("Berta")) >= 0; },
                                kWaitMs));
}

TEST_F(PagePropertiesTest, WriterAndLanguageAreInTheProject)
{
    readPage();
    openDialog();
    in<QComboBox>("pageWriter").setEditText(QStringLiteral("Berta"));
    QComboBox& language = in<QComboBox>("pageLanguage");
    const int latin = language.findData(QStringLiteral("la"));
    ASSERT_GE(latin, 0) << "a language without a dictionary";
    language.setCurrentIndex(latin);
    accept();
    ASSERT_TRUE(save(QStringLiteral("war")));
    trigger("newProjectAction");
    ASSERT_EQ(pages().rowCount(), 0);
    ASSERT_TRUE(openProject(QStringLiteral("war.longhand")));
    EXPECT_EQ(page(0).settings.writer, QStringLiteral("Berta"));
    EXPECT_EQ(page(0).settings.language, QStringLiteral("la"));
    prompts.target = ui::ExportTarget{path(QStringLiteral("a.json")), formats::Format::Json};
    trigger("exportPageAction");
    ASSERT_TRUE(QTest::qWaitFor([this] { return QFile::exists(path(QStringLiteral("a.json"))); }, kWaitMs));
    QFile exported(path(QStringLiteral("a.json")));
    ASSERT_TRUE(exported.open(QIODevice::ReadOnly));
    EXPECT_TRUE(exported.readAll().contains("\"language\": \"la\""));
}

TEST_F(PagePropertiesTest, AnotherProfileOffersToReadTheWritersPagesAgain)
{
    const int hers = readPage(QStringLiteral("a.png"));
    window->session().changeSettings(
        {hers}, [](ui::PageSettings& settings) { settings.writer = QStringLiteral("Anna"); }, QStringLiteral("say"));
    readPage(QStringLiteral("b.png"));
    ASSERT_TRUE(app::ModelLibrary(places.library).use({}, "Anna"));
    trigger("modelsAction");
    QPushButton* use = nullptr;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return (use = window->findChild<QPushButton*>(QStringLiteral("useModel"))) != nullptr; }, kWaitMs));
    use->click();
    ASSERT_TRUE(QTest::qWaitFor([this] { return notice().isVisible(); }, kWaitMs));
    EXPECT_TRUE(notice().sentence().contains(QStringLiteral("Anna")));
    notice().findChild<QPushButton*>(QStringLiteral("noticeAction"))->click();
    EXPECT_THAT(transcription.waiting, ElementsAre(hers));
}

} // namespace

} // namespace longhand::test

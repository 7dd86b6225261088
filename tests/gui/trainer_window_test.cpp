// The trainer, the sample sheet and the list of corrections over one store.
#include <algorithm>

#include <gmock/gmock.h>

#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTableWidget>

#include "app/learning_files.h"
#include "app/learning_folder.h"
#include "longhand/app/uncorrected_lines.h"
#include "longhand/base/files.h"
#include "longhand/training/trainer.h"
#include "store_window.h"
#include "ui/enrolment_dialog.h"
#include "ui/page_properties_dialog.h"
#include "ui/trainer_page.h"
#include "ui/training_data_page.h"

namespace longhand::test
{

namespace
{

using testing::HasSubstr;

constexpr int kTextColumn = 1;

class TrainerWindowTest : public StoreWindow
{
protected:
    TrainerWindowTest()
    {
        places.baseModel = folder / "model.safetensors";
        EXPECT_TRUE(training::writeUntrainedModel(places.baseModel, "tiny", "ab", 1).ok());
        open();
    }
    void open() { startAgain(&places); }
    /// Three lines of boxes and bars.
    QString drawSheet()
    {
        const QColor paper(245, 245, 240);
        QImage page(1100, 700, QImage::Format_RGB32);
        page.fill(paper);
        QPainter painter(&page);
        for (int line = 0; line < 3; ++line)
            for (int letter = 0; letter < 9; ++letter) {
                const QRect box(180 + 66 * letter, 140 + 140 * line, 44, 44);
                painter.fillRect(box, QColor(20, 20, 20));
                painter.fillRect((letter + line) % 3 == 0 ? box.adjusted(9, 0, 0, 0) : box.adjusted(9, 9, -9, -9),
                                 paper);
            }
        painter.end();
        const QString file = path(QStringLiteral("sheet.png"));
        EXPECT_TRUE(page.save(file));
        return file;
    }
    QString drawNothing()
    {
        QImage page(600, 400, QImage::Format_RGB32);
        page.fill(QColor(245, 245, 240));
        const QString file = path(QStringLiteral("nothing.png"));
        EXPECT_TRUE(page.save(file));
        return file;
    }
    /// Lines of different lengths, sixty pixels apart: the store counts the same picture once.
    QString pictureOfLines(const QString& name, std::size_t lines)
    {
        QImage image(300, 400, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        for (int line = 0; line < static_cast<int>(lines); ++line)
            painter.fillRect(30, 28 + 60 * line, 40 + 30 * line, 12, Qt::darkGray);
        painter.end();
        EXPECT_TRUE(image.save(path(name)));
        return path(name);
    }
    ui::EnrolmentDialog& enrolment()
    {
        trigger("enrolmentAction");
        return child<ui::EnrolmentDialog>("enrolmentDialog");
    }
    /// The lines of a sheet are shown, and the first is given a text.
    bool readSheet(ui::EnrolmentDialog& dialog)
    {
        auto& lines = *dialog.findChild<QTableWidget*>(QStringLiteral("enrolmentLines"));
        dialog.readPhoto(drawSheet());
        if (!QTest::qWaitFor([&] { return lines.isVisible(); }, kWaitMs))
            return false;
        for (int row = 0; row < lines.rowCount(); ++row)
            lines.item(row, kTextColumn)->setText(row == 0 ? QStringLiteral("mended by hand") : QString());
        return true;
    }
    static constexpr int kLinesOfAnna = 30;
    /// Two pages of so many lines, one of them Anna's and of that one line confirmed; six more of hers are stored.
    void openLinesOfAnna()
    {
        places.program = "/bin/true"; // what would learn
        open();
        {
            auto store = feedback::FeedbackStore::open(places.store).value();
            for (int i = 0; i < 6; ++i) {
                feedback::Correction line;
                line.picture = GrayImage(120, 40, static_cast<std::uint8_t>(240 - i)); // the same line counts once
                line.humanText = "ab";
                line.writer = "Anna";
                line.pageKey = "page";
                line.lineId = std::to_string(i);
                ASSERT_TRUE(store->record(line).ok());
            }
        }
        window->open({picture(QStringLiteral("a.png")), picture(QStringLiteral("b.png"))});
        ASSERT_TRUE(waitUntilQueued(2));
        formats::Page reading;
        reading.widthPx = 300;
        reading.heightPx = 400;
        for (int line = 0; line < kLinesOfAnna; ++line)
            reading.lines.push_back(makeLine("l" + std::to_string(line), "word", 10 + 12 * line));
        const std::vector<int> ids = transcription.waiting;
        for (const int id : ids)
            transcription.finish(id, reading);
        window->session().changeSettings(
            {ids[0]}, [](ui::PageSettings& page) { page.writer = QStringLiteral("Anna"); }, QString());
        pages().find(ids[0])->text->confirmLine(3);

        trigger("teachAction");
        auto& writer = child<QComboBox>("learningWriter");
        ASSERT_TRUE(QTest::qWaitFor([&] { return writer.count() == 2; }, kWaitMs));
        writer.setCurrentIndex(1);
        auto& uncorrected = child<QCheckBox>("learningUncorrected");
        ASSERT_TRUE(QTest::qWaitFor([&] { return uncorrected.isVisible(); }, kWaitMs));
        EXPECT_THAT(uncorrected.text().toStdString(), HasSubstr("29 lines"))
            << "not of the other page, whoever wrote it";
        ASSERT_TRUE(child<QPushButton>("learnButton").isEnabled());
    }
    /// On two pages.
    std::vector<int> confirmSixLinesOfNobody()
    {
        constexpr std::size_t kLines = 6;
        window->open({pictureOfLines(QStringLiteral("a.png"), kLines), picture(QStringLiteral("b.png"))});
        EXPECT_TRUE(waitUntilQueued(2));
        formats::Page reading;
        reading.widthPx = 300;
        reading.heightPx = 400;
        for (std::size_t line = 0; line < kLines; ++line)
            reading.lines.push_back(makeLine("l" + std::to_string(line), "word " + std::to_string(line),
                                             20 + 60 * static_cast<double>(line)));
        const std::vector<int> ids = transcription.waiting;
        for (const int id : ids)
            transcription.finish(id, reading);
        for (std::size_t line = 0; line < kLines; ++line) {
            text().goToLine(static_cast<int>(line));
            trigger("confirmLineAction");
            EXPECT_TRUE(QTest::qWaitFor([&] { return stored().size() == line + 1; }, kWaitMs)) << line;
        }
        return ids;
    }
    ui::PagePropertiesDialog& sayWhoseHand()
    {
        trigger("teachAction");
        auto& say = child<QPushButton>("learningSayWriter");
        EXPECT_TRUE(QTest::qWaitFor([&] { return say.isVisible(); }, kWaitMs));
        QTest::mouseClick(&say, Qt::LeftButton);
        return *window->findChild<ui::PagePropertiesDialog*>();
    }
    bool waitForOverview(const char* sentence)
    {
        const auto& overview = child<QLabel>("learningOverview");
        return QTest::qWaitFor([&] { return overview.text().contains(QLatin1String(sentence)); }, kWaitMs);
    }
    bool waitForRows(int rows)
    {
        const auto& list = child<QListView>("correctionsList");
        return QTest::qWaitFor([&] { return list.model()->rowCount() == rows; }, kWaitMs);
    }
    /// Whether the widget would take the file; it is dropped in any case.
    static bool dropOn(QWidget& widget, const QString& file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(&widget, &enter);
        QDropEvent event({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&widget, &event);
        return enter.isAccepted();
    }
    ui::Notice& trainerNotice() { return *child<ui::TrainerPage>("trainerPage").findChild<ui::Notice*>(); }

    app::LearningPlaces places = learningPlacesIn(folder.path());
};

TEST_F(TrainerWindowTest, HelpIsTheLastMenuBehindLearn)
{
    const QList<QAction*> menus = window->menuBar()->actions();
    ASSERT_GE(menus.size(), 2);
    EXPECT_EQ(menus.last()->menu()->objectName(), QStringLiteral("helpMenu"));
    EXPECT_EQ(menus[menus.size() - 2]->menu()->objectName(), QStringLiteral("learnMenu"));
}

TEST_F(TrainerWindowTest, LinesOfTheSampleSheetAreCountedAndListedAtOnce)
{
    trigger("teachAction");
    ASSERT_TRUE(waitForOverview("none yet"));
    trigger("correctionsAction");
    ui::EnrolmentDialog& dialog = enrolment();
    ASSERT_TRUE(readSheet(dialog));
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("enrolmentKeepButton")), Qt::LeftButton);
    EXPECT_TRUE(waitForOverview("one so far")) << child<QLabel>("learningOverview").text().toStdString();
    EXPECT_TRUE(waitForRows(1));
}

TEST_F(TrainerWindowTest, ImportedLinesAreCountedAndListedAtOnce)
{
    trigger("teachAction");
    ASSERT_TRUE(waitForOverview("none yet"));
    trigger("correctionsAction");
    std::filesystem::create_directories(folder / "set");
    QImage line(120, 40, QImage::Format_Grayscale8);
    line.fill(200);
    ASSERT_TRUE(line.save(path(QStringLiteral("set/1.png"))));
    ASSERT_TRUE(writeFileAtomically(folder / "set/lines.tsv",
                                    "file\tsplit\twriter\tlang\ttext\n1.png\ttrain\tAnna\ten\tat noon\n"));
    window->findChild<ui::TrainingDataPage*>()->importFolder(path(QStringLiteral("set")));
    EXPECT_TRUE(waitForRows(1));
    EXPECT_TRUE(waitForOverview("one so far"));
}

TEST_F(TrainerWindowTest, APictureDroppedWhileTheLinesAreLookedAtChangesNothing)
{
    ui::EnrolmentDialog& dialog = enrolment();
    ASSERT_TRUE(readSheet(dialog));
    const auto& lines = *dialog.findChild<QTableWidget*>(QStringLiteral("enrolmentLines"));
    const auto& photo = *dialog.findChild<QPushButton*>(QStringLiteral("enrolmentPhotoButton"));
    EXPECT_FALSE(dropOn(dialog, drawNothing()));
    EXPECT_TRUE(photo.isEnabled()) << "nothing is read";
    EXPECT_EQ(lines.item(0, kTextColumn)->text(), QStringLiteral("mended by hand"));

    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("enrolmentBackButton")), Qt::LeftButton);
    EXPECT_TRUE(dropOn(dialog, drawNothing()));
    const auto& notice = *dialog.findChild<ui::Notice*>(QStringLiteral("notice"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return notice.isVisible(); }, kWaitMs));
    EXPECT_THAT(notice.sentence().toStdString(), HasSubstr("No line was found"));
    EXPECT_TRUE(photo.isVisible()) << "another picture can be tried";
}

TEST_F(TrainerWindowTest, LinesOfTheOpenPagesThatNobodyCorrectedAreCutOutForTheRun)
{
    openLinesOfAnna();
    window->session().changeSettings(
        {pages().pages()[1]->id},
        [](ui::PageSettings& page) {
            page.writer = QStringLiteral("Anna");
            page.corrected = true;
        },
        QString());
    QTest::mouseClick(&child<QPushButton>("learnButton"), Qt::LeftButton);
    const auto requested = [&] { return app::readRequest(places.job / app::kRequestFile); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return requested().ok(); }, kWaitMs)) << trainerNotice().sentence().toStdString();
    EXPECT_EQ(requested()->writer, "Anna");
    EXPECT_EQ(requested()->uncorrected, app::uncorrectedFolder(places.job));
    const auto rows = readFile(app::uncorrectedFolder(places.job) / "lines.tsv");
    ASSERT_TRUE(rows.ok()) << rows.error().detail;
    EXPECT_EQ(std::ranges::count(*rows, '\n'), kLinesOfAnna)
        << "a header and 29 lines; none of the page that was marked as corrected";
}

TEST_F(TrainerWindowTest, CuttingOutTheLinesCanBeCancelled)
{
    openLinesOfAnna();
    QTest::mouseClick(&child<QPushButton>("learnButton"), Qt::LeftButton);
    auto& notice = trainerNotice();
    EXPECT_THAT(notice.sentence().toStdString(), HasSubstr("Cutting out"));
    auto& start = *child<QPushButton>("learnButton").parentWidget();
    EXPECT_FALSE(start.isEnabled());
    QTest::mouseClick(notice.findChild<QPushButton*>(QStringLiteral("noticeAction")), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return start.isEnabled(); }, kWaitMs));
    EXPECT_FALSE(notice.isVisible());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !std::filesystem::exists(app::uncorrectedFolder(places.job)); }, kWaitMs));
    EXPECT_FALSE(std::filesystem::exists(places.job / app::kRequestFile)) << "nothing was begun";
}

TEST_F(TrainerWindowTest, OtherPagesOfferOtherLines)
{
    openLinesOfAnna();
    window->session().replaceAll({}); // as when another project is opened
    EXPECT_TRUE(QTest::qWaitFor([&] { return child<QCheckBox>("learningUncorrected").isHidden(); }, kWaitMs));
}

TEST_F(TrainerWindowTest, WhoeverSaysWhoseHandItIsLearnsThatHand)
{
    const std::vector<int> ids = confirmSixLinesOfNobody();
    auto& dialog = sayWhoseHand();
    dialog.findChild<QComboBox*>()->setCurrentText(QStringLiteral("Anna"));
    dialog.accept();
    for (const int id : ids)
        EXPECT_EQ(pages().find(id)->settings.writer, QStringLiteral("Anna"));
    const auto& writer = child<QComboBox>("learningWriter");
    ASSERT_TRUE(QTest::qWaitFor([&] { return writer.currentText().contains(QStringLiteral("Anna")); }, kWaitMs));
    EXPECT_TRUE(waitForOverview("6 corrected lines of Anna"));
    EXPECT_FALSE(child<QPushButton>("learningSayWriter").isVisible());
}

TEST_F(TrainerWindowTest, AWriterWhoIsNamedLaterIsNotChosenUnasked)
{
    confirmSixLinesOfNobody();
    sayWhoseHand().reject();
    trigger("pagePropertiesAction");
    auto& dialog = *window->findChild<ui::PagePropertiesDialog*>();
    dialog.findChild<QComboBox*>()->setCurrentText(QStringLiteral("Anna"));
    dialog.accept();
    const auto& writer = child<QComboBox>("learningWriter");
    ASSERT_TRUE(QTest::qWaitFor([&] { return writer.count() == 2; }, kWaitMs));
    EXPECT_EQ(writer.currentIndex(), 0) << "everybody's lines";
}

TEST_F(TrainerWindowTest, AFailureIsToldInOneSessionOnly)
{
    const std::string sentence = "There are only 2 lines to learn from.";
    std::filesystem::create_directories(places.job);
    app::JobStatus status;
    status.state = app::JobState::Failed;
    status.message = sentence;
    ASSERT_TRUE(app::writeRequest(places.job / app::kRequestFile, {}));
    ASSERT_TRUE(app::writeStatus(places.job / app::kStatusFile, status));
    open();
    EXPECT_EQ(notice().sentence().toStdString(), sentence) << "it failed while no window was open";
    QTest::mouseClick(&child<QPushButton>("noticeAction"), Qt::LeftButton);
    EXPECT_EQ(trainerNotice().sentence().toStdString(), sentence);
    open();
    EXPECT_FALSE(notice().isVisible());
    trigger("teachAction");
    EXPECT_FALSE(trainerNotice().isVisible());
}

} // namespace

} // namespace longhand::test

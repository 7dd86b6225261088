#include <gmock/gmock.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPdfDocument>
#include <QPdfWriter>
#include <QPushButton>
#include <QSignalSpy>

#include "app/learning_files.h"
#include "longhand/app/enrolment.h"
#include "longhand/app/feedback_service.h"
#include "longhand/app/full_training.h"
#include "longhand/base/files.h"
#include "store_window.h"
#include "ui/enrolment_sheet.h"
#include "ui/model_shelf.h"
#include "ui/notice.h"
#include "ui/page_text.h"
#include "ui/questioned_lines.h"
#include "ui/text_difference.h"
#include "ui/trainer_result_view.h"
#include "ui/trainer_run_view.h"
#include "ui/trainer_start_view.h"

namespace longhand::test
{

namespace
{

using testing::HasSubstr;
using testing::Not;

template <class T>
T& child(QWidget& parent, const char* name)
{
    T* found = parent.findChild<T*>(QString::fromLatin1(name));
    if (!found)
        throw std::logic_error(std::string("there is no ") + name);
    return *found;
}

void click(QWidget& parent, const char* button)
{
    QTest::mouseClick(&child<QPushButton>(parent, button), Qt::LeftButton);
}

class TrainerViews : public testing::Test
{
protected:
    TemporaryFolder folder;
    QSettings settings{QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat};
};

TEST_F(TrainerViews, ARunTellsWhatItHasMeasuredSoFar)
{
    app::JobStatus status;
    status.state = app::JobState::Running;
    status.progress.phase = app::LearningPhase::Trying;
    ui::TrainerRunView view;
    view.show(status);
    const auto& said = child<QLabel>(view, "learningMeasured");
    EXPECT_TRUE(said.isHidden()) << "nothing yet";
    // By way of the file in which the run tells it.
    const auto shown = [&](const app::MeasuredSoFar& measured) {
        status.progress.measured = measured;
        EXPECT_TRUE(app::writeStatus(folder / "status.json", status).ok());
        view.show(app::readStatus(folder / "status.json").value());
        return said.text().toStdString();
    };
    EXPECT_EQ(shown({8, 50, 41}), "So far: 18 % fewer errors on 8 lines it had not seen.");
    EXPECT_FALSE(said.isHidden());
    EXPECT_EQ(shown({8, 50, 55}), "So far: 10 % more errors on 8 lines it had not seen.");
    EXPECT_EQ(shown({12, 50, 50.1}), "So far: as many errors as before on 12 lines it had not seen.");
}

TEST_F(TrainerViews, FewerThanFiveLinesSayWhatToDo)
{
    ui::TrainerStartView view(settings);
    app::LearningOverview overview;
    overview.lines = overview.fresh = 3;
    view.show(overview);
    EXPECT_FALSE(child<QPushButton>(view, "learnButton").isVisibleTo(&view));
    const std::string said = child<QLabel>(view, "learningOverview").text().toStdString();
    EXPECT_THAT(said, HasSubstr("at least 5"));
    EXPECT_THAT(said, HasSubstr("3 so far"));
    EXPECT_THAT(said, HasSubstr("correct its lines"));
    EXPECT_TRUE(child<QPushButton>(view, "enrolmentButton").isVisibleTo(&view));
}

TEST_F(TrainerViews, LinesThatAreLearntAlreadyAreNotLearntAgain)
{
    ui::TrainerStartView view(settings);
    app::LearningOverview overview;
    overview.lines = 40;
    overview.words = 210;
    overview.writers = {{"Anna", 20, 20, 100, {}}, {"Berta", 20, 20, 110, {}}};
    view.show(overview);
    EXPECT_FALSE(child<QPushButton>(view, "learnButton").isEnabled());
    overview.fresh = 12;
    view.show(overview);
    EXPECT_TRUE(child<QPushButton>(view, "learnButton").isEnabled());
    EXPECT_THAT(
        child<QLabel>(view, "learningOverview").text().toStdString(),
        testing::AllOf(HasSubstr("40 corrected lines with 210 words, by 2 writers"), HasSubstr("12 of them are")));
    EXPECT_EQ(view.writer(), std::nullopt);
    child<QComboBox>(view, "learningWriter").setCurrentIndex(2);
    EXPECT_EQ(view.writer(), "Berta");
}

TEST_F(TrainerViews, FewNewLinesAreNotOfferedToLearnFrom)
{
    ui::TrainerStartView view(settings);
    app::LearningOverview overview;
    overview.lines = 40;
    overview.fresh = 3;
    view.show(overview);
    EXPECT_FALSE(child<QPushButton>(view, "learnButton").isEnabled()) << "the run would refuse them";
    EXPECT_THAT(child<QLabel>(view, "learningHint").text().toStdString(), HasSubstr("2 more new lines"));
    overview.fresh = 5;
    view.show(overview);
    EXPECT_TRUE(child<QPushButton>(view, "learnButton").isEnabled());
}

TEST_F(TrainerViews, AWriterWithFewLinesCanBeLeftAgain)
{
    ui::TrainerStartView view(settings);
    auto& box = child<QComboBox>(view, "learningWriter");
    app::LearningOverview overview;
    overview.lines = overview.fresh = 22;
    overview.writers = {{"Anna", 20, 20, 100, {}}, {"Berta", 2, 2, 10, {}}};
    view.show(overview);
    box.setCurrentIndex(2);
    overview.lines = overview.fresh = 2;
    view.show(overview);
    EXPECT_TRUE(box.isVisibleTo(&view));
    EXPECT_EQ(view.writer(), "Berta");
    EXPECT_THAT(child<QLabel>(view, "learningOverview").text().toStdString(),
                testing::AllOf(HasSubstr("at least 5 corrected lines of Berta"), HasSubstr("2 so far")));
    // Her last lines go.
    const QSignalSpy changed(&view, &ui::TrainerStartView::writerChanged);
    overview.lines = overview.fresh = 0;
    overview.writers.pop_back();
    view.show(overview);
    EXPECT_EQ(view.writer(), std::nullopt);
    EXPECT_EQ(changed.size(), 1) << "everybody's are to be counted";
}

TEST_F(TrainerViews, LinesThatNobodyCorrectedAreOfferedWithTheLinesOfOneWriterOnly)
{
    ui::TrainerStartView view(settings);
    auto& writer = child<QComboBox>(view, "learningWriter");
    auto& uncorrected = child<QCheckBox>(view, "learningUncorrected");
    const auto& hint = child<QLabel>(view, "learningWriterHint");
    app::LearningOverview overview;
    overview.lines = overview.fresh = 20;
    view.show(overview, 150);
    EXPECT_THAT(hint.text().toStdString(), HasSubstr("say whose")) << "there is no writer to choose";
    overview.writers = {{"Anna", 20, 20, 100, {}}};
    view.show(overview, 150);
    EXPECT_THAT(hint.text().toStdString(), HasSubstr("one writer alone"));
    EXPECT_FALSE(uncorrected.isVisibleTo(&view));
    EXPECT_FALSE(view.usesUncorrected());
    EXPECT_EQ(view.writer(), std::nullopt);
    writer.setCurrentIndex(1);
    view.show(overview, 150);
    EXPECT_FALSE(hint.isVisibleTo(&view));
    EXPECT_TRUE(uncorrected.isVisibleTo(&view));
    EXPECT_THAT(uncorrected.text().toStdString(), HasSubstr("150 lines"));
    EXPECT_TRUE(view.usesUncorrected());
    view.show(overview, 5000);
    EXPECT_THAT(uncorrected.text().toStdString(), HasSubstr("300 lines")) << "no more are used";
    uncorrected.click();
    EXPECT_FALSE(view.usesUncorrected());
    view.show(overview, 3);
    EXPECT_FALSE(uncorrected.isVisibleTo(&view)) << "too few to be worth a question";
    overview.lines = overview.fresh = 64;
    view.show(overview, 150);
    EXPECT_FALSE(uncorrected.isVisibleTo(&view)) << "the corrected ones teach as much alone";
    ui::TrainerStartView later(settings);
    EXPECT_FALSE(child<QCheckBox>(later, "learningUncorrected").isChecked()) << "the choice is kept";
}

TEST_F(TrainerViews, TheResultSpeaksPlainly)
{
    ui::TrainerResultView view;
    app::LearningResult result;
    result.card.verdict = app::Verdict::Offered;
    result.figures.editsBefore = 100;
    result.figures.editsAfter = 69;
    result.figures.lines = 62;
    result.better = {{7, "Dear Anna", "Deor Anno", "Dear Anna", 2, 0}};
    const QSignalSpy pictures(&view, &ui::TrainerResultView::pictureWanted);
    view.show(result);
    EXPECT_EQ(child<QLabel>(view, "learningResult").text(),
              QStringLiteral("Reads your hand with 31 % fewer errors, measured on 62 lines it had not seen."));
    EXPECT_TRUE(child<QPushButton>(view, "acceptButton").isVisibleTo(&view));
    EXPECT_EQ(pictures.size(), 1);

    result.card.verdict = app::Verdict::KeptAside;
    result.card.reason = "It reads other hands worse.";
    view.show(result);
    EXPECT_FALSE(child<QPushButton>(view, "acceptButton").isVisibleTo(&view)) << "nobody is served a worse model";
    const auto title = [&] { return child<QLabel>(view, "learningResult").text().toStdString(); };
    EXPECT_THAT(title(), testing::AllOf(HasSubstr("kept aside"), Not(HasSubstr("not better")))) << "it does gain";
    result.figures.editsAfter = 120;
    view.show(result);
    EXPECT_THAT(title(), HasSubstr("not better"));
    EXPECT_THAT(child<QLabel>(view, "learningResultDetail").text().toStdString(), HasSubstr("other hands worse"));
}

TEST(TextDifference, MarksWhatIsWrongAndWhatIsMissing)
{
    const QPalette palette;
    EXPECT_EQ(ui::markedDifference(QStringLiteral("a < b"), QStringLiteral("a < b"), palette),
              QStringLiteral("a &lt; b"));
    const QString wrong = ui::markedDifference(QStringLiteral("boat"), QStringLiteral("bart"), palette);
    EXPECT_THAT(wrong.toStdString(), testing::MatchesRegex("b<span[^>]*>ar</span>t"));
    const QString missing = ui::markedDifference(QStringLiteral("boat"), QStringLiteral("bot"), palette);
    EXPECT_THAT(missing.toStdString(), testing::MatchesRegex("bo<span[^>]*>\u2038</span>t"));
}

TEST(FullTraining, UnderstandsWhatTheTrainerSays)
{
    app::FullTrainingProgress progress;
    ASSERT_TRUE(
        app::parseTrainingProgress("step 400 of 4000  loss 0.512  CER 7.310 %  85 lines/s  1h02m left", progress));
    EXPECT_EQ(progress.step, 400);
    EXPECT_EQ(progress.steps, 4000);
    EXPECT_NEAR(progress.validationCer, 0.0731, 1e-9);
    EXPECT_EQ(progress.timeLeft, QStringLiteral("1h02m"));
    ASSERT_TRUE(app::parseTrainingProgress("step 100 of 4000  loss 3.100  CER -  85 lines/s  1h02m left", progress));
    EXPECT_LT(progress.validationCer, 0);
    EXPECT_FALSE(app::parseTrainingProgress("longhand: the pack is damaged.", progress));
}

TEST_F(TrainerViews, QuestionedLinesAreKeptMendedOrLeftOut)
{
    const std::filesystem::path database = folder / "feedback.sqlite";
    auto store = feedback::FeedbackStore::open(database).value();
    for (int i = 0; i < 3; ++i) {
        feedback::Correction line;
        line.picture = GrayImage(200, 40, static_cast<std::uint8_t>(100 + i));
        line.machineText = "machine";
        line.humanText = "text " + std::to_string(i);
        line.pageKey = "key";
        line.lineId = std::to_string(i);
        const auto id = store->record(line);
        ASSERT_TRUE(id.ok());
        ASSERT_TRUE(store->setState(*id, feedback::LabelState::Questioned).ok());
    }
    app::FeedbackService service(database);
    ui::QuestionedLines dialog(service);
    dialog.show();
    auto& text = child<QLineEdit>(dialog, "questionedText");
    ASSERT_TRUE(QTest::qWaitFor([&] { return text.text() == QStringLiteral("text 0"); }, kWaitMs));
    click(dialog, "questionedKeep");
    ASSERT_EQ(text.text(), QStringLiteral("text 1"));
    text.selectAll();
    QTest::keyClicks(&text, QStringLiteral("mended"));
    click(dialog, "questionedKeep");
    click(dialog, "questionedLeaveOut");
    EXPECT_FALSE(dialog.isVisible()) << "that was the last one";
    const auto states = [&] {
        std::vector<std::pair<std::string, feedback::LabelState>> found;
        const auto lines = store->lines();
        for (const auto& line : *lines)
            found.emplace_back(line.humanText, line.state);
        return found;
    };
    using feedback::LabelState;
    const std::vector<std::pair<std::string, LabelState>> wanted = {
        {"text 0", LabelState::Trusted}, {"mended", LabelState::Trusted}, {"text 2", LabelState::Excluded}};
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            auto found = states();
            return std::is_permutation(found.begin(), found.end(), wanted.begin(), wanted.end());
        },
        kWaitMs));
    EXPECT_TRUE(store->line(1)->vouched) << "it is not asked about again";
}

class ModelShelfTest : public TrainerViews
{
protected:
    ModelShelfTest()
    {
        EXPECT_TRUE(writeFileAtomically(folder / "learnt", "weights").ok());
        for (const char* day : {"2026-01-01T08:00:00Z", "2026-02-01T08:00:00Z"}) {
            app::ModelCard card;
            card.run = day;
            card.created = day;
            card.linesLearnt = 20;
            card.verdict = app::Verdict::Offered;
            ids.push_back(library().add(folder / "learnt", card).value().id);
        }
        shelf = std::make_unique<ui::ModelShelf>(places);
        shelf->resize(700, 500);
        shelf->show();
    }
    app::ModelLibrary library() { return app::ModelLibrary(places.library); }
    QFrame* card(const std::string& id)
    {
        return shelf->findChild<QFrame*>(QStringLiteral("model-") + QString::fromStdString(id));
    }
    bool waitInUse(const std::string& id)
    {
        return QTest::qWaitFor([&] { return library().inUse().id == id; }, kWaitMs);
    }
    /// The card with its button anew: every change makes the cards again.
    bool press(const std::string& id, const char* button)
    {
        if (!QTest::qWaitFor([&] { return card(id) && card(id)->findChild<QPushButton*>(QString::fromLatin1(button)); },
                             kWaitMs))
            return false;
        QTest::mouseClick(card(id)->findChild<QPushButton*>(QString::fromLatin1(button)), Qt::LeftButton);
        return true;
    }

    app::LearningPlaces places = learningPlacesIn(folder.path());
    std::vector<std::string> ids;
    std::unique_ptr<ui::ModelShelf> shelf;
};

TEST_F(ModelShelfTest, ModelsAreUsedAndGoneBackFrom)
{
    const QSignalSpy changed(shelf.get(), &ui::ModelShelf::modelChanged);
    ASSERT_TRUE(press(ids[0], "useModel"));
    ASSERT_TRUE(waitInUse(ids[0]));
    ASSERT_TRUE(QTest::qWaitFor([&] { return changed.size() == 1; }, kWaitMs));
    ASSERT_TRUE(press(ids[1], "useModel"));
    ASSERT_TRUE(waitInUse(ids[1]));
    click(*shelf, "revertButton");
    EXPECT_TRUE(waitInUse(ids[0]));
}

TEST_F(ModelShelfTest, ADeletionCanBeUndone)
{
    ASSERT_TRUE(press(ids[0], "deleteModel"));
    const auto count = [&] { return library().list().value().size(); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return count() == 1; }, kWaitMs));
    ASSERT_TRUE(QTest::qWaitFor([&] { return child<ui::Notice>(*shelf, "notice").isVisible(); }, kWaitMs));
    click(*shelf, "noticeAction");
    EXPECT_TRUE(QTest::qWaitFor([&] { return count() == 2; }, kWaitMs));
    EXPECT_TRUE(press(ids[0], "useModel")) << "it is on the shelf again";
}

TEST(EnrolmentSheet, HasAllSentencesOnOnePage)
{
    const TemporaryFolder folder;
    for (const char* language : {"en", "fr", "de"}) {
        const QString file = QString::fromStdString((folder / language).string()) + QStringLiteral(".pdf");
        {
            QPdfWriter pdf(file);
            pdf.setPageSize(QPageSize(QPageSize::A4));
            ASSERT_TRUE(ui::drawEnrolmentSheet(pdf, QString::fromLatin1(language)));
        }
        QPdfDocument document;
        ASSERT_EQ(document.load(file), QPdfDocument::Error::None);
        EXPECT_EQ(document.pageCount(), 1);
        const QString text = document.getAllText(0).text().simplified();
        for (const std::string& sentence : app::enrolmentSentences(language))
            EXPECT_TRUE(text.contains(QString::fromStdString(sentence))) << sentence;
    }
}

/// A page whose lines were read with these confidences.
formats::Page pageWith(const std::vector<double>& confidences)
{
    formats::Page page;
    page.widthPx = 300;
    page.heightPx = 400;
    for (std::size_t i = 0; i < confidences.size(); ++i) {
        formats::Line line = makeLine("l" + std::to_string(i), "word", 40 + 60.0 * static_cast<double>(i));
        formats::Word word;
        word.text = "word";
        word.confidence = confidences[i];
        for (const char* letter : {"w", "o", "r", "d"})
            word.glyphs.push_back({letter, confidences[i], {}});
        line.words = {word};
        page.lines.push_back(line);
    }
    return page;
}

class NextLinesTest : public StoreWindow
{
protected:
    NextLinesTest() { startAgain(&places); }
    bool isAt(int page, int line)
    {
        return QTest::qWaitFor(
            [&] { return list().currentPage() == page && ui::PageText::lineOf(text().textCursor().block()) == line; },
            kWaitMs);
    }

    app::LearningPlaces places = learningPlacesIn(folder.path());
};

TEST_F(NextLinesTest, GoesToTheLeastCertainLinesFirst)
{
    window->open({picture(QStringLiteral("a.png")), picture(QStringLiteral("b.png"))});
    ASSERT_TRUE(waitUntilQueued(2));
    const auto ids = transcription.waiting;
    transcription.finish(ids[0], pageWith({0.99, 0.4, 0.98}));
    transcription.finish(ids[1], pageWith({0.9, 0.1}));
    trigger("nextLinesAction");
    ASSERT_TRUE(isAt(ids[1], 1));
    EXPECT_TRUE(child<QFrame>("nextLines").isVisible());
    trigger("nextLinesAction");
    ASSERT_TRUE(isAt(ids[0], 1));
    text().shownText()->confirmLine(1);
    trigger("nextLinesAction");
    ASSERT_TRUE(isAt(ids[1], 0));
    QTest::mouseClick(&child<QPushButton>("nextLinesBack"), Qt::LeftButton);
    EXPECT_TRUE(isAt(ids[1], 1)) << "what was confirmed meanwhile is passed over";
}

TEST_F(NextLinesTest, SaysWhenThereIsNothing)
{
    trigger("nextLinesAction");
    EXPECT_FALSE(child<QFrame>("nextLines").isVisible());
}

} // namespace

} // namespace longhand::test

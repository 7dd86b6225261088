// Correct twelve lines, learn, see the gain, accept, read again, revert: the real window, service, store and program.
#include <gmock/gmock.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

#include "longhand/app/feedback_service.h"
#include "longhand/app/learning_overview.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/text/error_rate.h"
#include "longhand/training/line_pack.h"
#include "longhand/training/trainer.h"
#include "ui/page_text.h"
#include "ui/trainer_window.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

constexpr int kModelHeightPx = 32; // nn::Architecture::tiny()
constexpr int kLines = 12;
constexpr double kStillWrong = 0.3; ///< characters, when the first training ends
constexpr int kLearningMs = 90'000;

/// Letters of bars: l, o (a box), n (a dash) and t (a cross). In the hand to be learnt n is two dashes.
enum class Hand { Usual, ToBeLearnt };

void drawLetters(QPainter& painter, const std::string& letters, QPoint at, int sizePx, Hand hand)
{
    const int pen = std::max(3, sizePx / 5);
    int x = at.x();
    const auto fill = [&](int left, int top, int width, int height) {
        painter.fillRect(x + left, at.y() + top, width, height, QColor(20, 20, 20));
    };
    for (const char letter : letters) {
        if (letter == 'l' || letter == 't')
            fill(sizePx / 2 - pen / 2, 0, pen, sizePx);
        if (letter == 't' || (letter == 'n' && hand == Hand::Usual))
            fill(0, sizePx / 2 - pen / 2, sizePx, pen);
        if (letter == 'n' && hand == Hand::ToBeLearnt)
            for (const int dash : {sizePx / 4 - pen / 2, sizePx * 3 / 4 - pen / 2})
                fill(0, dash, sizePx, pen);
        if (letter == 'o')
            for (const int edge : {0, sizePx - pen}) {
                fill(0, edge, sizePx, pen);
                fill(edge, 0, pen, sizePx);
            }
        x += sizePx * 3 / 2;
    }
}

std::string lettersOf(int number)
{
    std::string text(9, ' ');
    auto state = static_cast<unsigned>(number) * 2654435761U + 12345U;
    for (char& letter : text) {
        state = state * 1664525U + 1013904223U;
        letter = "lotn"[state >> 30];
    }
    return text;
}

GrayImage linePicture(const std::string& letters, int marginPx)
{
    constexpr int kSizePx = 40;
    QImage image(kSizePx * 3 / 2 * static_cast<int>(letters.size()) + 2 * marginPx, kSizePx + 2 * marginPx,
                 QImage::Format_Grayscale8);
    image.fill(240);
    QPainter painter(&image);
    drawLetters(painter, letters, {marginPx, marginPx}, kSizePx, Hand::Usual);
    painter.end();
    GrayImage line(image.width(), image.height(), 240);
    for (int y = 0; y < image.height(); ++y)
        std::copy_n(image.constScanLine(y), static_cast<std::size_t>(image.width()), line.row(y));
    return line;
}

/// A pack of lines with as little and as much paper around them as lines of pages have.
void writePack(const std::filesystem::path& file)
{
    auto pack = training::PackWriter::create(file, kModelHeightPx);
    ASSERT_TRUE(pack.ok());
    for (int i = 0; i < 60; ++i) {
        training::PackItem item;
        item.set = "usual";
        item.split = i % 6 == 0 ? "val" : "train";
        item.text = lettersOf(1000 + i);
        const GrayImage picture = linePicture(item.text, 8 * (1 + i % 5));
        // Wrong labels keep the model from being so sure of itself that every correction is questioned.
        if (item.split == "train" && i % 5 == 4)
            item.text = lettersOf(2000 + i);
        ASSERT_TRUE(pack->add(imaging::normalizeLine(picture, kModelHeightPx), std::move(item)).ok());
    }
    ASSERT_TRUE(pack->finish().ok());
}

/// Has begun to know the letters: it reads something everywhere, and much of it wrong.
void trainModel(const std::filesystem::path& pack, const std::filesystem::path& model)
{
    training::TrainConfig config;
    config.packs = {pack};
    config.output = model;
    config.workFolder = model.parent_path() / "training";
    config.architecture = "tiny";
    config.modelName = "usual";
    config.steps = 3000; // stopped long before
    config.replicas = 1;
    config.columnsPerBatch = 1200;
    config.learningRate = 5e-3;
    config.warmUpSteps = 10;
    config.bfloat16 = false;
    config.averageDecay = 0.9;
    config.dropout = 0;
    config.validateEvery = 20;
    config.device = "cpu";
    std::stop_source stop;
    const auto report = training::train(config, stop.get_token(), [&](const training::TrainProgress& progress) {
        if (progress.validationCer >= 0 && progress.validationCer < kStillWrong)
            stop.request_stop();
    });
    ASSERT_TRUE(report.ok()) << report.error().detail;
    ASSERT_LT(report->validationCer, kStillWrong);
}

std::filesystem::path drawPage(const std::filesystem::path& file)
{
    QImage page(1100, 1500, QImage::Format_RGB32);
    page.fill(QColor(245, 245, 240));
    QPainter painter(&page);
    for (int i = 0; i < kLines; ++i)
        drawLetters(painter, lettersOf(i), {180, 120 + i * 105}, 44, Hand::ToBeLearnt);
    painter.end();
    EXPECT_TRUE(page.save(QString::fromStdString(file.string())));
    return file;
}

double errorRate(const formats::Page& page)
{
    text::ErrorCounts errors;
    for (std::size_t i = 0; i < page.lines.size(); ++i)
        errors.add(lettersOf(static_cast<int>(i)), page.lines[i].text);
    return errors.cer();
}

/// Of a page that was corrected and read again: the text stays the person's, the reading below it is new.
double errorRateOfNewReadings(const ui::PageText& text)
{
    text::ErrorCounts errors;
    int line = 0;
    for (const ui::Paragraph& paragraph : text.paragraphs()) {
        errors.add(lettersOf(line++), text.reading().lines[static_cast<std::size_t>(paragraph.line)].text);
    }
    return errors.cer();
}

/// The user's data in a folder of the test.
app::LearningPlaces placesIn(const TemporaryFolder& folder)
{
    app::LearningPlaces places;
    places.store = folder / "feedback.sqlite";
    places.library = folder / "models";
    places.job = folder / "learning";
    places.program = LONGHAND_PROGRAM;
    places.baseModel = folder / "usual.safetensors";
    places.rehearsalPacks = {folder / "usual.pack"};
    return places;
}

std::unique_ptr<app::TranscriptionService> serviceFor(const app::LearningPlaces& places)
{
    return app::makeTranscriptionService(
        [places](const std::string&) -> Result<std::unique_ptr<app::PageTranscriber>> {
            const auto model = app::modelInUse(places);
            if (!model)
                return model.error();
            return app::PageTranscriber::open(model->model);
        },
        [library = places.library](const std::string&) { return app::ModelLibrary(library).stamp(); });
}

class LearningJourney : public testing::Test
{
protected:
    LearningJourney()
    {
        writePack(places.rehearsalPacks.front());
        trainModel(places.rehearsalPacks.front(), places.baseModel);
        ui::Services services{*transcription, loader, writer, prompts, settings, QString()};
        services.feedback = &feedback;
        services.learning = &places;
        window = std::make_unique<ui::MainWindow>(services);
    }
    template <class T>
    T& child(const char* name)
    {
        T* found = window->findChild<T*>(QString::fromLatin1(name));
        if (!found)
            throw std::logic_error(std::string("the window has no ") + name);
        return *found;
    }
    void click(const char* button) { QTest::mouseClick(&child<QPushButton>(button), Qt::LeftButton); }
    void trigger(const char* action) { child<QAction>(action).trigger(); }
    template <class Condition>
    static bool wait(Condition condition, int ms = kWaitMs)
    {
        return QTest::qWaitFor(condition, ms);
    }
    ui::PageItem& page() { return *window->session().pages().pages().front(); }
    std::string inUse() { return app::ModelLibrary(places.library).inUse().id; }
    int storedLines() { return feedback::FeedbackStore::open(places.store).value()->count().value(); }

    const TemporaryFolder folder;
    const app::LearningPlaces places = placesIn(folder);
    const std::unique_ptr<app::TranscriptionService> transcription = serviceFor(places);
    QSettings settings{QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat};
    FakePrompts prompts;
    app::PictureLoader loader;
    app::DocumentWriter writer;
    app::FeedbackService feedback{places.store};
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace

TEST_F(LearningJourney, TwelveCorrectedLinesAreLearntAcceptedReadAgainAndReverted)
{
    ASSERT_FALSE(HasFatalFailure());
    window->show();

    // Read by a model that has much to learn.
    window->open({QString::fromStdString(drawPage(folder / "page.png").string())});
    ASSERT_TRUE(wait([&] { return page().state == ui::PageState::Read; }, 30'000));
    ASSERT_EQ(page().text->reading().lines.size(), static_cast<std::size_t>(kLines));
    const double before = errorRate(page().text->reading());
    ASSERT_GT(before, 0.1) << "there has to be something to learn";

    // Correct twelve lines.
    trigger("teachAction");
    auto& trainer = child<ui::TrainerWindow>("trainerWindow");
    ASSERT_TRUE(wait([&] { return !child<QPushButton>("learnButton").isVisible(); })) << "nothing to learn from yet";
    auto& text = child<ui::TextPane>("textPane");
    for (int i = 0; i < kLines; ++i) {
        QTextCursor cursor(text.shownText()->paragraphOf(i));
        const QString right = QString::fromStdString(lettersOf(i));
        if (cursor.block().text() == right) {
            text.shownText()->confirmLine(i);
            continue;
        }
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.setPosition(cursor.block().position());
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        text.setTextCursor(cursor);
        QTest::keyClicks(&text, right);
    }
    text.goToLine(0);
    ASSERT_TRUE(wait([&] { return storedLines() == kLines; }));
    ASSERT_TRUE(wait([&] { return child<QPushButton>("learnButton").isVisibleTo(&trainer); }));
    const auto overview = [&] { return child<QLabel>("learningOverview").text(); };
    EXPECT_TRUE(wait([&] { return overview().contains(QStringLiteral("12 corrected lines")); }))
        << overview().toStdString();

    // Learn, and see the gain.
    child<QSpinBox>("learningMinutes").setValue(1);
    click("learnButton");
    auto& accept = child<QPushButton>("acceptButton");
    auto& result = child<QLabel>("learningResult");
    ASSERT_TRUE(wait([&] { return result.isVisible(); }, kLearningMs))
        << child<QLabel>("learningPhase").text().toStdString() << app::learningStatus(places.job).message;
    EXPECT_THAT(result.text().toStdString(), testing::HasSubstr("fewer errors"));
    ASSERT_TRUE(accept.isVisible()) << child<QLabel>("learningResultDetail").text().toStdString();
    EXPECT_EQ(inUse(), "") << "nothing changes before it is accepted";

    // Accept, and read again.
    click("acceptButton");
    ASSERT_TRUE(wait([&] { return !inUse().empty(); }));
    auto& notice = child<ui::Notice>("notice");
    const auto again = [&] { return window->centralWidget()->findChild<QPushButton*>(QStringLiteral("noticeAction")); };
    ASSERT_TRUE(wait([&] { return notice.isVisible() && again()->text().contains(QStringLiteral("Again")); }));
    const QSignalSpy replaced(&window->session(), &ui::Session::textReplaced);
    QTest::mouseClick(again(), Qt::LeftButton);
    ASSERT_TRUE(wait([&] { return replaced.size() == 1 && page().state == ui::PageState::Read; }, 30'000));
    EXPECT_LT(errorRateOfNewReadings(*page().text), before * 0.8);
    EXPECT_EQ(text.shownText()->document().findBlockByNumber(3).text().toStdString(), lettersOf(3))
        << "what was typed stays";

    // Revert.
    trigger("modelsAction");
    ASSERT_TRUE(wait([&] { return child<QPushButton>("revertButton").isVisible(); }));
    click("revertButton");
    ASSERT_TRUE(wait([&] { return inUse().empty(); }));
    EXPECT_TRUE(wait([&] { return child<QLabel>("modelLabel").text() == QStringLiteral("Model: usual"); }))
        << child<QLabel>("modelLabel").text().toStdString();
}

} // namespace longhand::test

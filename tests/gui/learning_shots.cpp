#include "learning_shots.h"

#include <cmath>

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QSettings>
#include <QTest>

#include "learning_places.h"
#include "longhand/app/feedback_service.h"
#include "longhand/app/learning_overview.h"
#include "longhand/base/files.h"
#include "temporary_folder.h"
#include "ui/correction_browser.h"
#include "ui/enrolment_dialog.h"
#include "ui/model_comparison_dialog.h"
#include "ui/model_shelf.h"
#include "ui/questioned_lines.h"
#include "ui/trainer_result_view.h"
#include "ui/trainer_run_view.h"
#include "ui/trainer_start_view.h"
#include "ui/training_data_page.h"

namespace longhand::test
{

namespace
{

constexpr QSize kSize{860, 640};

QImage lineOf(const QString& text)
{
    QImage image(520, 56, QImage::Format_Grayscale8);
    image.fill(246);
    QPainter painter(&image);
    QFont font(QStringLiteral("DejaVu Serif"));
    font.setItalic(true);
    font.setPixelSize(30);
    painter.setFont(font);
    painter.drawText(image.rect().adjusted(8, 0, 0, 0), Qt::AlignVCenter, text);
    return image;
}

app::JobStatus runAtWork()
{
    app::JobStatus status;
    status.state = app::JobState::Running;
    status.progress.phase = app::LearningPhase::Learning;
    status.progress.share = 0.46;
    status.progress.secondsLeft = 190;
    for (int i = 0; i <= 40; ++i) {
        app::CurvePoint point;
        point.step = i * 10;
        point.loss = 0.2 + 1.1 * std::exp(-i / 9.0);
        point.ownCer = 0.06 + 0.08 * std::exp(-i / 12.0);
        point.rehearsalCer = 0.045 + 0.001 * std::sin(i / 4.0);
        status.curve.push_back(point);
    }
    return status;
}

app::LearningResult goodResult()
{
    app::LearningResult result;
    result.card.verdict = app::Verdict::Offered;
    result.card.ownCerBefore = 0.124;
    result.card.ownCerAfter = 0.086;
    result.figures.editsBefore = 290;
    result.figures.editsAfter = 200;
    result.figures.lines = 62;
    result.figures.rehearsalCerBefore = 0.047;
    result.figures.rehearsalCerAfter = 0.0475;
    result.questioned = {4};
    result.better = {{1, "the boat came in at noon", "the boal came in ot noon", "the boat came in at noon", 2, 0},
                     {2, "and the children ran to meet it", "and lhe childrn ran lo meet it",
                      "and the children ran to meet it", 3, 0},
                     {3, "Your loving sister", "Your loving sisler", "Your loving sister", 1, 0}};
    result.worse = {{5, "on the 23rd of June", "on the 23rd of June", "on the 28rd of June", 0, 1}};
    return result;
}

feedback::Correction correctionOf(const char* text, const QString& written)
{
    feedback::Correction line;
    const QImage picture = lineOf(written);
    line.picture = GrayImage(picture.width(), picture.height());
    for (int y = 0; y < picture.height(); ++y)
        std::copy_n(picture.constScanLine(y), static_cast<std::size_t>(picture.width()), line.picture.row(y));
    line.machineText = written.toStdString();
    line.humanText = text;
    line.pageKey = "key";
    line.pageName = "letter.jpg";
    line.lineId = text;
    return line;
}

void fillLibrary(const std::filesystem::path& folder)
{
    app::ModelLibrary library(folder / "models");
    if (!writeFileAtomically(folder / "learnt", "weights"))
        return;
    for (const bool good : {true, false}) {
        app::ModelCard card;
        card.run = good ? "a" : "b";
        card.created = good ? "2026-03-04T17:20:00Z" : "2026-03-09T09:05:00Z";
        card.base = "longhand";
        card.linesLearnt = good ? 128 : 16;
        card.linesHeldOut = good ? 62 : 16;
        card.ownCerBefore = 0.124;
        card.ownCerAfter = good ? 0.086 : 0.122;
        card.rehearsalCerBefore = 0.047;
        card.rehearsalCerAfter = 0.0475;
        card.verdict = good ? app::Verdict::Offered : app::Verdict::KeptAside;
        card.reason = good ? "" : "It reads your hand with only 1.6 % fewer errors.";
        if (const auto added = library.add(folder / "learnt", card); added && good)
            (void)library.use(added->id).ok();
    }
}

} // namespace

void showLearning(const std::function<void(QWidget& window, const QString& name)>& save)
{
    const TemporaryFolder folder;
    QSettings settings(QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat);
    const auto show = [&](QWidget& widget, const char* name) {
        widget.resize(kSize);
        widget.show();
        save(widget, QString::fromLatin1(name));
    };
    ui::TrainerStartView start(settings);
    show(start, "learn-empty");
    app::LearningOverview overview;
    overview.lines = 128;
    overview.words = 940;
    overview.fresh = 16;
    overview.questioned = 3;
    start.show(overview);
    show(start, "learn-start-nobody");
    overview.writers = {{"Anna", 100, 100, 700, {}}, {"Berta", 28, 28, 240, {}}};
    start.show(overview);
    show(start, "learn-start");
    start.findChild<QComboBox*>(QStringLiteral("learningWriter"))->setCurrentIndex(1);
    overview.lines = 21;
    overview.words = 152;
    start.show(overview, 174);
    show(start, "learn-start-writer");
    start.findChild<QComboBox*>(QStringLiteral("learningWriter"))->setCurrentIndex(0);
    overview.lines = 3;
    overview.fresh = 3;
    start.show(overview);
    show(start, "learn-too-few");
    overview.lines = 128;
    overview.words = 940;
    overview.fresh = 2;
    start.show(overview);
    show(start, "learn-few-new");
    ui::TrainerRunView run;
    run.show(runAtWork());
    show(run, "learn-run");
    app::JobStatus tried = runAtWork();
    tried.progress.phase = app::LearningPhase::Trying;
    tried.progress.round = 2;
    tried.progress.rounds = 4;
    tried.progress.measured = {8, 61.5, 50.2};
    for (auto& point : tried.curve)
        point.ownCer = -1;
    run.show(tried);
    show(run, "learn-run-tried");
    ui::TrainerResultView result;
    result.show(goodResult());
    for (const auto& change : goodResult().better)
        result.setPicture(change.id, lineOf(QString::fromStdString(change.text)));
    result.setPicture(5, lineOf(QStringLiteral("on the 23rd of June")));
    show(result, "learn-result");
    const app::LearningPlaces places = learningPlacesIn(folder.path());
    fillLibrary(folder.path());
    ui::ModelShelf shelf(places);
    show(shelf, "learn-models");
    ui::ModelComparisonDialog comparison(places, {{}, QStringLiteral("longhand")},
                                         {{}, QStringLiteral("longhand, learnt 4 March 2026")});
    show(comparison, "learn-compare");
    ui::TrainingDataPage data(places);
    show(data, "learn-data");
    ui::EnrolmentDialog enrolment(places, QStringLiteral("en"));
    show(enrolment, "learn-sheet");
    if (auto store = feedback::FeedbackStore::open(places.store)) {
        const auto wrong = (*store)->record(correctionOf("and the children ran", QStringLiteral("the boat came in")));
        if (wrong)
            (void)(*store)->setState(*wrong, feedback::LabelState::Questioned).ok();
        for (const char* text : {"to meet it at the quay", "Your loving sister"})
            (void)(*store)->record(correctionOf(text, QString::fromUtf8(text))).ok();
    }
    app::FeedbackService feedback(places.store);
    ui::CorrectionBrowser browser(feedback);
    show(browser, "corrections");
    if (auto* rows = browser.findChild<QAbstractItemView*>(QStringLiteral("correctionsList"))) {
        rows->selectAll();
        show(browser, "corrections-several");
    }
    ui::QuestionedLines questioned(feedback);
    questioned.show();
    save(questioned, QStringLiteral("learn-really"));
}

} // namespace longhand::test

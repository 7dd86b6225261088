#include "ui/trainer_page.h"

#include <utility>

#include <QStackedWidget>
#include <QThreadPool>
#include <QVBoxLayout>

#include "longhand/app/uncorrected_lines.h"
#include "ui/background.h"
#include "ui/model_shelf.h"
#include "ui/notice.h"
#include "ui/page_model.h"
#include "ui/trainer_result_view.h"
#include "ui/trainer_run_view.h"
#include "ui/trainer_start_view.h"
#include "ui/uncorrected_pages.h"

namespace longhand::ui
{

namespace
{

constexpr int kRefreshMs = 200;

} // namespace

TrainerPage::TrainerPage(app::LearningPlaces places, app::LearningJob& job, app::FeedbackService& feedback,
                         const PageModel& pages, QSettings& settings, QWidget* parent)
    : QWidget(parent), m_places(std::move(places)), m_feedback(feedback), m_job(job), m_pages(pages),
      m_notice(new Notice), m_stack(new QStackedWidget), m_start(new TrainerStartView(settings)),
      m_run(new TrainerRunView), m_resultView(new TrainerResultView)
{
    setObjectName(QStringLiteral("trainerPage"));
    for (QWidget* view :
         {static_cast<QWidget*>(m_start), static_cast<QWidget*>(m_run), static_cast<QWidget*>(m_resultView)})
        m_stack->addWidget(view);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &TrainerPage::refresh);
    connect(&m_feedback, &app::FeedbackService::changed, this, [this] {
        if (isVisible())
            m_refresh.start();
    });
    const auto refreshSoon = [this] {
        if (isVisible() && m_stack->currentWidget() == m_start)
            m_refresh.start();
    };
    connect(&m_pages, &QAbstractItemModel::rowsInserted, this, refreshSoon);
    connect(&m_pages, &QAbstractItemModel::rowsRemoved, this, refreshSoon);
    connect(&m_pages, &QAbstractItemModel::dataChanged, this, refreshSoon);
    connect(&m_pages, &QAbstractItemModel::modelReset, this, refreshSoon);
    connect(m_start, &TrainerStartView::writerChanged, this, &TrainerPage::refresh);
    connect(m_start, &TrainerStartView::learnRequested, this, &TrainerPage::learn);
    connect(m_start, &TrainerStartView::questionedRequested, this, &TrainerPage::questionedRequested);
    connect(m_start, &TrainerStartView::enrolmentRequested, this, &TrainerPage::enrolmentRequested);
    connect(m_start, &TrainerStartView::nextLinesRequested, this, &TrainerPage::nextLinesRequested);
    connect(m_start, &TrainerStartView::writerRequested, this, &TrainerPage::writerRequested);
    connect(m_run, &TrainerRunView::pauseRequested, this, [this] { tell(m_job.pause()); });
    connect(m_run, &TrainerRunView::goOnRequested, this,
            [this] { tell(m_job.status().state == app::JobState::Interrupted ? m_job.resume() : m_job.goOn()); });
    connect(m_run, &TrainerRunView::stopRequested, this, [this] { tell(m_job.stop()); });
    connect(m_run, &TrainerRunView::cancelRequested, this, [this] { tell(m_job.cancel()); });
    connect(m_resultView, &TrainerResultView::accepted, this, &TrainerPage::accept);
    connect(m_resultView, &TrainerResultView::discarded, this, &TrainerPage::discard);
    connect(m_resultView, &TrainerResultView::keptAside, this, &TrainerPage::closeResult);
    connect(m_resultView, &TrainerResultView::questionedRequested, this, &TrainerPage::questionedRequested);
    connect(m_resultView, &TrainerResultView::pictureWanted, &m_feedback, &app::FeedbackService::loadPicture);
    connect(&m_feedback, &app::FeedbackService::pictureLoaded, m_resultView, &TrainerResultView::setPicture);
    connect(&m_job, &app::LearningJob::changed, this, &TrainerPage::showStatus);
    connect(&m_job, &app::LearningJob::finished, this, &TrainerPage::libraryChanged);
    connect(&m_job, &app::LearningJob::failed, this, [this](const QString& sentence) { m_notice->show(sentence); });
    showStatus(m_job.status());
}

TrainerPage::~TrainerPage()
{
    m_cutting.request_stop();
}

void TrainerPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void TrainerPage::refresh()
{
    m_refresh.stop();
    inBackground(
        *this, [places = m_places, writer = m_start->writer()] { return app::learningOverview(places, writer); },
        [this, asked = ++m_overview](const Result<app::LearningOverview>& overview) {
            if (asked != m_overview)
                return;
            if (overview)
                m_start->show(*overview, uncorrectedLines(m_pages, m_start->writer().value_or("")));
            else
                m_notice->show(QString::fromStdString(overview.error().detail));
        });
}

void TrainerPage::chooseWriter(const QString& writer)
{
    m_start->chooseWriter(writer);
}

void TrainerPage::learn()
{
    if (m_job.isLive())
        return;
    m_notice->hide();
    app::LearningRequest request = app::learningRequest(m_places);
    request.writer = m_start->writer();
    request.minutes = m_start->minutes();
    request.cores = m_start->cores();
    if (!m_start->usesUncorrected()) {
        start(request);
        return;
    }
    request.uncorrected = app::uncorrectedFolder(m_places.job);
    m_start->setEnabled(false);
    m_cutting = {};
    m_notice->show(tr("Cutting out the lines of the open pages…"), tr("Cancel"), [this] { m_cutting.request_stop(); });
    inBackground(
        *this,
        [pages = uncorrectedPages(m_pages, *request.writer), job = m_places.job, stop = m_cutting.get_token()] {
            return app::cutUncorrectedLinesForRun(pages, job, stop);
        },
        [this, request, stop = m_cutting.get_token()](const Result<std::size_t>& lines) {
            m_start->setEnabled(true);
            m_notice->hide();
            if (stop.stop_requested()) {
                QThreadPool::globalInstance()->start([job = m_places.job] { app::dropUncorrectedLines(job); });
                return;
            }
            if (!lines) {
                m_notice->show(QString::fromStdString(lines.error().detail));
                return;
            }
            app::LearningRequest prepared = request;
            if (*lines == 0)
                prepared.uncorrected.clear();
            start(prepared);
        });
}

void TrainerPage::start(const app::LearningRequest& request)
{
    tell(m_job.start(request));
}

void TrainerPage::tell(const Result<void>& done)
{
    if (!done)
        m_notice->show(QString::fromStdString(done.error().detail));
}

void TrainerPage::showStatus(const app::JobStatus& status)
{
    switch (status.state) {
    case app::JobState::Starting:
    case app::JobState::Running:
    case app::JobState::Paused:
    case app::JobState::Interrupted:
        m_run->show(status);
        m_stack->setCurrentWidget(m_run);
        return;
    case app::JobState::Finished:
        showResult();
        return;
    case app::JobState::Failed:
        m_notice->show(QString::fromStdString(status.message));
        break;
    case app::JobState::None:
    case app::JobState::Cancelled:
        break;
    }
    m_stack->setCurrentWidget(m_start);
    if (isVisible())
        refresh();
}

void TrainerPage::showResult()
{
    auto result = m_job.result();
    if (!result) {
        m_notice->show(QString::fromStdString(result.error().detail));
        m_stack->setCurrentWidget(m_start);
        return;
    }
    m_result = *std::move(result);
    m_resultView->show(m_result);
    m_stack->setCurrentWidget(m_resultView);
}

void TrainerPage::closeResult()
{
    tell(m_job.clear());
    m_stack->setCurrentWidget(m_start);
    refresh();
}

void TrainerPage::accept()
{
    inBackground(
        *this,
        [places = m_places, card = m_result.card] {
            app::ModelLibrary library(places.library);
            return app::acceptLearnt(library, card);
        },
        [this, card = m_result.card](const Result<void>& accepted) {
            if (!accepted) {
                tell(accepted);
                return;
            }
            closeResult();
            m_notice->show(card.writer.empty() ? tr("The new model reads from the next page on.")
                                               : tr("From now on pages of %1 are read with what was learnt.")
                                                     .arg(QString::fromStdString(card.writer)),
                           tr("Undo"), [this, card] { undoAcceptance(card); });
            Q_EMIT libraryChanged();
            Q_EMIT modelChanged(QString::fromStdString(readerOf(card)));
        });
}

void TrainerPage::undoAcceptance(const app::ModelCard& card)
{
    inBackground(
        *this,
        [places = m_places, writer = readerOf(card)] {
            const auto reverted = app::ModelLibrary(places.library).revert(writer);
            return reverted ? Result<void>() : Result<void>(reverted.error());
        },
        [this, card](const Result<void>& done) {
            tell(done);
            if (done)
                m_notice->show(tr("The model from before reads again. The new one stays in the list of models."));
            refresh();
            Q_EMIT libraryChanged();
            Q_EMIT modelChanged(QString::fromStdString(readerOf(card)));
        });
}

void TrainerPage::discard()
{
    inBackground(
        *this, [places = m_places, id = m_result.card.id] { return app::ModelLibrary(places.library).remove(id); },
        [this, id = m_result.card.id](const Result<void>& removed) {
            if (!removed) {
                tell(removed);
                return;
            }
            closeResult();
            m_notice->show(tr("The new model is discarded. Your corrections are still there."), tr("Undo"),
                           [this, id] { undoDiscarding(id); });
            Q_EMIT libraryChanged();
        });
}

void TrainerPage::undoDiscarding(const std::string& id)
{
    inBackground(
        *this, [places = m_places, id] { return app::ModelLibrary(places.library).restore(id); },
        [this](const Result<void>& restored) {
            tell(restored);
            if (restored)
                m_notice->show(tr("The model is in the list of models again, kept aside."));
            Q_EMIT libraryChanged();
        });
}

} // namespace longhand::ui

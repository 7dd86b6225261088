#pragma once

#include <memory>
#include <stop_token>

#include <QSettings>
#include <QTimer>
#include <QWidget>

#include "longhand/app/feedback_service.h"
#include "longhand/app/learning_job.h"
#include "longhand/app/learning_overview.h"

class QStackedWidget;

namespace longhand::ui
{

class Notice;
class PageModel;
class TrainerResultView;
class TrainerRunView;
class TrainerStartView;

/// Learning from corrections: what there is, the run at work, its result. A run that was begun by an earlier window is
/// found again.
class TrainerPage : public QWidget
{
    Q_OBJECT
public:
    /// All but the places must outlive this object.
    TrainerPage(app::LearningPlaces places, app::LearningJob& job, app::FeedbackService& feedback,
                const PageModel& pages, QSettings& settings, QWidget* parent = nullptr);

    /// Lines that are being cut out are not waited for.
    ~TrainerPage() override;

    /// Counts the lines anew.
    void refresh();
    /// As soon as there are lines of `writer`, they are to be learnt.
    void chooseWriter(const QString& writer);

Q_SIGNALS:
    /// Another model reads from now on; `writer`: whose pages alone, empty: everybody's.
    void modelChanged(const QString& writer);
    /// A model came or went.
    void libraryChanged();
    void enrolmentRequested();
    void nextLinesRequested();
    void writerRequested();
    void questionedRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void learn();
    void start(const app::LearningRequest& request);
    void showStatus(const app::JobStatus& status);
    void showResult();
    void tell(const Result<void>& done);
    void accept();
    void discard();
    void undoAcceptance(const app::ModelCard& card);
    void undoDiscarding(const std::string& id);
    void closeResult();

    app::LearningPlaces m_places;
    app::FeedbackService& m_feedback;
    app::LearningJob& m_job;
    const PageModel& m_pages;
    app::LearningResult m_result;
    std::stop_source m_cutting;
    QTimer m_refresh;   ///< gathers changes that come together
    int m_overview = 0; ///< the last one asked for: an earlier one may come later
    Notice* m_notice;   // this and all views: owned by this (Qt parent)
    QStackedWidget* m_stack;
    TrainerStartView* m_start;
    TrainerRunView* m_run;
    TrainerResultView* m_resultView;
};

} // namespace longhand::ui

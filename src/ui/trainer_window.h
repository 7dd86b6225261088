#pragma once

#include <QDialog>
#include <QSettings>

#include "longhand/app/feedback_service.h"
#include "longhand/app/learning_job.h"
#include "longhand/app/learning_overview.h"

class QTabWidget;

namespace longhand::ui
{

class ModelShelf;
class PageModel;
class TrainerPage;

/// "Teach Longhand": learning, the models it gave, and other people's data to learn from.
class TrainerWindow : public QDialog
{
    Q_OBJECT
public:
    enum class Tab { Learn, Models, Data };

    /// All but the places must outlive this object.
    TrainerWindow(const app::LearningPlaces& places, app::LearningJob& job, app::FeedbackService& feedback,
                  const PageModel& pages, QSettings& settings, QWidget* parent = nullptr);

    void showTab(Tab tab);
    /// As soon as there are lines of `writer`, they are to be learnt.
    void chooseWriter(const QString& writer);

Q_SIGNALS:
    /// Another model reads from now on; `writer`: whose pages alone, empty: everybody's.
    void modelChanged(const QString& writer);
    void enrolmentRequested();
    void nextLinesRequested();
    void writerRequested();
    void questionedRequested();

private:
    QTabWidget* m_tabs; // these: owned by this (Qt parent)
    TrainerPage* m_learn;
    ModelShelf* m_models;
};

} // namespace longhand::ui

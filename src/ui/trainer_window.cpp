#include "ui/trainer_window.h"

#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/model_shelf.h"
#include "ui/trainer_page.h"
#include "ui/training_data_page.h"

namespace longhand::ui
{

TrainerWindow::TrainerWindow(const app::LearningPlaces& places, app::LearningJob& job, app::FeedbackService& feedback,
                             const PageModel& pages, QSettings& settings, QWidget* parent)
    : QDialog(parent), m_tabs(new QTabWidget), m_learn(new TrainerPage(places, job, feedback, pages, settings)),
      m_models(new ModelShelf(places))
{
    setObjectName(QStringLiteral("trainerWindow"));
    setWindowTitle(tr("Teach Longhand"));
    resize(860, 640);
    auto* data = new TrainingDataPage(places);
    m_tabs->addTab(m_learn, tr("Learn"));
    m_tabs->addTab(m_models, tr("&Models"));
    m_tabs->addTab(data, tr("&Other Data"));
    m_tabs->setDocumentMode(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(m_tabs);
    connect(m_learn, &TrainerPage::modelChanged, this, &TrainerWindow::modelChanged);
    connect(m_learn, &TrainerPage::libraryChanged, m_models, &ModelShelf::refresh);
    connect(m_learn, &TrainerPage::enrolmentRequested, this, &TrainerWindow::enrolmentRequested);
    connect(m_learn, &TrainerPage::nextLinesRequested, this, &TrainerWindow::nextLinesRequested);
    connect(m_learn, &TrainerPage::writerRequested, this, &TrainerWindow::writerRequested);
    connect(m_learn, &TrainerPage::questionedRequested, this, &TrainerWindow::questionedRequested);
    connect(m_models, &ModelShelf::modelChanged, this, &TrainerWindow::modelChanged);
    connect(m_models, &ModelShelf::modelChanged, m_learn, &TrainerPage::refresh);
    connect(m_models, &ModelShelf::pictureWanted, &feedback, &app::FeedbackService::loadPicture);
    connect(&feedback, &app::FeedbackService::pictureLoaded, m_models, &ModelShelf::setPicture);
    connect(data, &TrainingDataPage::linesImported, &feedback, &app::FeedbackService::noteOtherChanges);
    connect(data, &TrainingDataPage::modelTrained, this, [this] {
        m_models->refresh();
        showTab(Tab::Models);
    });
}

void TrainerWindow::chooseWriter(const QString& writer)
{
    m_learn->chooseWriter(writer);
}

void TrainerWindow::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    show();
    raise();
    activateWindow();
}

} // namespace longhand::ui

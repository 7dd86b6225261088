#include "ui/trainer.h"

#include <utility>

#include <QAction>
#include <QBoxLayout>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include "longhand/app/transcription_service.h"
#include "ui/enrolment_dialog.h"
#include "ui/next_lines.h"
#include "ui/notice.h"
#include "ui/page_list.h"
#include "ui/page_properties_dialog.h"
#include "ui/questioned_lines.h"
#include "ui/session.h"
#include "ui/text_pane.h"
#include "ui/trainer_window.h"

namespace longhand::ui
{

Trainer::Trainer(const Parts& parts)
    : m_parts(parts), m_job(parts.places.job, parts.places.program),
      m_nextLines(new NextLines(parts.session, parts.list, parts.text))
{
    if (auto* column = qobject_cast<QBoxLayout*>(m_parts.window.centralWidget()->layout()))
        column->insertWidget(0, m_nextLines);
    connect(m_nextLines, &NextLines::remarked, this, &Trainer::remarked);
    makeMenu();
    connect(&m_parts.transcription, &app::TranscriptionService::modelOpened, this, [this] {
        if (std::exchange(m_modelChanged, false))
            offerToReadAgain(tr("Another model reads from the next page on."), {});
    });
    const auto offer = [this](const QString& sentence, const QString& action) {
        if (!m_window || !m_window->isVisible()) // where it is to be seen anyway
            m_parts.notice.show(sentence, action, [this] { trainerWindow().showTab(TrainerWindow::Tab::Learn); });
    };
    connect(&m_job, &app::LearningJob::finished, this,
            [offer] { offer(tr("Longhand has learnt from your corrections."), tr("Look at the Result…")); });
    const auto tellFailure = [this, offer](const QString& sentence) {
        offer(sentence, tr("Show…"));
        static_cast<void>(m_job.forgetFailure().ok()); // else it is told once more
    };
    connect(&m_job, &app::LearningJob::failed, this, tellFailure);
    // A run sets lines aside itself whose texts hardly fit.
    for (const auto ended : {&app::LearningJob::finished, &app::LearningJob::interrupted})
        connect(&m_job, ended, &m_parts.feedback, &app::FeedbackService::noteOtherChanges);
    connect(&m_job, &app::LearningJob::failed, &m_parts.feedback, &app::FeedbackService::noteOtherChanges);
    connect(&m_job, &app::LearningJob::interrupted, this,
            [offer] { offer(tr("Learning was broken off. It can go on from where it was."), tr("Show…")); });
    if (m_job.status().state == app::JobState::Interrupted)
        offer(tr("Learning was broken off. It can go on from where it was."), tr("Show…"));
    else if (m_job.status().state == app::JobState::Finished)
        offer(tr("Longhand has learnt from your corrections."), tr("Look at the Result…"));
    else if (m_job.status().state == app::JobState::Failed)
        tellFailure(QString::fromStdString(m_job.status().message));
}

Trainer::~Trainer()
{
    delete m_window;
    delete m_enrolment;
    delete m_questioned;
    delete m_nextLines;
}

void Trainer::makeMenu()
{
    auto* menu = m_parts.window.findChild<QMenu*>(QStringLiteral("learnMenu")); // made by Corrections
    QAction* first = menu->actions().value(0);
    const auto add = [&](const QString& title, const char* actionName, auto run) {
        auto* action = new QAction(title, &m_parts.window);
        action->setObjectName(QString::fromLatin1(actionName));
        connect(action, &QAction::triggered, this, run);
        menu->insertAction(first, action);
        return action;
    };
    add(tr("&Teach Longhand…"), "teachAction", [this] {
        trainerWindow().showTab(TrainerWindow::Tab::Learn);
    })->setShortcut(QKeySequence(tr("Ctrl+T")));
    add(tr("Correct These &Next"), "nextLinesAction", [this] {
        m_nextLines->goOn();
    })->setShortcut(QKeySequence(tr("Ctrl+J")));
    add(tr("&Sample Sheet…"), "enrolmentAction", [this] { openEnrolment(); });
    add(tr("&Models…"), "modelsAction", [this] { trainerWindow().showTab(TrainerWindow::Tab::Models); });
    menu->insertSeparator(first);
}

TrainerWindow& Trainer::trainerWindow()
{
    if (!m_window) {
        m_window = new TrainerWindow(m_parts.places, m_job, m_parts.feedback, m_parts.session.pages(), m_parts.settings,
                                     &m_parts.window);
        connect(m_window, &TrainerWindow::modelChanged, this, &Trainer::onModelChanged);
        connect(m_window, &TrainerWindow::enrolmentRequested, this, &Trainer::openEnrolment);
        connect(m_window, &TrainerWindow::questionedRequested, this, &Trainer::openQuestioned);
        connect(m_window, &TrainerWindow::writerRequested, this, &Trainer::askWhoseHand);
        connect(m_window, &TrainerWindow::nextLinesRequested, this, [this] {
            m_nextLines->goOn();
            m_parts.window.activateWindow();
        });
    }
    return *m_window;
}

void Trainer::openEnrolment()
{
    if (!m_enrolment) {
        m_enrolment = new EnrolmentDialog(m_parts.places, QLocale().name(), &m_parts.window);
        m_enrolment->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_enrolment, &EnrolmentDialog::linesKept, this, [this](int lines) {
            m_parts.feedback.noteOtherChanges();
            Q_EMIT remarked(tr("%n lines of the sample sheet are kept to learn from.", nullptr, lines));
            trainerWindow().showTab(TrainerWindow::Tab::Learn);
        });
    }
    m_enrolment->show();
    m_enrolment->activateWindow();
}

void Trainer::openQuestioned()
{
    if (!m_questioned) {
        m_questioned =
            new QuestionedLines(m_parts.feedback, m_window ? static_cast<QWidget*>(m_window) : &m_parts.window);
        m_questioned->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_questioned->show();
    m_questioned->activateWindow();
}

void Trainer::askWhoseHand()
{
    std::vector<int> ids;
    for (const auto& page : m_parts.session.pages().pages())
        if (page->text && page->settings.writer.isEmpty())
            ids.push_back(page->id);
    m_parts.window.activateWindow();
    if (ids.empty()) {
        Q_EMIT remarked(tr("Open the corrected pages first: their writer is said there."));
        return;
    }
    m_parts.list.selectPages(ids);
    m_parts.window.findChild<QAction*>(QStringLiteral("pagePropertiesAction"))->trigger(); // made by PageProperties
    // Whoever says whose hand it is here wants to learn that hand.
    if (auto* dialog = m_parts.window.findChild<PagePropertiesDialog*>())
        connect(dialog, &QDialog::accepted, this, [this, dialog] {
            if (const auto writer = dialog->answer().writer; writer && !writer->isEmpty())
                trainerWindow().chooseWriter(*writer);
            trainerWindow().showTab(TrainerWindow::Tab::Learn);
        });
}

void Trainer::onModelChanged(const QString& writer)
{
    if (!writer.isEmpty()) {
        offerToReadAgain(tr("Pages of %1 are read differently from now on.").arg(writer), writer);
        return;
    }
    m_modelChanged = true;
    m_parts.transcription.prepare();
}

void Trainer::offerToReadAgain(const QString& sentence, const QString& writer)
{
    if (pagesToRead(writer).empty())
        return;
    m_parts.notice.show(sentence, tr("Read the Open Pages Again"), [this, writer] {
        for (const int id : pagesToRead(writer))
            m_parts.session.readAgain(id);
    });
}

std::vector<int> Trainer::pagesToRead(const QString& writer) const
{
    std::vector<int> ids;
    for (const auto& page : m_parts.session.pages().pages())
        if (page->state == PageState::Read && !page->settings.corrected &&
            (writer.isEmpty() || page->settings.writer == writer))
            ids.push_back(page->id);
    return ids;
}

} // namespace longhand::ui

#pragma once

#include <vector>

#include <QObject>
#include <QPointer>
#include <QSettings>

#include "longhand/app/feedback_service.h"
#include "longhand/app/learning_job.h"
#include "longhand/app/learning_overview.h"

class QAction;
class QMainWindow;
class QMenu;

namespace longhand::app
{
class TranscriptionService;
}

namespace longhand::ui
{

class EnrolmentDialog;
class NextLines;
class Notice;
class PageList;
class QuestionedLines;
class Session;
class TextPane;
class TrainerWindow;

/// What a window does about learning, from its menu "Learn": the trainer, the sample sheet, the lines to correct next.
/// A run of an earlier window is found again. To be destroyed before the session is.
class Trainer : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        QMainWindow& window;
        Session& session;
        PageList& list;
        TextPane& text;
        Notice& notice;
        QSettings& settings;
        app::TranscriptionService& transcription;
        app::FeedbackService& feedback;
        app::LearningPlaces places;
    };
    /// All parts must outlive this object.
    explicit Trainer(const Parts& parts);
    ~Trainer() override;

Q_SIGNALS:
    void remarked(const QString& sentence);

private:
    void makeMenu();
    TrainerWindow& trainerWindow();
    void openEnrolment();
    void openQuestioned();
    void askWhoseHand();
    /// Opens the model that is in use now, and then offers to read the open pages with it. A writer's profile is
    /// opened with the next page of the writer.
    void onModelChanged(const QString& writer);
    void offerToReadAgain(const QString& sentence, const QString& writer);
    /// Pages that are not corrected; `writer`: whose; empty: everybody's.
    [[nodiscard]] std::vector<int> pagesToRead(const QString& writer) const;

    Parts m_parts;
    app::LearningJob m_job;
    bool m_modelChanged = false;      ///< that for everybody's pages, and it is not open yet
    NextLines* m_nextLines;           // owned by the window (Qt parent)
    QPointer<TrainerWindow> m_window; ///< these: owned by the window (Qt parent)
    QPointer<EnrolmentDialog> m_enrolment;
    QPointer<QuestionedLines> m_questioned;
};

} // namespace longhand::ui

#pragma once

#include <QObject>
#include <QPointer>

class QAction;
class QMainWindow;
class QSettings;

namespace longhand::app
{
class FeedbackService;
class LabelQuestioner;
class PictureLoader;
class TranscriptionService;
} // namespace longhand::app

namespace longhand::ui
{

class CorrectionBrowser;
class CorrectionCollector;
class Notice;
class Session;
class TextPane;

/// What a window does with corrections: collects them, and shows them from its menu. To be destroyed before the text
/// is.
class Corrections : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        QMainWindow& window;
        Session& session;
        TextPane& text;
        Notice& notice;
        QSettings& settings;
        app::TranscriptionService& transcription;
        app::PictureLoader& loader;
        app::FeedbackService& feedback;
    };
    /// Adds to the window's menu "Learn". All parts must outlive this object.
    explicit Corrections(const Parts& parts);
    ~Corrections() override;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Hands over what was typed last: nobody may come back to it.
    void flush();
    void makeMenu();
    void browse();

    Parts m_parts;
    CorrectionCollector* m_collector; // these three: owned by this (Qt parent)
    app::LabelQuestioner* m_questioner;
    QAction* m_collect = nullptr;
    QPointer<CorrectionBrowser> m_browser; ///< owned by the window
};

} // namespace longhand::ui

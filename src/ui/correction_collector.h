#pragma once

#include <map>
#include <set>
#include <utility>

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QTextBlock>
#include <QTextDocument>
#include <QTimer>

#include "longhand/app/feedback_service.h"
#include "longhand/app/picture_loader.h"

namespace longhand::ui
{

struct PageItem;
class PageText;
class Session;
class TextPane;

/// Watches the text of the page on show and hands every line that a person changed or confirmed to the store: while
/// typing pauses, and at once when the caret leaves the line, the line is confirmed or another page is shown.
class CorrectionCollector : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPauseMs = 700;

    /// All must outlive this object.
    CorrectionCollector(Session& session, TextPane& text, app::PictureLoader& loader, app::FeedbackService& feedback,
                        QObject* parent = nullptr);

    /// While paused nothing is collected; what is typed meanwhile is not caught up on.
    void setPaused(bool paused);
    void setModelName(const QString& name) { m_modelName = name; }
    /// Hands over what was typed last; to be called before the text or the window goes.
    void flush();

private:
    enum class Moment { Typing, Done };
    struct Sent {
        QString text;
        Moment moment = Moment::Typing;
    };

    void watchShownText();
    void onContentsChange(int position, int removed, int added);
    void onCaretMoved();
    void handOver(Moment moment);
    void handOver(const PageItem& page, int line, Moment moment);
    /// The page whose text is on show; null: none, or it has another text by now.
    [[nodiscard]] const PageItem* shownPage() const;
    /// Lines of the text on show that bear a person's word, and may be stored for it, also from an earlier day.
    void findHumanLines();
    /// What a person made of the line; null: the line is as it was read, or it is not one paragraph any more.
    [[nodiscard]] QString humanText(const PageText& text, int line) const;

    Session& m_session;
    TextPane& m_pane;
    app::FeedbackService& m_feedback;
    bool m_paused = false;
    QString m_modelName;
    const PageText* m_text = nullptr; ///< on show; only compared
    QPointer<QTextDocument> m_document;
    int m_page = 0;
    int m_caretLine = -1;
    std::set<int> m_touched;     ///< lines of the page on show that changed since they were handed over
    std::set<int> m_confirmed;   ///< lines of it that were confirmed when last looked at
    bool m_confirmedNow = false; ///< one was just confirmed and has not been handed over
    std::set<int> m_human;       ///< lines of the page on show that a person changed or confirmed when last looked at
    std::map<std::pair<int, int>, Sent> m_sent; ///< by page and line
    QTimer m_pause;
    QImage m_picture; ///< of m_picturePage, in full
    int m_picturePage = 0;
};

} // namespace longhand::ui

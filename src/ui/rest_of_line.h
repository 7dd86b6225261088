#pragma once

#include <QObject>
#include <QTimer>

#include "longhand/app/transcription_service.h"

namespace longhand::ui
{

class PageList;
class Session;
class TextPane;

/// After a word was put right, reads the rest of its line again under the beginning that is certain now, and offers
/// what comes out when it differs. What a person has typed or confirmed behind the word is never up for it.
class RestOfLine : public QObject
{
    Q_OBJECT
public:
    static constexpr int kIdleMs = 500; ///< without typing, before a word counts as done

    /// All must outlive this object.
    RestOfLine(Session& session, PageList& list, TextPane& pane, app::TranscriptionService& service,
               QObject* parent = nullptr);

    [[nodiscard]] bool hasOffer() const { return !m_offer.isEmpty(); }
    [[nodiscard]] const QString& offer() const { return m_offer; }
    /// Puts the offer in the place of the rest: one step to undo.
    void accept();
    void dismiss();

Q_SIGNALS:
    void offered();
    void withdrawn();

private:
    /// What is asked about, and still has to be so when the answer comes.
    struct Place {
        int page = 0;
        int block = -1;
        QString text;      ///< of the whole line
        int beginning = 0; ///< characters of it that are certain, with the space behind them
    };

    void consider();
    void onLinesRead(int request, const std::vector<formats::Line>& lines);
    [[nodiscard]] bool stillThere() const;
    void forget();

    Session& m_session;
    PageList& m_list;
    TextPane& m_pane;
    app::TranscriptionService& m_service;
    QTimer m_idle;
    int m_request = 0; ///< negative, so that it is nobody else's; the latest
    bool m_waiting = false;
    bool m_accepting = false;
    Place m_place;
    QString m_offer;
};

} // namespace longhand::ui

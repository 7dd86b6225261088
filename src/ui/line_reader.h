#pragma once

#include <map>
#include <string>
#include <vector>

#include <QObject>

#include "longhand/app/transcription_service.h"
#include "ui/line_shapes.h"

namespace longhand::ui
{

class Session;

/// Reads lines of a page again where they are and puts the readings into the page's text, as one step of the history.
/// What a person typed or confirmed stays; there the new reading is to be decided about.
class LineReader : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this object.
    LineReader(Session& session, app::TranscriptionService& service, QObject* parent = nullptr);

    /// `lines`: indices into the reading of the page. A request for some of them that is on its way is given up.
    void read(int page, const std::vector<int>& lines);
    /// A line that was only drawn: its outline grows around the ink first.
    void readDrawn(int page, int line);
    /// Gives up all that is on its way.
    void cancel();
    [[nodiscard]] bool isReading() const { return !m_requests.empty(); }

Q_SIGNALS:
    void started();
    void finished(int page, int lines, int toDecide); ///< how many new readings are to be decided about
    void failed(int page, const QString& sentence);

private:
    struct Wanted {
        std::string id;
        LineShape shape; ///< as it was when it was asked for
    };
    struct Request {
        int page = 0;
        std::vector<Wanted> lines;
    };

    void ask(int page, const std::vector<int>& lines, bool grow);
    void take(int request, const std::vector<formats::Line>& lines);

    Session& m_session;
    app::TranscriptionService& m_service;
    std::map<int, Request> m_requests;
    int m_nextRequest = 1;
};

} // namespace longhand::ui

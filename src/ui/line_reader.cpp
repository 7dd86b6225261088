#include "ui/line_reader.h"

#include <algorithm>

#include "ui/line_edits.h"
#include "ui/session.h"

namespace longhand::ui
{

namespace
{

int toDecide(const LineEdits& edits)
{
    return static_cast<int>(std::ranges::count_if(
        edits.paragraphs(), [](const Paragraph& paragraph) { return paragraph.marks.newReading >= 0; }));
}

} // namespace

LineReader::LineReader(Session& session, app::TranscriptionService& service, QObject* parent)
    : QObject(parent), m_session(session), m_service(service)
{
    connect(&m_service, &app::TranscriptionService::linesRead, this, &LineReader::take);
    connect(&m_service, &app::TranscriptionService::linesFailed, this, [this](int request, const Error& error) {
        const auto known = m_requests.find(request);
        if (known == m_requests.end())
            return;
        const int page = known->second.page;
        m_requests.erase(known);
        Q_EMIT failed(page, QString::fromStdString(error.detail));
    });
}

void LineReader::read(int page, const std::vector<int>& lines)
{
    ask(page, lines, false);
}

void LineReader::readDrawn(int page, int line)
{
    ask(page, {line}, true);
}

void LineReader::ask(int page, const std::vector<int>& lines, bool grow)
{
    const PageItem* item = m_session.pages().find(page);
    if (!item || !item->text || lines.empty())
        return;
    const LineEdits edits(*item->text);
    Request request;
    request.page = page;
    app::LineShapes shapes;
    for (const int line : edits.lines()) {
        const LineShape shape = edits.shape(line);
        if (std::ranges::find(lines, line) == lines.end()) {
            shapes.neighbours.push_back(shape.baseline);
            continue;
        }
        request.lines.push_back({edits.reading().lines[static_cast<std::size_t>(line)].id, shape});
        shapes.lines.push_back(grow ? LineShape{{}, shape.baseline} : shape);
    }
    // An older request would bring a reading of where the line was.
    const auto outdated = [&request](const auto& waiting) {
        return waiting.second.page == request.page &&
               std::ranges::all_of(waiting.second.lines, [&request](const Wanted& line) {
                   return std::ranges::find(request.lines, line.id, &Wanted::id) != request.lines.end();
               });
    };
    for (auto waiting = m_requests.begin(); waiting != m_requests.end();) {
        if (!outdated(*waiting)) {
            ++waiting;
            continue;
        }
        m_service.cancelLines(waiting->first);
        waiting = m_requests.erase(waiting);
    }
    const int number = m_nextRequest++;
    m_requests[number] = std::move(request);
    m_service.readLines(number, sourceOf(*item), shapes);
    Q_EMIT started();
}

void LineReader::cancel()
{
    for (const auto& [number, request] : m_requests)
        m_service.cancelLines(number);
    m_requests.clear();
}

void LineReader::take(int number, const std::vector<formats::Line>& lines)
{
    const auto known = m_requests.find(number);
    if (known == m_requests.end())
        return;
    const Request request = std::move(known->second);
    m_requests.erase(known);
    const PageItem* item = m_session.pages().find(request.page);
    if (!item || !item->text)
        return;
    LineEdits edits(*item->text);
    const int before = toDecide(edits);
    std::vector<std::pair<int, formats::Line>> readings;
    for (const int line : edits.lines()) {
        const std::string& id = edits.reading().lines[static_cast<std::size_t>(line)].id;
        const auto wanted = std::ranges::find(request.lines, id, &Wanted::id);
        if (wanted == request.lines.end())
            continue;
        const LineShape shape = edits.shape(line);
        const auto place = static_cast<std::size_t>(wanted - request.lines.begin());
        // It was moved or undone since: the reading is of another place.
        if (place >= lines.size() || shape.outline != wanted->shape.outline || shape.baseline != wanted->shape.baseline)
            continue;
        readings.emplace_back(line, lines[place]);
    }
    if (!readings.empty()) {
        edits.takeReadings(readings);
        const int count = static_cast<int>(readings.size());
        m_session.replaceText(request.page, edits.text(),
                              count == 1 ? tr("reading a line again") : tr("reading %n lines again", nullptr, count));
    }
    Q_EMIT finished(request.page, static_cast<int>(readings.size()), toDecide(edits) - before);
}

} // namespace longhand::ui

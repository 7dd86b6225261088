#include "ui/rest_of_line.h"

#include <algorithm>

#include <QTextBlock>

#include "ui/page_list.h"
#include "ui/session.h"
#include "ui/text_pane.h"

namespace longhand::ui
{

RestOfLine::RestOfLine(Session& session, PageList& list, TextPane& pane, app::TranscriptionService& service,
                       QObject* parent)
    : QObject(parent), m_session(session), m_list(list), m_pane(pane), m_service(service)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    connect(&m_idle, &QTimer::timeout, this, &RestOfLine::consider);
    connect(&m_pane, &QPlainTextEdit::textChanged, this, [this] {
        if (m_accepting)
            return;
        forget();
        m_idle.start();
    });
    connect(&m_pane, &TextPane::readingPicked, this, [this] {
        m_idle.stop();
        consider();
    });
    connect(&m_pane, &TextPane::textShown, this, &RestOfLine::forget);
    connect(&m_pane, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (m_place.block >= 0 && m_pane.textCursor().blockNumber() != m_place.block)
            forget();
    });
    connect(&m_service, &app::TranscriptionService::linesRead, this, &RestOfLine::onLinesRead);
}

void RestOfLine::forget()
{
    m_idle.stop();
    if (m_waiting)
        m_service.cancelLines(m_request);
    m_waiting = false;
    m_place = {};
    if (m_offer.isEmpty())
        return;
    m_offer.clear();
    Q_EMIT withdrawn();
}

void RestOfLine::consider()
{
    PageText* text = m_pane.shownText();
    const PageItem* page = m_session.pages().find(m_list.currentPage());
    // Where something can be done again, the change was an undo.
    if (!text || !page || page->text.get() != text || m_pane.document()->isRedoAvailable())
        return;
    const QTextBlock paragraph = m_pane.textCursor().block();
    const int line = PageText::lineOf(paragraph);
    const bool parted = (paragraph.next().isValid() && PageText::lineOf(paragraph.next()) == line) ||
                        (paragraph.previous().isValid() && PageText::lineOf(paragraph.previous()) == line);
    if (line < 0 || parted || PageText::marksOf(paragraph).confirmed)
        return;
    const std::vector<TextWord> words = text->words(paragraph);
    const int caret = m_pane.textCursor().position();
    const auto behind = std::ranges::find_if(words, [caret](const TextWord& word) { return word.position > caret; });
    if (behind == words.begin() || behind == words.end())
        return;
    // The caret may already stand behind the space that ends the word, in front of the next one.
    auto next = behind;
    auto fixed = std::prev(behind);
    if (fixed->position == caret && fixed != words.begin()) {
        next = fixed;
        --fixed;
    }
    const bool isFixed = fixed->confirmed || fixed->tie != WordTie::AsRead;
    const bool restAsRead = std::all_of(
        next, words.end(), [](const TextWord& word) { return word.tie == WordTie::AsRead && !word.confirmed; });
    if (!isFixed || !restAsRead)
        return;
    m_place = {page->id, paragraph.blockNumber(), paragraph.text(), next->position - paragraph.position()};
    const formats::Line& read = text->reading().lines[static_cast<std::size_t>(line)];
    app::LineShapes shapes;
    const QString beginning = m_place.text.left(m_place.beginning).simplified() + QLatin1Char(' ');
    shapes.lines.push_back({read.outline, read.baseline, beginning.toStdString()});
    m_waiting = true;
    m_service.readLines(--m_request, sourceOf(*page), shapes);
}

bool RestOfLine::stillThere() const
{
    return m_place.page == m_list.currentPage() && m_place.block >= 0 &&
           m_pane.document()->findBlockByNumber(m_place.block).text() == m_place.text;
}

void RestOfLine::onLinesRead(int request, const std::vector<formats::Line>& lines)
{
    if (!m_waiting || request != m_request)
        return;
    m_waiting = false;
    if (lines.size() != 1 || !stillThere())
        return;
    const QString whole = QString::fromStdString(lines.front().text);
    const QString beginning = m_place.text.left(m_place.beginning).simplified() + QLatin1Char(' ');
    const QString rest = whole.mid(beginning.size()).trimmed();
    const bool fits = whole.startsWith(beginning) && !rest.isEmpty();
    if (!fits || rest == m_place.text.mid(m_place.beginning).simplified())
        return;
    m_offer = rest;
    Q_EMIT offered();
}

void RestOfLine::accept()
{
    if (m_offer.isEmpty() || !stillThere())
        return forget();
    const QTextBlock paragraph = m_pane.document()->findBlockByNumber(m_place.block);
    QTextCursor cursor(paragraph);
    cursor.setPosition(paragraph.position() + m_place.beginning);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    m_session.history().endTyping();
    m_accepting = true; // the text changes, yet no word was put right by it
    cursor.insertText(m_offer);
    m_accepting = false;
    m_session.history().endTyping();
    m_pane.setTextCursor(cursor);
    forget();
}

void RestOfLine::dismiss()
{
    forget();
}

} // namespace longhand::ui

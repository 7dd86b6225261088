#include "ui/correction_collector.h"

#include <algorithm>

#include "ui/page_model.h"
#include "ui/page_text.h"
#include "ui/session.h"
#include "ui/text_pane.h"

namespace longhand::ui
{

namespace
{

/// One of the line's neighbours has no text of its own any more, and this text is longer than its reading by much of
/// that: the two were joined.
bool looksJoined(const PageText& text, int line, const QString& typed)
{
    const auto& lines = text.reading().lines;
    const auto lengthOf = [&](int index) {
        return QString::fromStdString(lines[static_cast<std::size_t>(index)].text).size();
    };
    const int last = static_cast<int>(lines.size()) - 1;
    for (const int neighbour : {line - 1, line + 1})
        if (neighbour >= 0 && neighbour <= last && lengthOf(neighbour) > 0 && !text.paragraphOf(neighbour).isValid() &&
            typed.size() >= lengthOf(line) + lengthOf(neighbour) / 2)
            return true;
    return false;
}

/// Which line of the reading goes by the name; the place in the list where it has none.
std::string nameOf(const formats::Line& line, int index)
{
    return line.id.empty() ? '#' + std::to_string(index) : line.id;
}

} // namespace

CorrectionCollector::CorrectionCollector(Session& session, TextPane& text, app::PictureLoader& loader,
                                         app::FeedbackService& feedback, QObject* parent)
    : QObject(parent), m_session(session), m_pane(text), m_feedback(feedback)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { handOver(Moment::Typing); });
    connect(&m_pane, &TextPane::textShown, this, &CorrectionCollector::watchShownText);
    connect(&m_pane, &QPlainTextEdit::cursorPositionChanged, this, &CorrectionCollector::onCaretMoved);
    connect(&loader, &app::PictureLoader::loaded, this, [this](int id, const app::PagePicture& picture) {
        m_picturePage = id;
        m_picture = picture.levels.isEmpty() ? QImage() : picture.levels.first();
    });
    connect(&session, &Session::textReplaced, this, [this](int id) {
        // Its lines are numbered anew.
        std::erase_if(m_sent, [id](const auto& sent) { return sent.first.first == id; });
    });
    connect(&session, &Session::writerChanged, this, [this](int id) {
        if (const PageItem* page = m_session.pages().find(id))
            m_feedback.setPageWriter(sourceOf(*page), page->settings.writer);
    });
    connect(&session, &Session::pictureChanged, this, [this](int id) {
        if (id == m_picturePage)
            m_picture = {}; // turned; the service decodes it anew
    });
    watchShownText();
}

void CorrectionCollector::setPaused(bool paused)
{
    if (paused)
        flush();
    m_paused = paused;
    m_touched.clear();
}

void CorrectionCollector::flush()
{
    handOver(Moment::Done);
}

void CorrectionCollector::watchShownText()
{
    if (m_pane.shownText() == m_text && m_document)
        return;
    flush();
    if (m_document)
        m_document->disconnect(this);
    m_text = m_pane.shownText();
    m_document = m_text ? &m_text->document() : nullptr;
    m_page = 0;
    m_caretLine = -1;
    m_touched.clear();
    m_human.clear();
    m_confirmed.clear();
    if (!m_document)
        return;
    findHumanLines();
    for (const auto& page : m_session.pages().pages())
        if (page->text.get() == m_text)
            m_page = page->id;
    connect(m_document, &QTextDocument::contentsChange, this, &CorrectionCollector::onContentsChange);
}

void CorrectionCollector::findHumanLines()
{
    const auto& lines = m_text->reading().lines;
    for (const Paragraph& paragraph : m_text->paragraphs()) {
        if (paragraph.line < 0)
            continue;
        const std::string& read = lines[static_cast<std::size_t>(paragraph.line)].text;
        if (paragraph.marks.confirmed)
            m_confirmed.insert(paragraph.line);
        if (paragraph.marks.confirmed || !paragraph.confirmed.empty() ||
            paragraph.text != QString::fromStdString(read).simplified())
            m_human.insert(paragraph.line);
    }
}

const PageItem* CorrectionCollector::shownPage() const
{
    const PageItem* page = m_session.pages().find(m_page);
    return page && page->text && page->text.get() == m_text ? page : nullptr;
}

void CorrectionCollector::onContentsChange(int position, int /*removed*/, int added)
{
    if (m_paused)
        return;
    QTextBlock block = m_document->findBlock(position);
    const QTextBlock last = m_document->findBlock(position + added);
    bool confirmed = false;
    for (; block.isValid(); block = block.next()) {
        if (const int line = PageText::lineOf(block); line >= 0) {
            m_touched.insert(line);
            if (!PageText::marksOf(block).confirmed)
                m_confirmed.erase(line);
            else
                confirmed = m_confirmed.insert(line).second || confirmed;
        }
        if (block == last)
            break;
    }
    // A line that was just confirmed is finished; it is handed over once the change is complete. One that was before is
    // being typed in.
    if (confirmed) {
        m_confirmedNow = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_confirmedNow) // the caret may have left it by then, and be typing in it again
                    handOver(Moment::Done);
            },
            Qt::QueuedConnection);
    }
    m_pause.start();
}

void CorrectionCollector::onCaretMoved()
{
    if (!m_document || m_pane.document() != m_document)
        return;
    const int line = PageText::lineOf(m_pane.textCursor().block());
    if (line == m_caretLine)
        return;
    m_caretLine = line;
    if (!m_touched.empty() && !m_touched.contains(line))
        handOver(Moment::Done);
    else if (m_touched.size() > 1)
        handOver(Moment::Typing);
}

void CorrectionCollector::handOver(Moment moment)
{
    m_pause.stop();
    m_confirmedNow = false;
    const PageItem* page = shownPage();
    if (m_paused || !page) {
        m_touched.clear();
        return;
    }
    for (const int line : m_touched)
        handOver(*page, line, line == m_caretLine ? moment : Moment::Done);
    // What is still being typed is handed over again when the caret leaves it.
    if (moment == Moment::Typing)
        std::erase_if(m_touched, [this](int line) { return line != m_caretLine; });
    else
        m_touched.clear();
}

QString CorrectionCollector::humanText(const PageText& text, int line) const
{
    const QTextBlock paragraph = text.paragraphOf(line);
    if (!paragraph.isValid())
        return {};
    const QTextBlock next = paragraph.next();
    if (next.isValid() && PageText::lineOf(next) == line)
        return {}; // split in two: neither half is what the picture shows
    const auto words = text.words(paragraph);
    const bool wordConfirmed = std::ranges::any_of(words, [](const TextWord& word) { return word.confirmed; });
    if (text.stateOf(paragraph) != LineState::Confirmed && !wordConfirmed)
        return {};
    const QString typed = paragraph.text().simplified().normalized(QString::NormalizationForm_C);
    return looksJoined(text, line, typed) ? QString() : typed;
}

void CorrectionCollector::handOver(const PageItem& page, int line, Moment moment)
{
    const PageText& text = *page.text;
    formats::Line reading = text.reading().lines[static_cast<std::size_t>(line)];
    reading.id = nameOf(reading, line);
    const QString typed = humanText(text, line);
    const std::pair<int, int> key{page.id, line};
    if (typed.isEmpty()) {
        // What was stored in another session, or before the page was read again, is taken back too.
        if (m_human.erase(line) > 0)
            m_feedback.withdraw(sourceOf(page), reading.id);
        m_sent.erase(key);
        return;
    }
    m_human.insert(line);
    const auto sent = m_sent.find(key);
    if (sent != m_sent.end() && sent->second.text == typed && sent->second.moment >= moment)
        return;
    m_sent[key] = {typed, moment};
    app::CorrectedLine correction;
    correction.source = sourceOf(page);
    correction.picture = m_picturePage == page.id ? m_picture : QImage();
    correction.reading = std::move(reading);
    correction.text = typed.toStdString();
    correction.model = m_modelName.toStdString();
    correction.writer = page.settings.writer.toStdString();
    correction.language = page.settings.language.toStdString();
    correction.draft = moment == Moment::Typing;
    m_feedback.record(correction);
}

} // namespace longhand::ui

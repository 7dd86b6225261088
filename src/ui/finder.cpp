#include "ui/finder.h"

#include <algorithm>

#include <QTextBlock>

#include "ui/history.h"
#include "ui/page_list.h"
#include "ui/page_model.h"
#include "ui/text_pane.h"

namespace longhand::ui
{

namespace
{

/// Places in a document from places in its lines: one character stands between two of them.
std::vector<TextMatch> matchesIn(const std::vector<Paragraph>& paragraphs, const SearchQuery& query)
{
    std::vector<TextMatch> matches;
    int begin = 0;
    for (const Paragraph& paragraph : paragraphs) {
        for (TextMatch match : findMatches(paragraph.text, query)) {
            match.begin += begin;
            matches.push_back(match);
        }
        begin += static_cast<int>(paragraph.text.size()) + 1;
    }
    return matches;
}

} // namespace

Finder::Finder(PageModel& pages, PageList& list, TextPane& pane, History& history, QObject* parent)
    : QObject(parent), m_pages(pages), m_list(list), m_pane(pane), m_history(history)
{
    connect(&m_pane, &QPlainTextEdit::textChanged, this, &Finder::recount);
    connect(&m_pane, &TextPane::textShown, this, &Finder::recount);
    connect(&m_pane, &QPlainTextEdit::selectionChanged, this, &Finder::recount);
    connect(&m_pages, &QAbstractItemModel::rowsRemoved, this, &Finder::recount);
}

void Finder::setQuery(const SearchQuery& query, SearchScope scope)
{
    m_query = query;
    m_scope = scope;
    recount();
}

void Finder::setActive(bool active)
{
    m_active = active;
    recount();
}

std::vector<TextMatch> Finder::matchesOf(PageText& text) const
{
    return matchesIn(text.paragraphs(), m_query);
}

std::vector<int> Finder::pagesInScope() const
{
    std::vector<int> ids;
    for (const auto& page : m_pages.pages())
        if (page->text && (m_scope == SearchScope::AllPages || page->id == m_list.currentPage()))
            ids.push_back(page->id);
    return ids;
}

void Finder::recount()
{
    m_count = {};
    QList<QTextCursor> marks;
    const QTextCursor selected = m_pane.textCursor();
    for (const int id : m_active && !m_query.text.isEmpty() ? pagesInScope() : std::vector<int>()) {
        PageText& text = *m_pages.find(id)->text;
        const std::vector<TextMatch> matches = matchesOf(text);
        m_count.pages += matches.empty() ? 0 : 1;
        if (&text != m_pane.shownText()) {
            m_count.hits += static_cast<int>(matches.size());
            continue;
        }
        for (const TextMatch& match : matches) {
            ++m_count.hits;
            if (selected.selectionStart() == match.begin && selected.selectionEnd() == match.begin + match.length)
                m_count.current = m_count.hits;
            QTextCursor mark(m_pane.document());
            mark.setPosition(match.begin);
            mark.setPosition(match.begin + match.length, QTextCursor::KeepAnchor);
            marks.append(mark);
        }
    }
    if (m_active && !m_query.text.isEmpty() && m_scope == SearchScope::Page && m_count.hits == 0)
        for (const auto& page : m_pages.pages())
            if (page->text)
                m_count.elsewhere += static_cast<int>(matchesOf(*page->text).size());
    m_pane.setFound(marks);
    Q_EMIT counted();
}

void Finder::findNext()
{
    go(true);
}

void Finder::findPrevious()
{
    go(false);
}

void Finder::go(bool forward)
{
    const std::vector<int> ids = pagesInScope();
    if (m_query.text.isEmpty() || ids.empty())
        return;
    const int here = m_list.currentPage();
    const auto at = std::ranges::find(ids, here);
    const auto start = at == ids.end() ? 0 : static_cast<std::size_t>(at - ids.begin());
    const QTextCursor caret = m_pane.textCursor();
    // The page of the caret comes twice: what lies beyond the caret first, the rest of it when all others had nothing.
    for (std::size_t k = 0; k <= ids.size(); ++k) {
        const std::size_t index = forward ? (start + k) % ids.size() : (start + ids.size() * 2 - k) % ids.size();
        const int id = ids[index];
        const std::vector<TextMatch> matches = matchesOf(*m_pages.find(id)->text);
        const bool beyondCaret = k == 0 && id == here;
        const auto fits = [&](const TextMatch& match) {
            return !beyondCaret || (forward ? match.begin >= caret.selectionEnd()
                                            : match.begin + match.length <= caret.selectionStart());
        };
        const auto next = std::ranges::find_if(matches, fits);
        const auto previous = std::find_if(matches.rbegin(), matches.rend(), fits);
        if (forward && next != matches.end())
            return select({id, next->begin, next->length});
        if (!forward && previous != matches.rend())
            return select({id, previous->begin, previous->length});
    }
    Q_EMIT remarked(tr("“%1” was not found.").arg(m_query.text));
}

void Finder::select(const Hit& hit)
{
    if (hit.page != m_list.currentPage())
        m_list.setCurrentPage(m_pages.rowOf(hit.page));
    QTextCursor cursor = m_pane.textCursor();
    cursor.setPosition(hit.position);
    cursor.setPosition(hit.position + hit.length, QTextCursor::KeepAnchor);
    m_pane.setTextCursor(cursor);
    m_pane.ensureCursorVisible();
    recount();
}

void Finder::replace(const QString& replacement)
{
    if (m_count.current > 0) {
        QTextCursor cursor = m_pane.textCursor();
        cursor.insertText(replacement);
        m_pane.setTextCursor(cursor);
    }
    findNext();
}

int Finder::replaceOn(PageText& text, const QString& replacement) const
{
    std::vector<TextMatch> matches = matchesOf(text);
    if (matches.empty())
        return 0;
    QTextCursor cursor(&text.document());
    cursor.beginEditBlock();
    for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
        cursor.setPosition(match->begin);
        cursor.setPosition(match->begin + match->length, QTextCursor::KeepAnchor);
        cursor.insertText(replacement);
    }
    cursor.endEditBlock();
    return static_cast<int>(matches.size());
}

void Finder::replaceAll(const QString& replacement)
{
    int replaced = 0;
    int pages = 0;
    m_history.endTyping();
    m_history.stack().beginMacro(tr("Replace all"));
    for (const int id : pagesInScope()) {
        const int here = replaceOn(*m_pages.find(id)->text, replacement);
        replaced += here;
        pages += here > 0 ? 1 : 0;
    }
    m_history.stack().endMacro();
    recount();
    if (replaced == 0)
        Q_EMIT remarked(tr("“%1” was not found.").arg(m_query.text));
    else if (pages == 1)
        Q_EMIT remarked(tr("Replaced %n times.", nullptr, replaced));
    else
        Q_EMIT remarked(tr("Replaced %n times on %1 pages.", nullptr, replaced).arg(pages));
}

} // namespace longhand::ui

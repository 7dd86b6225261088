#include "ui/page_commands.h"

#include <algorithm>
#include <utility>

#include "ui/session.h"

namespace longhand::ui
{

namespace
{

using TakenPages = std::vector<std::pair<int, std::unique_ptr<PageItem>>>;

template <class Wanted>
TakenPages takePages(Session& session, Wanted wanted)
{
    TakenPages taken;
    const std::vector<int> order = session.pages().order();
    for (std::size_t row = 0; row < order.size(); ++row)
        if (wanted(*session.pages().find(order[row])))
            taken.emplace_back(static_cast<int>(row), session.takePage(order[row]));
    return taken;
}

void putBack(Session& session, TakenPages& taken)
{
    for (auto& [row, page] : taken)
        session.putPage(row, std::move(page));
    taken.clear();
}

} // namespace

AddPages::AddPages(Session& session, int batch, const QString& what)
    : ListStep(what), m_session(session), m_batch(batch)
{
}

void AddPages::undo()
{
    m_taken = takePages(m_session, [this](const PageItem& page) { return page.batch == m_batch; });
}

void AddPages::redo()
{
    putBack(m_session, m_taken);
}

RemovePages::RemovePages(Session& session, std::vector<int> ids, const QString& what)
    : ListStep(what), m_session(session), m_ids(std::move(ids))
{
}

void RemovePages::undo()
{
    putBack(m_session, m_taken);
}

void RemovePages::redo()
{
    m_taken =
        takePages(m_session, [this](const PageItem& page) { return std::ranges::find(m_ids, page.id) != m_ids.end(); });
}

ReorderPages::ReorderPages(Session& session, std::vector<int> order, const QString& what)
    : ListStep(what), m_session(session), m_before(session.pages().order()), m_after(std::move(order))
{
}

void ReorderPages::undo()
{
    m_session.setOrder(m_before);
}

void ReorderPages::redo()
{
    m_session.setOrder(m_after);
}

ReplaceText::ReplaceText(Session& session, int id, std::unique_ptr<PageText> text, const QString& what)
    : QUndoCommand(what), m_session(session), m_id(id), m_other(std::move(text))
{
}

void ReplaceText::swap()
{
    m_other = m_session.exchangeText(m_id, std::move(m_other));
}

ChangeSettings::ChangeSettings(Session& session, std::vector<Change> changes, const QString& what)
    : QUndoCommand(what), m_session(session), m_changes(std::move(changes))
{
}

void ChangeSettings::swap()
{
    for (Change& change : m_changes)
        change.settings = m_session.exchangeSettings(change.id, change.settings);
}

} // namespace longhand::ui

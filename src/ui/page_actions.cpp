#include "ui/page_actions.h"

#include <algorithm>

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>

#include "ui/actions.h"
#include "ui/page_list.h"
#include "ui/session.h"

namespace longhand::ui
{

PageActions::PageActions(Session& session, PageList& list, QMenu& menu, QWidget& window)
    : QObject(&window), m_session(session), m_list(list),
      m_up(makeAction(window, "movePageUpAction", {}, tr("Move Page &Up"), {tr("Alt+Up")})),
      m_down(makeAction(window, "movePageDownAction", {}, tr("Move Page &Down"), {tr("Alt+Down")})),
      m_corrected(makeAction(window, "pageCorrectedAction", {}, tr("&Corrected"), {tr("Ctrl+M")}))
{
    m_corrected->setCheckable(true);
    m_corrected->setToolTip(tr("Mark the page as corrected: somebody has gone through all of it"));
    menu.addSeparator();
    menu.addActions({m_corrected, m_up, m_down});
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(+1); });
    connect(m_corrected, &QAction::triggered, this, &PageActions::markCorrected);
    connect(list.selectionModel(), &QItemSelectionModel::selectionChanged, this, &PageActions::update);
    connect(&session, &Session::contentChanged, this, &PageActions::update);
    connect(&session, &Session::pageChanged, this, &PageActions::update);
    update();
}

void PageActions::update()
{
    const std::vector<int> selected = m_list.selectedPages();
    const int rows = m_session.pages().rowCount();
    m_up->setEnabled(!selected.empty() &&
                     m_session.pages().rowOf(selected.back()) >= static_cast<int>(selected.size()));
    m_down->setEnabled(!selected.empty() &&
                       m_session.pages().rowOf(selected.front()) < rows - static_cast<int>(selected.size()));
    const auto isCorrected = [this](int id) { return m_session.pages().find(id)->settings.corrected; };
    const auto hasText = [this](int id) { return m_session.pages().find(id)->text != nullptr; };
    m_corrected->setEnabled(std::ranges::any_of(selected, hasText));
    m_corrected->setChecked(!selected.empty() && std::ranges::all_of(selected, isCorrected));
}

void PageActions::move(int by)
{
    const std::vector<int> selected = m_list.selectedPages();
    if (selected.empty())
        return;
    PageModel& pages = m_session.pages();
    // Pages that are apart come together where the first or the last one goes.
    const int row = by < 0 ? std::max(pages.rowOf(selected.front()) - 1, 0)
                           : std::min(pages.rowOf(selected.back()) + 2, pages.rowCount());
    m_session.reorder(pages.orderWithMoved(selected, row));
    m_list.scrollTo(m_list.currentIndex());
}

void PageActions::markCorrected(bool corrected)
{
    std::vector<int> ids;
    for (const int id : m_list.selectedPages())
        if (m_session.pages().find(id)->text)
            ids.push_back(id);
    m_session.changeSettings(
        ids, [corrected](PageSettings& settings) { settings.corrected = corrected; },
        corrected ? tr("marking as corrected") : tr("marking as not corrected"));
    update();
}

} // namespace longhand::ui

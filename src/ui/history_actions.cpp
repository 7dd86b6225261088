#include "ui/history_actions.h"

#include <QAction>

#include "ui/page_list.h"
#include "ui/session.h"
#include "ui/text_pane.h"

namespace longhand::ui
{

HistoryActions::HistoryActions(QAction& undo, QAction& redo, Session& session, PageList& list, TextPane& text)
    : m_undo(undo), m_redo(redo), m_session(session)
{
    QUndoStack* stack = &session.undoStack();
    connect(&undo, &QAction::triggered, stack, &QUndoStack::undo);
    connect(&redo, &QAction::triggered, stack, &QUndoStack::redo);
    connect(&text, &TextPane::undoRequested, stack, &QUndoStack::undo);
    connect(&text, &TextPane::redoRequested, stack, &QUndoStack::redo);
    connect(stack, &QUndoStack::indexChanged, this, &HistoryActions::update);
    const auto show = [this, &list](int id) {
        if (const int row = m_session.pages().rowOf(id); row >= 0 && list.currentPage() != id)
            list.setCurrentPage(row);
    };
    connect(&session.history(), &History::pageTouched, &list, show);
    connect(&session.history(), &History::textTouched, &list, [show, &text](int id, int position) {
        show(id);
        text.goToPosition(position);
    });
    update();
}

void HistoryActions::update()
{
    const QUndoStack& stack = m_session.undoStack();
    m_undo.setEnabled(stack.canUndo());
    m_redo.setEnabled(stack.canRedo());
    m_undo.setText(stack.canUndo() ? tr("&Undo %1").arg(stack.undoText()) : tr("&Undo"));
    m_redo.setText(stack.canRedo() ? tr("&Redo %1").arg(stack.redoText()) : tr("&Redo"));
}

} // namespace longhand::ui

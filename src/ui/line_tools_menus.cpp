// The menu of the line tools and when its entries can be used; what they do is in line_tools.cpp.

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <QWidgetAction>

#include "ui/actions.h"
#include "ui/line_editor.h"
#include "ui/line_legend.h"
#include "ui/line_reader.h"
#include "ui/line_tools.h"
#include "ui/page_list.h"
#include "ui/page_panel.h"
#include "ui/page_view.h"
#include "ui/session.h"
#include "ui/text_pane.h"

namespace longhand::ui
{

namespace
{

/// The menu with an action of that name; null: none.
QMenu* menuWith(const QMainWindow& window, const char* action)
{
    const auto* known = window.findChild<QAction*>(QString::fromLatin1(action));
    const QList<QObject*> places = known ? known->associatedObjects() : QList<QObject*>();
    for (QObject* place : places)
        if (auto* menu = qobject_cast<QMenu*>(place))
            return menu;
    return nullptr;
}

} // namespace

QAction* LineTools::makeAction(const char* name, const char* iconName, const QString& text,
                               const QKeySequence& shortcut, const std::function<void()>& run)
{
    QAction* action = ui::makeAction(m_window, name, QString::fromLatin1(iconName), text,
                                     shortcut.isEmpty() ? QList<QKeySequence>() : QList{shortcut});
    connect(action, &QAction::triggered, this, run);
    return action;
}

void LineTools::makeMenus()
{
    m_confirm = makeAction("confirmLineAction", "confirm-line", tr("&Confirm Line"), tr("Ctrl+Return"),
                           [this] { confirmLines(); });
    m_readLine = makeAction("readLineAction", "retry", tr("&Read Line Again"), tr("F8"), [this] { readLines(); });
    m_readPage = makeAction("readPageAction", "", tr("Read All Lines of the &Page Again"), tr("Shift+F8"),
                            [this] { readPage(); });
    m_findLines = makeAction("findLinesAction", "", tr("&Find Lines Again"), {}, [this] { findLinesAgain(); });
    m_edit = makeAction("editLinesAction", "edit-lines", tr("&Edit Lines"), tr("F4"), [] {});
    m_edit->setCheckable(true);
    connect(m_edit, &QAction::toggled, this, [this](bool on) {
        m_editor->setActive(on);
        updateLines();
        if (!on)
            return;
        m_editor->choose(wantedLines());
        m_parts.view.setFocus();
        Q_EMIT remarked(tr("Drag along writing to draw a line; click a line to change it. Escape ends."));
    });
    m_newLine = makeAction("newLineAction", "", tr("&New Line Below"), {}, [this] { newLineBelow(); });
    m_split = makeAction("splitLineAction", "", tr("&Split Line"), {}, [this] { split(); });
    m_merge = makeAction("mergeLinesAction", "", tr("&Join Lines"), {}, [this] { merge(); });
    m_remove = makeAction("removeLinesAction", "remove", tr("&Delete Line"), {}, [this] { removeLines(); });
    m_earlier = makeAction("lineEarlierAction", "", tr("Move Line &Up in Order"), {}, [this] { moveInOrder(-1); });
    m_later = makeAction("lineLaterAction", "", tr("Move Line Do&wn in Order"), {}, [this] { moveInOrder(+1); });
    m_number = makeAction("lineNumberAction", "", tr("Make This Line &Number…"), {}, [this] { askForNumber(); });
    m_nextPoint = makeAction("nextPointAction", "", tr("Ne&xt Point of the Outline"), {},
                             [this] { m_editor->run(LineEditor::Command::NextPoint); });
    m_previousPoint = makeAction("previousPointAction", "", tr("Pre&vious Point of the Outline"), {},
                                 [this] { m_editor->run(LineEditor::Command::PreviousPoint); });
    m_rotateLeft =
        makeAction("rotateLeftAction", "rotate-left", tr("Rotate &Left"), tr("Ctrl+["), [this] { rotate(-90); });
    m_rotateRight =
        makeAction("rotateRightAction", "rotate-right", tr("Rotate Ri&ght"), tr("Ctrl+]"), [this] { rotate(90); });

    makeCanvasKeys();

    m_stop = m_window.findChild<QAction*>(QStringLiteral("stopAction"));
    connect(m_stop, &QAction::triggered, this, [this] {
        m_reader->cancel();
        updateActions();
    });

    QMenu* view = menuWith(m_window, "zoomInAction");
    auto* lines = new QMenu(tr("&Lines"), &m_window);
    lines->setObjectName(QStringLiteral("linesMenu"));
    lines->setAccessibleName(tr("Lines"));
    m_window.menuBar()->insertMenu(view ? view->menuAction() : nullptr, lines);
    m_split->setToolTip(tr("Cuts at the dashed mark, which the left and right arrow keys move"));
    m_merge->setToolTip(tr("Joins the chosen lines"));
    lines->setToolTipsVisible(true);
    lines->addActions({m_confirm, m_readLine, m_readPage, m_findLines});
    lines->addSeparator();
    lines->addActions({m_edit, m_newLine, m_split, m_merge, m_remove, m_nextPoint, m_previousPoint});
    lines->addSeparator();
    lines->addActions({m_earlier, m_later, m_number});
    if (QMenu* pages = menuWith(m_window, "retryAction")) {
        pages->addSeparator();
        pages->addActions({m_rotateLeft, m_rotateRight});
    }
    if (view) {
        QMenu* legend = view->addMenu(tr("What the &Lines Mean"));
        legend->setObjectName(QStringLiteral("legendMenu"));
        legend->setAccessibleName(tr("What the lines mean"));
        auto* rows = new QWidgetAction(legend); // owned by the menu, as the widget by the action
        rows->setDefaultWidget(new LineLegend);
        legend->addAction(rows);
    }
    if (auto* bar = m_window.findChild<QToolBar*>(QStringLiteral("toolBar"))) {
        bar->addSeparator();
        bar->addActions({m_rotateLeft, m_rotateRight, m_edit, m_confirm});
        for (QAction* action : {m_rotateLeft, m_rotateRight, m_edit, m_confirm}) {
            QWidget* button = bar->widgetForAction(action);
            button->setAccessibleName(action->iconText());
            button->setFocusPolicy(Qt::TabFocus);
        }
    }
}

void LineTools::makeCanvasKeys()
{
    using Command = LineEditor::Command;
    const auto addKeys = [this](Command command, QAction& action, const QList<QKeySequence>& keys) {
        // The editor looks at them itself: they count on the canvas alone, while lines are edited.
        action.setShortcutContext(Qt::WidgetShortcut);
        setKeys(action, keys);
        m_editor->bind(command, action);
    };
    addKeys(Command::New, *m_newLine, {tr("Ins")});
    addKeys(Command::Split, *m_split, {tr("S")});
    addKeys(Command::Merge, *m_merge, {tr("M")});
    addKeys(Command::Remove, *m_remove, {tr("Del"), tr("Backspace")});
    addKeys(Command::Earlier, *m_earlier, {tr("Alt+Up")});
    addKeys(Command::Later, *m_later, {tr("Alt+Down")});
    addKeys(Command::NextPoint, *m_nextPoint, {tr("N")});
    addKeys(Command::PreviousPoint, *m_previousPoint, {tr("P")});
}

void LineTools::updateActions()
{
    const PageItem* item = m_parts.session.pages().find(page());
    const bool hasText = item && item->text;
    const std::vector<int> wanted = wantedLines();
    const std::size_t chosen = m_editor->chosen().size();
    for (QAction* action : {m_readPage, m_findLines, m_edit, m_newLine})
        action->setEnabled(hasText);
    for (QAction* action : {m_confirm, m_readLine, m_remove})
        action->setEnabled(!wanted.empty());
    for (QAction* action : {m_earlier, m_later, m_number})
        action->setEnabled(wanted.size() == 1);
    for (QAction* action : {m_split, m_nextPoint, m_previousPoint})
        action->setEnabled(m_editor->isActive() && chosen == 1);
    m_merge->setEnabled(m_editor->isActive() && chosen > 1);
    for (QAction* action : {m_rotateLeft, m_rotateRight})
        action->setEnabled(item && !item->thumbnail.isNull());
    m_stop->setEnabled(m_parts.session.pagesLeft() > 0 || m_reader->isReading());
    if (!hasText && m_edit->isChecked())
        m_edit->setChecked(false);
}

} // namespace longhand::ui

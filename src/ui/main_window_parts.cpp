// How the window is put together; what it does is in main_window.cpp.

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/actions.h"
#include "ui/empty_state.h"
#include "ui/icons.h"
#include "ui/main_window.h"
#include "ui/notice.h"
#include "ui/page_list.h"
#include "ui/page_panel.h"
#include "ui/page_view.h"
#include "ui/recent_menu.h"
#include "ui/session.h"

namespace longhand::ui
{

void MainWindow::makeActions()
{
    const auto make = [this](const char* name, const char* iconName, const QString& text,
                             const QList<QKeySequence>& shortcuts = {}) {
        return makeAction(*this, name, QString::fromLatin1(iconName), text, shortcuts);
    };
    Actions& a = m_actions;
    a.open = make("openAction", "open", tr("&Open Pictures…"), {QKeySequence::Open});
    a.exportPage = make("exportPageAction", "export", tr("&Export Page…"), {tr("Ctrl+E")});
    a.exportAll = make("exportAllAction", "", tr("Export &All Pages…"), {tr("Ctrl+Shift+E")});
    a.quit = make("quitAction", "", tr("&Quit"), {QKeySequence::Quit});
    a.undo = make("undoAction", "", tr("&Undo"), {QKeySequence::Undo});
    a.redo = make("redoAction", "", tr("&Redo"), {tr("Ctrl+Shift+Z"), tr("Ctrl+Y")});
    a.paste = make("pasteAction", "", tr("&Paste"), {QKeySequence::Paste});
    a.copyText = make("copyTextAction", "copy", tr("&Copy Page Text"), {tr("Ctrl+Shift+C")});
    a.nextDoubt = make("nextDoubtAction", "doubt", tr("&Next Doubtful Word"), {tr("F3")});
    a.previousDoubt = make("previousDoubtAction", "", tr("&Previous Doubtful Word"), {tr("Shift+F3")});
    a.alternatives = make("alternativesAction", "", tr("&Other Readings of the Word"), {tr("Ctrl+Space")});
    a.retry = make("retryAction", "retry", tr("&Try Again"), {QKeySequence::Refresh});
    a.stop = make("stopAction", "stop", tr("&Stop Reading"), {tr("Shift+F5")});
    a.remove = make("removeAction", "remove", tr("&Remove Page"), {tr("Ctrl+Del")});
    a.previousPage = make("previousPageAction", "", tr("&Previous Page"), {tr("Ctrl+PgUp")});
    a.nextPage = make("nextPageAction", "", tr("&Next Page"), {tr("Ctrl+PgDown")});
    a.zoomIn = make("zoomInAction", "zoom-in", tr("Zoom &In"), {tr("Ctrl++"), tr("Ctrl+=")});
    a.zoomOut = make("zoomOutAction", "zoom-out", tr("Zoom &Out"), {tr("Ctrl+-")});
    a.fitWidth = make("fitWidthAction", "fit-width", tr("Fit &Width"), {tr("Ctrl+0")});
    a.fitPage = make("fitPageAction", "fit-page", tr("Fit &Page"), {tr("Ctrl+9")});
}

void MainWindow::makeMenus()
{
    const Actions& a = m_actions;
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->setObjectName(QStringLiteral("fileMenu"));
    file->addAction(a.open);
    m_recentMenu = new RecentMenu(tr("Open &Recent"), tr("No recent pictures"), m_services.settings,
                                  QStringLiteral("recentFiles"), file);
    m_recentMenu->setObjectName(QStringLiteral("recentMenu"));
    file->addMenu(m_recentMenu);
    connect(m_recentMenu, &RecentMenu::chosen, this, [this](const QString& chosen) { m_session->open({chosen}); });
    file->addSeparator();
    file->addAction(a.exportPage);
    file->addAction(a.exportAll);
    file->addSeparator();
    file->addAction(a.quit);
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->setObjectName(QStringLiteral("editMenu"));
    edit->addActions({a.undo, a.redo});
    edit->addSeparator();
    edit->addActions({a.copyText, a.paste});
    edit->addSeparator();
    edit->addActions({a.nextDoubt, a.previousDoubt, a.alternatives});
    QMenu* page = menuBar()->addMenu(tr("&Page"));
    page->setObjectName(QStringLiteral("pageMenu"));
    page->addActions({a.previousPage, a.nextPage});
    page->addSeparator();
    page->addActions({a.retry, a.stop});
    page->addSeparator();
    page->addAction(a.remove);
    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->setObjectName(QStringLiteral("viewMenu"));
    view->addActions({a.zoomIn, a.zoomOut, a.fitWidth, a.fitPage});
    const auto menus = menuBar()->findChildren<QMenu*>();
    for (QMenu* menu : menus)
        menu->setAccessibleName(menu->title().remove(QLatin1Char('&')));
    menuBar()->setAccessibleName(tr("Menu bar"));
}

void MainWindow::makeToolBar()
{
    const Actions& a = m_actions;
    auto* bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAccessibleName(tr("Tools"));
    bar->setMovable(false);
    bar->setIconSize({20, 20});
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addActions({a.open, a.exportPage, a.copyText});
    bar->addSeparator();
    bar->addAction(a.nextDoubt);
    bar->addSeparator();
    bar->addActions({a.retry, a.stop, a.remove});
    bar->addSeparator();
    bar->addActions({a.zoomOut, a.zoomIn, a.fitWidth, a.fitPage});
    const auto buttons = bar->findChildren<QToolButton*>();
    for (QToolButton* button : buttons) {
        const QAction* action = button->defaultAction();
        button->setAccessibleName(action ? action->iconText() : tr("More tools"));
        button->setFocusPolicy(Qt::TabFocus);
        if (action == a.open || action == a.exportPage)
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    a.open->setIconText(tr("Open"));
    a.exportPage->setIconText(tr("Export"));
}

void MainWindow::makeCentralWidget()
{
    m_notice = new Notice;
    m_empty = new EmptyState;
    m_empty->setSampleAvailable(!m_services.sampleFile.isEmpty());
    m_list = new PageList(m_session->pages());
    m_view = new PageView;
    m_panel = new PagePanel;
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setObjectName(QStringLiteral("splitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setStretchFactor(2, 2);
    m_splitter->setSizes({220, 600, 420});
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    auto* center = new QWidget;
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    setCentralWidget(center);
}

void MainWindow::makeStatusBar()
{
    m_pagesLabel = new QLabel;
    m_pagesLabel->setObjectName(QStringLiteral("pagesLabel"));
    m_pagesLabel->setContentsMargins(12, 0, 0, 0);
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("progressBar"));
    m_progress->setAccessibleName(tr("Progress of all pages"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(110);
    m_progress->setMaximumHeight(12);
    m_progress->setRange(0, 1000);
    m_progress->hide();
    m_modelLabel = new QLabel;
    m_modelLabel->setObjectName(QStringLiteral("modelLabel"));
    m_modelLabel->setContentsMargins(12, 0, 0, 0);
    statusBar()->addPermanentWidget(m_pagesLabel);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->addPermanentWidget(m_modelLabel);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setMinimumHeight(28);
}

} // namespace longhand::ui

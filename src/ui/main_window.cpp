#include "ui/main_window.h"

#include <algorithm>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>

#include "ui/cleaning_tools.h"
#include "ui/corrections.h"
#include "ui/document.h"
#include "ui/empty_state.h"
#include "ui/exporter.h"
#include "ui/history_actions.h"
#include "ui/line_tools.h"
#include "ui/notice.h"
#include "ui/page_actions.h"
#include "ui/page_list.h"
#include "ui/page_panel.h"
#include "ui/page_view.h"
#include "ui/project_controller.h"
#include "ui/recent_menu.h"
#include "ui/session.h"
#include "ui/shown_lines.h"
#include "ui/text_pane.h"
#include "ui/trainer.h"
#include "ui/window_tools.h"

namespace longhand::ui
{

namespace
{

const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kSplitterKey = QStringLiteral("window/splitter");
constexpr int kMessageMs = 6000;

} // namespace

MainWindow::MainWindow(const Services& services, QWidget* parent)
    : QMainWindow(parent), m_services(services),
      m_session(std::make_unique<Session>(services.transcription, services.loader)),
      m_exporter(new Exporter(m_session->pages(), services.writer, services.prompts, services.settings, *this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    makeActions();
    makeMenus();
    makeToolBar();
    makeCentralWidget();
    makeStatusBar();
    makeProject();
    connectActions();
    connectParts();
    m_tools = new WindowTools(
        {*this, *m_session, *m_list, *m_view, *m_panel, *m_document, *m_notice, *m_exporter, m_services});
    m_lineTools = std::make_unique<LineTools>(
        LineTools::Parts{*m_session, m_services.transcription, *m_list, *m_view, *m_panel}, *this);
    m_cleaningTools = std::make_unique<CleaningTools>(*m_session, *m_list, *m_view, *m_panel, *this);
    const auto remark = [this](const QString& sentence) { statusBar()->showMessage(sentence, kMessageMs); };
    connect(m_tools, &WindowTools::remarked, this, remark);
    connect(m_lineTools.get(), &LineTools::remarked, this, remark);
    connect(m_cleaningTools.get(), &CleaningTools::remarked, this, remark);
    if (services.feedback)
        m_corrections = std::make_unique<Corrections>(Corrections::Parts{*this, *m_session, m_panel->text(), *m_notice,
                                                                         services.settings, services.transcription,
                                                                         services.loader, *services.feedback});
    if (services.feedback && services.learning) {
        m_trainer = std::make_unique<Trainer>(Trainer::Parts{*this, *m_session, *m_list, m_panel->text(), *m_notice,
                                                             services.settings, services.transcription,
                                                             *services.feedback, *services.learning});
        connect(m_trainer.get(), &Trainer::remarked, this, remark);
    }
    resize(1280, 800);
    restoreGeometry(m_services.settings.value(kGeometryKey).toByteArray());
    m_splitter->restoreState(m_services.settings.value(kSplitterKey).toByteArray());
    updateActions();
    updateStatus();
    updateTitle();
    m_tools->adoptActions();
    m_services.transcription.prepare();
}

MainWindow::~MainWindow()
{
    m_trainer.reset();
    m_corrections.reset();
    delete m_tools; // before the session that it works on
    // The editor looks at a document that the session owns, and the session goes first.
    m_panel->showPage(nullptr);
    m_services.transcription.disconnect(this);
    m_services.loader.disconnect(this);
    m_session->disconnect(this);
}

void MainWindow::makeProject()
{
    m_document = std::make_unique<Document>(*m_session, m_services.dataFolder);
    m_project = std::make_unique<ProjectController>(ProjectController::Parts{*this, *m_document, *m_list, *m_view,
                                                                             m_panel->text(), *m_notice,
                                                                             m_services.prompts, m_services.settings},
                                                    *menuBar()->findChild<QMenu*>(QStringLiteral("fileMenu")));
    m_pageActions = std::make_unique<PageActions>(*m_session, *m_list,
                                                  *menuBar()->findChild<QMenu*>(QStringLiteral("pageMenu")), *this);
    connect(m_session.get(), &Session::projectRequested, m_project.get(), &ProjectController::open);
    const PageModel& pages = m_session->pages();
    connect(&pages, &QAbstractItemModel::modelAboutToBeReset, this, [this] { showPage(0); });
    connect(&pages, &QAbstractItemModel::modelReset, this, [this] {
        const bool hasPages = m_session->pages().rowCount() > 0;
        m_stack->setCurrentWidget(hasPages ? static_cast<QWidget*>(m_splitter) : m_empty);
        m_list->setCurrentPage(0);
        updateActions();
        updateStatus();
    });
    connect(&pages, &QAbstractItemModel::layoutChanged, this, &MainWindow::updateActions);
}

void MainWindow::connectActions()
{
    const Actions& a = m_actions;
    TextPane* text = &m_panel->text();
    connect(a.open, &QAction::triggered, this, &MainWindow::askForPictures);
    connect(a.exportPage, &QAction::triggered, this, &MainWindow::exportPage);
    connect(a.exportAll, &QAction::triggered, this, &MainWindow::exportAll);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    m_historyActions = std::make_unique<HistoryActions>(*a.undo, *a.redo, *m_session, *m_list, *text);
    connect(a.paste, &QAction::triggered, this, &MainWindow::pasteFromClipboard);
    connect(a.copyText, &QAction::triggered, this, &MainWindow::copyText);
    connect(a.nextDoubt, &QAction::triggered, text, &TextPane::goToNextDoubt);
    connect(a.previousDoubt, &QAction::triggered, text, &TextPane::goToPreviousDoubt);
    connect(a.alternatives, &QAction::triggered, text, &TextPane::offerAlternatives);
    connect(a.retry, &QAction::triggered, this, [this] { m_session->retry(m_list->currentPage()); });
    connect(a.stop, &QAction::triggered, this, [this] { m_session->stopReading(); });
    connect(a.remove, &QAction::triggered, this, &MainWindow::removePage);
    connect(a.previousPage, &QAction::triggered, this, [this] { stepPage(-1); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MainWindow::updateActions);
    connect(a.nextPage, &QAction::triggered, this, [this] { stepPage(+1); });
    connect(a.zoomIn, &QAction::triggered, m_view, &PageView::zoomIn);
    connect(a.zoomOut, &QAction::triggered, m_view, &PageView::zoomOut);
    connect(a.fitWidth, &QAction::triggered, m_view, &PageView::fitWidth);
    connect(a.fitPage, &QAction::triggered, m_view, &PageView::fitPage);
}

void MainWindow::connectParts()
{
    TextPane* text = &m_panel->text();
    connect(m_empty, &EmptyState::openRequested, this, &MainWindow::askForPictures);
    connect(m_empty, &EmptyState::sampleRequested, this, [this] { m_session->openExample(m_services.sampleFile); });
    connect(m_list, &PageList::currentPageChanged, this, &MainWindow::showPage);
    connect(m_panel, &PagePanel::retryRequested, m_actions.retry, &QAction::trigger);
    connect(m_view, &PageView::inkClicked, this, [text](const Ink& ink) {
        text->goToInk(ink);
        text->setFocus();
    });
    connect(text, &TextPane::inkChanged, m_view, &PageView::setCurrentInk);
    connect(text, &TextPane::remarked, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, kMessageMs); });
    connect(text, &TextPane::picturesPasted, this, [this](const QMimeData* data) { m_session->addMimeData(*data); });
    connect(m_session.get(), &Session::pictureChanged, this, [this](int id) {
        if (id != m_shownPicture)
            return;
        m_shownPicture = 0;
        m_linesShown = false;
    });
    connect(m_session.get(), &Session::textReplaced, this, [this](int id) {
        if (id == m_shownPicture)
            m_linesShown = false;
    });

    connect(&m_session->pages(), &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first) {
        m_stack->setCurrentWidget(m_splitter);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentPage(first);
    });
    connect(&m_session->pages(), &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first) {
                if (m_session->pages().index(first).data(PageModel::IdRole).toInt() == m_shownPicture)
                    showPage(0);
            });
    connect(&m_session->pages(), &QAbstractItemModel::rowsRemoved, this, [this] {
        if (m_session->pages().rowCount() == 0)
            m_stack->setCurrentWidget(m_empty);
        else
            showPage(m_list->currentPage());
    });
    connect(m_session.get(), &Session::pageChanged, this, &MainWindow::refresh);
    connect(m_session.get(), &Session::pageTurned, this, [this](int id, int clockwiseDeg) {
        const QString name = m_session->pages().find(id)->name;
        m_notice->show(clockwiseDeg == 180 ? tr("“%1” was upside down, so it was turned.").arg(name)
                                           : tr("“%1” lay on its side, so it was turned.").arg(name));
    });
    connect(m_session.get(), &Session::hardlyReadable, this, [this](int id) {
        m_notice->show(tr("Hardly anything in “%1” could be read with certainty. If it is handwriting, a sharper or "
                          "larger picture may help.")
                           .arg(m_session->pages().find(id)->name));
    });
    connect(m_session.get(), &Session::fileOpened, this, &MainWindow::remember);
    connect(m_session.get(), &Session::nothingFound, this, [this](const QStringList& folders) {
        m_notice->show(tr("There are no pictures in “%1”. Longhand opens JPEG, PNG, TIFF, WebP and BMP files.")
                           .arg(folders.join(QStringLiteral("”, “"))));
    });
    connect(&m_services.loader, &app::PictureLoader::loaded, this, [this](int id, const app::PagePicture& picture) {
        if (id == m_shownPicture)
            m_view->showPicture(picture);
    });
    connect(&m_services.loader, &app::PictureLoader::loadFailed, this, [this](int id, const Error& error) {
        const PageItem* page = m_session->pages().find(id);
        if (page && id == m_shownPicture && page->problem != app::PictureProblem::Missing)
            m_notice->show(QString::fromStdString(error.detail));
    });
    connect(&m_services.transcription, &app::TranscriptionService::modelOpened, this, [this](const QString& name) {
        m_modelLabel->setText(tr("Model: %1").arg(name));
        m_document->setModelName(name);
        m_notice->takeBack(m_modelSentence);
        m_exporter->setModelName(name);
    });
    connect(&m_services.transcription, &app::TranscriptionService::modelNotice, this,
            [this](const QString& sentence) { m_notice->show(m_modelSentence = sentence); });
    connect(&m_services.transcription, &app::TranscriptionService::modelMissing, this, [this](const Error& error) {
        m_modelLabel->setText(tr("No model"));
        m_modelSentence = QString::fromStdString(error.detail);
        m_notice->show(m_modelSentence, tr("Try Again"), [this] {
            m_services.transcription.prepare();
            m_session->retryAll();
        });
    });
    connect(m_exporter, &Exporter::exported, this, [this](const QStringList& files) {
        statusBar()->showMessage(files.size() == 1 ? tr("Exported to %1").arg(files.first())
                                                   : tr("Exported %n files", nullptr, static_cast<int>(files.size())),
                                 kMessageMs);
    });
    connect(m_exporter, &Exporter::failed, this, [this](const QString& sentence) {
        m_notice->show(sentence, tr("Export Again…"), [this] { exportAll(); });
    });
}

void MainWindow::begin(const QStringList& paths)
{
    const bool first = m_tools->begin();
    if (!paths.isEmpty())
        open(paths);
    else if (first && !m_services.sampleFile.isEmpty())
        m_session->openExample(m_services.sampleFile);
}

void MainWindow::open(const QStringList& paths)
{
    m_session->open(paths);
}

void MainWindow::showPage(int id)
{
    PageItem* page = m_session->pages().find(id);
    m_shownPicture = 0;
    m_linesShown = false;
    m_view->clear();
    if (page)
        showPicture(*page);
    m_panel->showPage(page);
    updateActions();
    updateTitle();
}

void MainWindow::showPicture(const PageItem& page)
{
    if (m_shownPicture != page.id && !page.sizePx.isEmpty()) {
        m_shownPicture = page.id;
        m_view->showPreview(page.thumbnail, page.sizePx);
        m_services.loader.load(page.id, sourceOf(page));
    }
    if (page.text && m_shownPicture == page.id && !m_linesShown) {
        m_view->showLines(page.text->reading().lines, shownLines(*page.text));
        m_linesShown = true;
    }
}

void MainWindow::refresh(int id)
{
    PageItem* page = m_session->pages().find(id);
    if (page && id == m_list->currentPage()) {
        showPicture(*page);
        m_panel->showPage(page);
        updateTitle();
    }
    updateActions();
    updateStatus();
}

void MainWindow::updateActions()
{
    const PageItem* page = m_session->pages().find(m_list->currentPage());
    const bool hasText = page && page->text;
    const bool again = page && (page->state == PageState::Failed || page->state == PageState::Stopped);
    const int row = m_list->currentIndex().row();
    const Actions& a = m_actions;
    a.exportPage->setEnabled(hasText);
    for (QAction* action : {a.copyText, a.nextDoubt, a.previousDoubt, a.alternatives})
        action->setEnabled(hasText);
    a.exportAll->setEnabled(m_session->pages().count(PageState::Read) > 0);
    a.retry->setEnabled(again);
    a.stop->setEnabled(m_session->pagesLeft() > 0);
    a.remove->setEnabled(page);
    const auto selected = static_cast<int>(m_list->selectedPages().size());
    a.remove->setText(selected > 1 ? tr("&Remove %n Pages", nullptr, selected) : tr("&Remove Page"));
    a.previousPage->setEnabled(row > 0);
    a.nextPage->setEnabled(page && row + 1 < m_session->pages().rowCount());
    for (QAction* action : {a.zoomIn, a.zoomOut, a.fitWidth, a.fitPage})
        action->setEnabled(page && !page->sizePx.isEmpty());
}

void MainWindow::updateStatus()
{
    const int left = m_session->pagesLeft();
    QString text = left > 1 ? tr("%n pages left", nullptr, left) : left == 1 ? tr("One page left") : QString();
    if (const int seconds = left > 0 ? m_session->secondsLeft() : -1; seconds >= 0)
        text += seconds > 90 ? tr(", about %1 minutes").arg((seconds + 30) / 60)
                             : tr(", about %1 seconds").arg(std::max(5, (seconds + 4) / 5 * 5));
    m_pagesLabel->setText(text);
    m_progress->setVisible(left > 0);
    m_progress->setValue(static_cast<int>(1000 * m_session->progress()));
}

void MainWindow::updateTitle()
{
    const PageItem* page = m_session->pages().find(m_list->currentPage());
    m_project->updateTitle(page ? page->name : QString());
}

void MainWindow::remember(const QString& file)
{
    if (file != QFileInfo(m_services.sampleFile).absoluteFilePath())
        m_recentMenu->remember(file);
}

void MainWindow::askForPictures()
{
    const QString latest = m_recentMenu->latest();
    const QString folder = latest.isEmpty() ? QString() : QFileInfo(latest).path();
    m_services.prompts.openPictures(this, folder, [this](const QStringList& files) { m_session->open(files); });
}

void MainWindow::pasteFromClipboard()
{
    TextPane& text = m_panel->text();
    const QMimeData* data = QApplication::clipboard()->mimeData();
    if (text.hasFocus() && !text.isReadOnly())
        text.paste();
    else if (!data || !m_session->addMimeData(*data))
        statusBar()->showMessage(tr("There is no picture on the clipboard."), kMessageMs);
}

void MainWindow::copyText()
{
    const PageItem* page = m_session->pages().find(m_list->currentPage());
    if (!page || !page->text)
        return;
    QApplication::clipboard()->setText(QString::fromStdString(formats::plainText(page->text->edited())));
    statusBar()->showMessage(tr("The text of this page is on the clipboard."), kMessageMs);
}

void MainWindow::exportPage()
{
    m_exporter->exportPages({m_list->currentPage()});
}

void MainWindow::exportAll()
{
    std::vector<int> ids;
    for (const auto& page : m_session->pages().pages())
        ids.push_back(page->id);
    m_exporter->exportPages(ids);
}

void MainWindow::removePage()
{
    m_session->remove(m_list->selectedPages());
}

void MainWindow::stepPage(int by)
{
    m_list->setCurrentPage(m_list->currentIndex().row() + by);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_project->mayClose()) {
        event->ignore();
        return;
    }
    m_services.settings.setValue(kGeometryKey, saveGeometry());
    m_services.settings.setValue(kSplitterKey, m_splitter->saveState());
    m_session->stopReading();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!Session::canAdd(*event->mimeData()))
        return;
    m_empty->setDropHighlighted(true);
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*)
{
    m_empty->setDropHighlighted(false);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_empty->setDropHighlighted(false);
    if (m_session->addMimeData(*event->mimeData()))
        event->acceptProposedAction();
}

} // namespace longhand::ui

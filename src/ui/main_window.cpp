#include "ui/main_window.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>

#include "ui/empty_state.h"
#include "ui/exporter.h"
#include "ui/notice.h"
#include "ui/page_list.h"
#include "ui/page_panel.h"
#include "ui/page_view.h"
#include "ui/session.h"
#include "ui/text_pane.h"

namespace longhand::ui
{

namespace
{

const QString kRecentKey = QStringLiteral("recentFiles");
const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kSplitterKey = QStringLiteral("window/splitter");
constexpr int kMaxRecent = 10;
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
    connectActions();
    connectParts();
    resize(1280, 800);
    restoreGeometry(m_services.settings.value(kGeometryKey).toByteArray());
    m_splitter->restoreState(m_services.settings.value(kSplitterKey).toByteArray());
    updateActions();
    updateStatus();
    updateTitle();
    m_services.transcription.prepare();
}

MainWindow::~MainWindow()
{
    // The editor looks at a document that the session owns, and the session goes first.
    m_panel->showPage(nullptr);
    m_services.transcription.disconnect(this);
    m_services.loader.disconnect(this);
    m_session->disconnect(this);
}

void MainWindow::connectActions()
{
    const Actions& a = m_actions;
    TextPane* text = &m_panel->text();
    connect(a.open, &QAction::triggered, this, &MainWindow::askForPictures);
    connect(a.exportPage, &QAction::triggered, this, &MainWindow::exportPage);
    connect(a.exportAll, &QAction::triggered, this, &MainWindow::exportAll);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    connect(a.undo, &QAction::triggered, text, &QPlainTextEdit::undo);
    connect(a.redo, &QAction::triggered, text, &QPlainTextEdit::redo);
    connect(a.paste, &QAction::triggered, this, &MainWindow::pasteFromClipboard);
    connect(a.copyText, &QAction::triggered, this, &MainWindow::copyText);
    connect(a.nextDoubt, &QAction::triggered, text, &TextPane::goToNextDoubt);
    connect(a.previousDoubt, &QAction::triggered, text, &TextPane::goToPreviousDoubt);
    connect(a.alternatives, &QAction::triggered, text, &TextPane::offerAlternatives);
    connect(a.retry, &QAction::triggered, this, [this] { m_session->retry(m_list->currentPage()); });
    connect(a.stop, &QAction::triggered, this, [this] { m_session->stopReading(); });
    connect(a.remove, &QAction::triggered, this, &MainWindow::removePage);
    connect(a.previousPage, &QAction::triggered, this, [this] { stepPage(-1); });
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
    connect(m_empty, &EmptyState::sampleRequested, this, [this] { m_session->open({m_services.sampleFile}); });
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
    connect(text, &QPlainTextEdit::undoAvailable, m_actions.undo, &QAction::setEnabled);
    connect(text, &QPlainTextEdit::redoAvailable, m_actions.redo, &QAction::setEnabled);

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
        if (id == m_shownPicture)
            m_notice->show(QString::fromStdString(error.detail));
    });
    connect(&m_services.transcription, &app::TranscriptionService::modelOpened, this, [this](const QString& name) {
        m_modelLabel->setText(tr("Model: %1").arg(name));
        m_notice->hide(); // in case it said that there is none
        m_exporter->setModelName(name);
    });
    connect(&m_services.transcription, &app::TranscriptionService::modelMissing, this, [this](const Error& error) {
        m_modelLabel->setText(tr("No model"));
        m_notice->show(QString::fromStdString(error.detail), tr("Try Again"), [this] {
            m_services.transcription.prepare();
            m_session->retryAll();
        });
    });
    connect(m_exporter, &Exporter::exported, this, [this](const QStringList& files) {
        statusBar()->showMessage(files.size() == 1 ? tr("Exported to %1").arg(files.first())
                                                   : tr("Exported %n files", nullptr, static_cast<int>(files.size())),
                                 kMessageMs);
        if (m_closeAfterExport && !m_session->hasUnsavedEdits())
            close();
        m_closeAfterExport = false;
    });
    connect(m_exporter, &Exporter::failed, this, [this](const QString& sentence) {
        m_closeAfterExport = false;
        m_notice->show(sentence, tr("Export Again…"), [this] { exportAll(); });
    });
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
    if (m_shownPicture != page.id && !page.thumbnail.isNull()) {
        m_shownPicture = page.id;
        m_view->showPreview(page.thumbnail, page.sizePx);
        m_services.loader.load(page.id, page.source);
    }
    if (page.text && m_shownPicture == page.id && !m_linesShown) {
        m_view->showLines(page.text->reading().lines);
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
    a.undo->setEnabled(hasText && page->text->document().isUndoAvailable());
    a.redo->setEnabled(hasText && page->text->document().isRedoAvailable());
    a.retry->setEnabled(again);
    a.stop->setEnabled(m_session->pagesLeft() > 0);
    a.remove->setEnabled(page);
    a.previousPage->setEnabled(row > 0);
    a.nextPage->setEnabled(page && row + 1 < m_session->pages().rowCount());
    for (QAction* action : {a.zoomIn, a.zoomOut, a.fitWidth, a.fitPage})
        action->setEnabled(page && !page->thumbnail.isNull());
}

void MainWindow::updateStatus()
{
    const int left = m_session->pagesLeft();
    m_pagesLabel->setText(left > 1 ? tr("%n pages left", nullptr, left) : left == 1 ? tr("One page left") : QString());
    m_progress->setVisible(left > 0);
    m_progress->setValue(static_cast<int>(1000 * m_session->progress()));
}

void MainWindow::updateTitle()
{
    const PageItem* page = m_session->pages().find(m_list->currentPage());
    const QString program = QStringLiteral("Longhand");
    setWindowTitle(page ? tr("%1[*] – %2").arg(page->name, program) : program);
    setWindowModified(page && page->hasUnsavedEdits());
}

void MainWindow::remember(const QString& file)
{
    if (file == QFileInfo(m_services.sampleFile).absoluteFilePath())
        return;
    QStringList recent = m_services.settings.value(kRecentKey).toStringList();
    recent.removeAll(file);
    recent.prepend(file);
    m_services.settings.setValue(kRecentKey, QStringList(recent.mid(0, kMaxRecent)));
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    const QStringList recent = m_services.settings.value(kRecentKey).toStringList();
    for (const QString& file : recent) {
        QString name = QFileInfo(file).fileName();
        QAction* action = m_recentMenu->addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setToolTip(file);
        connect(action, &QAction::triggered, this, [this, file] { m_session->open({file}); });
    }
    m_recentMenu->setToolTipsVisible(true);
    if (recent.isEmpty()) {
        m_recentMenu->addAction(tr("No recent pictures"))->setEnabled(false);
        return;
    }
    m_recentMenu->addSeparator();
    connect(m_recentMenu->addAction(tr("Clear List")), &QAction::triggered, this,
            [this] { m_services.settings.remove(kRecentKey); });
}

void MainWindow::askForPictures()
{
    const QStringList recent = m_services.settings.value(kRecentKey).toStringList();
    const QString folder = recent.isEmpty() ? QString() : QFileInfo(recent.first()).path();
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
    m_closeAfterExport = false;
    m_exporter->exportPages({m_list->currentPage()});
}

void MainWindow::exportAll()
{
    m_closeAfterExport = false;
    std::vector<int> ids;
    for (const auto& page : m_session->pages().pages())
        ids.push_back(page->id);
    m_exporter->exportPages(ids);
}

void MainWindow::removePage()
{
    const PageItem* page = m_session->pages().find(m_list->currentPage());
    if (!page)
        return;
    const int id = page->id;
    if (!page->hasUnsavedEdits()) {
        m_session->remove(id);
        return;
    }
    m_services.prompts.unsavedEdits(this, tr("Remove “%1” from the list?").arg(page->name),
                                    [this, id](EditsChoice choice) {
                                        if (choice == EditsChoice::Export)
                                            exportPage();
                                        else
                                            m_session->remove(id);
                                    });
}

void MainWindow::stepPage(int by)
{
    m_list->setCurrentPage(m_list->currentIndex().row() + by);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_session->hasUnsavedEdits() && !m_editsDiscarded) {
        event->ignore();
        m_services.prompts.unsavedEdits(this, tr("Close Longhand?"), [this](EditsChoice choice) {
            if (choice == EditsChoice::Export) {
                exportAll();
                m_closeAfterExport = true;
            } else {
                m_editsDiscarded = true;
                QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection); // this may still be in close()
            }
        });
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

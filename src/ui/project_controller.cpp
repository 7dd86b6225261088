#include "ui/project_controller.h"

#include <utility>

#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QStandardPaths>
#include <QStatusBar>

#include "ui/actions.h"
#include "ui/document.h"
#include "ui/notice.h"
#include "ui/page_list.h"
#include "ui/page_view.h"
#include "ui/prompts.h"
#include "ui/recent_menu.h"
#include "ui/text_pane.h"

namespace longhand::ui
{

namespace
{

constexpr int kMessageMs = 6000;
const QString kSuffix = QStringLiteral(".longhand");

QString withSuffix(const QString& file)
{
    return file.endsWith(kSuffix, Qt::CaseInsensitive) ? file : file + kSuffix;
}

} // namespace

ProjectController::ProjectController(const Parts& parts, QMenu& fileMenu) : QObject(&parts.window), m_parts(parts)
{
    makeActions(fileMenu);
    connectDocument();
    m_parts.document.setViewSource([this] { return view(); });
    update();
    m_parts.document.findLostWork();
}

void ProjectController::makeActions(QMenu& fileMenu)
{
    const auto makeAction = [this](const char* name, const QString& text, const QKeySequence& keys) {
        return ui::makeAction(m_parts.window, name, {}, text, keys.isEmpty() ? QList<QKeySequence>() : QList{keys});
    };
    Actions& a = m_actions;
    a.startAnew = makeAction("newProjectAction", tr("&New Project"), QKeySequence::New);
    a.open = makeAction("openProjectAction", tr("Open Pro&ject…"), tr("Ctrl+Shift+O"));
    a.save = makeAction("saveProjectAction", tr("&Save Project"), QKeySequence::Save);
    a.saveAs = makeAction("saveProjectAsAction", tr("Save Project &As…"), tr("Ctrl+Shift+S"));
    a.savePacked = makeAction("savePackedAction", tr("Save a Pac&ked Copy…"), {});
    a.savePacked->setToolTip(tr("One file with the pictures in it, to hand on or to keep"));
    a.locate = makeAction("locatePicturesAction", tr("&Locate Missing Pictures…"), {});

    QAction* first = fileMenu.actions().isEmpty() ? nullptr : fileMenu.actions().first();
    m_recentMenu = new RecentMenu(tr("Open Recent &Project"), tr("No recent projects"), m_parts.settings,
                                  QStringLiteral("recentProjects"), &m_parts.window);
    m_recentMenu->setObjectName(QStringLiteral("recentProjectsMenu"));
    m_recentMenu->setAccessibleName(tr("Open Recent Project"));
    fileMenu.insertActions(first, {a.startAnew, a.open});
    fileMenu.insertMenu(first, m_recentMenu);
    fileMenu.insertActions(first, {a.save, a.saveAs, a.savePacked, a.locate});
    fileMenu.insertSeparator(first);
    connect(m_recentMenu, &RecentMenu::chosen, this, &ProjectController::open);

    connect(a.startAnew, &QAction::triggered, this,
            [this] { whenSettled(tr("Start a new project?"), [this] { m_parts.document.startAnew(); }); });
    connect(a.open, &QAction::triggered, this, [this] {
        const QString folder = QFileInfo(m_recentMenu->latest()).path();
        m_parts.prompts.openProject(&m_parts.window, folder, [this](const QString& file) { open(file); });
    });
    connect(a.save, &QAction::triggered, this, &ProjectController::save);
    connect(a.saveAs, &QAction::triggered, this, &ProjectController::saveAs);
    connect(a.savePacked, &QAction::triggered, this, &ProjectController::savePackedCopy);
    connect(a.locate, &QAction::triggered, this, &ProjectController::locate);
}

void ProjectController::connectDocument()
{
    Document& document = m_parts.document;
    Notice& notice = m_parts.notice;
    connect(&document, &Document::changed, this, &ProjectController::update);
    connect(&document, &Document::opened, this,
            [this, &notice](const QString& file, const QJsonObject& view, const QString& holder) {
                notice.hide();
                restoreView(view);
                if (holder.isEmpty())
                    m_recentMenu->remember(file);
                else
                    notice.show(
                        tr("“%1” is open in another window (%2). This is a copy of it; saving asks for a new name.")
                            .arg(QFileInfo(file).fileName(), holder));
            });
    connect(&document, &Document::openFailed, this, [&notice](const QString& sentence) { notice.show(sentence); });
    connect(&document, &Document::saved, this, [this](const QString& file) {
        m_parts.window.statusBar()->showMessage(tr("Saved to %1").arg(QDir::toNativeSeparators(file)), kMessageMs);
        m_recentMenu->remember(file);
        if (const auto then = std::exchange(m_afterSave, nullptr))
            then();
    });
    connect(&document, &Document::saveFailed, this, [this, &notice](const QString& sentence) {
        m_afterSave = nullptr;
        notice.show(sentence, tr("Save As…"), [this] { saveAs(); });
    });
    connect(&document, &Document::picturesMissing, this, [this, &notice](int missing) {
        notice.show(missing == 1
                        ? tr("One picture is not where it was. Its text is here all the same.")
                        : tr("%1 pictures are not where they were. Their texts are here all the same.").arg(missing),
                    tr("Locate…"), [this] { locate(); });
    });
    // Pictures are changed in other programs.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [&document](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            document.recheckPictures();
    });
    connect(&document, &Document::lostWorkFound, this, [this, &notice, &document](const QString& name) {
        if (m_parts.list.model()->rowCount() == 0 && !document.isModified()) {
            document.restoreLostWork();
            return;
        }
        notice.show(name.isEmpty() ? tr("There is work that was not saved when Longhand ended.")
                                   : tr("There is work on “%1” that was not saved when Longhand ended.").arg(name),
                    tr("Restore"), [this] {
                        whenSettled(tr("Restore the other work here?"), [this] { m_parts.document.restoreLostWork(); });
                    });
    });
    connect(&document, &Document::restored, this, [this, &notice](const QString& name, const QJsonObject& view) {
        restoreView(view);
        notice.show(name.isEmpty()
                        ? tr("Longhand ended before your work was saved. Here it is again; it still has to be saved.")
                        : tr("Longhand ended before “%1” was saved. Here is your work again; it still has to be saved.")
                              .arg(name),
                    tr("Discard"), [this] { m_parts.document.startAnew(); });
    });
    connect(&document, &Document::keepingFailed, this, [this, &notice](const QString& sentence) {
        if (std::exchange(m_keepingFailed, true))
            return; // said already
        notice.show(tr("Your work is not protected against a crash: %1 It is tried again all the time, and nothing is "
                       "lost while this window is open.")
                        .arg(sentence));
    });
    connect(&document, &Document::keepingSucceeded, this, [this, &notice] {
        if (!std::exchange(m_keepingFailed, false))
            return;
        notice.hide();
        m_parts.window.statusBar()->showMessage(tr("Your work is protected against a crash again."), kMessageMs);
    });
}

void ProjectController::update()
{
    const bool hasPages = m_parts.list.model()->rowCount() > 0;
    m_actions.save->setEnabled(hasPages || !m_parts.document.file().isEmpty());
    m_actions.saveAs->setEnabled(m_actions.save->isEnabled());
    m_actions.savePacked->setEnabled(hasPages);
    m_actions.locate->setEnabled(!m_parts.document.pagesWith(app::PictureProblem::Missing).empty());
    updateTitle(m_pageName);
}

void ProjectController::updateTitle(const QString& pageName)
{
    m_pageName = pageName;
    const QString program = QStringLiteral("Longhand");
    const QString project = m_parts.document.name();
    const QString& shown = project.isEmpty() ? pageName : project;
    m_parts.window.setWindowTitle(shown.isEmpty() ? program + QStringLiteral("[*]")
                                                  : tr("%1[*] – %2").arg(shown, program));
    m_parts.window.setWindowModified(m_parts.document.isModified());
}

void ProjectController::open(const QString& file)
{
    whenSettled(tr("Open “%1”?").arg(QFileInfo(file).fileName()), [this, file] { m_parts.document.open(file); });
}

void ProjectController::whenSettled(const QString& question, std::function<void()> then)
{
    if (!m_parts.document.isModified()) {
        then();
        return;
    }
    m_parts.prompts.unsavedEdits(&m_parts.window, question, [this, then = std::move(then)](EditsChoice choice) {
        if (choice == EditsChoice::Discard) {
            then();
            return;
        }
        m_afterSave = then;
        save();
    });
}

bool ProjectController::mayClose()
{
    if (m_settled || !m_parts.document.isModified()) {
        m_parts.document.finish();
        return true;
    }
    whenSettled(tr("Close Longhand?"), [this] {
        m_settled = true;
        // This may still be in close().
        QMetaObject::invokeMethod(&m_parts.window, &QWidget::close, Qt::QueuedConnection);
    });
    return false;
}

void ProjectController::save()
{
    if (m_parts.document.file().isEmpty())
        saveAs();
    else
        m_parts.document.save();
}

void ProjectController::saveAs()
{
    m_parts.prompts.saveProject(&m_parts.window, suggestion(QString()),
                                [this](const QString& file) { m_parts.document.save(withSuffix(file)); });
}

void ProjectController::savePackedCopy()
{
    m_parts.prompts.saveProject(&m_parts.window, suggestion(tr(" packed")),
                                [this](const QString& file) { m_parts.document.savePackedCopy(withSuffix(file)); });
}

QString ProjectController::suggestion(const QString& ending) const
{
    const QString file = m_parts.document.file();
    const QString picture = m_parts.list.model()->index(0, 0).data(Qt::ToolTipRole).toString();
    const QFileInfo known(!file.isEmpty() ? file : picture);
    if (!file.isEmpty())
        return known.dir().filePath(known.completeBaseName() + ending + kSuffix);
    // Beside the pictures, under the name of their folder.
    const QDir folder =
        known.exists() ? known.dir() : QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString name = known.exists() && !folder.dirName().isEmpty() ? folder.dirName() : tr("pages");
    return folder.filePath(name + ending + kSuffix);
}

void ProjectController::locate()
{
    const std::vector<int> missing = m_parts.document.pagesWith(app::PictureProblem::Missing);
    if (missing.empty())
        return;
    const int id = missing.front();
    m_parts.prompts.locatePicture(&m_parts.window, m_parts.document.pictureName(id), [this, id](const QString& file) {
        m_parts.notice.hide();
        const int found = m_parts.document.locatePicture(id, file);
        const auto left = static_cast<int>(m_parts.document.pagesWith(app::PictureProblem::Missing).size());
        m_parts.window.statusBar()->showMessage(
            left == 0 ? tr("Found all pictures.") : tr("Found %1, still missing %2.").arg(found).arg(left), kMessageMs);
    });
}

QJsonObject ProjectController::view() const
{
    QJsonObject view{{QStringLiteral("page"), m_parts.list.currentIndex().row()},
                     {QStringLiteral("caret"), m_parts.text.textCursor().position()}};
    if (!m_parts.view.isFitted())
        view.insert(QStringLiteral("zoom"), m_parts.view.zoom());
    return view;
}

void ProjectController::restoreView(const QJsonObject& view)
{
    m_parts.list.setCurrentPage(view.value(QStringLiteral("page")).toInt());
    if (const double zoom = view.value(QStringLiteral("zoom")).toDouble(); zoom > 0)
        m_parts.view.zoomBy(zoom / m_parts.view.zoom());
    m_parts.text.goToPosition(view.value(QStringLiteral("caret")).toInt());
}

} // namespace longhand::ui

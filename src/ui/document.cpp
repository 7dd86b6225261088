#include "ui/document.h"

#include <algorithm>
#include <utility>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include "ui/page_commands.h"
#include "ui/project_pages.h"

namespace longhand::ui
{

namespace
{

const QString kViewKey = QStringLiteral("view");
const QString kDeclinedKey = QStringLiteral("declinedWriters");

std::filesystem::path pathOf(const QString& file)
{
    return QFileInfo(file).filesystemFilePath();
}

QString textOf(const std::filesystem::path& path)
{
    return path.empty() ? QString() : QFileInfo(path).filePath();
}

QJsonObject jsonOf(const std::string& text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

/// What a person did other than to list pages and to type, which the texts know of themselves.
bool hasPersonsSteps(const QUndoStack& stack)
{
    for (int i = 0; i < stack.index(); ++i)
        if (!dynamic_cast<const ListStep*>(stack.command(i)))
            return true;
    return false;
}

} // namespace

Document::Document(Session& session, const std::filesystem::path& dataFolder, QObject* parent)
    : QObject(parent), m_session(session),
      m_store((dataFolder.empty() ? std::filesystem::temp_directory_path() / "longhand" : dataFolder) / "unpacked")
{
    connect(&m_store, &app::ProjectStore::opened, this, &Document::onOpened);
    connect(&m_store, &app::ProjectStore::openFailed, this,
            [this](const QString&, const Error& error) { Q_EMIT openFailed(QString::fromStdString(error.detail)); });
    connect(&m_store, &app::ProjectStore::saved, this, &Document::onSaved);
    connect(&m_store, &app::ProjectStore::saveFailed, this, [this](int id, const Error& error) {
        const auto saving = m_saving.extract(id);
        if (!saving.empty() && !saving.mapped().isCopy) {
            m_session.undoStack().resetClean();
            m_changedOutside = true;
        }
        Q_EMIT saveFailed(QString::fromStdString(error.detail));
        Q_EMIT changed();
    });
    connect(&m_store, &app::ProjectStore::picturesChecked, this,
            [this](int id, const std::vector<app::PictureProblem>& problems) {
                const auto ids = m_checking.extract(id);
                int missing = 0;
                int different = 0;
                for (std::size_t i = 0; i < problems.size() && !ids.empty(); ++i) {
                    if (!m_session.setProblem(ids.mapped()[i], problems[i]))
                        continue; // known
                    missing += problems[i] == app::PictureProblem::Missing ? 1 : 0;
                    different += problems[i] == app::PictureProblem::Changed ? 1 : 0;
                }
                if (missing > 0)
                    Q_EMIT picturesMissing(missing);
                else if (different > 0)
                    Q_EMIT picturesChanged(different);
                if (missing + different > 0)
                    Q_EMIT changed();
            });
    connect(&m_session, &Session::contentChanged, this, &Document::noteChange);
    connect(&m_session, &Session::readingArrived, this, [this] {
        m_changedOutside = true;
        Q_EMIT changed();
    });
    connect(&m_session.undoStack(), &QUndoStack::indexChanged, this, &Document::changed);
    connect(&m_session.undoStack(), &QUndoStack::cleanChanged, this, &Document::changed);
    connect(&m_session, &Session::pageChanged, this, &Document::changed);
    if (dataFolder.empty())
        return;
    m_autosaver = std::make_unique<app::Autosaver>(dataFolder / "recovery",
                                                   [this](app::Autosaver::Ask ask) { return collect(ask); });
    connect(m_autosaver.get(), &app::Autosaver::failed, this,
            [this](const Error& error) { Q_EMIT keepingFailed(QString::fromStdString(error.detail)); });
    connect(m_autosaver.get(), &app::Autosaver::written, this, &Document::keepingSucceeded);
    connect(m_autosaver.get(), &app::Autosaver::lostWorkFound, this, [this](const app::LostWork& work) {
        m_lost = work;
        Q_EMIT lostWorkFound(QFileInfo(textOf(work.projectFile)).completeBaseName(), work.savedMs);
    });
}

Document::~Document() = default;

QString Document::name() const
{
    return QFileInfo(m_file).completeBaseName();
}

bool Document::isModified() const
{
    if (m_restored)
        return true;
    const QUndoStack& stack = m_session.undoStack();
    if (m_file.isEmpty())
        return m_session.hasUnsavedEdits() || hasPersonsSteps(stack);
    return m_changedOutside || !stack.isClean();
}

void Document::noteChange(int id)
{
    if (m_showing)
        return;
    m_unkept.insert(id);
    if (m_autosaver)
        m_autosaver->noteChange();
}

formats::Project Document::head() const
{
    formats::Project project;
    project.modelName = m_modelName.toStdString();
    project.language = m_language.toStdString();
    project.writer = m_writer.toStdString();
    const QJsonObject settings{{kViewKey, m_view ? m_view() : QJsonObject()},
                               {kDeclinedKey, QJsonArray::fromStringList(m_declinedWriters)}};
    project.settings = QJsonDocument(settings).toJson(QJsonDocument::Compact).toStdString();
    return project;
}

app::WorkChanges Document::collect(app::Autosaver::Ask ask)
{
    const bool everything = ask == app::Autosaver::Ask::Everything;
    if (everything)
        m_keptPasted.clear();
    app::WorkChanges changes;
    changes.projectFile = pathOf(m_file);
    changes.packed = m_packing == app::Packing::Packed;
    changes.head = head();
    changes.order = m_session.pages().order();
    for (const auto& page : m_session.pages().pages()) {
        const bool isNew = !m_keptPasted.contains(page->id);
        if (!everything && !isNew && !m_unkept.contains(page->id))
            continue;
        changes.pages.emplace(page->id, toProjectPage(*page));
        if (isNew && !page->source.pasted.isNull())
            changes.pasted.emplace(page->id, page->source.pasted);
        m_keptPasted.insert(page->id);
    }
    m_unkept.clear();
    return changes;
}

void Document::startAnew()
{
    setFile({}, nullptr, app::Packing::Plain);
    show({}, {});
    Q_EMIT changed();
}

QJsonObject Document::show(const formats::Project& project, const std::vector<QImage>& pasted)
{
    m_showing = true; // opening is no change
    m_language = QString::fromStdString(project.language);
    m_writer = QString::fromStdString(project.writer);
    const QJsonObject settings = jsonOf(project.settings);
    m_declinedWriters = settings.value(kDeclinedKey).toVariant().toStringList();
    std::vector<std::unique_ptr<PageItem>> pages;
    for (std::size_t i = 0; i < project.pages.size(); ++i)
        pages.push_back(fromProjectPage(project.pages[i], i < pasted.size() ? pasted[i] : QImage()));
    m_session.replaceAll(std::move(pages));
    m_session.undoStack().setClean();
    m_showing = false;
    m_changedOutside = false;
    m_restored = false;
    m_unkept.clear();
    m_keptPasted.clear();
    if (m_autosaver)
        m_autosaver->forget();
    checkPictures(Check::All);
    return settings.value(kViewKey).toObject();
}

void Document::setFile(const QString& file, std::shared_ptr<app::ProjectLock> lock, app::Packing packing)
{
    m_lock = std::move(lock);
    m_file = file;
    m_packing = packing;
}

void Document::open(const QString& file)
{
    const QString absolute = QFileInfo(file).absoluteFilePath();
    m_store.open(pathOf(absolute), absolute == m_file ? app::Locking::Leave : app::Locking::Lock);
}

void Document::onOpened(const app::OpenedProject& project)
{
    const QString file = textOf(project.file);
    QString holder;
    if (file != m_file) { // else it is opened again, and the lock is this window's
        holder = project.holder;
        const bool isCopy = !project.lock;
        setFile(isCopy ? QString() : file, project.lock,
                project.packed && !isCopy ? app::Packing::Packed : app::Packing::Plain);
    }
    const QJsonObject view = show(project.project, {});
    Q_EMIT opened(file, view, holder);
    Q_EMIT changed();
}

void Document::save(const QString& file)
{
    const QString target = file.isEmpty() ? m_file : QFileInfo(file).absoluteFilePath();
    if (target.isEmpty())
        return;
    app::Packing packing = m_packing;
    if (target != m_file) {
        auto lock = std::make_unique<app::ProjectLock>(pathOf(target));
        if (!lock->tryLock()) {
            Q_EMIT saveFailed(tr("“%1” is open in another window (%2). Choose another name.")
                                  .arg(QFileInfo(target).fileName(), lock->holder()));
            return;
        }
        packing = app::Packing::Plain;
        setFile(target, std::move(lock), packing);
        m_changedOutside = true; // until it is written
    }
    m_session.history().endTyping(); // what comes next is not in the file
    m_session.undoStack().setClean();
    m_changedOutside = false;
    m_restored = false;
    write({target, {}, {}, packing, false});
    Q_EMIT changed();
}

void Document::savePackedCopy(const QString& file)
{
    write({QFileInfo(file).absoluteFilePath(), {}, {}, app::Packing::Packed, true});
}

void Document::write(Saving saving)
{
    app::ProjectSnapshot snapshot;
    snapshot.project = head();
    for (const auto& page : m_session.pages().pages()) {
        snapshot.project.pages.push_back(toProjectPage(*page));
        snapshot.pasted.push_back(page->source.pasted);
        saving.ids.push_back(page->id);
        saving.revisions.emplace_back(page->text.get(), page->text ? page->text->revision() : 0);
    }
    const std::filesystem::path file = pathOf(saving.file);
    const app::Packing packing = saving.packing;
    m_saving.emplace(m_nextJob, std::move(saving));
    m_store.save(m_nextJob++, std::move(snapshot), file, packing);
}

void Document::onSaved(int id, const std::vector<formats::ProjectPicture>& pictures)
{
    auto entry = m_saving.extract(id);
    if (entry.empty())
        return;
    const Saving& saving = entry.mapped();
    for (std::size_t i = 0; i < saving.ids.size() && !saving.isCopy; ++i) {
        PageItem* page = m_session.pages().find(saving.ids[i]);
        if (!page)
            continue;
        page->picture = pictures[i];
        if (page->source.file != pictures[i].file && saving.packing == app::Packing::Plain)
            m_session.setPicture(page->id, pictures[i].file);
        const auto& [text, revision] = saving.revisions[i];
        if (page->text && page->text.get() == text && text->revision() == revision) {
            page->text->markSaved();
            m_session.pages().changed(page->id);
        }
    }
    if (m_autosaver && !saving.isCopy && !isModified())
        m_autosaver->forget();
    Q_EMIT saved(saving.file);
    Q_EMIT changed();
}

void Document::finish()
{
    if (m_autosaver)
        m_autosaver->forget();
}

void Document::findLostWork()
{
    if (m_autosaver)
        m_autosaver->findLostWork();
}

void Document::restoreLostWork()
{
    if (!m_lost || !m_autosaver)
        return;
    const app::LostWork work = *std::exchange(m_lost, std::nullopt);
    auto lock = work.projectFile.empty() ? nullptr : std::make_unique<app::ProjectLock>(work.projectFile);
    const bool isOurs = lock && lock->tryLock();
    setFile(isOurs ? textOf(work.projectFile) : QString(), isOurs ? std::move(lock) : nullptr,
            work.packed && isOurs ? app::Packing::Packed : app::Packing::Plain);
    const QJsonObject view = show(work.project, work.pasted);
    m_restored = true;
    m_autosaver->keepLostWork();
    m_autosaver->noteChange(); // the pages have other numbers here
    Q_EMIT restored(name(), view);
    Q_EMIT changed();
}

void Document::discardLostWork()
{
    m_lost.reset();
    if (m_autosaver)
        m_autosaver->discardLostWork();
}

void Document::recheckPictures()
{
    if (m_checking.empty())
        checkPictures(Check::Saved);
}

void Document::checkPictures(Check which)
{
    std::vector<int> ids;
    std::vector<formats::ProjectPicture> pictures;
    for (const auto& page : m_session.pages().pages()) {
        if (!page->source.pasted.isNull() || (which == Check::Saved && page->picture.sha256.empty()))
            continue;
        ids.push_back(page->id);
        pictures.push_back(page->picture);
        pictures.back().file = page->source.file;
    }
    m_checking.clear(); // an older answer is about other pages
    if (ids.empty())
        return;
    m_checking.emplace(m_nextJob, std::move(ids));
    m_store.checkPictures(m_nextJob++, std::move(pictures));
}

std::vector<int> Document::pagesWith(app::PictureProblem problem) const
{
    std::vector<int> ids;
    for (const auto& page : m_session.pages().pages())
        if (page->problem == problem)
            ids.push_back(page->id);
    return ids;
}

QString Document::pictureName(int id) const
{
    const PageItem* page = m_session.pages().find(id);
    return page ? QFileInfo(page->source.file).fileName() : QString();
}

int Document::locatePicture(int id, const QString& file)
{
    const PageItem* located = m_session.pages().find(id);
    if (!located)
        return 0;
    // The others are where they were, as seen from this one: in the same folder, or in one beside it.
    const std::filesystem::path before = located->source.file;
    const std::filesystem::path now = pathOf(QFileInfo(file).absoluteFilePath());
    std::vector<int> wanted = pagesWith(app::PictureProblem::Missing);
    if (located->problem == app::PictureProblem::Changed)
        wanted.push_back(id);
    int found = 0;
    for (const int other : wanted) {
        const std::filesystem::path missing = m_session.pages().find(other)->source.file;
        const std::filesystem::path moved =
            missing == before
                ? now
                : (now.parent_path() / missing.lexically_relative(before.parent_path())).lexically_normal();
        if (!QFileInfo(moved).isFile())
            continue;
        m_session.setPicture(other, moved);
        (void)m_session.setProblem(other, app::PictureProblem::None);
        m_session.reloadPicture(other);
        ++found;
    }
    m_changedOutside = m_changedOutside || found > 0;
    checkPictures(Check::All); // one of them may be another picture
    Q_EMIT changed();
    return found;
}

void Document::acceptPicture(int id)
{
    PageItem* page = m_session.pages().find(id);
    if (!page)
        return;
    page->picture = {}; // taken anew when the project is saved
    (void)m_session.setProblem(id, app::PictureProblem::None);
    m_changedOutside = true;
    noteChange(id);
    Q_EMIT changed();
}

void Document::declineWriter(const QString& writer)
{
    if (m_declinedWriters.contains(writer))
        return;
    m_declinedWriters.append(writer);
    m_changedOutside = true;
    noteChange(0);
    Q_EMIT changed();
}

} // namespace longhand::ui

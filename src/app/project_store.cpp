#include "longhand/app/project_store.h"

#include <cerrno>
#include <csignal>
#include <map>
#include <utility>

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QUuid>
#include <QtConcurrent>

#include "app/checksum.h"
#include "app/pasted_pictures.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

QString textOf(const std::filesystem::path& path)
{
    return QFileInfo(path).filePath();
}

struct Stamp {
    std::uint64_t sizeBytes = 0;
    std::int64_t modifiedMs = 0;
};

std::optional<Stamp> stampOf(const std::filesystem::path& file)
{
    const QFileInfo info(file);
    if (!info.isFile())
        return std::nullopt;
    return Stamp{static_cast<std::uint64_t>(info.size()), info.lastModified().toMSecsSinceEpoch()};
}

PictureProblem problemOf(const formats::ProjectPicture& picture)
{
    const std::optional<Stamp> stamp = stampOf(picture.file);
    if (!stamp)
        return PictureProblem::Missing;
    if (picture.sha256.empty() || (stamp->sizeBytes == picture.sizeBytes && stamp->modifiedMs == picture.modifiedMs))
        return PictureProblem::None;
    if (stamp->sizeBytes != picture.sizeBytes)
        return PictureProblem::Changed;
    const auto now = fingerprint(picture.file); // a copy has another time, but the same bytes
    if (!now)
        return PictureProblem::Missing;
    return now->sha256 == picture.sha256 ? PictureProblem::None : PictureProblem::Changed;
}

/// A picture that was read before keeps its checksum: what is there now may be another one.
void addFingerprints(formats::Project& project)
{
    std::map<std::filesystem::path, formats::ProjectPicture> known;
    for (formats::ProjectPage& page : project.pages) {
        if (!page.picture.sha256.empty() || page.picture.file.empty())
            continue;
        const auto [entry, isNew] = known.emplace(page.picture.file, formats::ProjectPicture{});
        if (isNew)
            if (auto now = fingerprint(page.picture.file))
                entry->second = std::move(*now);
        page.picture.sha256 = entry->second.sha256;
        page.picture.sizeBytes = entry->second.sizeBytes;
        page.picture.modifiedMs = entry->second.modifiedMs;
    }
}

/// Writes to the disk and waits for it.
void lockProject(OpenedProject& opened)
{
    auto lock = std::make_shared<ProjectLock>(opened.file);
    if (lock->tryLock())
        opened.lock = std::move(lock);
    else
        opened.holder = lock->holder();
}

Result<OpenedProject> readProjectFile(const std::filesystem::path& file, const std::filesystem::path& unpackFolder,
                                      Locking locking)
{
    OpenedProject opened;
    opened.file = file;
    std::filesystem::path inner = file;
    QFile start(textOf(file));
    opened.packed = start.open(QIODevice::ReadOnly) && formats::isPackedProject(start.read(4).toStdString());
    if (opened.packed) {
        const auto folder = unpackFolder / QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        if (!QDir().mkpath(textOf(folder)))
            return Error{ErrorCode::NoPermission, "Cannot unpack " + quoted(file) + " into " + quoted(folder) +
                                                      ". Set LONGHAND_DATA to a folder that can be written."};
        if (const auto unpacked = formats::unpackProject(file, folder); !unpacked)
            return unpacked.error();
        inner = folder / "project.json";
    }
    const auto bytes = readFile(inner);
    if (!bytes)
        return bytes.error();
    auto project = formats::parseProject(*bytes, inner);
    if (!project)
        return project.error();
    opened.project = std::move(*project);
    if (locking == Locking::Lock)
        lockProject(opened);
    return opened;
}

Result<std::vector<formats::ProjectPicture>> writeProjectFile(ProjectSnapshot snapshot,
                                                              const std::filesystem::path& file, Packing packing,
                                                              const std::filesystem::path& unpackFolder)
{
    const std::string stem = file.stem().string();
    const auto pictures =
        file.parent_path() / (packing == Packing::Packed ? "." + stem + " packing" : stem + " pictures");
    if (const auto written = writePasted(snapshot, pictures); !written)
        return written.error();
    // What was unpacked goes when this window closes.
    if (packing == Packing::Plain)
        if (const auto copied = copyPicturesFrom(unpackFolder, snapshot.project, pictures); !copied)
            return copied.error();
    addFingerprints(snapshot.project);
    const auto written = packing == Packing::Packed
                             ? formats::packProject(snapshot.project, file)
                             : writeFileAtomically(file, formats::writeProject(snapshot.project, file.parent_path()));
    if (packing == Packing::Packed)
        QDir(textOf(pictures)).removeRecursively();
    if (!written)
        return written.error();
    std::vector<formats::ProjectPicture> result;
    for (const formats::ProjectPage& page : snapshot.project.pages)
        result.push_back(page.picture);
    return result;
}

/// What programs that were killed had unpacked. Restored work may still need it, so it is left for a while.
void removeLeftovers(const std::filesystem::path& unpackRoot)
{
    constexpr int kDays = 14;
    const QFileInfoList folders = QDir(textOf(unpackRoot)).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo& folder : folders) {
        const int process = folder.fileName().toInt();
        const bool isGone = process > 0 && ::kill(process, 0) != 0 && errno == ESRCH;
        if (isGone && folder.lastModified().daysTo(QDateTime::currentDateTime()) > kDays)
            QDir(folder.filePath()).removeRecursively();
    }
}

/// Calls `deliver` on the GUI thread with what `future` yields.
template <class T, class Deliver>
void watch(QObject* owner, const QFuture<T>& future, Deliver deliver)
{
    auto* watcher = new QFutureWatcher<T>(owner); // owned by `owner` (Qt parent)
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, deliver] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            deliver(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace

ProjectStore::ProjectStore(std::filesystem::path unpackFolder, QObject* parent)
    : QObject(parent), m_unpackFolder(std::move(unpackFolder) / std::to_string(QCoreApplication::applicationPid()))
{
    m_pool.setMaxThreadCount(1);
    m_checks.setMaxThreadCount(1);
    m_checks.start([root = m_unpackFolder.parent_path()] { removeLeftovers(root); });
}

ProjectStore::~ProjectStore()
{
    m_checks.clear();
    m_checks.waitForDone();
    m_pool.waitForDone();
    QDir(textOf(m_unpackFolder)).removeRecursively();
}

void ProjectStore::open(const std::filesystem::path& file, Locking locking)
{
    watch(this, QtConcurrent::run(&m_pool, readProjectFile, file, m_unpackFolder, locking),
          [this, file](const Result<OpenedProject>& project) {
              if (project)
                  Q_EMIT opened(*project);
              else
                  Q_EMIT openFailed(textOf(file), project.error());
          });
}

void ProjectStore::save(int id, ProjectSnapshot snapshot, const std::filesystem::path& file, Packing packing)
{
    watch(
        this,
        QtConcurrent::run(&m_pool, writeProjectFile, std::move(snapshot), file, packing, m_unpackFolder.parent_path()),
        [this, id](const Result<std::vector<formats::ProjectPicture>>& pictures) {
            if (pictures)
                Q_EMIT saved(id, *pictures);
            else
                Q_EMIT saveFailed(id, pictures.error());
        });
}

void ProjectStore::checkPictures(int id, std::vector<formats::ProjectPicture> pictures)
{
    const auto check = [](const std::vector<formats::ProjectPicture>& all) {
        std::vector<PictureProblem> problems;
        for (const formats::ProjectPicture& picture : all)
            problems.push_back(problemOf(picture));
        return problems;
    };
    watch(this, QtConcurrent::run(&m_checks, check, std::move(pictures)),
          [this, id](const std::vector<PictureProblem>& problems) { Q_EMIT picturesChecked(id, problems); });
}

Result<formats::ProjectPicture> fingerprint(const std::filesystem::path& picture)
{
    auto sha256 = sha256Of(picture);
    if (!sha256)
        return sha256.error();
    const Stamp stamp = stampOf(picture).value_or(Stamp{});
    formats::ProjectPicture result;
    result.file = picture;
    result.sha256 = std::move(*sha256);
    result.sizeBytes = stamp.sizeBytes;
    result.modifiedMs = stamp.modifiedMs;
    return result;
}

ProjectLock::ProjectLock(const std::filesystem::path& project)
    : m_lock(textOf(project.parent_path() / ("." + project.filename().string() + ".lock")))
{
    m_lock.setStaleLockTime(0); // only a program that is gone loses it
}

bool ProjectLock::tryLock()
{
    return m_lock.tryLock(0) || m_lock.error() != QLockFile::LockFailedError;
}

QString ProjectLock::holder() const
{
    qint64 process = 0;
    QString host;
    QString program;
    if (!m_lock.getLockInfo(&process, &host, &program))
        return {};
    return QCoreApplication::translate("ProjectLock", "process %1 on %2").arg(process).arg(host);
}

} // namespace longhand::app

#include "longhand/app/recovery.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QUuid>
#include <nlohmann/json.hpp>

#include "app/pasted_pictures.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr const char* kIndex = "session.json";
constexpr const char* kLock = "lock";
constexpr int kVersion = 1;

QString textOf(const std::filesystem::path& path)
{
    return QFileInfo(path).filePath();
}

std::unique_ptr<QLockFile> lockOf(const std::filesystem::path& folder)
{
    auto lock = std::make_unique<QLockFile>(textOf(folder / kLock));
    lock->setStaleLockTime(0); // only a program that is gone loses it
    return lock;
}

Error damaged(const std::filesystem::path& folder, const std::string& why)
{
    return {ErrorCode::Damaged, "The unsaved work in " + quoted(folder) + " cannot be read: " + why + "."};
}

} // namespace

RecoveryFolder::RecoveryFolder(std::filesystem::path folder, std::unique_ptr<QLockFile> lock)
    : m_folder(std::move(folder)), m_lock(std::move(lock)), m_nextFile(QDateTime::currentMSecsSinceEpoch())
{
}

RecoveryFolder::~RecoveryFolder()
{
    if (!m_cleared)
        return;
    m_lock->unlock();
    QDir(textOf(m_folder)).removeRecursively();
}

Result<std::unique_ptr<RecoveryFolder>> RecoveryFolder::make(const std::filesystem::path& root)
{
    const auto folder = root / QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    if (!QDir().mkpath(textOf(folder)))
        return Error{ErrorCode::NoPermission, "Cannot make the folder " + quoted(folder) +
                                                  ", where unsaved work is kept. Check its permissions."};
    auto lock = lockOf(folder);
    if (!lock->tryLock(0)) {
        QDir().rmdir(textOf(folder));
        return Error{ErrorCode::DiskFull, "Cannot write to " + quoted(folder) +
                                              ", where unsaved work is kept. Free some space on the disk."};
    }
    return std::unique_ptr<RecoveryFolder>(new RecoveryFolder(folder, std::move(lock)));
}

std::unique_ptr<RecoveryFolder> RecoveryFolder::findLost(const std::filesystem::path& root)
{
    QFileInfoList folders = QDir(textOf(root)).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    const auto written = [](const QFileInfo& folder) {
        return QFileInfo(QDir(folder.filePath()).filePath(QString::fromLatin1(kIndex))).lastModified();
    };
    std::ranges::sort(folders, [&](const QFileInfo& a, const QFileInfo& b) { return written(a) > written(b); });
    for (const QFileInfo& entry : folders) {
        const std::filesystem::path folder = entry.filesystemFilePath();
        auto lock = lockOf(folder);
        if (!lock->tryLock(0))
            continue; // its window is alive
        std::unique_ptr<RecoveryFolder> found(new RecoveryFolder(folder, std::move(lock)));
        if (!QFileInfo::exists(textOf(folder / kIndex)))
            found->m_cleared = true; // nothing was ever written
        else if (found->read())
            return found;
    }
    return nullptr;
}

Result<void> RecoveryFolder::write(WorkChanges changes)
{
    m_cleared = false;
    changes.pages.merge(m_unwritten.pages); // what is newer stays
    changes.pasted.merge(m_unwritten.pasted);
    m_unwritten = std::move(changes);
    if (const auto written = writePages(); !written)
        return written.error();
    Json pages = Json::array();
    for (const int id : m_unwritten.order)
        if (const auto place = m_places.find(id); place != m_places.end())
            pages.push_back({place->second.file, place->second.line});
    const std::u8string project = m_unwritten.projectFile.u8string();
    const Json index = {{"format", "longhand-recovery"},
                        {"version", kVersion},
                        {"project", std::string(project.begin(), project.end())},
                        {"packed", m_unwritten.packed},
                        {"saved", QDateTime::currentMSecsSinceEpoch()},
                        {"head", formats::writeProject(m_unwritten.head, m_folder)},
                        {"pages", std::move(pages)}};
    const auto written =
        writeFileAtomically(m_folder / kIndex, index.dump(1, ' ', false, Json::error_handler_t::replace));
    if (written)
        removeOthers();
    return written;
}

Result<void> RecoveryFolder::writePages()
{
    // Under new names: until session.json is replaced, the old ones are the work. In one file, as each has to reach the
    // disk on its own, which takes longer than to write it.
    const auto newName = [this](const std::string& kind, const char* suffix) {
        return kind + "-" + std::to_string(m_nextFile++) + suffix;
    };
    for (auto pasted = m_unwritten.pasted.begin(); pasted != m_unwritten.pasted.end();) {
        const std::string name = newName("picture", ".png");
        if (const auto written = writePicture(pasted->second, m_folder / name); !written)
            return written.error();
        m_pictureFiles[pasted->first] = name;
        pasted = m_unwritten.pasted.erase(pasted);
    }
    if (m_unwritten.pages.empty())
        return {};
    std::string bytes;
    for (auto& [id, page] : m_unwritten.pages) {
        if (const auto picture = m_pictureFiles.find(id); picture != m_pictureFiles.end() && page.picture.file.empty())
            page.picture.file = m_folder / picture->second;
        bytes += formats::writeProjectPage(page, m_folder) + '\n';
    }
    const std::string name = newName("pages", ".json");
    if (const auto written = writeFileAtomically(m_folder / name, bytes); !written)
        return written.error();
    int line = 0;
    for (const auto& [id, page] : m_unwritten.pages)
        m_places[id] = {name, line++};
    m_unwritten.pages.clear();
    return {};
}

void RecoveryFolder::removeOthers() const
{
    std::set<std::string> needed{kIndex, kLock};
    for (const auto& [id, place] : m_places)
        needed.insert(place.file); // also of a removed page, which may come back
    for (const auto& [id, name] : m_pictureFiles)
        needed.insert(name);
    const QFileInfoList files = QDir(textOf(m_folder)).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo& file : files)
        if (!needed.contains(file.fileName().toStdString()))
            QFile::remove(file.filePath());
}

Result<LostWork> RecoveryFolder::read() const
try {
    const auto bytes = readFile(m_folder / kIndex);
    if (!bytes)
        return bytes.error();
    const Json index = Json::parse(*bytes);
    if (index.at("format").get<std::string>() != "longhand-recovery" || index.at("version").get<int>() > kVersion)
        return damaged(m_folder, "a newer Longhand wrote it");
    LostWork work;
    const std::string project = index.at("project").get<std::string>();
    work.projectFile = std::u8string(project.begin(), project.end());
    work.packed = index.at("packed").get<bool>();
    work.savedMs = index.at("saved").get<std::int64_t>();
    auto head = formats::parseProject(index.at("head").get<std::string>(), m_folder / kIndex);
    if (!head)
        return head.error();
    work.project = std::move(*head);
    std::map<std::string, std::vector<std::string>> files; // their lines
    for (const Json& place : index.at("pages")) {
        const auto name = place.at(0).get<std::string>();
        const auto [content, isNew] = files.emplace(name, std::vector<std::string>());
        if (isNew) {
            const auto pageBytes = readFile(m_folder / name);
            if (!pageBytes)
                return pageBytes.error();
            std::istringstream text(*pageBytes);
            for (std::string line; std::getline(text, line);)
                content->second.push_back(std::move(line));
        }
        const auto line = place.at(1).get<std::size_t>();
        if (line >= content->second.size())
            return damaged(m_folder, quoted(m_folder / name) + " is too short");
        auto page = formats::parseProjectPage(content->second[line], m_folder / name);
        if (!page)
            return page.error();
        // A pasted picture lives in this folder, which will be cleared.
        const bool isPasted = page->picture.file.parent_path() == m_folder;
        work.pasted.push_back(isPasted ? QImage(textOf(page->picture.file)) : QImage());
        if (isPasted)
            page->picture.file.clear();
        work.project.pages.push_back(std::move(*page));
    }
    return work;
} catch (const Json::exception& error) {
    return damaged(m_folder, error.what());
}

void RecoveryFolder::clear()
{
    m_cleared = true;
    m_unwritten = {};
    m_places.clear();
    m_pictureFiles.clear();
    QFile::remove(textOf(m_folder / kIndex));
    removeOthers();
}

} // namespace longhand::app

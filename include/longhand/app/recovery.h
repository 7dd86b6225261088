#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <QImage>
#include <QLockFile>
#include <QObject>
#include <QThreadPool>

#include "longhand/base/result.h"
#include "longhand/formats/project.h"

namespace longhand::app
{

/// What changed in a window since it was last asked. Pages are known by numbers that stay theirs.
struct WorkChanges {
    std::filesystem::path projectFile; ///< empty: never saved
    bool packed = false;
    formats::Project head; ///< without pages
    std::vector<int> order;
    std::map<int, formats::ProjectPage> pages; ///< those that are new or changed
    std::map<int, QImage> pasted;              ///< of new pages that have no file
};

/// Work that was not saved when its program ended.
struct LostWork {
    std::filesystem::path projectFile; ///< empty: never saved
    bool packed = false;
    std::int64_t savedMs = 0; ///< when it was written, since 1970
    formats::Project project;
    std::vector<QImage> pasted; ///< one for each page
};

/// A window's folder below `<user data>/recovery`: files with pages, one more for each time that some have changed, and
/// `session.json`, which says which count. Locked as long as the window lives. Blocks; one thread at a time.
class RecoveryFolder
{
public:
    /// A new folder below `root`. Errors: NoPermission, DiskFull, Io.
    static Result<std::unique_ptr<RecoveryFolder>> make(const std::filesystem::path& root);
    /// The latest of those whose program has ended without cleaning up; null when there is none. Unreadable ones are
    /// left alone. The folder is this program's from now on.
    static std::unique_ptr<RecoveryFolder> findLost(const std::filesystem::path& root);
    ~RecoveryFolder();

    /// Writes the changes, together with those that could not be written before: whoever sees the folder sees either
    /// the state before or the one after. Errors: DiskFull, NoPermission, Io; nothing that was there is lost.
    Result<void> write(WorkChanges changes);
    /// Errors: Damaged, those of reading files.
    [[nodiscard]] Result<LostWork> read() const;
    /// Forgets the work. The folder goes with this object.
    void clear();

private:
    RecoveryFolder(std::filesystem::path folder, std::unique_ptr<QLockFile> lock);
    [[nodiscard]] Result<void> writePages();
    void removeOthers() const;

    std::filesystem::path m_folder;
    std::unique_ptr<QLockFile> m_lock;
    struct Place {
        std::string file; ///< name in the folder
        int line = 0;
    };

    WorkChanges m_unwritten;                   ///< pages that are not on the disk yet
    std::map<int, Place> m_places;             ///< of the pages that are
    std::map<int, std::string> m_pictureFiles; ///< of pasted pictures
    std::int64_t m_nextFile;                   ///< larger than in any name there is
    bool m_cleared = false;
};

} // namespace longhand::app

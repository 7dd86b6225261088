#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QImage>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include "longhand/base/result.h"
#include "longhand/formats/project.h"

namespace longhand::app
{

/// A project as it stands at one moment. Copying it is cheap: readings are shared.
struct ProjectSnapshot {
    formats::Project project;
    std::vector<QImage> pasted; ///< one for each page; null where the picture is a file
};

class ProjectLock;

/// A project that was read from a file.
struct OpenedProject {
    std::filesystem::path file;
    formats::Project project;
    bool packed = false;
    std::shared_ptr<ProjectLock> lock; ///< null: it was not wanted, or somebody else has it
    QString holder;                    ///< who that is; empty: nobody
};

enum class Packing { Plain, Packed };

/// Whether a project that is opened is to be locked; one that is open here already has its lock.
enum class Locking { Lock, Leave };

enum class PictureProblem { None, Missing, Changed };

/// Reads and writes project files away from the GUI thread, one after the other.
/// All members are called on the GUI thread; signals arrive there.
class ProjectStore : public QObject
{
    Q_OBJECT
public:
    /// `unpackFolder`: where packed projects are unpacked for as long as this object lives.
    explicit ProjectStore(std::filesystem::path unpackFolder, QObject* parent = nullptr);
    /// Waits until everything handed in is on disk.
    ~ProjectStore() override;

    /// `opened` or `openFailed` with the same file.
    void open(const std::filesystem::path& file, Locking locking = Locking::Lock);
    /// Pasted pictures become files: beside a plain project, in its folder "<name> pictures". `saved`, with the
    /// pictures as they were written, one for each page, or `saveFailed`, both with the same id.
    void save(int id, ProjectSnapshot snapshot, const std::filesystem::path& file, Packing packing);
    /// Compares the pictures with their checksums: `picturesChecked` with the same id, one answer for each.
    void checkPictures(int id, std::vector<formats::ProjectPicture> pictures);

Q_SIGNALS:
    void opened(const longhand::app::OpenedProject& project);
    void openFailed(const QString& file, const longhand::Error& error);
    void saved(int id, const std::vector<longhand::formats::ProjectPicture>& pictures);
    void saveFailed(int id, const longhand::Error& error);
    void picturesChecked(int id, const std::vector<longhand::app::PictureProblem>& problems);

private:
    std::filesystem::path m_unpackFolder;
    QThreadPool m_pool;
    QThreadPool m_checks; ///< of their own: gigabytes may have to be read, and a save must not wait for that
};

/// SHA-256 of a file in hexadecimal digits, with its size and time. Errors: those of reading files.
Result<formats::ProjectPicture> fingerprint(const std::filesystem::path& picture);

/// Tells other windows and programs that a project is open here. Locks of programs that were killed do not count.
class ProjectLock
{
public:
    explicit ProjectLock(const std::filesystem::path& project);
    /// True also where no lock can be written, as on a disk that is only to be read.
    bool tryLock();
    /// Who has it, e.g. "process 1234 on attic".
    [[nodiscard]] QString holder() const;

private:
    QLockFile m_lock;
};

} // namespace longhand::app

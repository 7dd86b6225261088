#pragma once

#include <functional>
#include <memory>

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "longhand/app/recovery.h"

namespace longhand::app
{

/// Keeps the work of a window on the disk, at most five seconds old, so that a crash or a kill loses no more than that.
/// All members are called on the GUI thread; signals arrive there. Files are written on a thread of its own.
class Autosaver : public QObject
{
    Q_OBJECT
public:
    enum class Ask { Changes, Everything };
    using Collect = std::function<WorkChanges(Ask)>;

    /// `root`: where windows have their recovery folders. `collect` is asked on the GUI thread.
    Autosaver(std::filesystem::path root, Collect collect, QObject* parent = nullptr);
    /// Waits for what is being written. The work stays on the disk unless it was forgotten.
    ~Autosaver() override;

    /// Something that is worth keeping has changed; it is on the disk soon.
    void noteChange();
    /// The work is in its project file, or not wanted: nothing is kept until the next change.
    void forget();
    /// Some change is not on the disk yet.
    [[nodiscard]] bool isPending() const { return m_waiting.isActive() || m_writing; }

    /// Looks for work of windows that ended badly: `lostWorkFound` follows when there is some.
    void findLostWork();
    /// This window goes on with it: it stays on the disk until it is forgotten or replaced.
    void keepLostWork();
    void discardLostWork();

    /// How long a change waits, to be written with others. At most 4 s.
    void setDelay(int delayMs) { m_delayMs = delayMs; }

Q_SIGNALS:
    /// The work as it was when it was collected is on the disk.
    void written();
    /// It is not; what could not be written is tried again until it succeeds.
    void failed(const longhand::Error& error);
    void lostWorkFound(const longhand::app::LostWork& work);

private:
    void write();
    void onWritten(const Result<void>& result);

    std::filesystem::path m_root;
    Collect m_collect;
    QThreadPool m_pool;
    QTimer m_waiting;
    int m_delayMs = 1500;
    bool m_writing = false;
    bool m_changedMeanwhile = false;
    bool m_kept = false;      ///< there is something in the folder
    bool m_everything = true; ///< the folder is empty, so changes alone are not enough
    // Used in the pool only.
    std::shared_ptr<RecoveryFolder> m_folder;
    std::shared_ptr<RecoveryFolder> m_lost;
};

} // namespace longhand::app

#pragma once

#include <filesystem>
#include <string>

#include <QObject>
#include <QTimer>

#include "longhand/app/learning_process.h"

namespace longhand::app
{

/// The run for the window: attaches to the folder's run, if any, and tells what happens to it. All members are called
/// on the GUI thread; signals arrive there. Destroying it lets the run go on.
class LearningJob : public QObject
{
    Q_OBJECT
public:
    explicit LearningJob(std::filesystem::path folder, std::filesystem::path program = {}, QObject* parent = nullptr);

    [[nodiscard]] const JobStatus& status() const { return m_status; }
    [[nodiscard]] bool isLive() const;
    Result<void> start(const LearningRequest& request);
    Result<void> resume();
    Result<void> pause();
    Result<void> goOn();
    Result<void> stop();   ///< and keep the best so far
    Result<void> cancel(); ///< and throw it away
    Result<void> clear();  ///< after a look at the result
    /// A failure that a person was told is not found again by the next program; `status` keeps it until the next run.
    Result<void> forgetFailure();
    [[nodiscard]] Result<LearningResult> result() const;

Q_SIGNALS:
    /// Something of the status is new: state, progress, curve.
    void changed(const longhand::app::JobStatus& status);
    void finished();
    void failed(const QString& sentence);
    void interrupted();

private:
    void look();
    Result<void> begin(Result<void> started);

    std::filesystem::path m_folder, m_program;
    JobStatus m_status;
    std::string m_seen; ///< the status file's bytes
    QTimer m_timer;
};

} // namespace longhand::app

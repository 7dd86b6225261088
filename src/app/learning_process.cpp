#include <chrono>
#include <system_error>

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>

#include "app/learning_files.h"
#include "app/learning_folder.h"
#include "longhand/app/learning_process.h"
#include "longhand/base/file_lock.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

/// A process that was started has taken the lock by then, or will not any more.
constexpr auto kStartingFor = std::chrono::seconds(20);

QString toQString(const fs::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

Error goingOn()
{
    return {ErrorCode::InvalidInput, "A learning run is going on. Wait for its end, or stop it."};
}

Result<void> makeFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return Error{ErrorCode::Io, "Cannot make the folder " + quoted(folder) + ": " + error.message() + '.'};
    return {};
}

void removeTraces(const fs::path& folder)
{
    std::error_code ignored;
    for (const char* name : {kStatusFile, kResultFile, kControlFile, kRequestFile, kLogFile, kWorkFolder})
        fs::remove_all(folder / name, ignored);
}

void removeUncorrected(const fs::path& folder)
{
    std::error_code ignored;
    fs::remove_all(uncorrectedFolder(folder), ignored);
}

Result<void> writeStarting(const fs::path& folder, JobStatus status)
{
    status.state = JobState::Starting;
    return writeStatus(folder / kStatusFile, status);
}

Result<void> startProcess(const fs::path& folder, const fs::path& program)
{
    QProcess process;
    process.setProgram(program.empty() ? QStringLiteral("/proc/self/exe") : toQString(program));
    if (program.empty()) {
        std::error_code error;
        const fs::path self = fs::read_symlink("/proc/self/exe", error);
        if (!error)
            process.setProgram(toQString(self));
    }
    process.setArguments({QStringLiteral("learn"), QStringLiteral("--job"), toQString(folder)});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(toQString(folder / kLogFile), QIODevice::Append);
    process.setStandardErrorFile(toQString(folder / kLogFile), QIODevice::Append);
    if (!process.startDetached())
        return Error{ErrorCode::Io, "The learning process could not be started: " +
                                        process.errorString().toStdString() + ". Start the program again."};
    return {};
}

bool hasEnded(JobState state)
{
    return state == JobState::Finished || state == JobState::Failed || state == JobState::Cancelled;
}

bool isOver(JobState state)
{
    return state == JobState::None || hasEnded(state);
}

bool isFresh(const fs::path& file)
{
    std::error_code error;
    const auto written = fs::last_write_time(file, error);
    return !error && fs::file_time_type::clock::now() - written < kStartingFor;
}

} // namespace

Result<FileLock> lockIdle(const fs::path& folder)
{
    if (const auto made = makeFolder(folder); !made)
        return made.error();
    auto lock = FileLock::tryAcquire(folder / kLockFile);
    if (!lock)
        return lock.error();
    if (!*lock)
        return goingOn();
    return std::move(**lock);
}

fs::path uncorrectedFolder(const fs::path& folder)
{
    return folder / kUncorrectedFolder;
}

Result<void> startLearning(const LearningRequest& request, const fs::path& folder, const fs::path& program)
{
    {
        const auto lock = lockIdle(folder);
        if (!lock)
            return lock.error();
        if (learningStatusOnDisk(folder).state == JobState::Starting && isFresh(folder / kStatusFile))
            return goingOn();
        removeTraces(folder);
        if (request.uncorrected != uncorrectedFolder(folder))
            removeUncorrected(folder);
        if (auto written = writeRequest(folder / kRequestFile, request); !written)
            return written;
        JobStatus status;
        status.started = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
        if (auto written = writeStarting(folder, std::move(status)); !written)
            return written;
    }
    return startProcess(folder, program);
}

Result<void> resumeLearning(const fs::path& folder, const fs::path& program)
{
    {
        const auto lock = lockIdle(folder);
        if (!lock)
            return lock.error();
        if (const auto request = readRequest(folder / kRequestFile); !request)
            return Error{ErrorCode::InvalidInput, "There is no learning run to go on with. Start a new one."};
        std::error_code ignored;
        fs::remove(folder / kControlFile, ignored);
        if (auto written = writeStarting(folder, learningStatusOnDisk(folder)); !written)
            return written;
    }
    return startProcess(folder, program);
}

JobStatus learningStatusOnDisk(const fs::path& folder)
{
    const auto read = readStatus(folder / kStatusFile);
    JobStatus status;
    if (read)
        status = *read;
    else if (read.error().code != ErrorCode::NotFound)
        status.state = JobState::Interrupted;
    if (auto request = readRequest(folder / kRequestFile))
        status.request = std::move(*request);
    else if (!isOver(status.state))
        status.state = JobState::None; // nothing is known that could go on
    return status;
}

JobStatus learningStatus(const fs::path& folder)
{
    JobStatus status = learningStatusOnDisk(folder);
    if (isOver(status.state))
        return status;
    const auto lock = FileLock::tryAcquire(folder / kLockFile);
    const bool isFree = lock && *lock;
    if (!isFree || (status.state == JobState::Starting && isFresh(folder / kStatusFile)))
        return status;
    // It may have come to its end between the two looks.
    status = learningStatusOnDisk(folder);
    if (!isOver(status.state))
        status.state = JobState::Interrupted;
    return status;
}

Result<LearningResult> learningResult(const fs::path& folder)
{
    return readResult(folder / kResultFile);
}

Result<void> controlLearning(const fs::path& folder, JobCommand command)
{
    const char* word = command == JobCommand::Go      ? kGo
                       : command == JobCommand::Pause ? kPause
                       : command == JobCommand::Stop  ? kStop
                                                      : kCancel;
    const JobStatus status = learningStatus(folder);
    if (isOver(status.state))
        return {};
    if (status.state == JobState::Interrupted) {
        // Nobody is there to obey.
        if (command == JobCommand::Cancel)
            return clearLearning(folder);
        return Error{ErrorCode::InvalidInput, "The learning run was broken off. Let it go on, or throw it away."};
    }
    return writeFileAtomically(folder / kControlFile, word);
}

Result<void> clearLearning(const fs::path& folder)
{
    const auto lock = lockIdle(folder);
    // A run that has told its end writes nothing more, though its process may hold the lock for another instant.
    if (!lock && !hasEnded(learningStatusOnDisk(folder).state))
        return lock.error();
    removeTraces(folder);
    removeUncorrected(folder);
    return {};
}

} // namespace longhand::app

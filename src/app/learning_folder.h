#pragma once

#include <filesystem>

#include "longhand/app/learning_process.h"
#include "longhand/base/file_lock.h"
#include "longhand/base/result.h"

namespace longhand::app
{

// What lies in a learning run's folder.
inline constexpr const char* kLockFile = "lock"; ///< held by the process at work for as long as it lives
inline constexpr const char* kRequestFile = "request.json";
inline constexpr const char* kStatusFile = "status.json";
inline constexpr const char* kResultFile = "result.json";
inline constexpr const char* kControlFile = "control"; ///< one of the words below
inline constexpr const char* kLogFile = "log.txt";
inline constexpr const char* kWorkFolder = "work";
inline constexpr const char* kUncorrectedFolder = "uncorrected"; ///< a line set cut out for the run, if any

inline constexpr const char* kGo = "go";
inline constexpr const char* kPause = "pause";
inline constexpr const char* kStop = "stop";
inline constexpr const char* kCancel = "cancel";

/// Makes the folder and takes its lock. InvalidInput while a run is going on; those of making the folder.
Result<FileLock> lockIdle(const std::filesystem::path& folder);
/// What status.json says, whether the process is still there or not.
JobStatus learningStatusOnDisk(const std::filesystem::path& folder);

} // namespace longhand::app

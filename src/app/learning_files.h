#pragma once

#include <filesystem>

#include <nlohmann/json_fwd.hpp>

#include "longhand/app/learning.h"
#include "longhand/app/learning_process.h"
#include "longhand/base/result.h"

namespace longhand::app
{

// What a learning run's folder holds. Text that is no UTF-8 is replaced, never an error.

Result<void> writeRequest(const std::filesystem::path& file, const LearningRequest& request);
Result<LearningRequest> readRequest(const std::filesystem::path& file);

Result<void> writeResult(const std::filesystem::path& file, const LearningResult& result);
Result<LearningResult> readResult(const std::filesystem::path& file);

/// Without the request.
Result<void> writeStatus(const std::filesystem::path& file, const JobStatus& status);
Result<JobStatus> readStatus(const std::filesystem::path& file);

/// Line changes, for the rounds that are over and for the result.
nlohmann::json toJson(const LineChange& change);
LineChange changeOf(const nlohmann::json& from); ///< throws nlohmann::json::exception

} // namespace longhand::app

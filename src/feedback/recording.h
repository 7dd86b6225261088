#pragma once

#include <cstdint>
#include <string>

#include "feedback/database.h"
#include "longhand/feedback/feedback_store.h"

namespace longhand::feedback
{

/// Both within a transaction of the caller; see FeedbackStore::record and setText.
Result<std::int64_t> keep(Database& database, const Correction& correction);
Result<void> relabel(Database& database, std::int64_t id, const std::string& humanText);

} // namespace longhand::feedback

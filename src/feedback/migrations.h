#pragma once

#include "feedback/database.h"
#include "longhand/base/result.h"

namespace longhand::feedback
{

/// The version of the tables that this program writes.
int currentVersion();

/// Brings the tables up to date, each step whole or not at all. Errors: Unsupported for a newer version, InvalidInput
/// for another program's database, those of FeedbackStore.
Result<void> migrate(Database& database);

} // namespace longhand::feedback

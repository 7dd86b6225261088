#pragma once

#include <QVariant>

#include "feedback/database.h"

namespace longhand::feedback
{

/// Deletes the lines for which the SQL condition holds (one '?', which is `value`) and all traces of them. Returns how
/// many went. When only the traces could not be removed, the error says so and removeTraces does it later.
Result<int> forget(Database& database, const char* condition, const QVariant& value);

/// Rewrites the file without its unused parts and empties the log, when something was forgotten since that was last
/// done.
Result<void> removeTraces(Database& database);

} // namespace longhand::feedback

#pragma once

#include <nlohmann/json.hpp>

namespace longhand::formats
{

/// Brings a whole project of an older version, at least 1, to the current one, a step for each version.
/// Throws nlohmann::json::exception where the file is not what its version says.
void migrateProject(nlohmann::ordered_json& project);

} // namespace longhand::formats

#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "longhand/app/model_library.h"
#include "longhand/base/result.h"

namespace longhand::app
{

nlohmann::ordered_json toJson(const ModelCard& card);
ModelCard cardOf(const nlohmann::json& object); ///< throws nlohmann::json::exception
/// Errors: those of readFile, Damaged.
Result<ModelCard> readCard(const std::filesystem::path& file);
/// Errors: those of writeFileAtomically.
Result<void> writeCard(const std::filesystem::path& file, const ModelCard& card);

/// Of a JSON object on disk. Errors: those of readFile, Damaged.
Result<nlohmann::json> readJsonObject(const std::filesystem::path& file);

} // namespace longhand::app

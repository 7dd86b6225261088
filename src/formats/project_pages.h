#pragma once

#include <filesystem>

#include <nlohmann/json.hpp>

#include "longhand/formats/project.h"

namespace longhand::formats
{

using ProjectJson = nlohmann::ordered_json; // keys stay in the order the format's description has them

/// `folder`: what picture paths are relative to, absolute.
ProjectJson toJson(const ProjectPage& page, const std::filesystem::path& folder);

/// Throws nlohmann::json::exception, std::runtime_error with a few words, when something is not as it should be.
ProjectPage pageFromJson(const ProjectJson& json, const std::filesystem::path& folder);

/// "1.5,2 3,4": hundredths of a pixel are finer than anything that was measured.
std::string pointsText(const std::vector<Point>& points);

} // namespace longhand::formats

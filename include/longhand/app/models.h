#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "longhand/base/result.h"

namespace longhand::app
{

/// Folders searched for models, nearest to the program first; they need not exist.
std::vector<std::filesystem::path> modelFolders();

/// Model files in those folders and the one $LONGHAND_MODEL names, each once, sorted by name within a folder.
std::vector<std::filesystem::path> listModels();

/// What the file says about itself: JSON text, UTF-8. Reads only the header.
Result<std::string> describeModel(const std::filesystem::path& model);

} // namespace longhand::app

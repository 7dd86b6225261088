#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "longhand/base/result.h"

namespace longhand::cli
{

struct Input {
    std::filesystem::path file;
    std::filesystem::path subfolder; ///< below the folder named on the command line; empty for a named file
};

struct Inputs {
    std::vector<Input> files;
    std::vector<Error> problems; ///< folders that cannot be read or hold no picture
};

/// Folders become the pictures in them and in their subfolders, in natural order. Named files are taken as they are,
/// even when they do not exist: reading them says why.
Inputs findInputs(const std::vector<std::string>& arguments);

/// Whether one picture file at most is named, and no folder.
bool isSingleFile(const std::vector<std::string>& arguments);

} // namespace longhand::cli

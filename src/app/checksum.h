#pragma once

#include <filesystem>
#include <string>

#include "longhand/base/result.h"

namespace longhand::app
{

/// SHA-256 of a file, hexadecimal. Errors: those of readFile.
Result<std::string> sha256Of(const std::filesystem::path& file);

} // namespace longhand::app

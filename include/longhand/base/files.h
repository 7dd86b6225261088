#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "longhand/base/result.h"

namespace longhand
{

/// Whole file into memory. Errors: NotFound, NoPermission, TooLarge (more than `maxBytes`), Io.
Result<std::string> readFile(const std::filesystem::path& path, std::uintmax_t maxBytes = std::uintmax_t{1} << 30);

/// Writes beside `path`, flushes to disk and renames over it: either the old or the new file is there, never a part.
/// Errors: DiskFull, NoPermission, NotFound (no such folder), Io.
Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

/// `path` for a message: UTF-8, quoted, control characters shown as '?'.
std::string quoted(const std::filesystem::path& path);

} // namespace longhand

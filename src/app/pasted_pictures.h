#pragma once

#include <filesystem>

#include "longhand/app/project_store.h"

namespace longhand::app
{

/// Writes the pasted pictures of the snapshot into `folder`, which is made when there are any, and lets the pages point
/// to these files. Errors: DiskFull, NoPermission, Io.
Result<void> writePasted(ProjectSnapshot& snapshot, const std::filesystem::path& folder);

/// Copies the pictures that lie somewhere below `from` into `folder` and lets the pages point to the copies.
Result<void> copyPicturesFrom(const std::filesystem::path& from, formats::Project& project,
                              const std::filesystem::path& folder);

/// Writes one picture as PNG, atomically.
Result<void> writePicture(const QImage& picture, const std::filesystem::path& file);

} // namespace longhand::app

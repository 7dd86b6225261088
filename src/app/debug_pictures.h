#pragma once

#include <filesystem>
#include <vector>

#include "app/prepared_page.h"

namespace longhand::app
{

/// Creates the folder for the intermediate pictures.
Result<void> createDebugFolder(const std::filesystem::path& folder);

/// lines.png: outlines and baselines over the original picture; crops/001.png, ...: what the network is given.
Result<void> writeLinePictures(const std::filesystem::path& folder, const RgbImage& picture, const PreparedPage& page);

} // namespace longhand::app

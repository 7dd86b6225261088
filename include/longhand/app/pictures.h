#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "longhand/base/result.h"

namespace longhand::app
{

/// By the suffix alone: jpg, jpeg, png, tif, tiff, webp, bmp in any case.
bool looksLikePicture(const std::filesystem::path& file);

/// "page 2" before "page 10"; upper and lower case count alike unless nothing else differs.
bool naturalLess(std::string_view a, std::string_view b);

enum class Subfolders { Skip, Include };

/// The picture files of a folder in natural order, hidden ones left out; subfolders follow the folder's own pictures.
/// Links to folders are not followed. Errors: NotFound, NoPermission, Io. A subfolder that cannot be read is an error.
Result<std::vector<std::filesystem::path>> picturesIn(const std::filesystem::path& folder,
                                                      Subfolders subfolders = Subfolders::Skip);

} // namespace longhand::app

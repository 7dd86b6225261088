#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "longhand/base/result.h"
#include "picture_header.h"

namespace longhand::imaging
{

bool isTiff(std::string_view bytes);

/// All full-size pages of a classic TIFF or BigTIFF file; thumbnails and masks are left out.
Result<PictureHeader> readTiffHeader(std::string_view bytes, const std::string& name);

/// Orientation 1..8 out of an EXIF block, which is a TIFF file without pictures; 1 where none is given.
int exifOrientation(std::string_view exif);

} // namespace longhand::imaging

#pragma once

#include <filesystem>
#include <vector>

#include "longhand/base/image.h"
#include "longhand/base/result.h"

namespace longhand::imaging
{

/// One picture as the user sees it: EXIF orientation applied, alpha laid over white, 16-bit scaled, CMYK and palette
/// converted.
struct PageImage {
    RgbImage color;
    int pageIndex = 0; ///< 0-based within a multi-page file
};

inline constexpr double kMaxMegapixels = 120; ///< larger pictures are refused before they are decoded

/// All pages of a JPEG, PNG, TIFF (multi-page), WebP or BMP file; the content decides, not the suffix.
/// Errors: NotFound, NoPermission, InvalidInput (empty, not a picture), Damaged, TooLarge, Unsupported.
Result<std::vector<PageImage>> readPages(const std::filesystem::path& path);

/// The first page in grey. Used for line pictures.
Result<GrayImage> readGray(const std::filesystem::path& path);

GrayImage toGray(const RgbImage& image);

/// Writes PNG, atomically.
Result<void> writePng(const std::filesystem::path& path, const GrayImage& image);
Result<void> writePng(const std::filesystem::path& path, const RgbImage& image);

} // namespace longhand::imaging

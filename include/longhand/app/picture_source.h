#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <QImage>

#include "longhand/base/image.h"
#include "longhand/base/result.h"

namespace longhand::app
{

/// Where a page's picture comes from: a page of a file, or pixels that were pasted.
struct PictureSource {
    std::filesystem::path file; ///< empty for a pasted picture
    QImage pasted;              ///< null for a file
    std::string name;           ///< file name without folder, or what a pasted picture is called
    int pageIndex = 0;          ///< within a multi-page file
};

/// All pages of the file, or the pasted picture over white. Blocks. Errors: those of imaging::readPages.
Result<std::vector<RgbImage>> readPictures(const PictureSource& source);
/// Page `pageIndex` alone; Damaged when the file no longer has that many pages.
Result<RgbImage> readPicture(const PictureSource& source);

} // namespace longhand::app

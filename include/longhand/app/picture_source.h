#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <QImage>

#include "longhand/base/image.h"
#include "longhand/base/result.h"
#include "longhand/formats/document.h"
#include "longhand/imaging/preprocess.h"

namespace longhand::app
{

/// Where a page's picture comes from: a page of a file, or pixels that were pasted.
struct PictureSource {
    std::filesystem::path file;            ///< empty for a pasted picture
    QImage pasted;                         ///< null for a file
    std::string name;                      ///< file name without folder, or what a pasted picture is called
    int pageIndex = 0;                     ///< within a multi-page file
    int rotationDeg = 0;                   ///< clockwise, on top of what the file says: 0, 90, 180 or 270
    bool mayTurn = false;                  ///< further, where its writing turns out not to stand upright
    imaging::PreprocessOptions preprocess; ///< how it is cleaned before it is read
    std::string writer;                    ///< whose profile reads it, where there is one; empty: not said
};

/// All pages of the file, or the pasted picture over white; not rotated. Blocks. Errors: those of imaging::readPages.
Result<std::vector<RgbImage>> readPictures(const PictureSource& source);
/// Page `pageIndex` alone, rotated; Damaged when the file no longer has that many pages.
Result<RgbImage> readPicture(const PictureSource& source);
/// The picture turned clockwise by a multiple of 90 degrees.
RgbImage rotated(const RgbImage& picture, int clockwiseDeg);
/// A point of a picture of `widthPx` x `heightPx` on the picture as `rotated` turns it.
Point rotated(Point point, int widthPx, int heightPx, int clockwiseDeg);
/// All points of a page of the picture likewise; its width and height too.
void rotate(formats::Page& page, int clockwiseDeg);

} // namespace longhand::app

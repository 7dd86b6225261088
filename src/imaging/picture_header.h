#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "longhand/base/result.h"

namespace longhand::imaging
{

enum class PictureFormat { Jpeg, Png, Tiff, WebP, Bmp };

/// One page of a picture file, as its header tells.
struct PictureFrame {
    std::uint64_t width = 0;
    std::uint64_t height = 0;
    int orientation = 1;               ///< EXIF/TIFF 1..8, 1 is upright
    std::uint64_t directoryOffset = 0; ///< TIFF: where the page's directory stands in the file
};

struct PictureHeader {
    PictureFormat format = PictureFormat::Jpeg;
    std::vector<PictureFrame> frames; ///< at least one
};

/// Reads sizes and orientation and checks that the file is whole, without decoding it. `name` is the quoted file name
/// for messages. Errors: InvalidInput, Damaged, Unsupported.
Result<PictureHeader> readPictureHeader(std::string_view bytes, const std::string& name);

/// A PNG file reduced to what makes up its pixels: libpng comments on odd colour profiles and texts on stderr, and none
/// of them changes a pixel here. `bytes` must have passed readPictureHeader().
std::string withoutPngComments(std::string_view bytes);

} // namespace longhand::imaging

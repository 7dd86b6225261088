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
    bool premultipliedAlpha = false;
};

struct PictureHeader {
    PictureFormat format = PictureFormat::Jpeg;
    std::vector<PictureFrame> frames; ///< at least one
};

/// Reads sizes and orientation and checks that the file is whole, without decoding it. `name` is the quoted file name
/// for messages. Errors: InvalidInput, Damaged, Unsupported.
Result<PictureHeader> readPictureHeader(std::string_view bytes, const std::string& name);

/// Bytes that make the decoder see only frame `index`, and nothing it would comment on: TIFF files with that page
/// first, PNG files without their ancillary chunks. Others unchanged.
std::string bytesForDecoder(std::string bytes, const PictureHeader& header, std::size_t index);

} // namespace longhand::imaging

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "longhand/base/image.h"
#include "longhand/base/result.h"

namespace longhand::app
{

/// A line of a set, ready to be read.
struct LinePicture {
    std::string name;  ///< of the picture file
    GrayImage picture; ///< as Recognizer::read wants it
    std::string text;  ///< NFC, white space folded
};

/// Lines of `folder`/lines.tsv, all in memory; `limit` (0: all) spreads evenly over the split (empty: all lines).
/// Pictures that cannot be read are left out. Errors: those of readLinesTable; InvalidInput without any line.
Result<std::vector<LinePicture>> readLinePictures(const std::filesystem::path& folder, const std::string& split,
                                                  std::size_t limit, int heightPx);

} // namespace longhand::app

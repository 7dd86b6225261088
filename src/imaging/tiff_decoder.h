#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <opencv2/core.hpp>

#include "longhand/base/result.h"

namespace longhand::imaging
{

/// The page whose directory stands at `directoryOffset`, 8-bit BGRA with alpha multiplied in, as it is stored (not
/// turned). libtiff itself rather than OpenCV's wrapper around it, which misreads 4-bit, planar 16-bit and transparent
/// pictures. `name` is the quoted file name for messages. Errors: Damaged, Unsupported.
Result<cv::Mat> decodeTiff(std::string_view bytes, std::uint64_t directoryOffset, const std::string& name);

} // namespace longhand::imaging

#pragma once

#include <opencv2/core.hpp>

#include "longhand/imaging/preprocess.h"

namespace longhand::imaging
{

/// Clears printed text from binary `ink` (255 is ink): rows of separate letters which stand on one line to a pixel and
/// have only two heights, as no hand writes them. Handwriting beside and above it stays. Returns how many rows of print
/// were found.
int removePrint(cv::Mat& ink, const PrintStep& step);

} // namespace longhand::imaging

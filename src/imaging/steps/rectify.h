#pragma once

#include <array>
#include <optional>

#include <opencv2/core.hpp>

#include "longhand/imaging/preprocess.h"

namespace longhand::imaging
{

/// Corners of a sheet from the top left clockwise, in Longhand's pixel-corner coordinates.
using SheetCorners = std::array<cv::Point2d, 4>;

/// The sheet of paper on a photo: a bright quadrilateral seen whole, before a background that is darker on all four
/// sides, and visibly tilted or in perspective. Nothing for scans and for pages that fill the picture.
std::optional<SheetCorners> findSheet(const cv::Mat& gray, const RectifyStep& step);

/// Width and height of the picture that shows the sheet straight on at the scale of its longest edges.
cv::Size2d sheetSize(const SheetCorners& corners);

} // namespace longhand::imaging

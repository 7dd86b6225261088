#pragma once

#include <opencv2/core.hpp>

#include "longhand/imaging/preprocess.h"

namespace longhand::imaging
{

/// Clears printed rulings, level and upright, from binary `ink` (255 is ink). Where a stroke crosses or touches a
/// ruling the stroke stays whole. Strokes, underlines and dashes shorter than the step's length stay too. Returns how
/// many rulings were found.
int removeRulings(cv::Mat& ink, const RulingStep& step);

} // namespace longhand::imaging

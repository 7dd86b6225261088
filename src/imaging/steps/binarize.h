#pragma once

#include <opencv2/core.hpp>

#include "longhand/imaging/preprocess.h"

namespace longhand::imaging
{

/// 255 where there is ink, 0 elsewhere. A page of one shade has no ink.
cv::Mat binarize(const cv::Mat& gray, const BinarizeStep& step);

} // namespace longhand::imaging

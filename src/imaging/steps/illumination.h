#pragma once

#include <opencv2/core.hpp>

#include "longhand/imaging/preprocess.h"

namespace longhand::imaging
{

/// Brightness of the paper at every pixel of `gray`, as if nothing were written on it.
cv::Mat estimatePaper(const cv::Mat& gray, const IlluminationStep& step);

/// Divides out shadows and uneven light: paper becomes near 255 everywhere, ink keeps its contrast to the paper around
/// it. `paper` is what estimatePaper() returned for `gray`.
cv::Mat flattenIllumination(const cv::Mat& gray, const cv::Mat& paper);

/// Mask (255) of wide areas far darker than the sheet that reach the picture's edge: a scanner's lid, a table.
cv::Mat findDarkSurroundings(const cv::Mat& paper);

} // namespace longhand::imaging

#pragma once

#include <opencv2/core.hpp>

#include "longhand/imaging/preprocess.h"

namespace longhand::imaging
{

/// Replaces specks, that is pixels unlike everything around them, by the median of their surroundings. A pen stroke has
/// neighbours of its own kind along it and is left exactly as it is, however thin.
cv::Mat removeSpecks(const cv::Mat& gray, const DenoiseStep& step);

/// Mask (255) of dark areas in `ink` too wide for pen strokes that reach the picture's edge or are very long: table,
/// binding, fingers, the side of a book.
cv::Mat findMasses(const cv::Mat& ink);

/// Clears spots of ink smaller than a full stop.
void removeSpots(cv::Mat& ink);

} // namespace longhand::imaging

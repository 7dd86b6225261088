#pragma once

#include "ctc_decoder.h"
#include "line_reading.h"
#include "longhand/base/image.h"

namespace longhand::recognition
{

/// Lines with letters narrower than this share of their height are read a second time, wider by this factor: letters of
/// a few columns share frames (docs/experiments.md, "A width for every line").
constexpr double kNarrowLetter = 13.0 / 48;
constexpr double kWidening = 1.25;

/// Mean columns from letter to letter, spaces among them, on the best path; 0 when that is empty.
double letterWidthPx(const LogProbabilities& line, const FrameGeometry& geometry);

/// The line `times` as wide, bilinear.
GrayImage widened(const GrayImage& line, double times);

} // namespace longhand::recognition

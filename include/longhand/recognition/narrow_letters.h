#pragma once

#include <cstddef>

#include "longhand/base/image.h"

namespace longhand::recognition
{

/// Lines with letters narrower than this share of their height are read a second time, wider by this factor: letters of
/// a few columns share frames (docs/experiments.md, "A width for every line").
inline constexpr double kNarrowLetter = 13.0 / 48;
inline constexpr double kWidening = 1.25;

/// The line `times` as wide, bilinear.
GrayImage widened(const GrayImage& line, double times);

/// The line, widened by kWidening where that many characters on it are narrow ones.
GrayImage widenedIfNarrow(const GrayImage& line, std::size_t characters);

} // namespace longhand::recognition

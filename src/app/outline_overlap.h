#pragma once

#include "longhand/base/geometry.h"

namespace longhand::app
{

/// Intersection over union of the areas, 0..1. Exact along x, sampled once per pixel row; a polygon that crosses itself
/// covers all it winds around. 0 for polygons without area.
double outlineOverlap(const Polygon& a, const Polygon& b);

} // namespace longhand::app

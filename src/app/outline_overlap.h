#pragma once

#include <vector>

#include "longhand/base/geometry.h"

namespace longhand::app
{

/// Intersection over union of the areas, 0..1. Exact along x, sampled once per pixel row; a polygon that crosses itself
/// covers all it winds around. 0 for polygons without area.
double outlineOverlap(const Polygon& a, const Polygon& b);

/// Share of the polygon's area that lies in the union of `others`, 0..1; each of these first grows on all sides by
/// `growth` times its mean height. Same sampling as above; 0 for a polygon without area.
double coveredShare(const Polygon& polygon, const std::vector<Polygon>& others, double growth);

} // namespace longhand::app

#pragma once

#include <utility>
#include <vector>

#include "longhand/app/page_transcriber.h"

namespace longhand::ui
{

using app::LineShape;

/// How far along the baseline the point is, in pixels from its beginning; beyond the ends less than 0 or more than all.
double alongBaseline(const Polyline& baseline, Point point);
/// The place on the baseline so far along it; beyond its ends straight on.
Point pointAlong(const Polyline& baseline, double distancePx);
double lengthOf(const Polyline& baseline);
/// Mean extent across the baseline, at least 1.
double heightOf(const LineShape& shape);

LineShape translated(LineShape shape, double dx, double dy);
/// Cuts straight across the baseline at the point of it nearest to `at`: what is before it and what is behind it. Both
/// keep an outline of at least three points as long as the cut is within the line.
std::pair<LineShape, LineShape> splitShape(const LineShape& shape, Point at);
/// One shape around all, which stand in writing order.
LineShape mergedShape(const std::vector<LineShape>& shapes);
/// Without points that are nearer than `tolerancePx` to the outline of the others (Douglas and Peucker 1973).
Polygon simplified(const Polygon& outline, double tolerancePx);
/// A band around the baseline until the ink is known: what is drawn of a new line.
Polygon bandAround(const Polyline& baseline, double heightPx);

} // namespace longhand::ui

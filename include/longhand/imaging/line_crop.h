#pragma once

#include "longhand/base/geometry.h"
#include "longhand/base/image.h"
#include "longhand/base/result.h"
#include "longhand/imaging/line_finder.h"

namespace longhand::imaging
{

/// A line turned upright and cut out, with the way back to the page.
struct LineCrop {
    GrayImage image; ///< dark ink on light paper, pixels far outside the outline painted as paper
    /// Clean-page position of the baseline under column `x` of `image`.
    [[nodiscard]] Point baselineAt(double x) const;
    /// Clean-page quadrilateral covering columns [x0, x1] of `image`, top edge first, clockwise.
    [[nodiscard]] Polygon quad(double x0, double x1) const;

    Polyline baseline;      ///< the straightened curve, clean-page pixels
    double ascentPx = 0;    ///< rows of the crop above the baseline, clean-page pixels
    double descentPx = 0;   ///< rows below it
    double leftPx = 0;      ///< how far the crop begins before the baseline's first point, along it
    double pxPerColumn = 1; ///< clean-page pixels per crop column
};

/// Cuts `line` out of `gray` along its (possibly curved) baseline, with a small margin around its outline.
/// `gray` and `line` share a coordinate system. Height of the crop is at most `maxHeightPx`.
Result<LineCrop> cropLine(const GrayImage& gray, const FoundLine& line, int maxHeightPx = 96);

/// The picture the network sees: the written rows scaled to `heightPx`, so that letters come out about equally large
/// whatever room the crop has around them, width scaled alike (at least 8, at most `maxWidthPx`), paper near 255 and
/// ink near 0 by a robust contrast stretch. Training packs and reading both use exactly this.
GrayImage normalizeLine(const GrayImage& line, int heightPx, int maxWidthPx = 4000);

} // namespace longhand::imaging

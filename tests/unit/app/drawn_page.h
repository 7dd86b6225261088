#pragma once

#include "longhand/base/image.h"
#include "longhand/formats/document.h"

namespace longhand::test
{

/// A white page with lines of pen strokes that look like joined-up writing.
struct DrawnPage {
    RgbImage picture;
    formats::Page reference; ///< an outline for every drawn line, pixels of the picture
};

struct DrawnPageOptions {
    int widthPx = 1200;
    int heightPx = 1600;
    int lines = 6;
    double turnDeg = 0; ///< of all writing, around the middle of the page, clockwise
};

DrawnPage drawPage(const DrawnPageOptions& options);

} // namespace longhand::test

#pragma once

#include <string>

#include "longhand/formats/document.h"

namespace longhand::formats
{

/// Upright box in whole pixels that covers what it was made from.
struct PixelBox {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    [[nodiscard]] int width() const { return right - left; }
    [[nodiscard]] int height() const { return bottom - top; }
};

/// Rounded outwards and clipped to the page; a page of unknown size clips at 0 only.
PixelBox pixelBox(const Page& page, const std::vector<Point>& points);
/// The four corners.
Polygon corners(const PixelBox& box);

/// The line's outline; where it has none, the box around its words and baseline; may be empty.
Polygon outlineOf(const Line& line);
/// The word's outline; where it has none, the box around its glyphs, else the line's outline.
Polygon outlineOf(const Word& word, const Line& line);
/// The glyph's outline; where it has none, the word's.
Polygon outlineOf(const Glyph& glyph, const Word& word, const Line& line);

/// "x,y x,y" in whole pixels clipped to the page, as PAGE and ALTO want it.
std::string pointList(const Page& page, const std::vector<Point>& points);

} // namespace longhand::formats

#pragma once

#include <string>
#include <vector>

#include "longhand/base/geometry.h"

namespace longhand::formats
{

/// All geometry in pixels of the original picture. All text UTF-8, NFC.
struct Glyph {
    std::string text; ///< one code point
    double confidence = 0;
    Polygon outline;
};
struct Word {
    std::string text;
    double confidence = 0;
    Polygon outline;
    std::vector<Glyph> glyphs;
    std::vector<std::string> alternatives;
};
struct Line {
    std::string id; ///< unique within the page
    std::string text;
    double confidence = 0;
    Polygon outline;
    Polyline baseline;
    std::vector<Word> words;
    std::vector<std::string> alternatives;
};
struct Page {
    std::string imageName; ///< file name without folder
    std::string imagePath; ///< path as given; may be empty
    int imageIndex = 0;    ///< page within a multi-page picture file
    int widthPx = 0;
    int heightPx = 0;
    int turnDeg = 0;         ///< clockwise turn of the picture that makes its writing stand upright: 0, 90, 180 or 270
    std::vector<Line> lines; ///< reading order
};
struct Document {
    std::string creator = "Longhand";
    std::string modelName;
    std::string language; ///< BCP 47; empty: unknown
    std::vector<Page> pages;
};

/// The lines joined by '\n', one trailing '\n' unless empty.
std::string plainText(const Page& page);

} // namespace longhand::formats

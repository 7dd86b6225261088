#pragma once

#include <string_view>
#include <vector>

#include "longhand/base/geometry.h"
#include "synthesis/hand.h"
#include "synthesis/handwriting_font.h"
#include "synthesis/random.h"

namespace longhand::synthesis
{

/// One letter as it was written: polygons to fill by the non-zero winding rule.
struct WrittenLetter {
    std::size_t character = 0; ///< position in the text
    std::vector<Polygon> polygons;
    Rect box;
};

/// A written line in x-heights; the baseline is near y = 0, y downwards.
struct WrittenLine {
    std::vector<WrittenLetter> letters; ///< those with ink, in writing order
    Rect box;                           ///< of all ink; empty for no letters
};

/// `text` in one hand: letters placed, bent and slanted, none of them twice the same.
WrittenLine writeLine(const HandwritingFont& font, std::u32string_view text, const Hand& hand, Random& random);

/// A pen stroke of the hand's width through the points, for crossing things out.
Polygon penStroke(const Polyline& path, double widthStart, double widthEnd);

} // namespace longhand::synthesis

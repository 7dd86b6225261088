#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "longhand/base/image.h"
#include "synthesis/hand.h"
#include "synthesis/handwriting_font.h"
#include "synthesis/random.h"
#include "synthesis/rasterizer.h"
#include "synthesis/texture.h"

namespace longhand::synthesis
{

/// Characters [begin, end) of a text.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct LineToDraw {
    std::u32string text;
    std::vector<TextRange> struckOut; ///< made unreadable by the pen
    std::u32string above;             ///< lines of the same page whose feet and heads show; may be empty
    std::u32string below;
};

/// Draws lines as they come out of a page: in ink on paper, cut with a small margin. One thread at a time.
class LineDrawing
{
public:
    /// Grey picture, 56 to 96 px high; empty when the text has no ink.
    [[nodiscard]] GrayImage draw(const HandwritingFont& font, const Hand& hand, const LineToDraw& line,
                                 Random& random) const;

private:
    Rasterizer m_rasterizer;
    Grain m_grain;
};

/// `quality` 1 to 100. The compression is part of the picture's look.
std::string encodeJpeg(const GrayImage& picture, int quality);

} // namespace longhand::synthesis

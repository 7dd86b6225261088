#pragma once

#include "synthesis/handwriting_font.h"
#include "synthesis/random.h"

namespace longhand::synthesis
{

enum class Ink { Ballpoint, Fountain, Felt, Pencil };
enum class Ruling { None, Lines, Squares };

/// How somebody writes with a font's letters. Lengths in x-heights, angles as tangents.
struct Hand {
    double widthScale = 1;
    double slant = 0; ///< rightwards, on top of the font's own
    double slantChange = 0;
    double tracking = 0;    ///< added between letters that do not touch
    double spaceWidth = 1;  ///< mean gap between words
    double spaceChange = 0; ///< its deviation, as a share
    double baselineWander = 0;
    double baselineSlope = 0;
    double sizeChange = 0;   ///< of words and, along the line, of letters, as a share
    double letterUnrest = 0; ///< 0 to about 2: how much single letters dance
    double wobble = 0;       ///< bending of the strokes
    double tremor = 0;       ///< the same, finely
    double penWidth = 0.13;
    double pressureChange = 0; ///< 0 to 1: how much the stroke's width varies along the line
    Ink ink = Ink::Ballpoint;
    double inkGrey = 40; ///< on white paper
    double linePitch = 3;
    Ruling ruling = Ruling::None;
};

/// A writer's habits.
Hand inventHand(const HandwritingFont& font, Random& random);
/// The same writer on another day: mood, pen and haste change a little.
Hand varied(const Hand& hand, const HandwritingFont& font, Random& random);

} // namespace longhand::synthesis

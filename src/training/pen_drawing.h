#pragma once

#include <random>

#include "longhand/base/image.h"
#include "longhand/training/pen_strokes.h"

namespace longhand::training
{

/// What stands around a line on its page; null where there is nothing.
struct NeighbourLines {
    const PenStrokes* above = nullptr;
    const PenStrokes* below = nullptr;
};

/// Draws a line with a pen, hand, paper and framing that `random` chooses: ballpoint, felt tip, nib or pencil; slant,
/// width and tremor; plain, ruled or squared paper; more or less room around it. Returns a normalised line, 0 ink to
/// 255 paper, `heightPx` high. Deterministic for a given state of `random`.
GrayImage drawPenStrokes(const PenStrokes& strokes, const NeighbourLines& neighbours, int heightPx,
                         std::mt19937_64& random);

} // namespace longhand::training

#pragma once

#include <torch/torch.h>

#include <random>
#include <vector>

namespace longhand::training
{

/// How far lines are distorted while training; each is the largest change, drawn uniformly up to it. All 0: none.
struct Augmentation {
    double shearDeg = 18;
    double heightScale = 0.15;  ///< relative
    double widthScale = 0.18;   ///< relative
    double shiftShare = 0.06;   ///< of the height, up and down
    double wanderShare = 0.04;  ///< of the height, the baseline's slow wave
    double contrast = 0.5;      ///< exponent of the ink's darkness, e^+-contrast
    double noise = 0.06;        ///< standard deviation
    double thickenChance = 0.2; ///< chance that the strokes of a batch grow or shrink
    double eraseChance = 0.25;  ///< chance that a narrow patch of a line turns into paper
};

/// All of it as much less or more.
Augmentation scaled(Augmentation augmentation, double factor);

/// A batch ready for the network.
struct InkBatch {
    torch::Tensor ink;           ///< [batch, 1, height, width], 0 paper to 1 ink
    std::vector<int64_t> widths; ///< with padding
};

/// Lines (each `height` x width, 8-bit grey) to one padded batch, distorted unless `augmentation` is null.
/// Deterministic for a given generator state.
InkBatch makeInkBatch(const std::vector<torch::Tensor>& lines, int paddingPx, const Augmentation* augmentation,
                      std::mt19937_64& random);

} // namespace longhand::training

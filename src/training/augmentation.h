#pragma once

#include <torch/torch.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "longhand/base/result.h"

namespace longhand::training
{

/// How far lines are distorted while training; each is the largest change, drawn uniformly up to it, or the chance of
/// one. All 0: none. The defaults are those of full training.
struct Augmentation {
    double shearDeg = 25;
    double heightScale = 0.18;      ///< relative
    double widthScale = 0.22;       ///< relative
    double shiftShare = 0.07;       ///< of the height, up and down
    double wanderShare = 0.05;      ///< of the height, the baseline's slow wave
    double letterElastic = 0.05;    ///< of the height: how far letters move against each other
    double strokeElastic = 0.012;   ///< of the height: how far the strokes of a letter do
    double thickenChance = 0.35;    ///< that a line's strokes grow or shrink
    double blurChance = 0.25;       ///< that a line is out of focus
    double contrast = 0.6;          ///< exponent of the ink's darkness, e^+-contrast
    double fadeChance = 0.1;        ///< that a line is as faint as one of a hard pencil
    double rulingChance = 0.2;      ///< that the paper is ruled or squared
    double paperChance = 0.4;       ///< that the paper is stained, shaded or rough
    double showThroughChance = 0.1; ///< that another line shines through from behind
    double eraseChance = 0.3;       ///< that a narrow patch of a line turns into paper
    double noise = 0.06;            ///< standard deviation

    /// For runs of a few hundred steps, which strong distortions would keep from learning a hand.
    static Augmentation gentle();
};

/// All of it as much less or more.
Augmentation scaled(Augmentation augmentation, double factor);

/// Each named distortion as much less or more: "shear", "blur" and so on, or "all", which the others then change.
/// InvalidInput for a name that none has, with those there are.
Result<Augmentation> scaled(const Augmentation& augmentation, const std::map<std::string, double>& factors);

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

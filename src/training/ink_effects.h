#pragma once

#include <random>

#include "augmentation.h"

namespace longhand::training
{

/// What pens, paper and scanners do to the lines of a batch, each line differently; shapes stay where they are. `batch`
/// holds lines of `height` rows as makeInkBatch() lays them out. Deterministic for a given generator state.
void applyInkEffects(InkBatch& batch, const Augmentation& augmentation, std::mt19937_64& random);

/// Smooth noise of standard deviation about 1, [height, width]; its hills are about `spacingPx` apart.
torch::Tensor smoothNoise(int64_t height, int64_t width, double spacingPx, at::Generator& generator);

} // namespace longhand::training

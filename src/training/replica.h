#pragma once

#include <torch/torch.h>

#include <random>
#include <span>
#include <vector>

#include "augmentation.h"
#include "batches.h"
#include "flat_parameters.h"
#include "longhand/nn/network.h"

namespace longhand::training
{

struct LossConfig {
    double shortcutWeight = 0.15;
    double charsInStep = 1; ///< of all replicas together: losses are summed and divided by it
};

/// One copy of the network that shares its weights with the others and has gradients of its own.
struct Replica {
    nn::LineNetwork network{nullptr};
    FlatParameters parameters;

    /// Forward and backward over one batch; gradients are added to parameters.gradients. Returns the main head's CTC
    /// loss divided by loss.charsInStep.
    double accumulate(const BatchSampler& sampler, const std::vector<std::size_t>& batch, const LossConfig& loss,
                      const Augmentation* augmentation, std::mt19937_64 random);
};

/// Normalised pixels of a sample, [height, width] bytes. Strokes are drawn as `random` chooses, between the lines
/// `neighbours` where those are strokes too.
torch::Tensor pixelsOf(const Sample& sample, std::span<const Sample* const> neighbours, std::mt19937_64& random);

/// Best class of every frame, repeats and blanks removed, for each line of a batch.
std::vector<std::vector<std::int64_t>> bestPaths(const torch::Tensor& logits, const std::vector<int64_t>& frames);

} // namespace longhand::training

#pragma once

#include <torch/torch.h>

#include <random>
#include <span>
#include <vector>

#include "augmentation.h"
#include "batches.h"
#include "flat_parameters.h"
#include "longhand/nn/model_file.h"

namespace longhand::training
{

/// A batch drawn, distorted and ready to be learnt from, on the CPU.
struct PreparedBatch {
    InkBatch input;
    std::vector<std::int64_t> frames; ///< of each line, without the batch's padding
    std::vector<std::int64_t> targets, targetLengths;
    std::uint64_t dropoutSeed = 0;
};

/// Any thread; depends on nothing but its arguments.
PreparedBatch prepareBatch(std::span<const Sample* const> lines, const nn::Architecture& architecture,
                           const Augmentation* augmentation, std::mt19937_64 random);

/// CTC's loss of a batch in nats, summed over its lines. `logits`: [frames, batch, classes].
torch::Tensor ctcLoss(const torch::Tensor& logits, const PreparedBatch& batch);

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
    double accumulate(const PreparedBatch& batch, const LossConfig& loss);
};

/// A network of the model's sizes with the weights and statistics of `from`.
nn::LineNetwork copyOf(nn::LineNetworkImpl& from, const nn::ModelInfo& model, double dropout);

/// Best class of every frame, repeats and blanks removed, for each line of a batch.
std::vector<std::vector<std::int64_t>> bestPaths(const torch::Tensor& logits, const std::vector<int64_t>& frames);

} // namespace longhand::training

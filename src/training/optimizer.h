#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <vector>

#include "longhand/nn/network.h"
#include "workers.h"

namespace longhand::training
{

/// `count` weight matrices of `rows` x `columns`, one behind the other from `offset` on in the vector of all weights.
struct WeightMatrices {
    std::int64_t offset, count, rows, columns;
};

/// The convolutions (outputs x inputs) and the gates of the LSTM; neither the stem nor the heads nor any vector.
std::vector<WeightMatrices> hiddenMatrices(const nn::LineNetworkImpl& network);

/// Nearly the orthogonal factor of each of [count, rows, columns]: the same singular vectors, singular values near 1,
/// but for the smallest, which five Newton-Schulz steps of the fifth degree (Jordan et al. 2024, "Muon") only raise.
torch::Tensor orthogonalize(const torch::Tensor& matrices);

/// Muon (Jordan et al. 2024) for weight matrices, its steps as large as Adam's (Liu et al. 2025, arXiv:2502.16982), and
/// AdamW (Loshchilov and Hutter 2019, arXiv:1711.05101) for all other weights.
class Optimizer
{
public:
    /// Without `matrices` plain AdamW.
    explicit Optimizer(const torch::Tensor& weights, std::vector<WeightMatrices> matrices = {});
    /// `decay`: for every weight the rate at which it decays, or 0. The matrices are shared out among `workers`.
    Result<void> step(torch::Tensor& weights, const torch::Tensor& gradients, double learningRate,
                      const torch::Tensor& decay, Workers& workers);

    torch::Tensor firstMoment;
    torch::Tensor secondMoment;
    std::int64_t stepsDone = 0;

private:
    std::vector<WeightMatrices> m_matrices;
    torch::Tensor m_firstRate; ///< of every weight: how much of a new gradient goes into the first moment
};

} // namespace longhand::training

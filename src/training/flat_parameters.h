#pragma once

#include <torch/torch.h>

#include "longhand/nn/network.h"

namespace longhand::training
{

/// All weights of a network as one vector and all gradients as another, the network's tensors being views into them:
/// then summing replicas, clipping, averaging and a step are a handful of vector operations.
struct FlatParameters {
    torch::Tensor weights;
    torch::Tensor gradients;
};

/// Moves the network's weights into one new vector, or into `shared` (of a network of the same sizes, which then has
/// the same weights for ever), and gives it gradients of its own.
FlatParameters flatten(nn::LineNetworkImpl& network, const torch::Tensor& shared = {});

/// The normalisation layers' running means and variances as one vector, by copy.
torch::Tensor gatherBuffers(nn::LineNetworkImpl& network);
void scatterBuffers(nn::LineNetworkImpl& network, const torch::Tensor& flat);

} // namespace longhand::training

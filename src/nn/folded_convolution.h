#pragma once

#include <torch/torch.h>

namespace longhand::nn
{

/// Whether a normalisation is but a factor and an offset for each channel that nobody learns: when reading on a CPU.
bool mayFold(const torch::nn::BatchNorm2d& norm, const torch::Tensor& x);

/// norm(conv(x)) as one convolution in the precision of `x`, whose channels come last in memory, as do the result's:
/// what the processor's kernels like best, with fewer large tensors in between.
torch::Tensor convolveFolded(const torch::nn::Conv2d& conv, const torch::nn::BatchNorm2d& norm, const torch::Tensor& x);

} // namespace longhand::nn

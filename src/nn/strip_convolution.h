#pragma once

#include <torch/torch.h>

namespace longhand::nn
{

/// The convolution `conv` of `x`, [batch, channels, height, width], without bias. Its weights' gradient is added up
/// over strips of at most kWidestStrip columns of the output: for wider ones oneDNN 2.6 computes it wrong in bfloat16
/// on processors with AMX, or never finishes compiling it. Everything else is as in conv->forward().
torch::Tensor convolveInStrips(const torch::nn::Conv2d& conv, const torch::Tensor& x);

inline constexpr int64_t kWidestStrip = 192;

} // namespace longhand::nn

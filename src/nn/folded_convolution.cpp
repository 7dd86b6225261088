#include "folded_convolution.h"

namespace longhand::nn
{

bool mayFold(const torch::nn::BatchNorm2d& norm, const torch::Tensor& x)
{
    return x.is_cpu() && !norm->is_training() && !torch::GradMode::is_enabled();
}

torch::Tensor convolveFolded(const torch::nn::Conv2d& conv, const torch::nn::BatchNorm2d& norm, const torch::Tensor& x)
{
    const auto factor = norm->weight * torch::rsqrt(norm->running_var + norm->options.eps());
    const auto weight = (conv->weight * factor.view({-1, 1, 1, 1}))
                            .to(x.scalar_type(), false, false, torch::MemoryFormat::ChannelsLast);
    const auto offset = (norm->bias - norm->running_mean * factor).to(x.scalar_type());
    const auto padding = conv->options.kernel_size()->at(0) / 2;
    return torch::conv2d(x, weight, offset, conv->options.stride(), {padding, padding});
}

} // namespace longhand::nn

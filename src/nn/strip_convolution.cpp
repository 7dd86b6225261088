#include "strip_convolution.h"

#include <algorithm>
#include <array>
#include <vector>

#include <ATen/autocast_mode.h>

namespace longhand::nn
{

namespace
{

using torch::Tensor;

struct Geometry {
    std::vector<int64_t> stride, padding; ///< down, across
};

Tensor gradient(const Tensor& ofOutput, const Tensor& x, const Tensor& weights, const Geometry& geometry,
                std::size_t which)
{
    std::array<bool, 3> wanted{};
    wanted[which] = true;
    const auto gradients =
        at::convolution_backward(ofOutput, x, weights, c10::nullopt, geometry.stride, geometry.padding,
                                 std::vector<int64_t>{1, 1}, false, std::vector<int64_t>{0, 0}, 1, wanted);
    return which == 0 ? std::get<0>(gradients) : std::get<1>(gradients);
}

Tensor weightGradient(const Tensor& ofOutput, const Tensor& x, const Tensor& weights, const Geometry& geometry)
{
    const int64_t width = ofOutput.size(3), step = geometry.stride[1], kernel = weights.size(3);
    if (width <= kWidestStrip)
        return gradient(ofOutput, x, weights, geometry, 1);
    const Tensor padded = torch::constant_pad_nd(x, {geometry.padding[1], geometry.padding[1]});
    const Geometry inStrip{geometry.stride, {geometry.padding[0], 0}};
    Tensor sum = torch::zeros(weights.sizes(), weights.options().dtype(torch::kFloat));
    for (int64_t left = 0; left < width; left += kWidestStrip) {
        const int64_t columns = std::min(kWidestStrip, width - left);
        const Tensor strip = padded.narrow(3, left * step, (columns - 1) * step + kernel).contiguous();
        sum.add_(gradient(ofOutput.narrow(3, left, columns).contiguous(), strip, weights, inStrip, 1));
    }
    return sum.to(weights.scalar_type());
}

class StripConvolution : public torch::autograd::Function<StripConvolution>
{
public:
    static Tensor forward(torch::autograd::AutogradContext* context, const Tensor& x, const Tensor& weights,
                          std::vector<int64_t> stride, std::vector<int64_t> padding)
    {
        const Tensor output = at::conv2d(x, weights, {}, stride, padding);
        context->save_for_backward({x, weights});
        context->saved_data["stride"] = std::move(stride);
        context->saved_data["padding"] = std::move(padding);
        return output;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   const torch::autograd::variable_list& gradients)
    {
        const auto saved = context->get_saved_variables();
        const Geometry geometry{context->saved_data["stride"].toIntVector(),
                                context->saved_data["padding"].toIntVector()};
        const Tensor ofOutput = gradients[0].to(saved[0].scalar_type()).contiguous();
        return {context->needs_input_grad(0) ? gradient(ofOutput, saved[0], saved[1], geometry, 0) : Tensor(),
                weightGradient(ofOutput, saved[0], saved[1], geometry), Tensor(), Tensor()};
    }
};

} // namespace

Tensor convolveInStrips(const torch::nn::Conv2d& conv, const Tensor& x)
{
    const auto& options = conv->options;
    const auto padding = c10::get<torch::ExpandingArray<2>>(options.padding());
    // What autocast would do, where the backward pass sees it too.
    const auto precision =
        at::autocast::is_cpu_enabled() ? at::autocast::get_autocast_cpu_dtype() : conv->weight.scalar_type();
    return StripConvolution::apply(x.to(precision), conv->weight.to(precision),
                                   std::vector<int64_t>(options.stride()->begin(), options.stride()->end()),
                                   std::vector<int64_t>(padding->begin(), padding->end()));
}

} // namespace longhand::nn

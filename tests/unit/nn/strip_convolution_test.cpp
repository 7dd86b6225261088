#include "nn/strip_convolution.h"

#include <gmock/gmock.h>

using namespace longhand::nn;

namespace
{

struct Case {
    int64_t kernel, strideY, strideX, width;
};

class StripConvolution : public testing::TestWithParam<Case>
{
};

} // namespace

TEST_P(StripConvolution, GivesTheSameOutputAndGradientsAsTorchs)
{
    const auto [kernel, strideY, strideX, width] = GetParam();
    torch::manual_seed(1);
    torch::nn::Conv2d conv(
        torch::nn::Conv2dOptions(3, 5, kernel).stride({strideY, strideX}).padding(kernel / 2).bias(false));
    const auto run = [&](bool inStrips) {
        conv->zero_grad();
        auto x = torch::arange(2 * 3 * 8 * width, torch::kFloat).sin().view({2, 3, 8, width}).requires_grad_();
        const auto y = inStrips ? convolveInStrips(conv, x) : conv->forward(x);
        (y * torch::arange(y.numel(), torch::kFloat).cos().view(y.sizes())).sum().backward();
        return std::array{y.detach(), x.grad(), conv->weight.grad().clone()};
    };
    const auto expected = run(false), found = run(true);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double largest = expected[i].abs().max().item<double>();
        EXPECT_LT((expected[i] - found[i]).abs().max().item<double>(), 1e-4 * largest) << i;
    }
}

INSTANTIATE_TEST_SUITE_P(AllKinds, StripConvolution,
                         testing::Values(Case{3, 1, 1, 100}, Case{3, 1, 1, 192}, Case{3, 1, 1, 193}, Case{3, 1, 1, 500},
                                         Case{5, 2, 2, 1001}, Case{3, 2, 1, 400}, Case{3, 2, 2, 999},
                                         Case{1, 2, 2, 999}));

#include "nn/bidirectional_lstm.h"

#include <gmock/gmock.h>

using namespace longhand::nn;

namespace
{

torch::nn::LSTM twoLayers(int features, int hidden)
{
    torch::manual_seed(3);
    torch::nn::LSTM lstm(torch::nn::LSTMOptions(features, hidden).num_layers(2).bidirectional(true));
    return lstm;
}

/// torch's own, line by line, so that nothing is padded: the reference.
torch::Tensor lineByLine(torch::nn::LSTM& lstm, const torch::Tensor& sequence, const std::vector<std::int64_t>& frames)
{
    std::vector<torch::Tensor> lines;
    for (std::size_t n = 0; n < frames.size(); ++n) {
        const auto line = sequence.narrow(1, static_cast<std::int64_t>(n), 1).narrow(0, 0, frames[n]);
        const auto output = std::get<0>(lstm->forward(line));
        lines.push_back(torch::constant_pad_nd(output, {0, 0, 0, 0, 0, sequence.size(0) - frames[n]}));
    }
    return torch::cat(lines, 1);
}

/// 1 within the lines, 0 behind their ends: [frames, lines, 1].
torch::Tensor within(const std::vector<std::int64_t>& frames, std::int64_t length)
{
    return (torch::arange(length).unsqueeze(1) < torch::tensor(frames).unsqueeze(0)).unsqueeze(2);
}

} // namespace

TEST(BidirectionalLstm, ReadsLinesOfDifferentLengthsAsTorchReadsEachAlone)
{
    auto lstm = twoLayers(6, 5);
    const std::vector<std::int64_t> frames{9, 1, 4};
    const auto sequence = torch::randn({11, 3, 6});
    const torch::NoGradGuard noGrad;
    const auto expected = lineByLine(lstm, sequence, frames);
    const auto got = runBidirectionalLstm(lstm, sequence, frames) * within(frames, 11);
    EXPECT_LT((got - expected).abs().max().item<double>(), 1e-6);
}

TEST(BidirectionalLstm, GradientsAreThoseOfTorch)
{
    auto lstm = twoLayers(6, 5);
    lstm->to(torch::kDouble);
    const std::vector<std::int64_t> frames{7, 3, 8, 1};
    const auto sequence = torch::randn({8, 4, 6}, torch::kDouble).requires_grad_();
    const auto weighed = torch::randn({8, 4, 10}, torch::kDouble) * within(frames, 8);
    const auto gradients = [&](const torch::Tensor& output) {
        lstm->zero_grad();
        sequence.mutable_grad() = torch::Tensor();
        (output * weighed).sum().backward();
        std::vector<torch::Tensor> all{sequence.grad().clone()};
        for (const auto& weights : lstm->parameters())
            all.push_back(weights.grad().clone());
        return all;
    };
    const auto expected = gradients(lineByLine(lstm, sequence, frames));
    const auto got = gradients(runBidirectionalLstm(lstm, sequence, frames));
    ASSERT_EQ(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i)
        EXPECT_LT((got[i] - expected[i]).abs().max().item<double>(), 1e-10) << i;
}

TEST(BidirectionalLstm, FramesBehindALinesEndTeachNothing)
{
    auto lstm = twoLayers(6, 5);
    const std::vector<std::int64_t> frames{5, 2};
    const auto sequence = torch::randn({5, 2, 6}).requires_grad_();
    (runBidirectionalLstm(lstm, sequence, frames) * within(frames, 5)).pow(2).sum().backward();
    EXPECT_EQ(sequence.grad().select(1, 1).narrow(0, 2, 3).abs().max().item<double>(), 0);
    EXPECT_GT(sequence.grad().select(1, 1).narrow(0, 0, 2).abs().min().item<double>(), 0);
}

#include "training/optimizer.h"

#include <gmock/gmock.h>

using namespace longhand;
using namespace longhand::training;

TEST(OptimizerTest, WithoutMatricesAgreesWithLibTorchsAdamW)
{
    torch::manual_seed(3);
    auto ours = torch::randn({50});
    auto theirs = ours.clone().requires_grad_();
    Optimizer optimizer(ours);
    Workers workers(1);
    torch::optim::AdamW reference({theirs}, torch::optim::AdamWOptions(0.01).betas({0.9, 0.98}).weight_decay(0.1));
    const auto decay = torch::full({50}, 0.1);
    for (int step = 0; step < 20; ++step) {
        const auto gradient = torch::randn({50});
        ASSERT_TRUE(optimizer.step(ours, gradient, 0.01, decay, workers));
        theirs.mutable_grad() = gradient.clone();
        reference.step();
    }
    EXPECT_LT((ours - theirs.detach()).abs().max().item<double>(), 1e-5);
}

TEST(OptimizerTest, OrthogonalizedMatricesKeepTheirSingularVectors)
{
    torch::manual_seed(4);
    for (const auto& size : {std::pair{6, 10}, {10, 6}, {8, 8}, {5, 16}, {16, 5}}) {
        const auto matrices = torch::randn({2, size.first, size.second}, torch::kDouble);
        const auto [u, s, vh] = torch::linalg_svd(matrices, false);
        // In the old base the new matrices are diagonal, with values near 1.
        const auto inBase = u.transpose(1, 2).bmm(orthogonalize(matrices)).bmm(vh.transpose(1, 2));
        const auto values = inBase.diagonal(0, 1, 2);
        EXPECT_LT((inBase - torch::diag_embed(values)).abs().max().item<double>(), 1e-6);
        EXPECT_GT(values.min().item<double>(), 0.3) << "small singular values rise within five steps, not quite to 1";
        EXPECT_LT(values.max().item<double>(), 1.25);
    }
}

TEST(OptimizerTest, AMatrixMovesAlongItsOrthogonalizedMomentumAndTheRestAsInAdamW)
{
    torch::manual_seed(5);
    const WeightMatrices matrix{3, 1, 4, 6};
    const auto start = torch::randn({40});
    auto weights = start.clone(), plain = start.clone();
    Optimizer optimizer(weights, {matrix}), adam(plain);
    Workers workers(2);
    const auto decay = torch::zeros({40});
    auto momentum = torch::zeros({4, 6});
    auto expected = start.narrow(0, 3, 24).view({4, 6}).clone();
    for (int step = 0; step < 3; ++step) {
        const auto gradient = torch::randn({40});
        ASSERT_TRUE(optimizer.step(weights, gradient, 0.01, decay, workers));
        ASSERT_TRUE(adam.step(plain, gradient, 0.01, decay, workers));
        const auto g = gradient.narrow(0, 3, 24).view({4, 6});
        momentum = 0.95 * momentum + g;
        const auto direction = orthogonalize((g + 0.95 * momentum).unsqueeze(0))[0];
        expected -= 0.01 * 0.2 * std::sqrt(6.0) * direction;
    }
    EXPECT_LT((weights.narrow(0, 3, 24).view({4, 6}) - expected).abs().max().item<double>(), 1e-5);
    EXPECT_TRUE(torch::equal(weights.narrow(0, 0, 3), plain.narrow(0, 0, 3)));
    EXPECT_TRUE(torch::equal(weights.narrow(0, 27, 13), plain.narrow(0, 27, 13)));
}

TEST(OptimizerTest, TheNumberOfWorkersChangesNothing)
{
    nn::LineNetwork network(nn::Architecture::tiny(), 5);
    torch::manual_seed(6);
    const auto matrices = hiddenMatrices(*network);
    std::int64_t count = 0;
    for (const auto& p : network->parameters())
        count += p.numel();
    const auto start = torch::randn({count}), gradient = torch::randn({count}), decay = torch::zeros({count});
    std::vector<torch::Tensor> results;
    for (const int threads : {1, 3}) {
        Workers workers(threads);
        auto weights = start.clone();
        Optimizer optimizer(weights, matrices);
        ASSERT_TRUE(optimizer.step(weights, gradient, 0.1, decay, workers));
        results.push_back(weights);
    }
    EXPECT_TRUE(torch::equal(results[0], results[1]));
}

TEST(OptimizerTest, HiddenMatricesAreConvolutionsAndGatesInTheOrderOfTheWeights)
{
    nn::LineNetwork network(nn::Architecture::tiny(), 5);
    std::int64_t lstm = 0, last = -1;
    for (const WeightMatrices& m : hiddenMatrices(*network)) {
        EXPECT_GT(m.offset, last) << "blocks overlap";
        last = m.offset + m.count * m.rows * m.columns - 1;
        if (m.count == 4) {
            EXPECT_EQ(m.rows, nn::Architecture::tiny().lstmHidden);
            ++lstm;
        }
    }
    EXPECT_EQ(lstm, 4) << "from the input and from the last state, in both directions";
}

#include "training/flat_parameters.h"

#include <gmock/gmock.h>

using namespace longhand;
using namespace longhand::training;

TEST(AdamWTest, AgreesWithLibTorchsOwn)
{
    torch::manual_seed(3);
    auto ours = torch::randn({50});
    auto theirs = ours.clone().requires_grad_();
    AdamW optimizer(ours);
    torch::optim::AdamW reference({theirs}, torch::optim::AdamWOptions(0.01).betas({0.9, 0.98}).weight_decay(0.1));
    const auto decay = torch::full({50}, 0.1);
    for (int step = 0; step < 20; ++step) {
        const auto gradient = torch::randn({50});
        optimizer.step(ours, gradient, 0.01, decay);
        theirs.mutable_grad() = gradient.clone();
        reference.step();
    }
    EXPECT_LT((ours - theirs.detach()).abs().max().item<double>(), 1e-5);
}

TEST(FlatParametersTest, ReplicasShareWeightsButNotGradients)
{
    nn::LineNetwork a(nn::Architecture::tiny(), 4), b(nn::Architecture::tiny(), 4);
    auto flatA = flatten(*a);
    const auto flatB = flatten(*b, flatA.weights);
    flatA.weights.add_(1.0);
    EXPECT_TRUE(torch::equal(a->parameters()[0], b->parameters()[0]));
    a->forward(torch::rand({2, 1, 32, 40}), {40, 40}).logits.sum().backward();
    EXPECT_GT(flatA.gradients.abs().sum().item<double>(), 0);
    EXPECT_EQ(flatB.gradients.abs().sum().item<double>(), 0);
}

TEST(FlatParametersTest, BuffersSurviveGatherAndScatter)
{
    nn::LineNetwork a(nn::Architecture::tiny(), 4), b(nn::Architecture::tiny(), 4);
    a->train();
    a->forward(torch::rand({2, 1, 32, 40}), {40, 40});
    scatterBuffers(*b, gatherBuffers(*a));
    EXPECT_TRUE(torch::equal(gatherBuffers(*a), gatherBuffers(*b)));
}

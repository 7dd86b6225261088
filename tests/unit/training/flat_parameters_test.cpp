#include "training/flat_parameters.h"

#include <gmock/gmock.h>

using namespace longhand;
using namespace longhand::training;

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

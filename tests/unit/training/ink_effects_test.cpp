#include "training/ink_effects.h"

#include <gmock/gmock.h>

using namespace longhand::training;

namespace
{

constexpr int64_t kHeight = 48, kWidth = 300;

/// Two lines: upright bars as letters, and bars elsewhere.
InkBatch twoLines()
{
    InkBatch batch{torch::zeros({2, 1, kHeight, kWidth}), {kWidth, kWidth}};
    for (int64_t x = 30; x < 270; x += 20) {
        batch.ink[0][0].narrow(0, 14, 20).narrow(1, x, 4).fill_(0.9);
        batch.ink[1][0].narrow(0, 14, 20).narrow(1, x + 9, 4).fill_(0.9);
    }
    return batch;
}

Augmentation only(double Augmentation::*effect, double amount = 1)
{
    Augmentation augmentation = scaled({}, 0);
    augmentation.*effect = amount;
    return augmentation;
}

/// Runs of several seeds, so that nothing hangs on one draw.
std::vector<torch::Tensor> firstLines(const Augmentation& augmentation)
{
    std::vector<torch::Tensor> lines;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        InkBatch batch = twoLines();
        std::mt19937_64 random(seed);
        applyInkEffects(batch, augmentation, random);
        EXPECT_GE(batch.ink.min().item<float>(), 0.0f);
        EXPECT_LE(batch.ink.max().item<float>(), 1.0f);
        lines.push_back(batch.ink[0][0]);
    }
    return lines;
}

double inkOf(const torch::Tensor& line)
{
    return line.sum().item<double>();
}

double sharpnessOf(const torch::Tensor& line)
{
    return (line.narrow(1, 1, kWidth - 1) - line.narrow(1, 0, kWidth - 1)).abs().max().item<double>();
}

} // namespace

TEST(InkEffects, WithoutAnyTheInkStaysAsItIs)
{
    for (const auto& line : firstLines(scaled({}, 0)))
        EXPECT_TRUE(torch::allclose(line, twoLines().ink[0][0], 0, 1e-3));
}

TEST(InkEffects, StrokesGrowAndShrink)
{
    const double before = inkOf(twoLines().ink);
    int grown = 0, shrunk = 0;
    for (const auto& line : firstLines(only(&Augmentation::thickenChance)))
        ++(inkOf(line) > before / 2 ? grown : shrunk);
    EXPECT_GT(grown, 0);
    EXPECT_GT(shrunk, 0);
}

TEST(InkEffects, BlurSoftensEdgesAndKeepsTheInk)
{
    for (const auto& line : firstLines(only(&Augmentation::blurChance))) {
        EXPECT_LT(sharpnessOf(line), 0.85 * sharpnessOf(twoLines().ink[0][0]));
        EXPECT_NEAR(inkOf(line), inkOf(twoLines().ink[0]), 0.01 * inkOf(line));
    }
}

TEST(InkEffects, FaintLinesKeepTheirShape)
{
    for (const auto& line : firstLines(only(&Augmentation::fadeChance))) {
        EXPECT_LE(line.max().item<double>(), 0.7 * 0.9 + 1e-6);
        EXPECT_GE(line.max().item<double>(), 0.3 * 0.9 - 1e-6);
        EXPECT_FALSE((line[20][31] - line[20][40]).item<double>() < 0.2);
    }
}

TEST(InkEffects, RulingsCrossTheWholeLineAndCoverNoInk)
{
    const auto before = twoLines().ink[0][0];
    for (const auto& line : firstLines(only(&Augmentation::rulingChance))) {
        const auto added = line - before;
        EXPECT_GE(added.min().item<double>(), -1e-3) << "a pen's stroke stays as dark as it is";
        EXPECT_TRUE(((added.amax(0) > 0.02).sum().item<int64_t>() > kWidth * 3 / 4))
            << "from end to end, between the letters";
    }
}

TEST(InkEffects, AnotherLineOfTheBatchShinesThroughFaintly)
{
    const auto before = twoLines().ink[0][0];
    for (const auto& line : firstLines(only(&Augmentation::showThroughChance))) {
        const auto added = line - before;
        EXPECT_GT(added.max().item<double>(), 0.005);
        EXPECT_LT(added.max().item<double>(), 0.3);
    }
}

TEST(InkEffects, PaperBehindTheEndOfALineIsLeftAlone)
{
    InkBatch batch = twoLines();
    batch.ink[0][0].narrow(1, 200, 100).zero_();
    batch.widths[0] = 200;
    Augmentation all;
    all.rulingChance = all.paperChance = all.showThroughChance = 1;
    std::mt19937_64 random(4);
    applyInkEffects(batch, all, random);
    EXPECT_EQ(batch.ink[0][0].narrow(1, 200, 100).abs().max().item<float>(), 0.0f);
}

TEST(SmoothNoise, HasTheSpreadAndTheSmoothnessThatAreAskedFor)
{
    auto generator = at::detail::createCPUGenerator(1);
    for (const double spacing : {4.0, 24.0}) {
        const auto noise = smoothNoise(200, 2000, spacing, generator);
        EXPECT_EQ(noise.sizes(), (torch::IntArrayRef{200, 2000}));
        EXPECT_NEAR(noise.mean().item<double>(), 0, 0.15);
        EXPECT_NEAR(noise.std().item<double>(), 0.8, 0.25);
        const double step = (noise.narrow(1, 1, 1999) - noise.narrow(1, 0, 1999)).std().item<double>();
        EXPECT_LT(step, 1.6 / spacing);
    }
}

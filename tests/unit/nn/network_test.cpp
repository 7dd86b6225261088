#include "longhand/nn/network.h"

#include <gmock/gmock.h>
#include <map>
#include <string>
#include <torch/torch.h>

#include "longhand/nn/processor.h"

using namespace longhand::nn;

TEST(LineNetwork, MakesAsManyFramesAsTheArchitectureSays)
{
    Architecture stretched = Architecture::tiny();
    stretched.stretch = 1.3;
    for (const Architecture& architecture : {Architecture::tiny(), Architecture::standard(), stretched}) {
        LineNetwork network(architecture, 5);
        network->eval();
        const torch::NoGradGuard noGrad;
        for (const int width : {1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33}) {
            const auto logits =
                network->forward(torch::zeros({1, 1, architecture.inputHeightPx, width}), {width}).logits;
            EXPECT_EQ(logits.size(0), architecture.frames(width)) << width;
            EXPECT_EQ(logits.size(2), 5);
        }
    }
}

TEST(LineNetwork, TheStandardSizeIsWhatTheCardSays)
{
    LineNetwork network(Architecture::standard(), 120);
    int64_t count = 0;
    for (const auto& p : network->parameters())
        count += p.numel();
    EXPECT_GT(count, 2'500'000);
    EXPECT_LT(count, 3'000'000);
}

TEST(LineNetwork, PaperBehindALineDoesNotChangeItsReading)
{
    for (const double stretch : {1.0, 1.3}) {
        torch::manual_seed(5);
        Architecture architecture = Architecture::tiny();
        architecture.stretch = stretch;
        LineNetwork network(architecture, 5);
        network->eval();
        const torch::NoGradGuard noGrad;
        auto line = torch::zeros({1, 1, 32, 120});
        line.narrow(3, 20, 80).uniform_();
        const auto alone = network->forward(line, {120}).logits;
        // 7: no width that a stretch of 1.3 makes a whole number of columns
        const auto padded = network->forward(torch::constant_pad_nd(line, {0, 207}), {120}).logits;
        const auto difference = (alone - padded.narrow(0, 0, alone.size(0))).abs().max().item<double>();
        // Only the last frames' convolutions see the end of the picture.
        EXPECT_LT(difference, 0.02 * alone.abs().max().item<double>()) << stretch;
    }
}

TEST(LineNetwork, ReadsAStretchedLineAsItWouldAWiderPicture)
{
    Architecture architecture = Architecture::tiny();
    torch::manual_seed(5);
    LineNetwork plain(architecture, 5);
    architecture.stretch = 2;
    torch::manual_seed(5);
    LineNetwork stretching(architecture, 5);
    plain->eval();
    stretching->eval();
    const torch::NoGradGuard noGrad;
    const auto line = torch::rand({1, 1, 32, 60});
    // Each column becomes two, a quarter of the way to its neighbour on either side.
    const auto left = torch::cat({line.narrow(3, 0, 1), line.narrow(3, 0, 59)}, 3);
    const auto right = torch::cat({line.narrow(3, 1, 59), line.narrow(3, 59, 1)}, 3);
    const auto wide = torch::stack({0.75 * line + 0.25 * left, 0.75 * line + 0.25 * right}, 4).reshape({1, 1, 32, 120});
    const auto expected = plain->forward(wide, {120}).logits;
    EXPECT_TRUE(torch::allclose(stretching->forward(line, {60}).logits, expected, 1e-4, 1e-5));
}

TEST(LineNetwork, TheShortcutHeadIsForTrainingOnly)
{
    LineNetwork network(Architecture::tiny(), 5, 0.2);
    network->train();
    EXPECT_EQ(network->forward(torch::rand({2, 1, 32, 60}), {60, 60}).shortcutLogits.sizes(),
              network->forward(torch::rand({2, 1, 32, 60}), {60, 60}).logits.sizes());
    network->eval();
    EXPECT_FALSE(network->forward(torch::rand({2, 1, 32, 60}), {60, 60}).shortcutLogits.defined());
}

TEST(LineNetwork, GradientsAgreeWithFiniteDifferences)
{
    torch::manual_seed(2);
    Architecture small = Architecture::tiny();
    small.stemChannels = 3;
    small.stages = {{4, 1, 2, 2}};
    small.lstmHidden = 5;
    LineNetwork network(small, 4, 0.0);
    network->to(torch::kDouble);
    network->train();
    const auto ink = torch::rand({2, 1, 32, 24}, torch::kDouble);
    const auto loss = [&] {
        const auto output = network->forward(ink, {24, 24});
        return output.logits.pow(2).mean() + output.shortcutLogits.pow(2).mean();
    };
    network->zero_grad();
    loss().backward();
    const torch::NoGradGuard noGrad;
    for (const auto& parameter : network->named_parameters()) {
        const auto gradient = parameter.value().grad().flatten();
        auto weights = parameter.value().detach().view({-1});
        for (int64_t i = 0; i < weights.numel(); i += 1 + weights.numel() / 3) {
            constexpr double kStep = 1e-6;
            const double original = weights[i].item<double>();
            weights[i] = original + kStep;
            const double up = loss().item<double>();
            weights[i] = original - kStep;
            const double down = loss().item<double>();
            weights[i] = original;
            EXPECT_NEAR((up - down) / (2 * kStep), gradient[i].item<double>(), 1e-6) << parameter.key() << ' ' << i;
        }
    }
}

TEST(LineNetwork, MasksHideFramesFromTheLstmInTrainingOnly)
{
    torch::manual_seed(3);
    const torch::NoGradGuard noGrad;
    LineNetwork network(Architecture::tiny(), 5);
    const auto ink = torch::rand({2, 1, 32, 400});
    const auto read = [&](double maskShare) {
        network->setMaskShare(maskShare);
        network->setGenerator(at::detail::createCPUGenerator(7));
        return network->forward(ink, {400, 300});
    };
    network->eval();
    EXPECT_TRUE(torch::equal(read(0).logits, read(0.9).logits));
    network->train();
    const auto whole = read(0), masked = read(0.9);
    EXPECT_FALSE(torch::allclose(whole.logits, masked.logits));
    EXPECT_TRUE(torch::equal(masked.logits, read(0.9).logits)) << "the same generator hides the same frames";
    EXPECT_TRUE(torch::equal(whole.shortcutLogits, masked.shortcutLogits)) << "the convolutions see everything";
}

TEST(LineNetwork, ReadsWithFoldedNormalisationsAsWithTheirOwn)
{
    torch::manual_seed(6);
    LineNetwork network(Architecture::standard(), 5);
    network->train();
    const auto ink = torch::rand({7, 1, 48, 1000});
    const std::vector<int64_t> widths{1000, 1000, 900, 800, 700, 600, 500};
    network->forward(ink, widths); // statistics that are neither 0 nor 1
    for (auto& p : network->named_parameters())
        if (p.key().find("norm") != std::string::npos) {
            const torch::NoGradGuard noGrad;
            p.value().add_(torch::rand_like(p.value()), 0.5);
        }
    network->eval();
    const auto apart = network->forward(ink, widths).logits.detach();
    const torch::NoGradGuard noGrad;
    const double largest = apart.abs().max().item<double>();
    EXPECT_LT((network->forward(ink, widths).logits - apart).abs().max().item<double>(), 1e-4 * largest);
    network->setBfloat16Convolutions(true);
    EXPECT_LT((network->forward(ink, widths).logits - apart).abs().max().item<double>(), 0.03 * largest);
}

TEST(LineNetwork, GradientsInBfloat16AreThoseOfSinglePrecisionHoweverWideTheLine)
{
    if (!processorHasBfloat16())
        GTEST_SKIP() << "This processor does not compute in bfloat16.";
    for (const int64_t width : {400, 1000, 3200}) {
        torch::manual_seed(4);
        LineNetwork network(Architecture::standard(), 5);
        network->train();
        const auto ink = torch::rand({2, 1, 48, width});
        const auto gradients = [&](bool bfloat16) {
            network->setBfloat16Convolutions(bfloat16);
            network->zero_grad();
            network->forward(ink, {width, width}).logits.square().sum().backward();
            std::map<std::string, torch::Tensor> all;
            for (const auto& p : network->named_parameters())
                if (p.value().dim() == 4)
                    all[p.key()] = p.value().grad().flatten().clone();
            return all;
        };
        const auto exact = gradients(false), fast = gradients(true);
        for (const auto& [name, gradient] : exact)
            EXPECT_GT(torch::cosine_similarity(gradient, fast.at(name), 0).item<double>(), 0.9)
                << name << ", " << width;
    }
}

#include "longhand/training/selftest.h"

#include <torch/torch.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <random>
#include <stop_token>
#include <unistd.h>

#include "flat_parameters.h"
#include "longhand/nn/blas.h"
#include "longhand/nn/network.h"
#include "longhand/training/line_pack.h"
#include "longhand/training/trainer.h"

namespace longhand::training
{

namespace
{

/// Central differences of the whole loss, both heads, along random directions in the space of all weights.
Result<double> largestGradientError()
{
    torch::manual_seed(7);
    constexpr int kClasses = 5, kDirections = 12;
    constexpr int64_t kWidth = 96;
    nn::LineNetwork network(nn::Architecture::tiny(), kClasses);
    network->to(torch::kDouble);
    network->train();
    FlatParameters flat = flatten(*network);
    const int height = network->architecture().inputHeightPx;
    const auto ink = torch::rand({2, 1, height, kWidth}, torch::kDouble);
    const std::vector<int64_t> widths{kWidth, kWidth - 16};
    std::vector<int64_t> frames;
    for (const int64_t width : widths)
        frames.push_back(network->architecture().frames(static_cast<int>(width)));
    const auto loss = [&] {
        const auto output = network->forward(ink, widths);
        const auto ctc = [&](const torch::Tensor& logits) {
            return torch::ctc_loss(logits.log_softmax(2), torch::tensor({1, 2, 2, 3, 4, 1}, torch::kLong),
                                   torch::tensor(frames), torch::tensor({4, 2}, torch::kLong), 0, at::Reduction::Sum);
        };
        return ctc(output.logits) + 0.15 * ctc(output.shortcutLogits);
    };
    flat.gradients.zero_();
    loss().backward();
    const auto gradient = flat.gradients.clone();

    const torch::NoGradGuard noGrad;
    const auto at = flat.weights.clone();
    double worst = 0;
    for (int i = 0; i < kDirections; ++i) {
        const auto direction = torch::randn_like(at);
        constexpr double kStep = 1e-6;
        const auto lossAlong = [&](double distance) {
            flat.weights.copy_(at + direction * distance);
            return loss().item<double>();
        };
        const double measured = (lossAlong(kStep) - lossAlong(-kStep)) / (2 * kStep);
        const double computed = gradient.dot(direction).item<double>();
        worst = std::max(worst, std::abs(measured - computed) / std::max(1.0, std::abs(measured)));
    }
    return worst;
}

constexpr std::array kLines{"abc cab", "bba", "c a b", "aabbcc", "ccc b", "ab ab a", "cba", "bcb aa c"};

/// Letters as bars: 'a' is a tall one, 'b' a low one, 'c' two thin ones, ' ' a gap.
GrayImage drawn(const std::string& text, int heightPx, std::mt19937_64& random)
{
    constexpr int kLetterPx = 14;
    GrayImage image(static_cast<int>(text.size()) * kLetterPx + 6, heightPx);
    const auto bar = [&](int x, int width, double top, double bottom) {
        for (int y = static_cast<int>(top * heightPx); y < static_cast<int>(bottom * heightPx); ++y)
            for (int i = 0; i < width; ++i)
                image.row(y)[x + i] = static_cast<std::uint8_t>(random() % 60);
    };
    int x = 4;
    for (const char c : text) {
        if (c == 'a')
            bar(x, 6, 0.1, 0.9);
        else if (c == 'b')
            bar(x, 8, 0.55, 0.9);
        else if (c == 'c') {
            bar(x, 2, 0.2, 0.9);
            bar(x + 5, 2, 0.2, 0.9);
        }
        x += kLetterPx;
    }
    return image;
}

Result<double> cerOfEightLines(const std::filesystem::path& folder)
{
    const auto pack = folder / "eight.pack";
    auto writer = PackWriter::create(pack, nn::Architecture::tiny().inputHeightPx);
    if (!writer)
        return writer.error();
    std::mt19937_64 random(7);
    for (const char* text : kLines) {
        const GrayImage line = drawn(text, nn::Architecture::tiny().inputHeightPx, random);
        for (const char* split : {"train", "val"}) {
            PackItem item;
            item.set = "eight lines";
            item.split = split;
            item.text = text;
            if (auto added = writer->add(line, item); !added)
                return added.error();
        }
    }
    if (auto finished = writer->finish(); !finished)
        return finished.error();
    TrainConfig config;
    config.packs = {pack};
    config.output = folder / "eight.safetensors";
    config.workFolder = folder / "run";
    config.architecture = "tiny";
    config.steps = 2000; // far more than it takes
    config.columnsPerBatch = 500;
    config.learningRate = 5e-3;
    config.warmUpSteps = 10;
    config.bfloat16 = false;
    config.averageDecay = 0.9;
    config.dropout = 0.1;
    config.augment = false;
    config.device = "cpu";
    config.validateEvery = 50;
    config.seed = 3;
    std::stop_source learnt;
    const auto report = train(config, learnt.get_token(), [&](const TrainProgress& progress) {
        if (progress.validationCer == 0)
            learnt.request_stop();
    });
    if (!report)
        return report.error();
    return report->validationCer;
}

} // namespace

Result<void> runSelfTest(const std::function<void(const std::string&)>& print)
{
    nn::configureBlas();
    constexpr double kGradientTolerance = 1e-5;
    const auto gradientError = largestGradientError();
    if (!gradientError)
        return gradientError.error();
    print("gradients against central differences: relative error at most " + std::to_string(*gradientError * 1e6) +
          "e-6");
    if (!(*gradientError < kGradientTolerance))
        return Error{ErrorCode::Internal,
                     "The gradients differ from central differences: this build of LibTorch cannot be trusted."};

    std::error_code error;
    const auto folder =
        std::filesystem::temp_directory_path(error) / ("longhand-selftest-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder, error);
    if (error)
        return Error{ErrorCode::Io, "Cannot make the folder " + folder.string() + ": " + error.message() + "."};
    const auto cer = cerOfEightLines(folder);
    std::filesystem::remove_all(folder, error);
    if (!cer)
        return cer.error();
    print("eight lines learnt: CER " + std::to_string(100 * *cer) + " %");
    if (*cer > 0)
        return Error{ErrorCode::Internal, "Eight lines could not be learnt by heart: the training is broken."};
    print("all is well");
    return {};
}

} // namespace longhand::training

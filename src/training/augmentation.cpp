#include "augmentation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string_view>

#include "ink_effects.h"

namespace longhand::training
{

namespace F = torch::nn::functional;

namespace
{

struct Distortion {
    std::string_view name;
    double Augmentation::*change;
};

constexpr std::array<Distortion, 16> kDistortions{{{"shear", &Augmentation::shearDeg},
                                                   {"height", &Augmentation::heightScale},
                                                   {"width", &Augmentation::widthScale},
                                                   {"shift", &Augmentation::shiftShare},
                                                   {"wander", &Augmentation::wanderShare},
                                                   {"letters", &Augmentation::letterElastic},
                                                   {"strokes", &Augmentation::strokeElastic},
                                                   {"thicken", &Augmentation::thickenChance},
                                                   {"blur", &Augmentation::blurChance},
                                                   {"contrast", &Augmentation::contrast},
                                                   {"fade", &Augmentation::fadeChance},
                                                   {"ruling", &Augmentation::rulingChance},
                                                   {"paper", &Augmentation::paperChance},
                                                   {"show-through", &Augmentation::showThroughChance},
                                                   {"erase", &Augmentation::eraseChance},
                                                   {"noise", &Augmentation::noise}}};
constexpr const char* kAllDistortions = "all";

/// Every line's own shear, scale, shift and wave, as one sampling grid for the batch.
torch::Tensor distortionGrid(const std::vector<torch::Tensor>& lines, int64_t inWidth, int64_t outWidth, int paddingPx,
                             const Augmentation& a, const std::vector<double>& xScales, std::mt19937_64& random)
{
    std::uniform_real_distribution<double> symmetric(-1.0, 1.0);
    const int64_t height = lines[0].size(0);
    const auto count = static_cast<int64_t>(lines.size());
    auto grid = torch::empty({count, height, outWidth, 2});
    const double middle = static_cast<double>(height) / 2;
    auto generator = at::detail::createCPUGenerator(random());
    const auto addElastic = [&](torch::Tensor& x, torch::Tensor& y, double largestShare, double spacingPx) {
        if (largestShare <= 0)
            return;
        const double px = std::abs(symmetric(random)) * largestShare * static_cast<double>(height);
        x.add_(smoothNoise(height, outWidth, spacingPx, generator), px);
        y.add_(smoothNoise(height, outWidth, spacingPx, generator), px);
    };
    for (int64_t n = 0; n < count; ++n) {
        const double shear = std::tan(symmetric(random) * a.shearDeg * std::numbers::pi / 180);
        const double yScale = 1 + symmetric(random) * a.heightScale;
        const double shift = symmetric(random) * a.shiftShare * static_cast<double>(height);
        const double waveHeight = symmetric(random) * a.wanderShare * static_cast<double>(height);
        const double waveLength = static_cast<double>(height) * (6 + 4 * symmetric(random));
        const double wavePhase = symmetric(random) * std::numbers::pi;
        const double xScale = xScales[static_cast<std::size_t>(n)];
        // grid_sample with align_corners = false: coordinate c in pixels becomes (2 c + 1) / size - 1.
        const auto x = torch::arange(outWidth, torch::kFloat).sub_(paddingPx).div_(xScale);
        const auto y = torch::arange(height, torch::kFloat).sub_(middle).div_(yScale);
        const auto wave = torch::sin(x * (2 * std::numbers::pi / waveLength) + wavePhase).mul_(waveHeight);
        auto sourceX = x.unsqueeze(0) + y.unsqueeze(1) * shear;
        auto sourceY = y.unsqueeze(1) + wave.unsqueeze(0) + (middle + shift);
        addElastic(sourceX, sourceY, a.letterElastic, middle);
        addElastic(sourceX, sourceY, a.strokeElastic, middle / 3);
        grid[n].select(2, 0).copy_(sourceX.mul_(2).add_(1).div_(static_cast<double>(inWidth)).sub_(1));
        grid[n].select(2, 1).copy_(sourceY.mul_(2).add_(1).div_(static_cast<double>(height)).sub_(1));
    }
    return grid;
}

} // namespace

Augmentation Augmentation::gentle()
{
    Augmentation a;
    a.shearDeg = 18;
    a.heightScale = 0.15;
    a.widthScale = 0.18;
    a.shiftShare = 0.06;
    a.wanderShare = 0.04;
    a.contrast = 0.5;
    a.thickenChance = 0.2;
    a.eraseChance = 0.25;
    a.letterElastic = a.strokeElastic = a.blurChance = a.fadeChance = 0;
    a.rulingChance = a.paperChance = a.showThroughChance = 0;
    return a;
}

Augmentation scaled(Augmentation augmentation, double factor)
{
    for (const auto& [name, change] : kDistortions)
        augmentation.*change *= factor;
    return augmentation;
}

Result<Augmentation> scaled(const Augmentation& augmentation, const std::map<std::string, double>& factors)
{
    const auto all = factors.find(kAllDistortions);
    Augmentation result = all == factors.end() ? augmentation : scaled(augmentation, all->second);
    for (const auto& [wanted, factor] : factors) {
        if (wanted == kAllDistortions)
            continue;
        const auto found = std::find_if(kDistortions.begin(), kDistortions.end(),
                                        [&](const Distortion& distortion) { return distortion.name == wanted; });
        if (found == kDistortions.end()) {
            std::string names = kAllDistortions;
            for (const Distortion& distortion : kDistortions)
                names += ", " + std::string(distortion.name);
            return Error{ErrorCode::InvalidInput,
                         "There is no distortion '" + wanted + "'. These have a name: " + names + "."};
        }
        result.*(found->change) = augmentation.*(found->change) * factor;
    }
    return result;
}

InkBatch makeInkBatch(const std::vector<torch::Tensor>& lines, int paddingPx, const Augmentation* augmentation,
                      std::mt19937_64& random)
{
    const int64_t height = lines[0].size(0);
    const auto count = static_cast<int64_t>(lines.size());
    std::uniform_real_distribution<double> symmetric(-1.0, 1.0);
    std::vector<double> xScales;
    InkBatch batch;
    int64_t inWidth = 0;
    for (const auto& line : lines) {
        xScales.push_back(augmentation ? 1 + symmetric(random) * augmentation->widthScale : 1.0);
        inWidth = std::max(inWidth, line.size(1));
        batch.widths.push_back(static_cast<int64_t>(std::lround(static_cast<double>(line.size(1)) * xScales.back())) +
                               2 * paddingPx);
    }
    // oneDNN compiles its convolutions for every size of batch: training meets few different ones.
    constexpr int64_t kTrainingStep = 64;
    const int64_t widest = *std::max_element(batch.widths.begin(), batch.widths.end());
    const int64_t outWidth = augmentation ? (widest + kTrainingStep - 1) / kTrainingStep * kTrainingStep : widest;

    const int64_t left = augmentation ? 0 : paddingPx;
    auto canvas = torch::zeros({count, 1, height, augmentation ? inWidth : outWidth});
    for (int64_t n = 0; n < count; ++n) {
        const auto& line = lines[static_cast<std::size_t>(n)];
        canvas[n][0].narrow(1, left, line.size(1)).copy_(line).mul_(-1.0 / 255).add_(1.0);
    }
    if (!augmentation) {
        batch.ink = canvas;
        return batch;
    }
    const auto grid = distortionGrid(lines, inWidth, outWidth, paddingPx, *augmentation, xScales, random);
    batch.ink = F::grid_sample(
        canvas, grid,
        F::GridSampleFuncOptions().mode(torch::kBilinear).padding_mode(torch::kZeros).align_corners(false));
    applyInkEffects(batch, *augmentation, random);
    for (int64_t n = 0; n < count; ++n) {
        const int64_t width = batch.widths[static_cast<std::size_t>(n)];
        batch.ink[n].narrow(2, width, outWidth - width).zero_();
    }
    return batch;
}

} // namespace longhand::training

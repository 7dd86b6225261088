#include "augmentation.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace longhand::training
{

namespace F = torch::nn::functional;

namespace
{

/// Every line's own shear, scale, shift and wave, as one sampling grid for the batch.
torch::Tensor distortionGrid(const std::vector<torch::Tensor>& lines, int64_t inWidth, int64_t outWidth, int paddingPx,
                             const Augmentation& a, const std::vector<double>& xScales, std::mt19937_64& random)
{
    std::uniform_real_distribution<double> symmetric(-1.0, 1.0);
    const int64_t height = lines[0].size(0);
    const auto count = static_cast<int64_t>(lines.size());
    auto grid = torch::empty({count, height, outWidth, 2});
    const double middle = static_cast<double>(height) / 2;
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
        grid[n].select(2, 0).copy_(sourceX.mul_(2).add_(1).div_(static_cast<double>(inWidth)).sub_(1));
        grid[n].select(2, 1).copy_(sourceY.mul_(2).add_(1).div_(static_cast<double>(height)).sub_(1));
    }
    return grid;
}

void changeTone(torch::Tensor& ink, const Augmentation& a, std::mt19937_64& random)
{
    std::uniform_real_distribution<double> symmetric(-1.0, 1.0);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    if (unit(random) < a.thickenChance) {
        const auto pool = F::MaxPool2dFuncOptions({2, 2}).stride(1);
        const bool thicken = unit(random) < 0.5;
        const auto padded = F::pad(ink, F::PadFuncOptions({0, 1, 0, 1}));
        const auto pooled = thicken ? F::max_pool2d(padded, pool) : -F::max_pool2d(-padded, pool);
        ink = torch::lerp(ink, pooled, 0.3 + 0.7 * unit(random));
    }
    for (int64_t n = 0; n < ink.size(0); ++n) {
        auto line = ink[n];
        line.clamp_(1e-4, 1.0).pow_(std::exp(symmetric(random) * a.contrast)).mul_(1 - 0.5 * a.contrast * unit(random));
        if (unit(random) < a.eraseChance) {
            const auto width = static_cast<int64_t>(2 + unit(random) * 10);
            const auto height = static_cast<int64_t>((0.3 + 0.7 * unit(random)) * static_cast<double>(line.size(1)));
            const auto left =
                static_cast<int64_t>(unit(random) * static_cast<double>(std::max<int64_t>(1, line.size(2) - width)));
            const auto top = static_cast<int64_t>(unit(random) * static_cast<double>(line.size(1) - height));
            line.narrow(2, left, std::min(width, line.size(2) - left)).narrow(1, top, height).zero_();
        }
    }
    if (a.noise > 0) {
        auto generator = at::detail::createCPUGenerator(random());
        ink.add_(torch::empty_like(ink).normal_(0, a.noise * unit(random), generator));
    }
}

} // namespace

Augmentation scaled(Augmentation a, double factor)
{
    for (double* change : {&a.shearDeg, &a.heightScale, &a.widthScale, &a.shiftShare, &a.wanderShare, &a.contrast,
                           &a.noise, &a.thickenChance, &a.eraseChance})
        *change *= factor;
    return a;
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
    const int64_t outWidth = *std::max_element(batch.widths.begin(), batch.widths.end());

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
    changeTone(batch.ink, *augmentation, random);
    for (int64_t n = 0; n < count; ++n) {
        const int64_t width = batch.widths[static_cast<std::size_t>(n)];
        batch.ink[n].narrow(2, width, outWidth - width).zero_();
    }
    return batch;
}

} // namespace longhand::training

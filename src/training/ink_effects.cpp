#include "ink_effects.h"

#include <algorithm>
#include <cmath>

namespace longhand::training
{

namespace F = torch::nn::functional;

namespace
{

double uniform(std::mt19937_64& random, double from, double to)
{
    return std::uniform_real_distribution<double>(from, to)(random);
}

bool chance(std::mt19937_64& random, double probability)
{
    return uniform(random, 0, 1) < probability;
}

/// Both laid over each other as two inks are, in place.
void layOver(torch::Tensor line, const torch::Tensor& other)
{
    line.addcmul_(other, 1 - line);
}

torch::Tensor thickened(const torch::Tensor& line, std::mt19937_64& random)
{
    const auto grown = F::max_pool2d(line, F::MaxPool2dFuncOptions(3).stride(1).padding(1));
    return torch::lerp(line, grown, uniform(random, 0.2, 0.7));
}

torch::Tensor thinned(const torch::Tensor& line, std::mt19937_64& random)
{
    const auto padded = F::pad(line, F::PadFuncOptions({0, 1, 0, 1}));
    return torch::lerp(line, -F::max_pool2d(-padded, F::MaxPool2dFuncOptions(2).stride(1)), uniform(random, 0.3, 1));
}

torch::Tensor blurred(const torch::Tensor& line, int reach)
{
    return F::avg_pool2d(line, F::AvgPool2dFuncOptions(2 * reach + 1).stride(1).padding(reach));
}

/// Level rulings, sometimes crossed by upright ones, [height, width].
torch::Tensor rulings(int64_t height, int64_t width, std::mt19937_64& random)
{
    const double pitch = uniform(random, 0.3, 1) * static_cast<double>(height);
    const double darkness = uniform(random, 0.08, 0.6), tilt = uniform(random, -0.012, 0.012);
    const double softness = uniform(random, 0.4, 0.9); // px
    const auto x = torch::arange(width, torch::kFloat), y = torch::arange(height, torch::kFloat);
    const auto marks = [&](const torch::Tensor& across) {
        const auto distance = torch::remainder(across - uniform(random, 0, pitch), pitch) - pitch / 2;
        return torch::exp(distance.square() * (-0.5 / (softness * softness))) * darkness;
    };
    torch::Tensor page = marks(y.unsqueeze(1) + x.unsqueeze(0) * tilt);
    constexpr double kSquared = 0.5;
    if (chance(random, kSquared))
        page = torch::maximum(page, marks(x.unsqueeze(0) - y.unsqueeze(1) * tilt));
    return page;
}

void erasePatch(torch::Tensor line, std::mt19937_64& random)
{
    const auto width = static_cast<int64_t>(uniform(random, 2, 12));
    const auto height = static_cast<int64_t>(uniform(random, 0.3, 1) * static_cast<double>(line.size(0)));
    const auto roomX = static_cast<double>(std::max<int64_t>(1, line.size(1) - width));
    const auto left = static_cast<int64_t>(uniform(random, 0, 1) * roomX);
    const auto top = static_cast<int64_t>(uniform(random, 0, 1) * static_cast<double>(line.size(0) - height));
    line.narrow(1, left, std::min(width, line.size(1) - left)).narrow(0, top, height).zero_();
}

void changeStrokes(torch::Tensor line, const Augmentation& a, std::mt19937_64& random)
{
    const auto asBatch = line.unsqueeze(0).unsqueeze(0);
    if (chance(random, a.thickenChance))
        asBatch.copy_(chance(random, 0.5) ? thickened(asBatch, random) : thinned(asBatch, random));
    if (chance(random, a.blurChance))
        asBatch.copy_(torch::lerp(asBatch, blurred(asBatch, 1), uniform(random, 0.3, 1)));
    line.clamp_(1e-4, 1.0).pow_(std::exp(uniform(random, -1, 1) * a.contrast));
    line.mul_(1 - 0.5 * a.contrast * uniform(random, 0, 1));
    if (chance(random, a.fadeChance))
        line.mul_(uniform(random, 0.3, 0.7));
    if (chance(random, a.eraseChance))
        erasePatch(line, random);
}

void changePaper(torch::Tensor line, const Augmentation& a, std::mt19937_64& random, at::Generator& generator)
{
    if (chance(random, a.rulingChance))
        layOver(line, rulings(line.size(0), line.size(1), random));
    if (chance(random, a.paperChance)) {
        const double spacing = 2 * std::pow(24.0, uniform(random, 0, 1)); // from rough paper to shades
        const double strength = uniform(random, 0, 0.12);
        line.add_(smoothNoise(line.size(0), line.size(1), spacing, generator), strength);
    }
    if (a.noise > 0)
        line.add_(torch::empty_like(line).normal_(0, a.noise * uniform(random, 0, 1), generator));
}

} // namespace

torch::Tensor smoothNoise(int64_t height, int64_t width, double spacingPx, at::Generator& generator)
{
    const auto knots = [&](int64_t length) {
        return static_cast<int64_t>(std::ceil(static_cast<double>(length) / spacingPx)) + 1;
    };
    const auto coarse = torch::empty({1, 1, knots(height), knots(width)}).normal_(0, 1, generator);
    return F::interpolate(coarse, F::InterpolateFuncOptions()
                                      .size(std::vector<int64_t>{height, width})
                                      .mode(torch::kBicubic)
                                      .align_corners(true))[0][0];
}

void applyInkEffects(InkBatch& batch, const Augmentation& augmentation, std::mt19937_64& random)
{
    auto generator = at::detail::createCPUGenerator(random());
    const auto lineOf = [&](const torch::Tensor& ink, std::size_t n) {
        return ink[static_cast<int64_t>(n)][0].narrow(1, 0, batch.widths[n]);
    };
    const torch::Tensor before = augmentation.showThroughChance > 0 ? batch.ink.clone() : torch::Tensor();
    for (std::size_t n = 0; n < batch.widths.size(); ++n) {
        auto line = lineOf(batch.ink, n);
        changeStrokes(line, augmentation, random);
        if (chance(random, augmentation.showThroughChance)) {
            const auto other = lineOf(before, random() % batch.widths.size());
            const auto width = std::min(line.size(1), other.size(1));
            const auto mirrored =
                other.narrow(1, 0, width)
                    .flip(1)
                    .roll(static_cast<int64_t>(uniform(random, 0, static_cast<double>(line.size(0)))), 0);
            const auto soft = blurred(mirrored.unsqueeze(0).unsqueeze(0), 2)[0][0];
            layOver(line.narrow(1, 0, width), soft * uniform(random, 0.05, 0.3));
        }
        changePaper(line, augmentation, random, generator);
    }
    batch.ink.clamp_(0, 1);
}

} // namespace longhand::training

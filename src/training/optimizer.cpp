#include "optimizer.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace longhand::training
{

namespace
{

constexpr double kBeta1 = 0.9, kBeta2 = 0.98, kEpsilon = 1e-8;
constexpr double kMatrixBeta = 0.95;
constexpr double kUsualAdamStep = 0.2; ///< root mean square of Adam's updates

torch::Tensor in(const torch::Tensor& flat, const WeightMatrices& m)
{
    return flat.narrow(0, m.offset, m.count * m.rows * m.columns).view({m.count, m.rows, m.columns});
}

} // namespace

std::vector<WeightMatrices> hiddenMatrices(const nn::LineNetworkImpl& network)
{
    constexpr std::int64_t kGates = 4;
    std::vector<WeightMatrices> matrices;
    std::int64_t offset = 0;
    for (const auto& parameter : network.named_parameters()) {
        const std::string_view name = parameter.key();
        const torch::Tensor& weights = parameter.value();
        const bool isOutside = name.starts_with("stem") || name.find("head") != std::string_view::npos;
        if (weights.dim() > 1 && !isOutside) {
            const std::int64_t count = name.starts_with("lstm") ? kGates : 1;
            matrices.push_back({offset, count, weights.size(0) / count, weights.numel() / weights.size(0)});
        }
        offset += weights.numel();
    }
    return matrices;
}

torch::Tensor orthogonalize(const torch::Tensor& matrices)
{
    const bool isTall = matrices.size(1) > matrices.size(2);
    torch::Tensor x = isTall ? matrices.transpose(1, 2) : matrices;
    constexpr double kNoZero = 1e-7;
    x = x / (x.norm(2, {1, 2}, true) + kNoZero);
    constexpr int kSteps = 5;
    const auto factorOf = [](const torch::Tensor& square) { // without its 3.4445 on the diagonal
        return torch::baddbmm(square, square, square, -4.7750, 2.0315);
    };
    if (x.size(2) < 2 * x.size(1)) {
        for (int i = 0; i < kSteps; ++i)
            x = torch::baddbmm(x, factorOf(x.bmm(x.transpose(1, 2))), x, 3.4445);
        return isTall ? x.transpose(1, 2) : x;
    }
    // All factors are polynomials in x x^T, so that the wide matrix need only be multiplied by their product.
    torch::Tensor square = x.bmm(x.transpose(1, 2)), product;
    for (int i = 0; i < kSteps; ++i) {
        torch::Tensor factor = factorOf(square);
        factor.diagonal(0, 1, 2).add_(3.4445);
        product = i == 0 ? factor : factor.bmm(product);
        square = factor.bmm(square).bmm(factor);
    }
    x = product.bmm(x);
    return isTall ? x.transpose(1, 2) : x;
}

Optimizer::Optimizer(const torch::Tensor& weights, std::vector<WeightMatrices> matrices)
    : firstMoment(torch::zeros_like(weights)), secondMoment(torch::zeros_like(weights)),
      m_matrices(std::move(matrices)), m_firstRate(torch::full_like(weights, 1 - kBeta1))
{
    for (const WeightMatrices& m : m_matrices)
        in(m_firstRate, m).fill_(1 - kMatrixBeta);
    // The dearest first, so that the workers finish together.
    const auto cost = [](const WeightMatrices& m) {
        return m.count * m.rows * m.columns * std::min(m.rows, m.columns);
    };
    std::stable_sort(m_matrices.begin(), m_matrices.end(),
                     [&](const WeightMatrices& a, const WeightMatrices& b) { return cost(a) > cost(b); });
}

Result<void> Optimizer::step(torch::Tensor& weights, const torch::Tensor& gradients, double learningRate,
                             const torch::Tensor& decay, Workers& workers)
{
    const torch::NoGradGuard noGrad;
    ++stepsDone;
    firstMoment.lerp_(gradients, m_firstRate);
    secondMoment.mul_(kBeta2).addcmul_(gradients, gradients, 1 - kBeta2);
    const double correction1 = 1 - std::pow(kBeta1, static_cast<double>(stepsDone));
    const double correction2 = 1 - std::pow(kBeta2, static_cast<double>(stepsDone));
    torch::Tensor update = firstMoment / (secondMoment / correction2).sqrt_().add_(kEpsilon).mul_(correction1);
    if (!m_matrices.empty()) {
        const auto worked = workers.run([&](std::size_t worker) {
            const torch::NoGradGuard noGradHere;
            for (std::size_t i = worker; i < m_matrices.size(); i += workers.count()) {
                const WeightMatrices& m = m_matrices[i];
                const torch::Tensor ahead =
                    torch::lerp(in(firstMoment, m), in(gradients, m), 1 - kMatrixBeta); // Nesterov
                const double size = kUsualAdamStep * std::sqrt(static_cast<double>(std::max(m.rows, m.columns)));
                in(update, m).copy_(orthogonalize(ahead)).mul_(size);
            }
        });
        if (!worked)
            return worked;
    }
    weights.addcmul_(weights, decay, -learningRate);
    weights.sub_(update, learningRate);
    return {};
}

} // namespace longhand::training

#include "flat_parameters.h"

namespace longhand::training
{

FlatParameters flatten(nn::LineNetworkImpl& network, const torch::Tensor& shared)
{
    torch::NoGradGuard noGrad;
    auto parameters = network.parameters();
    FlatParameters flat;
    if (shared.defined()) {
        flat.weights = shared;
    } else {
        std::vector<torch::Tensor> pieces;
        for (const auto& p : parameters)
            pieces.push_back(p.detach().reshape({-1}));
        flat.weights = torch::cat(pieces);
    }
    flat.gradients = torch::zeros_like(flat.weights);
    int64_t offset = 0;
    for (auto& p : parameters) {
        const auto view = [&](const torch::Tensor& t) { return t.narrow(0, offset, p.numel()).view(p.sizes()); };
        p.set_data(view(flat.weights));
        p.mutable_grad() = view(flat.gradients);
        offset += p.numel();
    }
    return flat;
}

torch::Tensor gatherBuffers(nn::LineNetworkImpl& network)
{
    std::vector<torch::Tensor> pieces;
    for (const auto& b : network.buffers())
        if (b.is_floating_point())
            pieces.push_back(b.reshape({-1}));
    return torch::cat(pieces);
}

void scatterBuffers(nn::LineNetworkImpl& network, const torch::Tensor& flat)
{
    torch::NoGradGuard noGrad;
    int64_t offset = 0;
    for (auto& b : network.buffers())
        if (b.is_floating_point()) {
            b.copy_(flat.narrow(0, offset, b.numel()).view(b.sizes()));
            offset += b.numel();
        }
}

} // namespace longhand::training

#include "soft_targets.h"

namespace longhand::training
{

double accumulateSoftTargets(Replica& replica, nn::LineNetwork& teacher, const PreparedBatch& batch,
                             const LossConfig& loss, double weight)
{
    torch::Tensor wanted;
    if (weight > 0) {
        const torch::NoGradGuard noGrad;
        wanted = teacher->forward(batch.input.ink, batch.input.widths).logits.log_softmax(2);
    }
    replica.network->setGenerator(at::detail::createCPUGenerator(batch.dropoutSeed));
    const auto output = replica.network->forward(batch.input.ink, batch.input.widths);
    const auto main = ctcLoss(output.logits, batch) / loss.charsInStep;
    auto total = main + loss.shortcutWeight * ctcLoss(output.shortcutLogits, batch) / loss.charsInStep;
    if (weight > 0) {
        const auto frames = torch::tensor(batch.frames);
        const auto inLine = (torch::arange(output.logits.size(0)).unsqueeze(1) < frames.unsqueeze(0)).unsqueeze(2);
        const auto given = output.logits.log_softmax(2);
        const auto divergence = (wanted.exp() * (wanted - given) * inLine).sum() / loss.charsInStep;
        total = total + weight * divergence;
    }
    total.backward();
    return main.item<double>();
}

} // namespace longhand::training

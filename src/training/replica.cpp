#include "replica.h"

namespace longhand::training
{

torch::Tensor pixelsOf(const Sample& sample)
{
    const auto pixels = sample.pack->pixels(*sample.item);
    // from_blob wants a mutable pointer; nothing writes to it.
    return torch::from_blob(const_cast<std::uint8_t*>(pixels.data()), {sample.pack->heightPx(), sample.item->widthPx},
                            torch::kByte);
}

double Replica::accumulate(const BatchSampler& sampler, const std::vector<std::size_t>& batch, const LossConfig& loss,
                           const Augmentation* augmentation, std::mt19937_64 random)
{
    std::vector<torch::Tensor> lines;
    std::vector<std::int64_t> targets, targetLengths, frames;
    for (const std::size_t i : batch) {
        const Sample& sample = sampler.samples()[i];
        lines.push_back(pixelsOf(sample));
        targets.insert(targets.end(), sample.target.begin(), sample.target.end());
        targetLengths.push_back(static_cast<std::int64_t>(sample.target.size()));
    }
    const auto& architecture = network->architecture();
    const InkBatch input = makeInkBatch(lines, architecture.paddingPx, augmentation, random);
    for (const int64_t width : input.widths)
        frames.push_back(architecture.frames(static_cast<int>(width)));

    network->setGenerator(at::detail::createCPUGenerator(random()));
    const auto output = network->forward(input.ink, input.widths);
    const auto ctc = [&](const torch::Tensor& logits) {
        constexpr bool kZeroInfinity = true; // a line squeezed below its text's length teaches nothing
        return torch::ctc_loss(logits.log_softmax(2), torch::tensor(targets), torch::tensor(frames),
                               torch::tensor(targetLengths), 0, at::Reduction::Sum, kZeroInfinity) /
               loss.charsInStep;
    };
    const auto main = ctc(output.logits);
    (main + loss.shortcutWeight * ctc(output.shortcutLogits)).backward();
    return main.item<double>();
}

std::vector<std::vector<std::int64_t>> bestPaths(const torch::Tensor& logits, const std::vector<int64_t>& frames)
{
    const auto best = logits.argmax(2).to(torch::kLong).t().contiguous(); // [batch, frames]
    std::vector<std::vector<std::int64_t>> texts;
    for (std::size_t n = 0; n < frames.size(); ++n) {
        const auto* classes = best[static_cast<int64_t>(n)].data_ptr<int64_t>();
        std::vector<std::int64_t> text;
        std::int64_t previous = 0;
        for (int64_t t = 0; t < frames[n]; ++t) {
            if (classes[t] != 0 && classes[t] != previous)
                text.push_back(classes[t]);
            previous = classes[t];
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

} // namespace longhand::training

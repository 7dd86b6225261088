#include "replica.h"

#include <algorithm>

#include "pen_drawing.h"

namespace longhand::training
{

namespace
{

torch::Tensor toTensor(const GrayImage& line)
{
    auto pixels = torch::empty({line.height, line.width}, torch::kByte);
    std::copy(line.pixels.begin(), line.pixels.end(), pixels.data_ptr<std::uint8_t>());
    return pixels;
}

} // namespace

torch::Tensor pixelsOf(const Sample& sample, std::span<const Sample* const> neighbours, std::mt19937_64& random)
{
    if (sample.item->coding != LineCoding::Strokes)
        return toTensor(sample.pack->picture(*sample.item));
    constexpr double kNeighbourShows = 0.4;
    std::bernoulli_distribution shows(kNeighbourShows);
    const auto draw = [&]() -> PenStrokes {
        if (neighbours.empty() || !shows(random))
            return {};
        const Sample& other = *neighbours[random() % neighbours.size()];
        return other.pack->strokes(*other.item);
    };
    const PenStrokes above = draw(), below = draw();
    return toTensor(drawPenStrokes(sample.pack->strokes(*sample.item),
                                   {above.empty() ? nullptr : &above, below.empty() ? nullptr : &below},
                                   sample.pack->heightPx(), random));
}

double Replica::accumulate(const BatchSampler& sampler, const std::vector<std::size_t>& batch, const LossConfig& loss,
                           const Augmentation* augmentation, std::mt19937_64 random)
{
    std::vector<torch::Tensor> lines;
    std::vector<std::int64_t> targets, targetLengths, frames;
    std::vector<const Sample*> others;
    for (const std::size_t i : batch)
        others.push_back(&sampler.samples()[i]);
    for (const std::size_t i : batch) {
        const Sample& sample = sampler.samples()[i];
        lines.push_back(pixelsOf(sample, others, random));
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

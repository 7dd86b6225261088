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

/// Normalised pixels of a sample, [height, width] bytes. Strokes are drawn as `random` chooses, between other lines of
/// the batch where those are strokes too.
torch::Tensor pixelsOf(const Sample& sample, std::span<const Sample* const> batch, std::mt19937_64& random)
{
    if (sample.item->coding != LineCoding::Strokes)
        return toTensor(sample.pack->picture(*sample.item));
    constexpr double kNeighbourShows = 0.4;
    std::bernoulli_distribution shows(kNeighbourShows);
    const auto neighbour = [&]() -> PenStrokes {
        const bool shown = shows(random);
        const Sample& other = *batch[random() % batch.size()];
        return shown && &other != &sample ? other.pack->strokes(*other.item) : PenStrokes();
    };
    const PenStrokes above = neighbour(), below = neighbour();
    return toTensor(drawPenStrokes(sample.pack->strokes(*sample.item),
                                   {above.empty() ? nullptr : &above, below.empty() ? nullptr : &below},
                                   sample.pack->heightPx(), random));
}

} // namespace

PreparedBatch prepareBatch(std::span<const Sample* const> lines, const nn::Architecture& architecture,
                           const Augmentation* augmentation, std::mt19937_64 random)
{
    PreparedBatch batch;
    std::vector<torch::Tensor> pixels;
    for (const Sample* line : lines) {
        pixels.push_back(pixelsOf(*line, lines, random));
        batch.targets.insert(batch.targets.end(), line->target.begin(), line->target.end());
        batch.targetLengths.push_back(static_cast<std::int64_t>(line->target.size()));
    }
    batch.input = makeInkBatch(pixels, architecture.paddingPx, augmentation, random);
    for (const int64_t width : batch.input.widths)
        batch.frames.push_back(architecture.frames(static_cast<int>(width)));
    batch.dropoutSeed = random();
    return batch;
}

torch::Tensor ctcLoss(const torch::Tensor& logits, const PreparedBatch& batch)
{
    constexpr bool kZeroInfinity = true; // a line squeezed below its text's length teaches nothing
    return torch::ctc_loss(logits.log_softmax(2), torch::tensor(batch.targets).to(logits.device()),
                           torch::tensor(batch.frames), torch::tensor(batch.targetLengths), 0, at::Reduction::Sum,
                           kZeroInfinity);
}

double Replica::accumulate(const PreparedBatch& batch, const LossConfig& loss)
{
    const torch::Device device = parameters.weights.device();
    if (device.is_cpu()) // CUDA's dropout follows the global generator
        network->setGenerator(at::detail::createCPUGenerator(batch.dropoutSeed));
    const auto output = network->forward(batch.input.ink.to(device), batch.input.widths);
    const auto main = ctcLoss(output.logits, batch) / loss.charsInStep;
    const auto total = main + loss.shortcutWeight * ctcLoss(output.shortcutLogits, batch) / loss.charsInStep;
    total.backward();
    return main.item<double>();
}

nn::LineNetwork copyOf(nn::LineNetworkImpl& from, const nn::ModelInfo& model, double dropout)
{
    const torch::NoGradGuard noGrad;
    nn::LineNetwork copy(model.architecture, model.alphabet.classCount(), dropout);
    auto to = copy->parameters();
    const auto weights = from.parameters();
    for (std::size_t p = 0; p < to.size(); ++p)
        to[p].copy_(weights[p]);
    scatterBuffers(*copy, gatherBuffers(from));
    return copy;
}

std::vector<std::vector<std::int64_t>> bestPaths(const torch::Tensor& logits, const std::vector<int64_t>& frames)
{
    const auto best = logits.argmax(2).to(torch::kCPU, torch::kLong).t().contiguous(); // [batch, frames]
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

#include "validation.h"

#include "longhand/text/error_rate.h"
#include "longhand/text/unicode.h"

namespace longhand::training
{

namespace
{

constexpr std::size_t kBatch = 16;
/// Validation lines that are strokes look the same each time.
constexpr std::uint64_t kDrawingSeed = 0;

} // namespace

Result<Validation> validate(Workers& workers, const std::vector<Sample>& samples, const nn::ModelInfo& model,
                            const torch::Tensor& weights, const torch::Tensor& buffers, bool bfloat16)
{
    const std::size_t batches = (samples.size() + kBatch - 1) / kBatch;
    std::vector<std::map<std::string, text::ErrorCounts>> counts(workers.count());
    const auto worked = workers.run([&](std::size_t worker) {
        const torch::NoGradGuard noGrad;
        nn::LineNetwork network(model.architecture, model.alphabet.classCount());
        network->to(weights.device());
        flatten(*network, weights);
        scatterBuffers(*network, buffers);
        network->setBfloat16Convolutions(bfloat16);
        network->eval();
        for (std::size_t b = worker; b < batches; b += workers.count()) {
            std::vector<const Sample*> lines;
            for (std::size_t i = b * kBatch; i < std::min((b + 1) * kBatch, samples.size()); ++i)
                lines.push_back(&samples[i]);
            const PreparedBatch batch = prepareBatch(lines, model.architecture, nullptr,
                                                     seededGenerator(kDrawingSeed, static_cast<std::int64_t>(b), 0));
            const auto output = network->forward(batch.input.ink.to(weights.device()), batch.input.widths);
            const auto texts = bestPaths(output.logits, batch.frames);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                std::u32string reading;
                for (const auto c : texts[i])
                    reading += model.alphabet.character(static_cast<int>(c));
                counts[worker][lines[i]->item->set].add(lines[i]->item->text, text::toUtf8(reading));
            }
        }
    });
    if (!worked)
        return worked.error();
    std::map<std::string, text::ErrorCounts> perSet;
    text::ErrorCounts total;
    for (const auto& worker : counts)
        for (const auto& [set, count] : worker) {
            perSet[set] += count;
            total += count;
        }
    Validation result;
    result.cer = total.cer();
    for (const auto& [set, count] : perSet)
        result.cerPerSet[set] = count.cer();
    return result;
}

} // namespace longhand::training

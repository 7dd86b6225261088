#include "alphabet_growth.h"

namespace longhand::training
{

namespace
{

/// How much less likely than the average character a new one begins, in nats.
constexpr double kNewCharacterHandicap = 3;

/// Rows are classes. The blank's row 0 is no character and does not count for the average.
torch::Tensor withNewRows(const torch::Tensor& rows, int64_t count, double offset)
{
    const auto average = rows.narrow(0, 1, rows.size(0) - 1).mean(0, true) + offset;
    auto sizes = average.sizes().vec();
    sizes[0] = count;
    return torch::cat({rows, average.expand(sizes)});
}

} // namespace

std::u32string newCharacters(const text::Alphabet& alphabet, std::span<const std::u32string> texts)
{
    std::u32string found;
    for (const std::u32string& text : texts)
        for (const char32_t c : text)
            if (alphabet.classOf(c) < 0 && found.find(c) == std::u32string::npos)
                found += c;
    return found;
}

Result<nn::LoadedModel> growAlphabet(nn::LoadedModel model, const std::u32string& characters)
{
    if (characters.empty())
        return model;
    auto alphabet = text::Alphabet::fromCharacters(model.info.alphabet.characters() + characters);
    if (!alphabet)
        return alphabet.error();
    const torch::NoGradGuard noGrad;
    nn::LineNetwork grown(model.info.architecture, alphabet->classCount());
    const auto count = static_cast<int64_t>(characters.size());
    const auto old = model.network->named_parameters();
    for (auto& parameter : grown->named_parameters()) {
        const torch::Tensor& from = old[parameter.key()];
        torch::Tensor& to = parameter.value();
        const bool isBias = from.dim() == 1;
        to.copy_(to.sizes() == from.sizes() ? from : withNewRows(from, count, isBias ? -kNewCharacterHandicap : 0));
    }
    const auto oldBuffers = model.network->buffers();
    auto buffers = grown->buffers();
    for (std::size_t i = 0; i < buffers.size(); ++i)
        buffers[i].copy_(oldBuffers[i]);
    grown->eval();
    model.info.alphabet = std::move(*alphabet);
    model.network = grown;
    return model;
}

} // namespace longhand::training

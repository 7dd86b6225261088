#include "longhand/nn/model_file.h"
#include "longhand/text/unicode.h"
#include "longhand/training/trainer.h"

namespace longhand::training
{

Result<void> writeUntrainedModel(const std::filesystem::path& path, const std::string& architecture,
                                 const std::string& characters, std::uint64_t seed)
{
    torch::manual_seed(seed);
    auto alphabet = text::Alphabet::fromCharacters(text::toCodePoints(characters));
    if (!alphabet)
        return alphabet.error();
    nn::ModelInfo info;
    info.name = "untrained";
    info.alphabet = std::move(*alphabet);
    info.architecture = architecture == "tiny" ? nn::Architecture::tiny() : nn::Architecture::standard();
    nn::LineNetwork network(info.architecture, info.alphabet.classCount());
    return nn::writeModel(path, info, *network);
}

} // namespace longhand::training

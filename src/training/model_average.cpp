#include "longhand/training/model_average.h"

#include <nlohmann/json.hpp>

#include "flat_parameters.h"
#include "longhand/base/files.h"
#include "longhand/nn/model_file.h"

namespace longhand::training
{

Result<void> averageModels(std::span<const std::filesystem::path> models, const std::filesystem::path& output)
{
    if (models.size() < 2)
        return Error{ErrorCode::InvalidInput, "Name at least two models to average."};
    nn::LoadedModel first;
    torch::Tensor weights, buffers;
    for (const std::filesystem::path& path : models) {
        auto model = nn::readModel(path);
        if (!model)
            return model.error();
        const torch::Tensor own = flatten(*model->network).weights;
        const torch::Tensor statistics = gatherBuffers(*model->network);
        if (!weights.defined()) {
            first = std::move(*model);
            weights = own.clone();
            buffers = statistics.clone();
            continue;
        }
        if (model->info.architecture.toJson() != first.info.architecture.toJson() ||
            model->info.alphabet.characters() != first.info.alphabet.characters())
            return Error{ErrorCode::InvalidInput,
                         quoted(path) + " has another network or alphabet than " + quoted(models.front()) +
                             ". Only models that were trained from one another can be averaged."};
        weights.add_(own);
        buffers.add_(statistics);
    }
    const auto count = static_cast<double>(models.size());
    flatten(*first.network, weights.div_(count));
    scatterBuffers(*first.network, buffers.div_(count));
    auto history = nlohmann::json::parse(first.info.historyJson);
    history.push_back({{"mean_of_models", models.size()}});
    first.info.historyJson = history.dump();
    first.info.errorRatesJson = "{}"; // nobody has measured the mean yet
    return nn::writeModel(output, first.info, *first.network);
}

} // namespace longhand::training

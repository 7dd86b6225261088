#include "fine_tuning_data.h"

#include <algorithm>
#include <map>

#include "longhand/base/files.h"
#include "training_data.h"

namespace longhand::training
{

namespace
{

constexpr int kMostLinesInBatch = 32;
/// An equal share for every set, so all that data/rehearsal.pack has: a few lines would judge 0.3 points by a handful
/// of characters.
constexpr int kRehearsalCheckLines = 400;

constexpr const char* kOwn = "own";
constexpr const char* kRead = "read";

using Weights = std::map<std::string, double>;

std::unique_ptr<BatchSampler> batchesOf(std::vector<Sample> samples, const Weights& weights, int columns,
                                        std::uint64_t seed)
{
    return std::make_unique<BatchSampler>(std::move(samples), weights, columns, kMostLinesInBatch, seed);
}

/// How often a read line is drawn, compared with one that a person transcribed, so that they are `share` of all; but
/// never more often than that one.
double weightOfRead(std::size_t transcribed, std::size_t read, double share)
{
    const double weight = static_cast<double>(transcribed) / static_cast<double>(std::max<std::size_t>(1, read));
    return std::min(1.0, weight * share / (1 - share));
}

} // namespace

Result<FineTuningData> packOwnLines(const FineTuneRequest& request, const nn::ModelInfo& model)
{
    const auto path = request.workFolder / "own.pack";
    auto writer = PackWriter::create(path, model.architecture.inputHeightPx);
    if (!writer)
        return writer.error();
    const auto add = [&](const std::vector<OwnLine>& lines, const char* set, const char* split) -> Result<void> {
        for (const OwnLine& line : lines) {
            PackItem item;
            item.set = set;
            item.split = split;
            item.text = line.text;
            if (auto added = writer->add(line.picture, std::move(item)); !added)
                return added;
        }
        return {};
    };
    if (auto added = add(request.learn, kOwn, "train"); !added)
        return added.error();
    if (auto added = add(request.read, kRead, "train"); !added)
        return added.error();
    if (auto added = add(request.heldOut, kOwn, "val"); !added)
        return added.error();
    if (auto finished = writer->finish(); !finished)
        return finished.error();
    auto packs = openPacks({path});
    if (!packs)
        return packs.error();
    FineTuningData own;
    own.packs = std::move(*packs);
    TrainingData data =
        collectSamples(own.packs, model.alphabet, model.architecture, static_cast<int>(request.heldOut.size()));
    own.read = static_cast<std::size_t>(
        std::ranges::count(data.training, kRead, [](const Sample& sample) { return sample.item->set; }));
    const std::size_t transcribed = data.training.size() - own.read;
    if (transcribed == 0)
        return Error{ErrorCode::InvalidInput, "None of the lines can be learnt from: their texts do not fit into their "
                                              "pictures. Check them, or correct a few more lines."};
    own.warnings = std::move(data.warnings);
    own.check = std::move(data.validation);
    const auto columns = static_cast<int>(request.recipe.ownShare * request.recipe.columnsPerBatch);
    const Weights weights{{kRead, weightOfRead(transcribed, own.read, request.recipe.readShare)}};
    own.batches = batchesOf(std::move(data.training), weights, columns, request.seed);
    return own;
}

Result<FineTuningData> openRehearsal(const FineTuneRequest& request, const nn::ModelInfo& model)
{
    FineTuningData rehearsal;
    if (request.rehearsalPacks.empty())
        return rehearsal;
    auto packs = openPacks(request.rehearsalPacks);
    if (!packs)
        return packs.error();
    rehearsal.packs = std::move(*packs);
    if (rehearsal.packs.front().heightPx() != model.architecture.inputHeightPx)
        return Error{ErrorCode::InvalidInput, "The rehearsal lines " + quoted(request.rehearsalPacks.front()) +
                                                  " have another height than the model reads. Reinstall Longhand."};
    TrainingData data = collectSamples(rehearsal.packs, model.alphabet, model.architecture, kRehearsalCheckLines);
    rehearsal.check = std::move(data.validation);
    const auto columns = static_cast<int>((1 - request.recipe.ownShare) * request.recipe.columnsPerBatch);
    constexpr int kFewestColumns = 200;
    if (!data.training.empty() && columns >= kFewestColumns)
        rehearsal.batches = batchesOf(std::move(data.training), {}, columns, request.seed + 1);
    return rehearsal;
}

} // namespace longhand::training

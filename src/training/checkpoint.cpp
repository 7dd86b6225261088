#include "checkpoint.h"

#include <nlohmann/json.hpp>

#include "longhand/base/files.h"
#include "longhand/nn/safetensors.h"

namespace longhand::training
{

namespace
{
constexpr const char* kMetadataKey = "longhand-checkpoint";

template <class Visit>
void visitTensors(Checkpoint& c, const Visit& visit)
{
    visit("weights", c.weights);
    visit("average_weights", c.averageWeights);
    visit("first_moment", c.firstMoment);
    visit("second_moment", c.secondMoment);
    visit("buffers", c.buffers);
    visit("average_buffers", c.averageBuffers);
}
} // namespace

Result<void> writeCheckpoint(const std::filesystem::path& path, const Checkpoint& checkpoint)
{
    nn::Safetensors content;
    Checkpoint copy = checkpoint; // tensors are handles, so this copies no data
    visitTensors(copy, [&](const char* name, torch::Tensor& tensor) { content.tensors[name] = tensor; });
    const nlohmann::json json = {{"step", checkpoint.step},
                                 {"adam_steps", checkpoint.adamSteps},
                                 {"seconds", checkpoint.seconds},
                                 {"best_cer", checkpoint.bestCer},
                                 {"best_cer_per_set", checkpoint.bestCerPerSet},
                                 {"checks_without_gain", checkpoint.checksWithoutGain},
                                 {"alphabet", checkpoint.alphabet},
                                 {"architecture", checkpoint.architecture}};
    content.metadata[kMetadataKey] = json.dump();
    return nn::writeSafetensors(path, content);
}

Result<Checkpoint> readCheckpoint(const std::filesystem::path& path)
{
    auto content = nn::readSafetensors(path);
    if (!content)
        return content.error();
    const Error damaged{ErrorCode::Damaged,
                        "The checkpoint " + quoted(path) + " is damaged. Remove it to start the training afresh."};
    Checkpoint checkpoint;
    bool complete = true;
    visitTensors(checkpoint, [&](const char* name, torch::Tensor& tensor) {
        const auto found = content->tensors.find(name);
        if (found == content->tensors.end())
            complete = false;
        else
            tensor = found->second;
    });
    try {
        const auto json = nlohmann::json::parse(content->metadata[kMetadataKey]);
        checkpoint.step = json.at("step");
        checkpoint.adamSteps = json.at("adam_steps");
        checkpoint.seconds = json.value("seconds", 0.0);
        checkpoint.bestCer = json.at("best_cer");
        checkpoint.bestCerPerSet = json.at("best_cer_per_set").get<std::map<std::string, double>>();
        checkpoint.checksWithoutGain = json.at("checks_without_gain");
        checkpoint.alphabet = json.at("alphabet");
        checkpoint.architecture = json.at("architecture");
    } catch (const nlohmann::json::exception&) {
        return damaged;
    }
    if (!complete)
        return damaged;
    return checkpoint;
}

} // namespace longhand::training

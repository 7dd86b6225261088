#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/result.h"

namespace longhand::training
{

struct TrainConfig {
    std::vector<std::filesystem::path> packs;
    std::filesystem::path output;     ///< model file, written whenever a validation is the best so far
    std::filesystem::path workFolder; ///< checkpoint, log.jsonl and curve.svg; resumed from when a checkpoint is there
    std::filesystem::path startModel; ///< weights, alphabet and sizes to begin with; empty: from scratch
    double stretch = 0;               ///< of the network (nn::Architecture); 0: that of the start model, or 1
    std::string architecture = "standard"; ///< "standard" or "tiny"; ignored with a start model
    std::string modelName = "longhand";
    std::string description, license, credits; ///< for the model's header
    std::map<std::string, double> setWeights;  ///< how often a set is drawn relative to 1

    std::int64_t steps = 4000;
    int replicas = 2;            ///< batches worked on at the same time, one thread each (CPU)
    int columnsPerBatch = 12000; ///< per replica
    int maxLinesPerBatch = 48;   ///< per replica
    double learningRate = 1e-3;
    std::int64_t warmUpSteps = 200;
    double weightDecay = 1e-2;
    double gradientClip = 5.0;
    double dropout = 0.25;
    std::map<std::string, double> distortions; ///< factors of the usual ones by name, as in `augmentation.h`
    double maskShare = 0.2; ///< the most of a line's frames that are hidden from the LSTM; with `augment`
    double shortcutWeight = 0.15; ///< of the loss of the head straight from the CNN
    double averageDecay = 0.998;  ///< of the weights that are validated and saved
    bool augment = true;
    bool bfloat16 = true;               ///< convolutions in bfloat16 where the processor has it
    std::int64_t validateEvery = 400;   ///< steps
    std::int64_t checkpointEvery = 200; ///< steps
    int patience = 0;                   ///< ends after so many validations without a gain; 0: never
    std::string device = "auto";        ///< "auto", "cpu" or "cuda"; auto is CUDA where there is one
    int validationLines = 600;          ///< at most, spread over the sets
    std::uint64_t seed = 1;
};

struct TrainProgress {
    std::int64_t step = 0;
    std::int64_t steps = 0;
    double loss = 0; ///< running mean of the CTC loss per character
    double linesPerSecond = 0;
    double secondsLeft = 0;
    double validationCer = -1; ///< of the last validation, -1 before it
};

struct TrainReport {
    std::int64_t stepsDone = 0;
    std::int64_t skippedSteps = 0; ///< of this run: the loss or the gradients were no numbers
    double validationCer = -1;     ///< of the model written: the best
    std::map<std::string, double> cerPerSet;
    bool stopped = false;              ///< on request, before the last step
    bool gainsEnded = false;           ///< patience was over
    std::vector<std::string> warnings; ///< lines left out, and why
};

/// Trains a line reader with CTC. Blocks; `progress` is called after every step on the calling thread. A stop ends
/// after the current step with the checkpoint written. Errors: those of LinePack and model files; InvalidInput for
/// packs without usable lines or of mixed heights; Unsupported for a device that is not there; Internal when the loss
/// diverges (the last good checkpoint stays).
Result<TrainReport> train(const TrainConfig& config, std::stop_token stop = {},
                          const std::function<void(const TrainProgress&)>& progress = {});

/// A model with random weights, for tests and as a start. `characters`: UTF-8.
Result<void> writeUntrainedModel(const std::filesystem::path& path, const std::string& architecture,
                                 const std::string& characters, std::uint64_t seed);

} // namespace longhand::training

#pragma once

#include <torch/torch.h>

#include <filesystem>
#include <map>
#include <string>

#include "longhand/base/result.h"

namespace longhand::training
{

/// Everything a run needs to go on as if it had never stopped.
struct Checkpoint {
    torch::Tensor weights, averageWeights, firstMoment, secondMoment, buffers, averageBuffers;
    std::int64_t step = 0;
    std::int64_t adamSteps = 0;
    double seconds = 0; ///< worked so far
    double bestCer = -1;
    std::map<std::string, double> bestCerPerSet;
    int checksWithoutGain = 0;
    std::string alphabet;     ///< UTF-8
    std::string architecture; ///< JSON
};

/// Atomic: the old checkpoint is there until the new one is whole. Errors: those of writeSafetensors.
Result<void> writeCheckpoint(const std::filesystem::path& path, const Checkpoint& checkpoint);
/// Errors: those of readSafetensors; Damaged when a part is missing.
Result<Checkpoint> readCheckpoint(const std::filesystem::path& path);

} // namespace longhand::training

#pragma once

#include <filesystem>
#include <string>

#include "longhand/base/result.h"
#include "longhand/nn/architecture.h"
#include "longhand/nn/calibration.h"
#include "longhand/nn/network.h"
#include "longhand/text/alphabet.h"

namespace longhand::nn
{

inline constexpr int kModelFormatVersion = 1;

/// What a model file says of itself; docs/model-format.md lists the keys.
struct ModelInfo {
    std::string name;
    std::string description;
    std::string license;
    std::string credits;
    text::Alphabet alphabet;
    Architecture architecture;
    Calibration calibration;
    std::string historyJson = "[]";    ///< JSON array, one object per training run
    std::string errorRatesJson = "{}"; ///< JSON object: set name to measured rates
};

/// Reads only the header. Errors: those of readSafetensorsMetadata; Unsupported for a newer format, naming the remedy.
Result<ModelInfo> readModelInfo(const std::filesystem::path& path);

struct LoadedModel {
    ModelInfo info;
    LineNetwork network{nullptr}; ///< float32 on the CPU, eval mode
};
/// Errors: as above; Damaged when a weight is missing, has another shape than the architecture asks for, or is not finite.
Result<LoadedModel> readModel(const std::filesystem::path& path);

/// Weights in half precision.
Result<void> writeModel(const std::filesystem::path& path, const ModelInfo& info, LineNetworkImpl& network);

/// Replaces the calibration in the file, atomically; everything else stays as it is. Errors: those of readModel and
/// writeSafetensors.
Result<void> writeCalibration(const std::filesystem::path& path, const Calibration& calibration);

/// The header as indented JSON.
Result<std::string> describeModelFile(const std::filesystem::path& path);

} // namespace longhand::nn

#pragma once

#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "longhand/nn/model_file.h"

namespace longhand::nn
{

/// Where the description stands in a safetensors file's metadata.
inline constexpr const char* kMetadataKey = "longhand";

/// The description of a model file. `name` is for messages. Errors: Unsupported (no model, newer format), Damaged.
Result<nlohmann::json> modelHeader(const std::map<std::string, std::string>& metadata, const std::string& name);
/// Errors: Damaged, Unsupported.
Result<ModelInfo> infoOf(const nlohmann::json& header, const std::string& name);
/// Throws nlohmann::json::exception when the history or the error rates are no JSON.
nlohmann::json headerOf(const ModelInfo& info);
nlohmann::json calibrationToJson(const Calibration& calibration);

/// Parameters and buffers by name, without what only training needs.
std::map<std::string, torch::Tensor> namedWeights(LineNetworkImpl& network);

} // namespace longhand::nn

#include "longhand/nn/model_file.h"

#include <nlohmann/json.hpp>

#include "longhand/base/files.h"
#include "longhand/nn/safetensors.h"
#include "nn/model_header.h"

namespace longhand::nn
{

using nlohmann::json;

Result<ModelInfo> readModelInfo(const std::filesystem::path& path)
{
    auto metadata = readSafetensorsMetadata(path);
    if (!metadata)
        return metadata.error();
    auto header = modelHeader(*metadata, quoted(path));
    if (!header)
        return header.error();
    return infoOf(*header, quoted(path));
}

Result<LoadedModel> readModel(const std::filesystem::path& path)
try {
    auto content = readSafetensors(path);
    if (!content)
        return content.error();
    auto header = modelHeader(content->metadata, quoted(path));
    if (!header)
        return header.error();
    auto info = infoOf(*header, quoted(path));
    if (!info)
        return info.error();
    const auto damaged = [&](const std::string& what) {
        return Error{ErrorCode::Damaged, "The model " + quoted(path) + " is damaged (" + what + "). Get a new copy of it."};
    };

    // A hostile header could describe a network far larger than the file, so its size is bounded before it is built.
    std::uint64_t storedElements = 0;
    for (const auto& [key, tensor] : content->tensors)
        storedElements += static_cast<std::uint64_t>(tensor.numel());
    if (info->architecture.parameterEstimate(info->alphabet.classCount()) > 2 * storedElements + 1'000'000)
        return damaged("its network is larger than its weights");

    LoadedModel model;
    model.network = LineNetwork(info->architecture, info->alphabet.classCount());
    model.info = std::move(*info);
    torch::NoGradGuard noGrad;
    for (auto& [key, weight] : namedWeights(*model.network)) {
        const auto found = content->tensors.find(key);
        if (found == content->tensors.end())
            return damaged("weight '" + key + "' is missing");
        if (found->second.sizes() != weight.sizes())
            return damaged("weight '" + key + "' has the wrong shape");
        weight.copy_(found->second);
        if (!torch::isfinite(weight).all().item<bool>())
            return damaged("weight '" + key + "' is not finite");
    }
    model.network->eval();
    return model;
} catch (const c10::Error& e) {
    return Error{ErrorCode::Internal, "The model " + quoted(path) + " could not be loaded: " + e.what_without_backtrace()};
}

Result<void> writeModel(const std::filesystem::path& path, const ModelInfo& info, LineNetworkImpl& network)
try {
    const json header = headerOf(info);
    Safetensors content;
    content.metadata = {{"format", "pt"}, {kMetadataKey, header.dump()}};
    for (const auto& [key, weight] : namedWeights(network))
        content.tensors[key] = weight.detach().cpu().to(torch::kHalf);
    return writeSafetensors(path, content);
} catch (const json::exception& e) {
    return Error{ErrorCode::InvalidInput, std::string("The model's description is not valid JSON: ") + e.what()};
}

Result<void> writeCalibration(const std::filesystem::path& path, const Calibration& calibration)
{
    auto content = readSafetensors(path);
    if (!content)
        return content.error();
    auto header = modelHeader(content->metadata, quoted(path));
    if (!header)
        return header.error();
    (*header)["calibration"] = calibrationToJson(calibration);
    if (const auto info = infoOf(*header, quoted(path)); !info)
        return info.error();
    content->metadata[kMetadataKey] = header->dump();
    return writeSafetensors(path, *content);
}

Result<std::string> describeModelFile(const std::filesystem::path& path)
{
    auto metadata = readSafetensorsMetadata(path);
    if (!metadata)
        return metadata.error();
    auto header = modelHeader(*metadata, quoted(path));
    if (!header)
        return header.error();
    auto info = infoOf(*header, quoted(path));
    if (!info)
        return info.error();
    return header->dump(2);
}

} // namespace longhand::nn

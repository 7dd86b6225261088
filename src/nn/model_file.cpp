#include "longhand/nn/model_file.h"

#include <nlohmann/json.hpp>

#include "longhand/base/files.h"
#include "longhand/nn/safetensors.h"
#include "longhand/text/unicode.h"

namespace longhand::nn
{

namespace
{

using nlohmann::json;

constexpr const char* kMetadataKey = "longhand";

/// How pictures become input: written into the file so that a reader that does otherwise can refuse.
constexpr const char* kNormalization = "height-scaled, contrast-stretched, ink 1, paper 0";

Result<json> modelHeader(const std::map<std::string, std::string>& metadata, const std::string& name)
{
    const auto found = metadata.find(kMetadataKey);
    if (found == metadata.end())
        return Error{ErrorCode::Unsupported,
                     "The file " + name + " is not a Longhand model. Choose a model made by longhand-train."};
    json header = json::parse(found->second, nullptr, false);
    if (!header.is_object() || !header.contains("format_version") || !header["format_version"].is_number_integer())
        return Error{ErrorCode::Damaged, "The model " + name + " is damaged (its description is unreadable). Get a new copy of it."};
    const auto version = header["format_version"].get<std::int64_t>();
    if (version > kModelFormatVersion)
        return Error{ErrorCode::Unsupported, "The model " + name + " has format version " + std::to_string(version) +
                                                 ", newer than version " + std::to_string(kModelFormatVersion) +
                                                 " that this Longhand reads. Update Longhand."};
    return header;
}

json toJson(const WordCalibration& words)
{
    return {{"half", words.half}, {"slope", words.slope}};
}

json toJson(const Calibration& calibration)
{
    return {{"temperature", calibration.temperature},
            {"words", toJson(calibration.words)},
            {"words_with_language_model", toJson(calibration.wordsWithLanguageModel)}};
}

/// A number that is given must be usable.
bool readPositive(const json& from, const char* key, double& value)
{
    if (from.contains(key))
        value = from.at(key).get<double>();
    return value >= 1e-3 && value <= 1e3;
}

bool readWords(const json& from, const char* key, WordCalibration& words)
{
    if (!from.contains(key))
        return true;
    return readPositive(from.at(key), "half", words.half) && readPositive(from.at(key), "slope", words.slope);
}

Result<ModelInfo> infoOf(const json& header, const std::string& name)
try {
    const auto damaged = [&](const std::string& what) {
        return Error{ErrorCode::Damaged, "The model " + name + " is damaged (" + what + "). Get a new copy of it."};
    };
    ModelInfo info;
    info.name = header.at("name").get<std::string>();
    info.description = header.value("description", "");
    info.license = header.value("license", "");
    info.credits = header.value("credits", "");
    auto architecture = Architecture::fromJson(header.at("architecture").dump());
    if (!architecture)
        return damaged(architecture.error().detail);
    info.architecture = std::move(*architecture);
    auto alphabet = text::Alphabet::fromCharacters(text::toCodePoints(header.at("alphabet").get<std::string>()));
    if (!alphabet)
        return damaged(alphabet.error().detail);
    if (alphabet->classCount() > 100'000)
        return damaged("its alphabet is too large");
    info.alphabet = std::move(*alphabet);
    if (header.at("normalization") != kNormalization)
        return Error{ErrorCode::Unsupported, "The model " + name + " wants its pictures prepared in a way this version does not know. Update Longhand."};
    if (header.contains("calibration")) {
        const json& calibration = header["calibration"];
        if (!readPositive(calibration, "temperature", info.calibration.temperature) ||
            !readWords(calibration, "words", info.calibration.words) ||
            !readWords(calibration, "words_with_language_model", info.calibration.wordsWithLanguageModel))
            return damaged("its calibration is out of range");
    }
    info.historyJson = header.value("history", json::array()).dump();
    info.errorRatesJson = header.value("error_rates", json::object()).dump();
    return info;
} catch (const json::exception& e) {
    return Error{ErrorCode::Damaged, "The model " + name + " is damaged (" + e.what() + "). Get a new copy of it."};
}

/// Parameters and buffers by name, without what only training needs.
std::map<std::string, torch::Tensor> namedWeights(LineNetworkImpl& network)
{
    std::map<std::string, torch::Tensor> weights;
    for (const auto& item : network.named_parameters())
        weights[item.key()] = item.value();
    for (const auto& item : network.named_buffers())
        if (item.value().scalar_type() == torch::kFloat)
            weights[item.key()] = item.value();
    return weights;
}

} // namespace

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
    json header = {{"format_version", kModelFormatVersion},
                         {"name", info.name},
                         {"description", info.description},
                         {"license", info.license},
                         {"credits", info.credits},
                         {"alphabet", text::toUtf8(info.alphabet.characters())},
                         {"architecture", json::parse(info.architecture.toJson())},
                         {"normalization", kNormalization},
                         {"history", json::parse(info.historyJson)},
                         {"error_rates", json::parse(info.errorRatesJson)}};
    if (info.calibration != Calibration{})
        header["calibration"] = toJson(info.calibration);
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
    (*header)["calibration"] = toJson(calibration);
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

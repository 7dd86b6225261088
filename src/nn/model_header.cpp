#include "nn/model_header.h"

#include "longhand/base/files.h"
#include "longhand/text/unicode.h"

namespace longhand::nn
{

using nlohmann::json;

namespace
{

/// How pictures become input: written into the file so that a reader that does otherwise can refuse.
constexpr const char* kNormalization = "written rows scaled, contrast-stretched, ink 1, paper 0";
/// Of earlier models, which saw all rows of a crop. Of the written rows they read unknown hands better, and those they
/// have learnt a little worse.
constexpr const char* kWholeCropNormalization = "height-scaled, contrast-stretched, ink 1, paper 0";

// of a calibration, as docs/model-format.md says
constexpr double kSmallestNumber = 1e-9;
constexpr double kLargestNumber = 1e3;

json toJson(const WordCalibration& words)
{
    json object = {{"half", words.half}, {"slope", words.slope}};
    if (words.lineSlope != 0)
        object["line_slope"] = words.lineSlope;
    if (words.rivalSlope != 0)
        object["rival_slope"] = words.rivalSlope;
    return object;
}

/// A number that is given must be usable.
bool readPositive(const json& from, const char* key, double& value)
{
    if (from.contains(key))
        value = from.at(key).get<double>();
    return value >= kSmallestNumber && value <= kLargestNumber;
}

bool readWords(const json& from, const char* key, WordCalibration& words)
{
    if (!from.contains(key))
        return true;
    const json& object = from.at(key);
    words.lineSlope = object.value("line_slope", 0.0);
    words.rivalSlope = object.value("rival_slope", 0.0);
    const auto isUsable = [](double slope) { return slope >= 0 && slope <= kLargestNumber; };
    return readPositive(object, "half", words.half) && readPositive(object, "slope", words.slope) &&
           isUsable(words.lineSlope) && isUsable(words.rivalSlope);
}

} // namespace

Result<json> modelHeader(const std::map<std::string, std::string>& metadata, const std::string& name)
{
    const auto found = metadata.find(kMetadataKey);
    if (found == metadata.end())
        return Error{ErrorCode::Unsupported,
                     "The file " + name + " is not a Longhand model. Choose a model made by longhand-train."};
    json header = json::parse(found->second, nullptr, false);
    if (!header.is_object() || !header.contains("format_version") || !header["format_version"].is_number_integer())
        return Error{ErrorCode::Damaged,
                     "The model " + name + " is damaged (its description is unreadable). Get a new copy of it."};
    const auto version = header["format_version"].get<std::int64_t>();
    if (version > kModelFormatVersion)
        return Error{ErrorCode::Unsupported, "The model " + name + " has format version " + std::to_string(version) +
                                                 ", newer than version " + std::to_string(kModelFormatVersion) +
                                                 " that this Longhand reads. Update Longhand."};
    return header;
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
    if (const json& given = header.at("normalization"); given != kNormalization && given != kWholeCropNormalization)
        return Error{ErrorCode::Unsupported,
                     "The model " + name +
                         " wants its pictures prepared in a way this version does not know. Update Longhand."};
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

json calibrationToJson(const Calibration& calibration)
{
    return {{"temperature", calibration.temperature},
            {"words", toJson(calibration.words)},
            {"words_with_language_model", toJson(calibration.wordsWithLanguageModel)}};
}

json headerOf(const ModelInfo& info)
{
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
        header["calibration"] = calibrationToJson(info.calibration);
    return header;
}

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

} // namespace longhand::nn

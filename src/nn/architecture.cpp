#include "longhand/nn/architecture.h"

#include <stdexcept>

#include <nlohmann/json.hpp>

namespace longhand::nn
{

namespace
{

constexpr const char* kKind = "cnn-bilstm-ctc";
constexpr int kStemStride = 2;

int boundedInt(const nlohmann::json& object, const char* key, int smallest, int largest)
{
    const auto& value = object.at(key);
    if (!value.is_number_integer() || value < smallest || value > largest)
        throw std::out_of_range(std::string(key) + " must be a whole number from " + std::to_string(smallest) + " to " +
                                std::to_string(largest));
    return value.get<int>();
}

/// `otherwise` where files of earlier versions have no such key.
double boundedNumber(const nlohmann::json& object, const char* key, double smallest, double largest, double otherwise)
{
    if (!object.contains(key))
        return otherwise;
    const auto& value = object.at(key);
    if (!value.is_number() || !(value >= smallest && value <= largest))
        throw std::out_of_range(std::string(key) + " is out of range");
    return value.get<double>();
}

} // namespace

double Architecture::frameStride() const
{
    int stride = kStemStride;
    for (const Stage& stage : stages)
        stride *= stage.strideX;
    return stride / stretch;
}

int Architecture::stretchedPx(int widthPx) const
{
    return static_cast<int>(widthPx * stretch);
}

int Architecture::frames(int widthPx) const
{
    // Every convolution pads by half its kernel, so each stride divides rounding up.
    int frames = (stretchedPx(widthPx) + kStemStride - 1) / kStemStride;
    for (const Stage& stage : stages)
        frames = (frames + stage.strideX - 1) / stage.strideX;
    return frames;
}

std::uint64_t Architecture::parameterEstimate(int classes) const
{
    // The bounds of fromJson keep every term below 2^40, so the sum cannot overflow.
    std::uint64_t total = 25u * static_cast<std::uint64_t>(stemChannels);
    auto in = static_cast<std::uint64_t>(stemChannels);
    for (const Stage& stage : stages) {
        const auto out = static_cast<std::uint64_t>(stage.channels);
        total += 9 * in * out + 9 * out * out * (2 * static_cast<std::uint64_t>(stage.blocks) - 1);
        in = out;
    }
    const auto hidden = static_cast<std::uint64_t>(lstmHidden);
    for (int layer = 0; layer < lstmLayers; ++layer) {
        total += 8 * hidden * (in + hidden);
        in = 2 * hidden;
    }
    return total + 2 * hidden * static_cast<std::uint64_t>(classes);
}

Architecture Architecture::standard()
{
    Architecture a;
    a.stages = {{32, 1, 1, 1}, {64, 1, 2, 2}, {128, 2, 2, 1}, {192, 1, 2, 1}};
    return a;
}

Architecture Architecture::tiny()
{
    Architecture a;
    a.inputHeightPx = 32;
    a.paddingPx = 8;
    a.stemChannels = 8;
    a.stages = {{8, 1, 2, 1}, {16, 1, 2, 2}};
    a.lstmHidden = 24;
    a.lstmLayers = 1;
    return a;
}

std::string Architecture::toJson() const
{
    nlohmann::json json = {{"kind", kKind},
                           {"input_height", inputHeightPx},
                           {"padding", paddingPx},
                           {"stretch", stretch},
                           {"stem_channels", stemChannels},
                           {"lstm_hidden", lstmHidden},
                           {"lstm_layers", lstmLayers},
                           {"stages", nlohmann::json::array()}};
    for (const Stage& s : stages)
        json["stages"].push_back({{"channels", s.channels}, {"blocks", s.blocks}, {"stride", {s.strideY, s.strideX}}});
    return json.dump();
}

Result<Architecture> Architecture::fromJson(const std::string& text)
try {
    const auto json = nlohmann::json::parse(text);
    if (json.at("kind") != kKind)
        return Error{ErrorCode::Unsupported, "the network is of a kind this version does not know"};
    Architecture a;
    a.inputHeightPx = boundedInt(json, "input_height", 16, 256);
    a.paddingPx = boundedInt(json, "padding", 0, 256);
    a.stretch = boundedNumber(json, "stretch", 0.25, 4, a.stretch);
    a.stemChannels = boundedInt(json, "stem_channels", 1, 1024);
    a.lstmHidden = boundedInt(json, "lstm_hidden", 1, 4096);
    a.lstmLayers = boundedInt(json, "lstm_layers", 1, 8);
    const auto& stages = json.at("stages");
    if (!stages.is_array() || stages.empty() || stages.size() > 16)
        return Error{ErrorCode::Damaged, "its stages are not a list of 1 to 16"};
    for (const auto& s : stages) {
        const auto& stride = s.at("stride");
        if (!stride.is_array() || stride.size() != 2)
            return Error{ErrorCode::Damaged, "a stage's stride is not a pair"};
        Stage stage;
        stage.channels = boundedInt(s, "channels", 1, 2048);
        stage.blocks = boundedInt(s, "blocks", 1, 32);
        for (int axis = 0; axis < 2; ++axis) {
            const auto& value = stride[static_cast<std::size_t>(axis)];
            if (!value.is_number_integer() || value < 1 || value > 4)
                return Error{ErrorCode::Damaged, "a stage's stride is not from 1 to 4"};
            (axis == 0 ? stage.strideY : stage.strideX) = value.get<int>();
        }
        a.stages.push_back(stage);
    }
    return a;
} catch (const std::exception& e) {
    return Error{ErrorCode::Damaged, e.what()};
}

} // namespace longhand::nn

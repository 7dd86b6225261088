#include "longhand/nn/model_delta.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "longhand/base/files.h"
#include "longhand/nn/safetensors.h"
#include "nn/bit_packing.h"
#include "nn/model_header.h"

namespace longhand::nn
{

namespace
{

using nlohmann::json;

constexpr const char* kDeltaKey = "longhand_delta";
constexpr int kMostBits = 8;
constexpr int kLeastBits = 2;
constexpr std::size_t kHeaderAllowance = 64 << 10; ///< the JSON header, generously

// A weight's parts in the file.
const std::string kSteps = ".steps";   ///< packed differences of the rows the base has, in steps
const std::string kStepSize = ".step"; ///< of each row
const std::string kExact = ".exact";   ///< differences as they are
const std::string kNewRows = ".new";   ///< rows the base lacks

/// FNV-1a over all weights: tells one base from another, in a layer that knows no cryptography.
std::string fingerprint(LineNetworkImpl& network)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const auto& [key, weight] : namedWeights(network)) {
        const torch::Tensor flat = weight.detach().contiguous();
        const auto* bytes = static_cast<const unsigned char*>(flat.data_ptr());
        for (std::size_t i = 0; i < static_cast<std::size_t>(flat.nbytes()); ++i)
            hash = (hash ^ bytes[i]) * 0x100000001b3;
    }
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
    return digits;
}

/// Rows of whole steps, -most..most, and what a step is worth in each.
struct Quantised {
    torch::Tensor steps;    ///< [rows, columns], float
    torch::Tensor stepSize; ///< [rows, 1]
};

/// The step of each row is the one with the least squared error among some: cutting off the rarest large differences
/// makes all others finer.
Quantised quantise(const torch::Tensor& rows, int bits)
{
    const double most = (1 << (bits - 1)) - 1;
    const torch::Tensor largest = std::get<0>(rows.abs().max(1, true)).clamp_min(1e-12);
    Quantised best;
    torch::Tensor leastError;
    for (double reach = 1; reach > 0.25; reach -= 0.1) {
        const torch::Tensor stepSize = largest * (reach / most);
        const torch::Tensor steps = (rows / stepSize).round().clamp(-most, most);
        const torch::Tensor error = (steps * stepSize - rows).square().sum(1, true);
        if (!leastError.defined()) {
            best = {steps, stepSize};
            leastError = error;
            continue;
        }
        const torch::Tensor better = error < leastError;
        best.steps = torch::where(better, steps, best.steps);
        best.stepSize = torch::where(better, stepSize, best.stepSize);
        leastError = torch::where(better, error, leastError);
    }
    return best;
}

torch::Tensor packed(const torch::Tensor& steps, int bits)
{
    const int offset = (1 << (bits - 1)) - 1;
    const torch::Tensor flat = (steps + offset).to(torch::kByte).contiguous().flatten();
    const std::vector<std::uint8_t> bytes =
        packBits({flat.data_ptr<std::uint8_t>(), static_cast<std::size_t>(flat.numel())}, bits);
    torch::Tensor result = torch::empty({static_cast<int64_t>(bytes.size())}, torch::kByte);
    std::memcpy(result.data_ptr(), bytes.data(), bytes.size());
    return result;
}

torch::Tensor unpacked(const torch::Tensor& bytes, int64_t count, int bits)
{
    const std::vector<std::uint8_t> values =
        unpackBits({bytes.data_ptr<std::uint8_t>(), static_cast<std::size_t>(bytes.numel())},
                   static_cast<std::size_t>(count), bits);
    torch::Tensor result = torch::empty({count}, torch::kByte);
    std::memcpy(result.data_ptr(), values.data(), values.size());
    return result.to(torch::kFloat) - ((1 << (bits - 1)) - 1);
}

/// What changes in one weight, ready to be stored with any number of bits.
struct Change {
    std::string key;
    torch::Tensor rows; ///< [rows the base has, values per row]
    torch::Tensor newRows;
    bool exact = false;
};

Result<std::vector<Change>> changesBetween(LineNetworkImpl& base, LineNetworkImpl& learnt)
{
    const auto before = namedWeights(base);
    std::vector<Change> changes;
    for (const auto& [key, weight] : namedWeights(learnt)) {
        const auto found = before.find(key);
        const bool fits = found != before.end() && found->second.dim() == weight.dim() && weight.dim() > 0 &&
                          weight.size(0) >= found->second.size(0) &&
                          weight.sizes().slice(1) == found->second.sizes().slice(1);
        if (!fits)
            return Error{ErrorCode::InvalidInput,
                         "The two models have different networks, so their difference has no meaning."};
        const int64_t common = found->second.size(0);
        Change change;
        change.key = key;
        change.rows = (weight.narrow(0, 0, common) - found->second).reshape({common, -1});
        change.newRows = weight.narrow(0, common, weight.size(0) - common);
        change.exact = weight.dim() == 1;
        if (change.newRows.numel() > 0 || change.rows.any().item<bool>())
            changes.push_back(std::move(change));
    }
    return changes;
}

std::size_t packedBytes(const std::vector<Change>& changes, int bits)
{
    std::size_t bytes = kHeaderAllowance;
    for (const Change& change : changes) {
        const auto values = static_cast<std::size_t>(change.rows.numel());
        bytes += static_cast<std::size_t>(change.newRows.numel()) * 2;
        bytes += change.exact ? values * 4
                              : (values * static_cast<std::size_t>(bits) + 7) / 8 +
                                    static_cast<std::size_t>(change.rows.size(0)) * 4;
    }
    return bytes;
}

void store(const Change& change, int bits, std::map<std::string, torch::Tensor>& tensors)
{
    if (change.newRows.numel() > 0)
        tensors[change.key + kNewRows] = change.newRows.to(torch::kHalf);
    if (!change.rows.any().item<bool>())
        return;
    if (change.exact) {
        tensors[change.key + kExact] = change.rows.flatten();
        return;
    }
    const Quantised quantised = quantise(change.rows, bits);
    tensors[change.key + kSteps] = packed(quantised.steps, bits);
    tensors[change.key + kStepSize] = quantised.stepSize.flatten();
}

Error damaged(const std::filesystem::path& file, const std::string& what)
{
    return {ErrorCode::Damaged, "The profile " + quoted(file) + " is damaged (" + what + "). Learn the hand again."};
}

/// nullptr where the file has no such part.
const torch::Tensor* partOf(const Safetensors& content, const std::string& key)
{
    const auto found = content.tensors.find(key);
    return found == content.tensors.end() ? nullptr : &found->second;
}

/// Adds one weight's change; false when its parts do not fit.
bool addChange(const Safetensors& content, const std::string& key, const torch::Tensor& base, int bits,
               torch::Tensor& weight)
{
    if (base.dim() != weight.dim() || base.sizes().slice(1) != weight.sizes().slice(1))
        return false;
    const int64_t common = base.size(0);
    const int64_t added = weight.size(0) - common;
    torch::Tensor old = weight.narrow(0, 0, common);
    old.copy_(base);
    if (added > 0) {
        const torch::Tensor* rows = partOf(content, key + kNewRows);
        if (rows == nullptr || rows->numel() != weight.narrow(0, common, added).numel())
            return false;
        weight.narrow(0, common, added).copy_(rows->reshape(weight.narrow(0, common, added).sizes()));
    }
    if (const torch::Tensor* exact = partOf(content, key + kExact)) {
        if (exact->numel() != base.numel() || exact->scalar_type() != torch::kFloat)
            return false;
        old.add_(exact->reshape(base.sizes()));
    }
    const torch::Tensor* steps = partOf(content, key + kSteps);
    const torch::Tensor* stepSize = partOf(content, key + kStepSize);
    if (steps == nullptr && stepSize == nullptr)
        return true;
    if (steps == nullptr || stepSize == nullptr || steps->scalar_type() != torch::kByte ||
        stepSize->scalar_type() != torch::kFloat || stepSize->numel() != common ||
        steps->numel() != (base.numel() * bits + 7) / 8)
        return false;
    old.add_((unpacked(*steps, base.numel(), bits).reshape({common, -1}) * stepSize->reshape({common, 1}))
                 .reshape(base.sizes()));
    return true;
}

} // namespace

Result<DeltaReport> writeDelta(const std::filesystem::path& file, const std::filesystem::path& base,
                               const std::filesystem::path& learnt, std::size_t maxBytes)
try {
    const torch::NoGradGuard noGrad;
    auto before = readModel(base);
    if (!before)
        return before.error();
    auto after = readModel(learnt);
    if (!after)
        return after.error();
    if (!after->info.alphabet.characters().starts_with(before->info.alphabet.characters()))
        return Error{ErrorCode::InvalidInput,
                     "The model " + quoted(learnt) + " was not learnt from " + quoted(base) + "."};
    const auto changes = changesBetween(*before->network, *after->network);
    if (!changes)
        return changes.error();
    DeltaReport report{kMostBits, 0};
    while (report.bits >= kLeastBits && packedBytes(*changes, report.bits) > maxBytes)
        --report.bits;
    if (report.bits < kLeastBits)
        return Error{ErrorCode::TooLarge, "What " + quoted(learnt) + " learnt does not fit into a profile of " +
                                              std::to_string(maxBytes >> 10) + " kB. Keep the whole model instead."};
    Safetensors content;
    const json description = {{"format_version", kDeltaFormatVersion},
                              {"base", before->info.name},
                              {"base_fingerprint", fingerprint(*before->network)},
                              {"bits", report.bits},
                              {"model", headerOf(after->info)}};
    content.metadata = {{"format", "pt"}, {kDeltaKey, description.dump()}};
    for (const Change& change : *changes)
        store(change, report.bits, content.tensors);
    if (const auto written = writeSafetensors(file, content); !written)
        return written.error();
    std::error_code ignored;
    report.bytes = static_cast<std::size_t>(std::filesystem::file_size(file, ignored));
    return report;
} catch (const c10::Error& e) {
    return Error{ErrorCode::Internal,
                 "The profile " + quoted(file) + " could not be made: " + e.what_without_backtrace()};
}

Result<LoadedModel> readModelWithDelta(const std::filesystem::path& base, const std::filesystem::path& delta)
try {
    const torch::NoGradGuard noGrad;
    const auto content = readSafetensors(delta);
    if (!content)
        return content.error();
    const auto found = content->metadata.find(kDeltaKey);
    const json description = found == content->metadata.end() ? json() : json::parse(found->second, nullptr, false);
    if (!description.is_object())
        return Error{ErrorCode::Unsupported,
                     "The file " + quoted(delta) + " is no profile of a hand. Choose another file."};
    if (description.at("format_version").get<int>() > kDeltaFormatVersion)
        return Error{ErrorCode::Unsupported,
                     "The profile " + quoted(delta) + " was made by a newer Longhand. Update Longhand."};
    auto before = readModel(base);
    if (!before)
        return before.error();
    if (description.at("base_fingerprint") != fingerprint(*before->network))
        return Error{ErrorCode::InvalidInput, "The profile " + quoted(delta) + " was learnt from another model than " +
                                                  quoted(base) + ". Learn the hand again."};
    auto info = infoOf(description.at("model"), quoted(delta));
    if (!info)
        return info.error();
    const int bits = description.at("bits").get<int>();
    if (bits < kLeastBits || bits > kMostBits)
        return damaged(delta, "its number of bits");
    if (info->architecture != before->info.architecture ||
        !info->alphabet.characters().starts_with(before->info.alphabet.characters()))
        return damaged(delta, "its network is not that of its base");

    LoadedModel model;
    model.info = std::move(*info);
    model.network = LineNetwork(model.info.architecture, model.info.alphabet.classCount());
    const auto baseWeights = namedWeights(*before->network);
    for (auto& [key, weight] : namedWeights(*model.network)) {
        if (!addChange(*content, key, baseWeights.at(key), bits, weight))
            return damaged(delta, "weight '" + key + "' does not fit");
        if (!torch::isfinite(weight).all().item<bool>())
            return damaged(delta, "weight '" + key + "' is not finite");
    }
    model.network->eval();
    return model;
} catch (const json::exception&) {
    return damaged(delta, "its description is unreadable");
} catch (const c10::Error& e) {
    return Error{ErrorCode::Internal,
                 "The profile " + quoted(delta) + " could not be loaded: " + e.what_without_backtrace()};
}

} // namespace longhand::nn

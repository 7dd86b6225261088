#pragma once

#include <cstddef>
#include <filesystem>

#include "longhand/base/result.h"
#include "longhand/nn/model_file.h"

namespace longhand::nn
{

inline constexpr int kDeltaFormatVersion = 1;
inline constexpr std::size_t kMaxDeltaBytes = std::size_t{2} << 20;

struct DeltaReport {
    int bits = 0; ///< per weight
    std::size_t bytes = 0;
};

/// Writes what `learnt` changes in `base`: differences of the weights, quantised row by row to as many bits as fit into
/// `maxBytes`, 2..8; biases, normalisations and the rows of new characters exactly. Unchanged weights cost nothing.
/// `learnt` must have the base's network and its alphabet, which may have grown at the end. Errors: those of readModel
/// and writeSafetensors; InvalidInput for another network; TooLarge when 2 bits do not fit.
Result<DeltaReport> writeDelta(const std::filesystem::path& file, const std::filesystem::path& base,
                               const std::filesystem::path& learnt, std::size_t maxBytes = kMaxDeltaBytes);

/// The base with the delta added. Errors: those of readModel for both files; InvalidInput when the delta was made for
/// another base.
Result<LoadedModel> readModelWithDelta(const std::filesystem::path& base, const std::filesystem::path& delta);

} // namespace longhand::nn

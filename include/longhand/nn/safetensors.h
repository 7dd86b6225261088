#pragma once

#include <torch/torch.h>

#include <filesystem>
#include <map>
#include <string>

#include "longhand/base/result.h"

namespace longhand::nn
{

/// The safetensors container (https://github.com/huggingface/safetensors#format): JSON header, then raw little-endian data.
struct Safetensors {
    std::map<std::string, std::string> metadata;
    std::map<std::string, torch::Tensor> tensors; ///< F16, F32, F64, I64 and U8, on the CPU
};

inline constexpr std::uintmax_t kMaxModelBytes = std::uintmax_t{512} << 20;
inline constexpr std::uint64_t kMaxHeaderBytes = 16u << 20;

/// Nothing in the file is executed; every length, shape and offset is checked before it is used, ranges must tile the data
/// without gap or overlap. Errors: those of readFile, Damaged, Unsupported.
Result<Safetensors> readSafetensors(const std::filesystem::path& path);
/// The same from memory; `name` is for messages.
Result<Safetensors> parseSafetensors(const std::string& bytes, const std::string& name);
/// Only the metadata, without reading the tensors' data.
Result<std::map<std::string, std::string>> readSafetensorsMetadata(const std::filesystem::path& path);

/// Errors: those of writeFileAtomically.
Result<void> writeSafetensors(const std::filesystem::path& path, const Safetensors& content);

} // namespace longhand::nn

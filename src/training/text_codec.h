#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::training
{

/// Packs text, every byte foretold from the one to six before it (bit_mixer.h): the index of a pack to about a tenth.
/// Some two megabytes a second.
std::vector<std::uint8_t> encodeText(std::string_view text);
/// The inverse; nullopt when `bytes` end too early.
std::optional<std::string> decodeText(std::span<const std::uint8_t> bytes);

} // namespace longhand::training

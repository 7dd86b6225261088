#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "longhand/base/image.h"

namespace longhand::training
{

/// Packs a line picture to about a ninth of its size: 16 grey levels, the lightest of them all paper, each predicted
/// from its neighbours by an adaptive binary range coder (Martin 1979). Lossy once: a decoded picture encodes to the
/// same bytes.
std::vector<std::uint8_t> encodeInk(const GrayImage& line);

/// The inverse, for a picture of known size. nullopt when `bytes` end too early; damaged bytes give some picture.
std::optional<GrayImage> decodeInk(std::span<const std::uint8_t> bytes, int widthPx, int heightPx);

} // namespace longhand::training

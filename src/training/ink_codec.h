#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "longhand/base/image.h"

namespace longhand::training
{

/// Which greys stay apart in a packed picture. Faint ink is hardly darker than paper, so paper begins late.
struct InkLevels {
    int count = 10;         ///< 2 to 16: black, greys and paper
    int darkestPaper = 246; ///< 1 to 255; lighter greys are all paper
};

/// Packs a line picture to about an eleventh of its size: a few grey levels, each foretold from its neighbours by
/// several contexts (bit_mixer.h) and range coded. Lossy once: a decoded picture encodes to the same bytes.
std::vector<std::uint8_t> encodeInk(const GrayImage& line, const InkLevels& levels = {});

/// The inverse, for a picture of known size. nullopt when `bytes` end too early; damaged bytes give some picture.
std::optional<GrayImage> decodeInk(std::span<const std::uint8_t> bytes, int widthPx, int heightPx);

} // namespace longhand::training

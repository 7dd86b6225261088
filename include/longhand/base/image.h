#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace longhand
{

/// 8-bit picture, rows top to bottom without padding. Grey: 0 is black ink, 255 white paper.
template <int Channels>
struct Image {
    static constexpr int kChannels = Channels;

    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; ///< width * height * Channels bytes

    Image() = default;
    Image(int w, int h, std::uint8_t fill = 255)
        : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * Channels, fill)
    {
    }

    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
    [[nodiscard]] std::uint8_t* row(int y) { return pixels.data() + static_cast<std::size_t>(y) * width * Channels; }
    [[nodiscard]] const std::uint8_t* row(int y) const
    {
        return pixels.data() + static_cast<std::size_t>(y) * width * Channels;
    }
    bool operator==(const Image&) const = default;
};

using GrayImage = Image<1>;
using RgbImage = Image<3>; ///< interleaved R, G, B

} // namespace longhand

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace longhand::nn
{

/// The lowest `bits` (1..8) of every value, one after the other, lowest bit first.
inline std::vector<std::uint8_t> packBits(std::span<const std::uint8_t> values, int bits)
{
    std::vector<std::uint8_t> bytes;
    bytes.reserve((values.size() * static_cast<std::size_t>(bits) + 7) / 8);
    unsigned pending = 0;
    int pendingBits = 0;
    for (const std::uint8_t value : values) {
        pending |= static_cast<unsigned>(value) << pendingBits;
        for (pendingBits += bits; pendingBits >= 8; pendingBits -= 8) {
            bytes.push_back(static_cast<std::uint8_t>(pending));
            pending >>= 8;
        }
    }
    if (pendingBits > 0)
        bytes.push_back(static_cast<std::uint8_t>(pending));
    return bytes;
}

/// Back again; `bytes` must hold `count` values.
inline std::vector<std::uint8_t> unpackBits(std::span<const std::uint8_t> bytes, std::size_t count, int bits)
{
    std::vector<std::uint8_t> values;
    values.reserve(count);
    const unsigned mask = (1U << bits) - 1;
    unsigned pending = 0;
    int pendingBits = 0;
    std::size_t next = 0;
    while (values.size() < count) {
        if (pendingBits < bits) {
            pending |= static_cast<unsigned>(bytes[next++]) << pendingBits;
            pendingBits += 8;
        }
        values.push_back(static_cast<std::uint8_t>(pending & mask));
        pending >>= bits;
        pendingBits -= bits;
    }
    return values;
}

} // namespace longhand::nn

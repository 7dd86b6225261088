#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace longhand::training
{

/// How likely a coded bit is one, in 1/4096: 1 to 4095.
using BitOdds = std::uint32_t;

/// Writes bits in as many bytes as their probabilities say (Martin 1979).
class RangeEncoder
{
public:
    explicit RangeEncoder(std::vector<std::uint8_t>& bytes) : m_bytes(bytes) {}
    /// Returns the bit.
    bool code(bool bit, BitOdds one);
    /// Once, after the last bit.
    void finish();

private:
    void shiftOut();

    std::vector<std::uint8_t>& m_bytes;
    std::uint64_t m_low = 0;
    std::uint32_t m_range = 0xFFFFFFFFu;
    std::uint8_t m_waiting = 0;
    std::size_t m_onesWaiting = 0;
    bool m_started = false;
};

/// Reads them again, given the same probabilities; never beyond the bytes. Has the encoder's interface, so that one
/// walk over what is coded writes and reads it.
class RangeDecoder
{
public:
    explicit RangeDecoder(std::span<const std::uint8_t> bytes);
    /// Returns the bit that was coded, whatever is given.
    bool code(bool, BitOdds one);
    [[nodiscard]] bool ranOut() const { return m_position > m_bytes.size(); }

private:
    std::uint8_t next();

    std::span<const std::uint8_t> m_bytes;
    std::size_t m_position = 0;
    std::uint32_t m_range = 0xFFFFFFFFu;
    std::uint32_t m_value = 0;
};

} // namespace longhand::training

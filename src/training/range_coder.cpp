#include "range_coder.h"

namespace longhand::training
{

namespace
{
constexpr int kOddsBits = 12;
constexpr std::uint32_t kSmallestRange = 1u << 24;
} // namespace

bool RangeEncoder::code(bool bit, BitOdds one)
{
    const std::uint32_t split = (m_range >> kOddsBits) * one;
    if (bit) {
        m_range = split;
    } else {
        m_low += split;
        m_range -= split;
    }
    while (m_range < kSmallestRange) {
        m_range <<= 8;
        shiftOut();
    }
    return bit;
}

void RangeEncoder::finish()
{
    for (int i = 0; i < 5; ++i)
        shiftOut();
}

/// A carry can still run through bytes that are all ones, so those wait until the next one is known.
void RangeEncoder::shiftOut()
{
    if (m_low < 0xFF000000u || m_low > 0xFFFFFFFFu) {
        const auto carry = static_cast<std::uint8_t>(m_low >> 32);
        if (m_started)
            m_bytes.push_back(static_cast<std::uint8_t>(m_waiting + carry));
        m_started = true;
        for (; m_onesWaiting > 0; --m_onesWaiting)
            m_bytes.push_back(static_cast<std::uint8_t>(0xFF + carry));
        m_waiting = static_cast<std::uint8_t>(m_low >> 24);
    } else {
        ++m_onesWaiting;
    }
    m_low = (m_low & 0x00FFFFFFu) << 8;
}

RangeDecoder::RangeDecoder(std::span<const std::uint8_t> bytes) : m_bytes(bytes)
{
    for (int i = 0; i < 4; ++i)
        m_value = m_value << 8 | next();
}

bool RangeDecoder::code(bool, BitOdds one)
{
    const std::uint32_t split = (m_range >> kOddsBits) * one;
    const bool bit = m_value < split;
    if (bit) {
        m_range = split;
    } else {
        m_value -= split;
        m_range -= split;
    }
    while (m_range < kSmallestRange) {
        m_range <<= 8;
        m_value = m_value << 8 | next();
    }
    return bit;
}

std::uint8_t RangeDecoder::next()
{
    const std::size_t at = m_position++;
    return at < m_bytes.size() ? m_bytes[at] : 0;
}

} // namespace longhand::training

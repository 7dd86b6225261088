#pragma once

#include <cstdint>
#include <string_view>

namespace longhand::imaging
{

/// Numbers out of untrusted bytes. Reading past the end gives 0 and is remembered, as with a stream.
class ByteView
{
public:
    enum class Order { Little, Big };
    ByteView(std::string_view bytes, Order order) : m_bytes(bytes), m_order(order) {}

    [[nodiscard]] std::uint64_t size() const { return m_bytes.size(); }
    [[nodiscard]] bool overrun() const { return m_overrun; }
    [[nodiscard]] bool has(std::uint64_t at, std::uint64_t count) const
    {
        return at <= m_bytes.size() && count <= m_bytes.size() - at;
    }
    /// Empty when not all of it is there.
    [[nodiscard]] std::string_view slice(std::uint64_t at, std::uint64_t count) const
    {
        return has(at, count) ? m_bytes.substr(at, count) : std::string_view{};
    }
    std::uint64_t number(std::uint64_t at, int byteCount)
    {
        if (!has(at, static_cast<std::uint64_t>(byteCount))) {
            m_overrun = true;
            return 0;
        }
        std::uint64_t value = 0;
        for (int i = 0; i < byteCount; ++i) {
            const int from = m_order == Order::Big ? i : byteCount - 1 - i;
            value = value << 8 | static_cast<unsigned char>(m_bytes[at + static_cast<std::uint64_t>(from)]);
        }
        return value;
    }
    std::uint64_t u8(std::uint64_t at) { return number(at, 1); }
    std::uint64_t u16(std::uint64_t at) { return number(at, 2); }
    std::uint64_t u32(std::uint64_t at) { return number(at, 4); }

private:
    std::string_view m_bytes;
    Order m_order;
    bool m_overrun = false;
};

} // namespace longhand::imaging

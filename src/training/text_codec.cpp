#include "text_codec.h"

#include <array>

#include "bit_mixer.h"

namespace longhand::training
{

namespace
{

constexpr std::size_t kLengthBytes = 8;
constexpr std::array<std::size_t, 5> kOrders{1, 2, 3, 4, 6}; ///< bytes before that each context looks at
constexpr std::size_t kNodes = 256;                          ///< the bits of a byte so far
constexpr int kCellBits = 19; ///< of a context's cells, which longer ones share by chance

class ByteModel
{
public:
    ByteModel() : m_mixer(cells(), kNodes) {}

    /// Returns the byte.
    template <class Coder>
    std::uint8_t code(std::uint8_t byte, Coder& coder)
    {
        std::array<std::uint64_t, kOrders.size()> contexts{};
        for (std::size_t c = 0; c < contexts.size(); ++c)
            contexts[c] = scattered(m_last << (64 - 8 * kOrders[c]));
        std::size_t node = 1;
        for (int bit = 7; bit >= 0; --bit) {
            std::array<std::size_t, kOrders.size()> at{};
            for (std::size_t c = 0; c < at.size(); ++c)
                at[c] = static_cast<std::size_t>(scattered(contexts[c] + node) >> (64 - kCellBits));
            const bool coded = coder.code((byte >> bit) & 1, m_mixer.foretell(at, node));
            m_mixer.learn(coded);
            node = node * 2 + (coded ? 1 : 0);
        }
        const auto result = static_cast<std::uint8_t>(node);
        m_last = m_last << 8 | result;
        return result;
    }

private:
    static std::array<std::size_t, kOrders.size()> cells()
    {
        std::array<std::size_t, kOrders.size()> sizes{};
        sizes.fill(std::size_t{1} << kCellBits);
        return sizes;
    }
    /// Fibonacci hashing (Knuth 1973): the high bits depend on all.
    static std::uint64_t scattered(std::uint64_t value)
    {
        value *= 0x9E3779B97F4A7C15u;
        return value ^ value >> 32;
    }

    BitMixer m_mixer;
    std::uint64_t m_last = 0; ///< eight bytes
};

} // namespace

std::vector<std::uint8_t> encodeText(std::string_view text)
{
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        bytes.push_back(static_cast<std::uint8_t>(std::uint64_t{text.size()} >> (8 * i)));
    RangeEncoder encoder(bytes);
    ByteModel model;
    for (const char c : text)
        model.code(static_cast<std::uint8_t>(c), encoder);
    encoder.finish();
    return bytes;
}

std::optional<std::string> decodeText(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < kLengthBytes)
        return std::nullopt;
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        length |= std::uint64_t{bytes[i]} << (8 * i);
    RangeDecoder decoder(bytes.subspan(kLengthBytes));
    ByteModel model;
    std::string text;
    for (; length > 0 && !decoder.ranOut(); --length)
        text.push_back(static_cast<char>(model.code(0, decoder)));
    if (decoder.ranOut())
        return std::nullopt;
    return text;
}

} // namespace longhand::training

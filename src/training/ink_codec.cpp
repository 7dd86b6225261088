#include "ink_codec.h"

#include <algorithm>
#include <array>
#include <memory>

namespace longhand::training
{

namespace
{

constexpr int kLevels = 16;
constexpr int kPaper = kLevels - 1;
constexpr int kDarkestPaper = 224; ///< grey from here on is noise of the paper

int levelOf(std::uint8_t grey)
{
    return grey >= kDarkestPaper ? kPaper : grey * kPaper / kDarkestPaper;
}

/// The middle of a level's greys, except that the ends are pure.
std::uint8_t greyOf(int level)
{
    if (level == 0 || level == kPaper)
        return level == 0 ? 0 : 255;
    return static_cast<std::uint8_t>((2 * level + 1) * kDarkestPaper / (2 * kPaper));
}

/// A probability that learns from what it has seen, in 1/4096.
class AdaptiveBit
{
public:
    [[nodiscard]] std::uint32_t probabilityOfZero() const { return m_zero; }
    void learn(bool bit)
    {
        m_zero = static_cast<std::uint16_t>(bit ? m_zero - (m_zero >> kRate) : m_zero + ((4096 - m_zero) >> kRate));
    }

private:
    static constexpr int kRate = 5;
    std::uint16_t m_zero = 2048;
};
constexpr int kProbabilityBits = 12;
constexpr std::uint32_t kSmallestRange = 1u << 24;

class RangeEncoder
{
public:
    explicit RangeEncoder(std::vector<std::uint8_t>& bytes) : m_bytes(bytes) {}
    void code(AdaptiveBit& model, bool bit)
    {
        const std::uint32_t split = (m_range >> kProbabilityBits) * model.probabilityOfZero();
        if (bit) {
            m_low += split;
            m_range -= split;
        } else {
            m_range = split;
        }
        model.learn(bit);
        while (m_range < kSmallestRange) {
            m_range <<= 8;
            shiftOut();
        }
    }
    void finish()
    {
        for (int i = 0; i < 5; ++i)
            shiftOut();
    }

private:
    /// A carry can still run through bytes that are all ones, so those wait until the next one is known.
    void shiftOut()
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

    std::vector<std::uint8_t>& m_bytes;
    std::uint64_t m_low = 0;
    std::uint32_t m_range = 0xFFFFFFFFu;
    std::uint8_t m_waiting = 0;
    std::size_t m_onesWaiting = 0;
    bool m_started = false;
};

class RangeDecoder
{
public:
    explicit RangeDecoder(std::span<const std::uint8_t> bytes) : m_bytes(bytes)
    {
        for (int i = 0; i < 4; ++i)
            m_value = m_value << 8 | next();
    }
    bool decode(AdaptiveBit& model)
    {
        const std::uint32_t split = (m_range >> kProbabilityBits) * model.probabilityOfZero();
        const bool bit = m_value >= split;
        if (bit) {
            m_value -= split;
            m_range -= split;
        } else {
            m_range = split;
        }
        model.learn(bit);
        while (m_range < kSmallestRange) {
            m_range <<= 8;
            m_value = m_value << 8 | next();
        }
        return bit;
    }
    [[nodiscard]] bool ranOut() const { return m_position > m_bytes.size(); }

private:
    std::uint8_t next()
    {
        const std::size_t at = m_position++;
        return at < m_bytes.size() ? m_bytes[at] : 0;
    }

    std::span<const std::uint8_t> m_bytes;
    std::size_t m_position = 0;
    std::uint32_t m_range = 0xFFFFFFFFu;
    std::uint32_t m_value = 0;
};

/// The neighbours that are known when a pixel is coded, and the probabilities that go with them.
class LevelModel
{
public:
    explicit LevelModel(int widthPx) : m_above(static_cast<std::size_t>(widthPx) + 2, kPaper), m_row(m_above) {}

    /// `codeBit(model, bit)` codes the bit given, or decodes one and ignores it. Returns the level coded.
    template <class CodeBit>
    int code(int x, int level, const CodeBit& codeBit)
    {
        const auto i = static_cast<std::size_t>(x) + 1;
        const int left = m_row[i - 1], above = m_above[i];
        const std::size_t context =
            static_cast<std::size_t>(left * kLevels + above) * 4 +
            static_cast<std::size_t>((m_above[i - 1] == kPaper) * 2 + (m_above[i + 1] == kPaper));
        int result = kPaper;
        if (!codeBit((*m_isPaper)[context], level == kPaper)) {
            std::size_t node = 1;
            const std::size_t tree = static_cast<std::size_t>(left * kLevels + above) * kLevels;
            for (int bit = 3; bit >= 0; --bit)
                node = node * 2 + codeBit((*m_levels)[tree + node], (level >> bit) & 1);
            result = std::min(static_cast<int>(node) - kLevels, kPaper);
        }
        m_row[i] = result;
        return result;
    }
    void nextRow() { std::swap(m_row, m_above); }

private:
    std::vector<int> m_above, m_row; ///< one pixel of paper at either end
    std::unique_ptr<std::array<AdaptiveBit, kLevels* kLevels* 4>> m_isPaper =
        std::make_unique<std::array<AdaptiveBit, kLevels * kLevels * 4>>();
    std::unique_ptr<std::array<AdaptiveBit, kLevels* kLevels* kLevels>> m_levels =
        std::make_unique<std::array<AdaptiveBit, kLevels * kLevels * kLevels>>();
};

} // namespace

std::vector<std::uint8_t> encodeInk(const GrayImage& line)
{
    std::vector<std::uint8_t> bytes;
    RangeEncoder encoder(bytes);
    LevelModel model(line.width);
    for (int y = 0; y < line.height; ++y, model.nextRow())
        for (int x = 0; x < line.width; ++x)
            model.code(x, levelOf(line.row(y)[x]), [&](AdaptiveBit& bit, bool value) {
                encoder.code(bit, value);
                return value;
            });
    encoder.finish();
    return bytes;
}

std::optional<GrayImage> decodeInk(std::span<const std::uint8_t> bytes, int widthPx, int heightPx)
{
    GrayImage line(widthPx, heightPx);
    RangeDecoder decoder(bytes);
    LevelModel model(widthPx);
    for (int y = 0; y < heightPx; ++y, model.nextRow())
        for (int x = 0; x < widthPx; ++x)
            line.row(y)[x] = greyOf(model.code(x, 0, [&](AdaptiveBit& bit, bool) { return decoder.decode(bit); }));
    if (decoder.ranOut())
        return std::nullopt;
    return line;
}

} // namespace longhand::training

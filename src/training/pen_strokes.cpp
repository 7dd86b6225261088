#include "longhand/training/pen_strokes.h"

#include <algorithm>
#include <charconv>

namespace longhand::training
{

namespace
{

constexpr int kLargestCoordinate = 1'000'000;

void putNumber(std::vector<std::uint8_t>& bytes, std::uint32_t value)
{
    for (; value >= 0x80; value >>= 7)
        bytes.push_back(static_cast<std::uint8_t>(value | 0x80));
    bytes.push_back(static_cast<std::uint8_t>(value));
}

/// Small differences of either sign become small numbers: 0, -1, 1, -2, ...
std::uint32_t foldSign(int value)
{
    return value < 0 ? static_cast<std::uint32_t>(-(value + 1)) * 2 + 1 : static_cast<std::uint32_t>(value) * 2;
}

int unfoldSign(std::uint32_t value)
{
    const int half = static_cast<int>(value / 2);
    return value % 2 ? -half - 1 : half;
}

class NumberReader
{
public:
    explicit NumberReader(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
    bool read(std::uint32_t& value)
    {
        value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            if (m_bytes.empty())
                return false;
            const std::uint8_t byte = m_bytes.front();
            m_bytes = m_bytes.subspan(1);
            value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
            if (byte < 0x80)
                return true;
        }
        return false;
    }
    [[nodiscard]] std::size_t left() const { return m_bytes.size(); }

private:
    std::span<const std::uint8_t> m_bytes;
};

bool takeNumber(std::string_view& text, int& value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || std::abs(value) > kLargestCoordinate)
        return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

bool take(std::string_view& text, char c)
{
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

int widthOf(const PenStrokes& strokes)
{
    int width = 0;
    for (const PenStroke& stroke : strokes)
        for (const PenPoint& point : stroke)
            width = std::max(width, point.x);
    return width;
}

std::optional<PenStrokes> parsePenStrokes(std::string_view text)
{
    PenStrokes strokes(1);
    while (true) {
        PenPoint point;
        if (!takeNumber(text, point.x) || !take(text, ',') || !takeNumber(text, point.y))
            return std::nullopt;
        strokes.back().push_back(point);
        if (text.empty())
            return strokes;
        if (take(text, ';'))
            strokes.emplace_back();
        else if (!take(text, ' '))
            return std::nullopt;
    }
}

std::vector<std::uint8_t> encodePenStrokes(const PenStrokes& strokes)
{
    std::vector<std::uint8_t> bytes;
    putNumber(bytes, static_cast<std::uint32_t>(strokes.size()));
    PenPoint last;
    for (const PenStroke& stroke : strokes) {
        putNumber(bytes, static_cast<std::uint32_t>(stroke.size()));
        for (const PenPoint& point : stroke) {
            putNumber(bytes, foldSign(point.x - last.x));
            putNumber(bytes, foldSign(point.y - last.y));
            last = point;
        }
    }
    return bytes;
}

std::optional<PenStrokes> decodePenStrokes(std::span<const std::uint8_t> bytes)
{
    NumberReader reader(bytes);
    std::uint32_t strokeCount = 0;
    if (!reader.read(strokeCount) || strokeCount > bytes.size())
        return std::nullopt;
    PenStrokes strokes(strokeCount);
    PenPoint last;
    for (PenStroke& stroke : strokes) {
        std::uint32_t points = 0;
        if (!reader.read(points) || points > reader.left())
            return std::nullopt;
        for (; points > 0; --points) {
            std::uint32_t x = 0, y = 0;
            if (!reader.read(x) || !reader.read(y))
                return std::nullopt;
            last = {std::clamp(last.x + unfoldSign(x) % kLargestCoordinate, -kLargestCoordinate, kLargestCoordinate),
                    std::clamp(last.y + unfoldSign(y) % kLargestCoordinate, -kLargestCoordinate, kLargestCoordinate)};
            stroke.push_back(last);
        }
    }
    return strokes;
}

} // namespace longhand::training

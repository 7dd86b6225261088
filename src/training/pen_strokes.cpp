#include "longhand/training/pen_strokes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <limits>

#include "bit_mixer.h"

namespace longhand::training
{

namespace
{

constexpr int kLargestCoordinate = 1'000'000;

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

/// What a number of the coded strokes is.
enum class Quantity { X, Y, Count };

/// Numbers as the count of their bits and the bits below the highest, every one foretold by what came before.
class NumberModel
{
public:
    NumberModel() : m_mixer(cells(), kNodes) {}

    /// `last` and `before`: the differences before this one; `across`: the other coordinate's last. Returns the number.
    template <class Coder>
    std::uint32_t code(Quantity quantity, int last, int before, int across, std::uint32_t number, Coder& coder)
    {
        const auto kind = static_cast<std::size_t>(quantity);
        m_contexts = {kind * 32 + within(last, 15), kind * 256 + within(last, 7) * 16 + within(before, 7),
                      kind * 256 + within(last, 7) * 16 + within(across, 7), kind * 32 + within(2 * last - before, 15)};
        const std::uint32_t value = std::min(number, kLargestNumber) + 1;
        const int wanted = std::bit_width(value) - 1;
        int bits = 0;
        while (bits < kMostBits && codeNode(static_cast<std::size_t>(bits), bits < wanted, coder))
            ++bits;
        std::uint32_t prefix = 1;
        for (int bit = bits - 1; bit >= 0; --bit) {
            const std::size_t node = nodeOf(bits, prefix);
            prefix = prefix * 2 + (codeNode(node, (value >> bit) & 1, coder) ? 1 : 0);
        }
        return prefix - 1;
    }

private:
    static constexpr std::size_t kContexts = 4;
    static constexpr int kMostBits = 30;
    static constexpr std::size_t kUnforeseen = 31; ///< low bits of large numbers, which nothing foretells
    static constexpr std::size_t kNodes = 68;

    /// Of the bit below those of `prefix`, in a number of so many: all of them in small numbers, three in large ones.
    static std::size_t nodeOf(int bits, std::size_t prefix)
    {
        constexpr std::array<std::size_t, 5> kFirst{32, 32, 33, 36, 43};
        if (bits < 5)
            return kFirst[static_cast<std::size_t>(bits)] + prefix;
        return prefix < 8 ? 59 + prefix : kUnforeseen;
    }

    static constexpr std::uint32_t kLargestNumber = (1u << kMostBits) - 1;

    static std::array<std::size_t, kContexts> cells()
    {
        return {3 * 32 * kNodes, 3 * 256 * kNodes, 3 * 256 * kNodes, 3 * 32 * kNodes};
    }
    static std::size_t within(int value, int most)
    {
        return static_cast<std::size_t>(std::clamp(value, -most, most) + most);
    }

    template <class Coder>
    bool codeNode(std::size_t node, bool bit, Coder& coder)
    {
        std::array<std::size_t, kContexts> at{};
        for (std::size_t c = 0; c < kContexts; ++c)
            at[c] = m_contexts[c] * kNodes + node;
        const bool coded = coder.code(bit, m_mixer.foretell(at, node));
        m_mixer.learn(coded);
        return coded;
    }

    BitMixer m_mixer;
    std::array<std::size_t, kContexts> m_contexts{};
};

/// The same walk writes strokes and reads them, so that they agree.
template <class Coder>
std::optional<PenStrokes> codeStrokes(const PenStrokes& strokes, std::size_t mostPoints, Coder& coder)
{
    NumberModel model;
    const auto count = [&](std::size_t number) {
        return std::size_t{model.code(Quantity::Count, 0, 0, 0, static_cast<std::uint32_t>(number), coder)};
    };
    PenStrokes coded;
    PenPoint last, step, stepBefore;
    const std::size_t strokeCount = count(strokes.size());
    for (std::size_t s = 0; s < strokeCount; ++s) {
        const PenStroke& stroke = s < strokes.size() ? strokes[s] : PenStroke();
        const std::size_t points = count(stroke.size());
        if (strokeCount > mostPoints || points > mostPoints)
            return std::nullopt;
        mostPoints -= points;
        coded.emplace_back();
        for (std::size_t i = 0; i < points; ++i) {
            const PenPoint given = i < stroke.size() ? stroke[i] : last;
            const auto along = [&](Quantity quantity, int from, int to, int steppedLast, int steppedBefore,
                                   int across) {
                const int difference =
                    unfoldSign(model.code(quantity, steppedLast, steppedBefore, across, foldSign(to - from), coder));
                return std::clamp(from + difference % kLargestCoordinate, -kLargestCoordinate, kLargestCoordinate);
            };
            PenPoint point;
            point.x = along(Quantity::X, last.x, given.x, step.x, stepBefore.x, step.y);
            point.y = along(Quantity::Y, last.y, given.y, step.y, stepBefore.y, point.x - last.x);
            stepBefore = step;
            step = {point.x - last.x, point.y - last.y};
            last = point;
            coded.back().push_back(point);
        }
    }
    return coded;
}

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
    RangeEncoder encoder(bytes);
    codeStrokes(strokes, std::numeric_limits<std::size_t>::max(), encoder);
    encoder.finish();
    return bytes;
}

std::optional<PenStrokes> decodePenStrokes(std::span<const std::uint8_t> bytes)
{
    RangeDecoder decoder(bytes);
    // Even a point that is foretold exactly takes a hundredth of a bit or two.
    auto strokes = codeStrokes({}, bytes.size() * 400, decoder);
    if (decoder.ranOut())
        return std::nullopt;
    return strokes;
}

} // namespace longhand::training

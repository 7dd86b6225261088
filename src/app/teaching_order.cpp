#include "longhand/app/teaching_order.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

namespace longhand::app
{

namespace
{

/// A pair says how a character looks beside its neighbour; it is rarer, so it would drown the character itself.
constexpr double kPairShare = 0.5;
/// Up and down from a place, about half a page: that far one line is as good an example of the place as another.
constexpr std::size_t kReachLines = 8;

struct Doubt {
    std::size_t feature = 0;
    double mass = 0;
};

/// Numbers characters and pairs as they come.
class Features
{
public:
    std::vector<Doubt> of(const ReadCharacters& line)
    {
        std::map<std::size_t, double> doubts;
        const ReadCharacter* previous = nullptr;
        for (const ReadCharacter& character : line) {
            const double doubt = std::clamp(1 - character.confidence, 0.0, 1.0);
            doubts[number(character.text)] += doubt;
            if (previous)
                doubts[number(previous->text + '\n' + character.text)] += kPairShare * doubt;
            previous = &character;
        }
        std::vector<Doubt> result;
        for (const auto& [feature, mass] : doubts)
            if (mass > 0)
                result.push_back({feature, mass});
        return result;
    }
    [[nodiscard]] std::size_t count() const { return m_numbers.size(); }

private:
    std::size_t number(const std::string& name) { return m_numbers.try_emplace(name, m_numbers.size()).first->second; }

    std::unordered_map<std::string, std::size_t> m_numbers;
};

/// 0, 1/2, 1/4, 3/4, 1/8, 5/8, ...: however many of them, they lie evenly in [0, 1) (van der Corput 1935).
double halving(std::size_t turn)
{
    double place = 0, half = 0.5;
    for (; turn > 0; turn /= 2, half /= 2)
        place += static_cast<double>(turn % 2) * half;
    return place;
}

double gain(const std::vector<Doubt>& doubts, const std::vector<double>& seen)
{
    double sum = 0;
    for (const Doubt& doubt : doubts)
        sum += std::sqrt(seen[doubt.feature] + doubt.mass) - std::sqrt(seen[doubt.feature]);
    return sum;
}

} // namespace

ReadCharacters charactersOf(const formats::Line& line)
{
    ReadCharacters characters;
    for (const formats::Word& word : line.words) {
        if (!characters.empty())
            characters.push_back({" ", std::min(word.confidence, 1.0)});
        for (const formats::Glyph& glyph : word.glyphs)
            characters.push_back({glyph.text, glyph.confidence});
    }
    return characters;
}

ReadCharacters charactersOf(const recognition::LineReading& line)
{
    ReadCharacters characters;
    for (const auto& character : line.chars)
        characters.push_back({character.text, character.confidence});
    return characters;
}

std::vector<std::size_t> teachingOrder(std::span<const ReadCharacters> lines, std::size_t limit)
{
    Features features;
    std::vector<std::vector<Doubt>> doubts;
    for (const ReadCharacters& line : lines)
        doubts.push_back(features.of(line));
    std::vector<double> seen(features.count(), 0);

    const auto written = static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [](const ReadCharacters& line) { return !line.empty(); }));
    std::vector<bool> taken(lines.size(), false);
    std::vector<std::size_t> order;
    for (std::size_t turn = 0; order.size() < std::min(limit, written); ++turn) {
        const auto middle = static_cast<std::size_t>(halving(turn) * static_cast<double>(lines.size()));
        const std::size_t end = std::min(lines.size(), middle + kReachLines + 1);
        std::optional<std::size_t> best;
        for (std::size_t line = middle - std::min(middle, kReachLines); line < end; ++line)
            if (!taken[line] && !lines[line].empty() && (!best || gain(doubts[line], seen) > gain(doubts[*best], seen)))
                best = line;
        if (!best)
            continue; // all that are near have been taken
        taken[*best] = true;
        order.push_back(*best);
        for (const Doubt& doubt : doubts[*best])
            seen[doubt.feature] += doubt.mass;
    }
    for (std::size_t line = 0; line < lines.size() && order.size() < limit; ++line)
        if (lines[line].empty())
            order.push_back(line);
    return order;
}

} // namespace longhand::app

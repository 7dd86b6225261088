#include "longhand/app/teaching_order.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <queue>
#include <unordered_map>

namespace longhand::app
{

namespace
{

/// A pair says how a character looks beside its neighbour; it is rarer, so it would drown the character itself.
constexpr double kPairShare = 0.5;

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

    // A gain only falls as lines are taken, so that most need not be computed again (lazy greedy: Minoux 1978).
    struct Candidate {
        double gain;
        std::size_t line;
        std::size_t round;
        bool operator<(const Candidate& other) const
        {
            return gain != other.gain ? gain < other.gain : line > other.line;
        }
    };
    std::priority_queue<Candidate> queue;
    for (std::size_t line = 0; line < lines.size(); ++line)
        queue.push({gain(doubts[line], seen), line, 0});
    std::vector<std::size_t> order;
    while (!queue.empty() && order.size() < limit) {
        Candidate best = queue.top();
        queue.pop();
        if (best.round != order.size()) {
            best.gain = gain(doubts[best.line], seen);
            best.round = order.size();
            queue.push(best);
            continue;
        }
        order.push_back(best.line);
        for (const Doubt& doubt : doubts[best.line])
            seen[doubt.feature] += doubt.mass;
    }
    return order;
}

} // namespace longhand::app

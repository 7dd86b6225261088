#include "synthesis/phrase_grammar.h"

#include <cassert>
#include <optional>
#include <utility>

#include "synthesis/phrases.h"

namespace longhand::synthesis
{

namespace
{

constexpr int kDeepest = 12; ///< rules that call each other for ever end here

std::u32string_view trimmed(std::u32string_view text)
{
    const auto first = text.find_first_not_of(U' ');
    if (first == std::u32string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(U' ') - first + 1);
}

std::u32string_view cutUntil(std::u32string_view& rest, char32_t separator)
{
    const auto end = rest.find(separator);
    const auto part = rest.substr(0, end);
    rest.remove_prefix(end == std::u32string_view::npos ? rest.size() : end + 1);
    return part;
}

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

int toNumber(std::u32string_view digits)
{
    int value = 0;
    for (const char32_t c : digits)
        value = value * 10 + static_cast<int>(c - U'0');
    return value;
}

std::u32string inDigits(int value, std::size_t atLeast)
{
    std::u32string digits;
    for (; value > 0 || digits.empty(); value /= 10)
        digits.insert(digits.begin(), static_cast<char32_t>(U'0' + value % 10));
    if (digits.size() < atLeast)
        digits.insert(0, atLeast - digits.size(), U'0');
    return digits;
}

/// `{3-17}` and `{###}`; nothing for a rule's name. `{00-59}` keeps its two digits.
std::optional<std::u32string> number(std::u32string_view place, Random& random)
{
    if (place.front() == U'#') {
        std::u32string digits(1, static_cast<char32_t>(U'1' + random.below(9)));
        for (std::size_t i = 1; i < place.size(); ++i)
            digits += static_cast<char32_t>(U'0' + random.below(10));
        return digits;
    }
    const auto dash = place.find(U'-');
    if (!isDigit(place.front()) || dash == std::u32string_view::npos)
        return std::nullopt;
    const auto from = place.substr(0, dash);
    const int value = random.between(toNumber(from), toNumber(place.substr(dash + 1)));
    return inDigits(value, from.front() == U'0' ? from.size() : 1);
}

std::u32string fill(const std::map<std::u32string, std::vector<std::u32string>, std::less<>>& rules,
                    std::u32string_view rule, Random& random, int depth)
{
    const auto found = rules.find(rule);
    assert(found != rules.end());
    if (found == rules.end() || depth > kDeepest)
        return {};
    std::u32string_view rest = found->second[random.below(found->second.size())];
    std::u32string text;
    while (!rest.empty()) {
        text += cutUntil(rest, U'{');
        if (rest.empty())
            break;
        const auto place = cutUntil(rest, U'}');
        const auto digits = number(place, random);
        text += digits ? *digits : fill(rules, place, random, depth + 1);
    }
    return text;
}

} // namespace

PhraseGrammar::PhraseGrammar(std::u32string_view rules)
{
    while (!rules.empty()) {
        std::u32string_view line = cutUntil(rules, U'\n');
        if (trimmed(line).empty())
            continue;
        auto& alternatives = m_rules[std::u32string(trimmed(cutUntil(line, U':')))];
        while (!line.empty())
            alternatives.emplace_back(trimmed(cutUntil(line, U'|')));
    }
}

std::u32string PhraseGrammar::make(std::u32string_view rule, Random& random) const
{
    return fill(m_rules, rule, random, 0);
}

const PhraseGrammar* phrasesOf(std::string_view language)
{
    static const PhraseGrammar english(kEnglishPhrases);
    static const PhraseGrammar french(kFrenchPhrases);
    static const PhraseGrammar german(kGermanPhrases);
    if (language == "en")
        return &english;
    if (language == "fr")
        return &french;
    return language == "de" ? &german : nullptr;
}

} // namespace longhand::synthesis

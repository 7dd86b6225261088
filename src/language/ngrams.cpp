#include "ngrams.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "longhand/text/unicode.h"

namespace longhand::language
{

namespace
{

std::uint64_t keyMask(std::size_t order)
{
    return order >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * order)) - 1;
}

/// The most frequent characters, in the order of their code points.
std::u32string chooseCharacters(std::span<const WeightedText> texts)
{
    std::unordered_map<char32_t, double> counts{{U' ', 1}};
    for (const WeightedText& source : texts)
        for (const std::u32string& line : source.lines)
            for (const char32_t c : text::foldWhiteSpace(line))
                if (c > U' ' && c != 0x7F && c != 0xFFFD)
                    counts[c] += source.weight;
    std::vector<std::pair<double, char32_t>> byCount;
    for (const auto& [character, count] : counts)
        byCount.emplace_back(-count, character);
    std::sort(byCount.begin(), byCount.end());
    if (byCount.size() > kMostCharacters)
        byCount.resize(kMostCharacters);
    std::u32string characters;
    for (const auto& [count, character] : byCount)
        characters += character;
    if (characters.find(U' ') == std::u32string::npos)
        characters.back() = U' '; // lines begin with it
    std::sort(characters.begin(), characters.end());
    return characters;
}

/// Every n-gram of the highest order in one text, one for each of its characters; sorted, not yet counted.
std::vector<std::uint64_t> keysOf(const WeightedText& text, const std::u32string& characters, std::size_t order)
{
    std::unordered_map<char32_t, std::uint8_t> symbols;
    for (const char32_t c : characters)
        symbols.emplace(c, static_cast<std::uint8_t>(kFirstCharacter + symbols.size()));
    const std::uint64_t mask = keyMask(order);
    std::vector<std::uint64_t> keys;
    for (const std::u32string& line : text.lines) {
        const std::u32string folded = text::foldWhiteSpace(line);
        if (folded.empty())
            continue;
        std::uint64_t window = symbols.at(U' ');
        for (const char32_t c : folded + U' ') {
            const auto found = symbols.find(c);
            window = (window << 8 | (found == symbols.end() ? kUnknown : found->second)) & mask;
            keys.push_back(window);
        }
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

/// Merges n-grams of the same key; `ngrams` is sorted.
void mergeEqual(std::vector<Ngram>& ngrams)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < ngrams.size(); ++i) {
        if (kept > 0 && ngrams[kept - 1].key == ngrams[i].key) {
            ngrams[kept - 1].count += ngrams[i].count;
            ngrams[kept - 1].weight += ngrams[i].weight;
            ngrams[kept - 1].occurrences += ngrams[i].occurrences;
        } else {
            ngrams[kept++] = ngrams[i];
        }
    }
    ngrams.resize(kept);
}

std::vector<Ngram> countHighest(std::span<const WeightedText> texts, const std::u32string& characters,
                                std::size_t order)
{
    std::vector<Ngram> ngrams;
    for (const WeightedText& text : texts) {
        const auto keys = keysOf(text, characters, order);
        for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
            while (end < keys.size() && keys[end] == keys[begin])
                ++end;
            const auto count = static_cast<std::uint32_t>(end - begin);
            const auto weight = static_cast<float>(count * text.weight);
            ngrams.push_back({keys[begin], count, weight, weight});
        }
    }
    std::sort(ngrams.begin(), ngrams.end(), [](const Ngram& a, const Ngram& b) { return a.key < b.key; });
    mergeEqual(ngrams);
    return ngrams;
}

/// The order below `longer`, whose suffixes are set.
std::vector<Ngram> countBelow(std::vector<Ngram>& longer, std::size_t order)
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> suffixes;
    suffixes.reserve(longer.size());
    for (const Ngram& ngram : longer)
        suffixes.emplace_back(ngram.key & keyMask(order), static_cast<std::uint32_t>(suffixes.size()));
    std::sort(suffixes.begin(), suffixes.end());
    std::vector<Ngram> result;
    for (const auto& [key, index] : suffixes) {
        if (result.empty() || result.back().key != key)
            result.push_back({key});
        Ngram& shorter = result.back();
        Ngram& from = longer[index];
        ++shorter.count;
        shorter.weight += from.weight / static_cast<float>(from.count);
        shorter.occurrences += from.occurrences;
        from.suffix = static_cast<std::uint32_t>(result.size() - 1);
    }
    return result;
}

/// How many reach beyond the begin of a line: they are first.
std::uint32_t countOutside(const std::vector<Ngram>& ngrams, std::size_t order)
{
    const auto firstInside = std::partition_point(ngrams.begin(), ngrams.end(), [&](const Ngram& ngram) {
        return (ngram.key >> (8 * (order - 1)) & 0xFF) == kOutside;
    });
    return static_cast<std::uint32_t>(firstInside - ngrams.begin());
}

void removeFirst(std::vector<Ngram>& ngrams, std::uint32_t count)
{
    ngrams.erase(ngrams.begin(), ngrams.begin() + count);
}

void addUnseenSymbols(Ngrams& ngrams)
{
    std::vector<Ngram>& singles = ngrams.orders.front();
    std::vector<Ngram> all(ngrams.symbolCount());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].key = i + kUnknown;
    for (const Ngram& ngram : singles)
        all[ngram.key - kUnknown] = ngram;
    for (Ngram& pair : ngrams.orders[1])
        pair.suffix = static_cast<std::uint32_t>((pair.key & 0xFF) - kUnknown);
    singles = std::move(all);
}

} // namespace

Ngrams countNgrams(std::span<const WeightedText> texts, int order, const std::stop_token& stop,
                   const ProgressFn& progress)
{
    Ngrams ngrams;
    ngrams.characters = chooseCharacters(texts);
    const auto highest = static_cast<std::size_t>(order);
    ngrams.orders.resize(highest);
    ngrams.orders[highest - 1] = countHighest(texts, ngrams.characters, highest);
    std::uint32_t outside = countOutside(ngrams.orders[highest - 1], highest);
    for (std::size_t k = highest; k > 1; --k) {
        if (stop.stop_requested())
            return {};
        std::vector<Ngram>& longer = ngrams.orders[k - 1];
        std::vector<Ngram>& shorter = ngrams.orders[k - 2];
        shorter = countBelow(longer, k - 1);
        // What lies outside has done its part: a line's begin counts as one symbol that may stand before.
        removeFirst(longer, outside);
        outside = countOutside(shorter, k - 1);
        for (Ngram& ngram : longer)
            ngram.suffix -= outside;
        if (progress)
            progress(static_cast<int>(highest - k + 1), order);
    }
    removeFirst(ngrams.orders[0], outside);
    addUnseenSymbols(ngrams);
    return ngrams;
}

} // namespace longhand::language

#include "longhand/language/build.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "longhand/text/unicode.h"
#include "ngrams.h"
#include "trie.h"

namespace longhand::language
{

namespace
{

Error invalid(const std::string& what)
{
    return {ErrorCode::InvalidInput, what};
}

/// The relevance above which n-grams fit into the room there is.
float leastRelevance(const Ngrams& ngrams, std::size_t room)
{
    struct Cost {
        float relevance;
        std::uint32_t bytes;
    };
    std::vector<Cost> costs;
    for (std::size_t k = 1; k < ngrams.orders.size(); ++k)
        for (const Ngram& ngram : ngrams.orders[k])
            costs.push_back({ngram.relevance, static_cast<std::uint32_t>(ngramBytes(k + 1 == ngrams.orders.size()))});
    std::sort(costs.begin(), costs.end(), [](const Cost& a, const Cost& b) { return a.relevance > b.relevance; });
    std::size_t used = 0;
    for (const Cost& cost : costs) {
        used += cost.bytes;
        if (used > room)
            return cost.relevance;
    }
    return -1;
}

/// At most 256 numbers that stand for all of `values`, each for as many of them.
CodeBook chooseCodes(std::vector<float> values)
{
    std::sort(values.begin(), values.end());
    std::vector<float> distinct = values;
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    CodeBook book{};
    if (distinct.empty())
        return book;
    if (distinct.size() <= book.size()) {
        std::fill(std::copy(distinct.begin(), distinct.end(), book.begin()), book.end(), distinct.back());
        return book;
    }
    for (std::size_t i = 0; i < book.size(); ++i) {
        const std::size_t begin = i * values.size() / book.size(), end = (i + 1) * values.size() / book.size();
        double sum = 0;
        for (std::size_t j = begin; j < end; ++j)
            sum += values[j];
        book[i] = static_cast<float>(sum / static_cast<double>(end - begin));
    }
    return book;
}

std::uint8_t nearestCode(const CodeBook& book, float value)
{
    const auto above = std::lower_bound(book.begin(), book.end(), value);
    if (above == book.begin())
        return 0;
    const auto below = above - 1;
    const bool isAboveNearer = above != book.end() && *above - value < value - *below;
    return static_cast<std::uint8_t>((isAboveNearer ? above : below) - book.begin());
}

std::vector<std::uint8_t> encode(const std::vector<float>& values, CodeBook& book)
{
    book = chooseCodes(values);
    std::vector<std::uint8_t> codes;
    codes.reserve(values.size());
    for (const float value : values)
        codes.push_back(nearestCode(book, value));
    return codes;
}

/// One order of the model: its n-grams are those of `ngrams` that are relevant enough.
Level makeLevel(const Ngrams& ngrams, std::size_t k, float threshold)
{
    const auto isKept = [&](const Ngram& ngram, std::size_t order) {
        return order == 0 || ngram.relevance > threshold;
    };
    const bool isHighest = k + 1 == ngrams.orders.size();
    Level level;
    std::vector<float> probabilities, backoffs;
    std::size_t child = 0; // among all n-grams of the next order
    if (!isHighest)
        level.firstChild.push_back(0);
    for (const Ngram& ngram : ngrams.orders[k]) {
        // The children of an n-gram that is left out are left out too: they are skipped with it.
        double kept = 0, backedOff = 0;
        std::uint32_t children = 0;
        if (!isHighest) {
            const auto& longer = ngrams.orders[k + 1];
            for (; child < longer.size() && longer[child].key >> 8 == ngram.key; ++child) {
                if (!isKept(longer[child], k + 1))
                    continue;
                ++children;
                kept += longer[child].probability;
                backedOff += ngrams.orders[k][longer[child].suffix].probability;
            }
        }
        if (!isKept(ngram, k))
            continue;
        level.symbols.push_back(static_cast<std::uint8_t>((ngram.key & 0xFF) - kUnknown));
        probabilities.push_back(std::log(ngram.probability));
        if (!isHighest) {
            // What is left for the characters that do not follow here is shared as the shorter context shares it.
            constexpr double kLeast = 1e-7;
            backoffs.push_back(
                static_cast<float>(std::log(std::max(1 - kept, kLeast) / std::max(1 - backedOff, kLeast))));
            level.firstChild.push_back(level.firstChild.back() + children);
        }
    }
    level.probabilities = encode(probabilities, level.probabilityBook);
    level.backoffs = encode(backoffs, level.backoffBook);
    return level;
}

} // namespace

Result<std::string> buildModel(std::span<const WeightedText> texts, const BuildOptions& options, std::stop_token stop,
                               const ProgressFn& progress)
{
    if (options.order < 2 || options.order > kMaxOrder)
        return invalid("A language model of order " + std::to_string(options.order) +
                       " cannot be built. Choose one from 2 to " + std::to_string(kMaxOrder) + ".");
    if (options.description.size() > kMaxDescriptionBytes)
        return invalid("The description of the language model is longer than 64 KB. Shorten it.");
    bool hasText = false;
    for (const WeightedText& source : texts) {
        if (!(source.weight > 0) || source.weight > 1e6)
            return invalid("A text's weight must be above 0 and at most 1000000. Correct it.");
        hasText = hasText || std::any_of(source.lines.begin(), source.lines.end(), [](const std::u32string& line) {
                      return !text::foldWhiteSpace(line).empty();
                  });
    }
    if (!hasText)
        return invalid("There is no text to build a language model from. Name files that hold some.");

    // Counting takes nearly all of the time.
    const auto counted = [&](int done, int total) {
        if (progress)
            progress(done, total + 1);
    };
    Ngrams ngrams = countNgrams(texts, options.order, stop, counted);
    if (stop.stop_requested())
        return Error{ErrorCode::Stopped, "Building the language model was stopped."};
    smooth(ngrams);
    const std::size_t fixed = overheadBytes(ngrams.characters.size(), options.description.size(), options.order) +
                              ngrams.symbolCount() * ngramBytes(false);
    if (fixed > options.maxBytes || options.maxBytes > kMaxModelBytes)
        return invalid("The language model cannot be of the size asked for. Choose one from 1 to " +
                       std::to_string(kMaxModelBytes >> 20) + " MB.");
    const float threshold = leastRelevance(ngrams, options.maxBytes - fixed);

    Trie trie;
    trie.characters = ngrams.characters;
    trie.description = options.description;
    for (std::size_t k = 0; k < ngrams.orders.size(); ++k)
        trie.levels.push_back(makeLevel(ngrams, k, threshold));
    if (progress)
        progress(options.order + 1, options.order + 1);
    return toBytes(trie);
}

} // namespace longhand::language

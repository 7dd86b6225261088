#include "longhand/language/language_model.h"

#include <cstring>
#include <utility>

#include "longhand/base/files.h"
#include "trie.h"

namespace longhand::language
{

namespace
{

constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// The n-gram of the next level that goes on from `node` with `symbol`.
std::uint32_t childOf(const Trie& trie, std::size_t level, std::uint32_t node, std::uint8_t symbol)
{
    const std::uint32_t begin = trie.levels[level].firstChild[node], end = trie.levels[level].firstChild[node + 1];
    const std::uint8_t* symbols = trie.levels[level + 1].symbols.data();
    const void* found = begin == end ? nullptr : std::memchr(symbols + begin, symbol, end - begin);
    return found ? static_cast<std::uint32_t>(static_cast<const std::uint8_t*>(found) - symbols) : kNone;
}

float probabilityOf(const Level& level, std::uint32_t node)
{
    return level.probabilityBook[level.probabilities[node]];
}

} // namespace

LanguageModel::LanguageModel(std::shared_ptr<const Trie> trie) : m_trie(std::move(trie)) {}

Result<LanguageModel> LanguageModel::open(const std::filesystem::path& path)
{
    const auto bytes = readFile(path, kMaxModelBytes);
    if (!bytes)
        return bytes.error();
    return parse(*bytes, quoted(path));
}

Result<LanguageModel> LanguageModel::parse(std::string_view bytes, const std::string& name)
{
    auto trie = trieFromBytes(bytes, name);
    if (!trie)
        return trie.error();
    return LanguageModel(std::make_shared<const Trie>(std::move(*trie)));
}

int LanguageModel::order() const
{
    return static_cast<int>(m_trie->levels.size());
}

const std::u32string& LanguageModel::characters() const
{
    return m_trie->characters;
}

const std::string& LanguageModel::description() const
{
    return m_trie->description;
}

std::vector<std::size_t> LanguageModel::ngramCounts() const
{
    std::vector<std::size_t> counts;
    for (const Level& level : m_trie->levels)
        counts.push_back(level.symbols.size());
    return counts;
}

LanguageModel::Symbol LanguageModel::symbolOf(char32_t character) const
{
    const auto found = m_trie->characters.find(character);
    return found == std::u32string::npos ? Symbol{0} : static_cast<Symbol>(found + 1);
}

LanguageModel::State LanguageModel::start() const
{
    // A line begins where a word begins; mostly in the middle of a sentence.
    return next({}, symbolOf(U' '));
}

float LanguageModel::logProbability(const State& state, Symbol symbol) const
{
    float backoff = 0;
    for (int k = state.length; k > 0; --k) {
        const auto level = static_cast<std::size_t>(k - 1);
        const std::uint32_t context = state.nodes[level];
        const std::uint32_t found = childOf(*m_trie, level, context, symbol);
        if (found != kNone)
            return backoff + probabilityOf(m_trie->levels[level + 1], found);
        backoff += m_trie->levels[level].backoffBook[m_trie->levels[level].backoffs[context]];
    }
    return backoff + probabilityOf(m_trie->levels[0], symbol);
}

LanguageModel::State LanguageModel::next(const State& state, Symbol symbol) const
{
    State result;
    std::uint32_t node = symbol;
    const auto& levels = m_trie->levels;
    for (std::size_t level = 0; level + 1 < levels.size(); ++level) {
        if (level > 0)
            node = static_cast<int>(level) <= state.length ? childOf(*m_trie, level - 1, state.nodes[level - 1], symbol)
                                                           : kNone;
        // Longer contexts than one that nothing follows are not there either.
        if (node == kNone || levels[level].firstChild[node] == levels[level].firstChild[node + 1])
            break;
        result.nodes[level] = node;
        result.length = static_cast<int>(level) + 1;
    }
    return result;
}

double LanguageModel::logProbability(std::u32string_view line) const
{
    double sum = 0;
    State state = start();
    for (const char32_t c : line) {
        const Symbol symbol = symbolOf(c);
        sum += logProbability(state, symbol);
        state = next(state, symbol);
    }
    return sum;
}

} // namespace longhand::language

#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "longhand/base/result.h"

namespace longhand::language
{

inline constexpr int kMaxOrder = 8;
inline constexpr std::size_t kMaxModelBytes = std::size_t{64} << 20;

struct Trie;

/// How likely a character is after those before it: an n-gram model over code points. Immutable, so any number of
/// threads may ask at once.
class LanguageModel
{
public:
    /// A character as the model numbers it; 0 stands for every character it does not know.
    using Symbol = std::uint8_t;

    /// The characters before, as far as the model tells them apart.
    struct State {
        std::array<std::uint32_t, kMaxOrder - 1> nodes{}; ///< node k is the context of the last k + 1 characters
        int length = 0;
    };

    /// Errors: those of readFile; Damaged, Unsupported.
    static Result<LanguageModel> open(const std::filesystem::path& path);
    /// The same from memory; `name` is for messages.
    static Result<LanguageModel> parse(std::string_view bytes, const std::string& name);

    [[nodiscard]] int order() const;
    /// Those it knows, at most 254, by their symbols: the first is symbol 1.
    [[nodiscard]] const std::u32string& characters() const;
    /// What the builder says of the texts, UTF-8.
    [[nodiscard]] const std::string& description() const;
    /// N-grams stored of order 1, 2, …
    [[nodiscard]] std::vector<std::size_t> ngramCounts() const;

    [[nodiscard]] Symbol symbolOf(char32_t character) const;
    /// Before the first character of a line.
    [[nodiscard]] State start() const;
    /// Natural logarithm of the probability of `symbol` after `state`.
    [[nodiscard]] float logProbability(const State& state, Symbol symbol) const;
    [[nodiscard]] State next(const State& state, Symbol symbol) const;
    /// Of a whole line, without its end.
    [[nodiscard]] double logProbability(std::u32string_view line) const;

private:
    explicit LanguageModel(std::shared_ptr<const Trie> trie);

    std::shared_ptr<const Trie> m_trie;
};

} // namespace longhand::language

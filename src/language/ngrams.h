#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/language/build.h"

namespace longhand::language
{

/// While a model is built, symbols are one higher than in the file: 0 stands left of a line's begin, 1 for an unknown
/// character, i + 2 for the i-th character.
inline constexpr std::uint8_t kOutside = 0;
inline constexpr std::uint8_t kUnknown = 1;
inline constexpr std::uint8_t kFirstCharacter = 2;
inline constexpr std::size_t kMostCharacters = 254;

struct Ngram {
    std::uint64_t key = 0; ///< its symbols, one a byte, the last one lowest
    /// Kneser-Ney's count: occurrences in the highest order, below it how many different symbols stand before it.
    std::uint32_t count = 0;
    float weight = 0;         ///< `count`, each part times the weight of its text
    float occurrences = 0;    ///< times its text's weight, in every order
    std::uint32_t suffix = 0; ///< the same without its first symbol: index in the order below
    float probability = 0;    ///< of the last symbol after the others, smoothed
    float relevance = 0;      ///< what leaving it out costs the text, in nats; at least that of all it is part of
};

/// The n-grams of every order, each sorted by key; those of order 1 include every symbol, seen or not.
struct Ngrams {
    std::u32string characters;
    std::vector<std::vector<Ngram>> orders;

    [[nodiscard]] std::size_t symbolCount() const { return characters.size() + 1; }
};

/// Counts `texts`, a line at a time, each between two spaces. Empty when stopped.
Ngrams countNgrams(std::span<const WeightedText> texts, int order, const std::stop_token& stop,
                   const ProgressFn& progress);

/// Probabilities, and from them the relevance.
void smooth(Ngrams& ngrams);

} // namespace longhand::language

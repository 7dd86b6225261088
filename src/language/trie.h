#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "longhand/base/result.h"
#include "longhand/language/language_model.h"

namespace longhand::language
{

using CodeBook = std::array<float, 256>;

/// The n-grams of one order, grouped by their context (in the order of the level above), symbols ascending in each
/// group.
struct Level {
    std::vector<std::uint8_t> symbols;       ///< last character of the n-gram
    std::vector<std::uint8_t> probabilities; ///< codes of log-probabilities
    std::vector<std::uint8_t> backoffs;      ///< codes of log back-off weights; empty in the highest order
    /// Of n-gram i the longer ones are [firstChild[i], firstChild[i + 1]) of the next level; empty in the highest
    /// order.
    std::vector<std::uint32_t> firstChild;
    CodeBook probabilityBook{};
    CodeBook backoffBook{};
};

/// A back-off model. The n-grams of order 1 are all symbols, each at its own index. With an n-gram, its prefix and its
/// suffix are there too.
struct Trie {
    std::u32string characters; ///< of symbols 1, 2, …
    std::string description;
    std::vector<Level> levels; ///< one for each order

    [[nodiscard]] std::size_t symbolCount() const { return characters.size() + 1; }
};

inline constexpr std::size_t kMaxDescriptionBytes = 64 << 10;

/// Bytes of a file without its n-grams, and of one n-gram.
std::size_t overheadBytes(std::size_t characters, std::size_t descriptionBytes, int order);
std::size_t ngramBytes(bool isHighestOrder);

std::string toBytes(const Trie& trie);
/// Every count, code, symbol and number is checked before it is used. Errors: Damaged, Unsupported.
Result<Trie> trieFromBytes(std::string_view bytes, const std::string& name);

} // namespace longhand::language

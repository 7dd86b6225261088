#pragma once

#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "longhand/base/image.h"

namespace longhand::synthesis
{

/// A letter's place in a line picture, in pixels.
struct PlacedLetter {
    char32_t character = 0;
    double begin = 0;
    double end = 0;
};

/// A normalised line of one hand, with those of its words whose letters' places are known.
struct LetteredLine {
    GrayImage picture; ///< dark ink on white paper
    std::vector<std::vector<PlacedLetter>> words;
};

/// The words and letters of one hand, cut out of its lines and glued into new text: whole words where it has them, else
/// the longest runs of letters, taken from the same place of a word where there is one. After the data glueing of
/// Shonenkov et al. 2021, "StackMix and Blot Augmentations for Handwritten Text Recognition" (arXiv:2108.11667).
class HandInventory
{
public:
    /// All pictures must have the same height.
    explicit HandInventory(std::vector<LetteredLine> lines);
    ~HandInventory();
    HandInventory(HandInventory&&) noexcept;
    HandInventory& operator=(HandInventory&&) noexcept;

    /// Whether the word can be put together from runs of at least two letters.
    [[nodiscard]] bool canWrite(std::u32string_view word) const;
    /// The words with a space between, in a picture of the lines' height. nullopt when a word cannot be written, or is
    /// nothing but paper.
    [[nodiscard]] std::optional<GrayImage> write(const std::vector<std::u32string>& words,
                                                 std::mt19937_64& random) const;

private:
    struct Lines;
    struct Piece {
        std::size_t line = 0, word = 0;
        double begin = 0, end = 0; ///< columns
    };
    struct Entry {
        std::u32string letters; ///< with marks for a word's beginning and end
        Piece piece;
    };

    void index();
    void measureGaps();
    [[nodiscard]] std::vector<Piece> compose(std::u32string_view word, std::mt19937_64& random) const;
    [[nodiscard]] std::pair<std::size_t, std::size_t> entriesOf(std::u32string_view letters) const;

    std::unique_ptr<Lines> m_lines;
    std::vector<Entry> m_entries; ///< sorted by letters
    std::vector<double> m_gaps;   ///< between words, of the small letters' height
};

} // namespace longhand::synthesis

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace longhand::app
{

/// A line found on a page, as the model reads it.
struct LineToAlign {
    std::string reading; ///< UTF-8
    double lengthPx = 0; ///< of its baseline, page pixels
};

enum class Evidence {
    Reading,    ///< the reading fits this text clearly better than any other of the page
    Neighbours, ///< the lines around it leave no other text
    TooWeak     ///< the likeliest text, but not to be relied on
};

/// The text that a found line was given: words [firstWord, endWord) of the page.
struct LineMatch {
    std::size_t firstWord = 0;
    std::size_t endWord = 0;
    std::string text;
    double errorRate = 0; ///< edits between reading and text, share of the longer one; case and accents do not count
    Evidence evidence = Evidence::TooWeak;
};

struct TextAlignment {
    std::vector<std::optional<LineMatch>> lines; ///< one per found line; nullopt: belongs to no text
    std::size_t textLines = 0;                   ///< not empty
    std::size_t alignedTextLines = 0;            ///< all of whose words are in matches that can be relied on
};

struct AlignmentOptions {
    double maxErrorRate = 0.7; ///< of a match whose evidence is its reading
};

/// Pages whose text is longer are not aligned: the time grows with lines times words.
inline constexpr std::size_t kMaxAlignedTextBytes = 20000;

/// The cheapest way to lay the page's text over its lines, both in reading order: every line takes a run of words, or
/// none; words may stay without a line. Breaks of the text are kept unless the readings speak clearly against them, so
/// that found lines may cover two text lines, or parts of one.
TextAlignment alignText(const std::vector<LineToAlign>& found, const std::vector<std::string>& textLines,
                        const AlignmentOptions& options = {});

} // namespace longhand::app

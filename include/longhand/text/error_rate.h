#pragma once

#include <cstddef>
#include <string_view>

namespace longhand::text
{

/// Sums over a test set; rates are edits divided by reference length (code points or white-space separated words).
struct ErrorCounts {
    std::size_t charEdits = 0;
    std::size_t charEditsIgnoringCase = 0;
    std::size_t chars = 0;
    std::size_t wordEdits = 0;
    std::size_t words = 0;

    /// Both UTF-8, NFC. White space runs count as one space, ends are trimmed.
    void add(std::string_view reference, std::string_view reading);
    ErrorCounts& operator+=(const ErrorCounts& other);
    /// 0 when both are empty; reading text where there is no reference counts against the summed length only.
    [[nodiscard]] double cer() const;
    /// With small and capital letters alike, for collections that transcribe block capitals in small letters.
    [[nodiscard]] double cerIgnoringCase() const;
    [[nodiscard]] double wer() const;
};

/// Levenshtein distance over code points, unit costs.
std::size_t editDistance(std::u32string_view a, std::u32string_view b);

} // namespace longhand::text

#include "longhand/text/error_rate.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "longhand/text/unicode.h"

namespace longhand::text
{

namespace
{

template <class Sequence>
std::size_t levenshtein(const Sequence& a, const Sequence& b)
{
    std::vector<std::size_t> previous(b.size() + 1), current(b.size() + 1);
    std::iota(previous.begin(), previous.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        current[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j)
            current[j + 1] = std::min({previous[j] + (a[i] == b[j] ? 0u : 1u), previous[j + 1] + 1, current[j] + 1});
        std::swap(previous, current);
    }
    return previous[b.size()];
}

std::vector<std::u32string> words(const std::u32string& folded)
{
    std::vector<std::u32string> result;
    for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t end = std::min(folded.find(U' ', begin), folded.size());
        result.push_back(folded.substr(begin, end - begin));
        begin = end + 1;
    }
    return result;
}

std::u32string inSmallLetters(std::u32string text)
{
    std::ranges::transform(text, text.begin(), smallLetter);
    return text;
}

double rate(std::size_t edits, std::size_t total)
{
    return total == 0 ? 0.0 : static_cast<double>(edits) / static_cast<double>(total);
}

} // namespace

std::size_t editDistance(std::u32string_view a, std::u32string_view b)
{
    return levenshtein(a, b);
}

void ErrorCounts::add(std::string_view reference, std::string_view reading)
{
    const std::u32string expected = foldWhiteSpace(toCodePoints(reference));
    const std::u32string got = foldWhiteSpace(toCodePoints(reading));
    const auto expectedWords = text::words(expected);
    charEdits += editDistance(expected, got);
    charEditsIgnoringCase += editDistance(inSmallLetters(expected), inSmallLetters(got));
    chars += expected.size();
    wordEdits += levenshtein(expectedWords, text::words(got));
    words += expectedWords.size();
}

ErrorCounts& ErrorCounts::operator+=(const ErrorCounts& other)
{
    charEdits += other.charEdits;
    charEditsIgnoringCase += other.charEditsIgnoringCase;
    chars += other.chars;
    wordEdits += other.wordEdits;
    words += other.words;
    return *this;
}

double ErrorCounts::cer() const
{
    return rate(charEdits, chars);
}

double ErrorCounts::cerIgnoringCase() const
{
    return rate(charEditsIgnoringCase, chars);
}

double ErrorCounts::wer() const
{
    return rate(wordEdits, words);
}

} // namespace longhand::text

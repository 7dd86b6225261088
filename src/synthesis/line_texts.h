#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "synthesis/phrase_grammar.h"
#include "synthesis/random.h"

namespace longhand::synthesis
{

/// As somebody writes who prints in block capitals; a sharp s becomes two.
std::u32string inCapitals(std::u32string_view text);

/// Texts of lines as they stand in letters and notes: pieces of running text, phrases, short lines.
class LineTexts
{
public:
    /// `paragraphs`: UTF-8, one a line. Curly quotes and dashes are straightened; lines with characters that nobody
    /// writes by hand are passed over. `phrases` may be null.
    LineTexts(std::string_view paragraphs, const PhraseGrammar* phrases);

    /// Whether there is anything to write.
    [[nodiscard]] bool empty() const { return m_paragraphs.empty(); }
    /// Never empty; white space folded, at most 74 characters.
    [[nodiscard]] std::u32string line(Random& random) const;
    /// A piece of running text, for the lines above and below.
    [[nodiscard]] std::u32string runningText(Random& random) const;
    /// A single word, for what is struck out.
    [[nodiscard]] std::u32string word(Random& random) const;

private:
    [[nodiscard]] std::u32string cut(std::size_t longest, Random& random) const;

    std::vector<std::u32string> m_paragraphs;
    std::vector<std::size_t> m_ends; ///< characters up to and with each paragraph, so that long ones count more
    const PhraseGrammar* m_phrases;
};

} // namespace longhand::synthesis

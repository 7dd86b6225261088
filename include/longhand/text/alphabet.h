#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "longhand/base/result.h"

namespace longhand::text
{

/// The characters a network can write. Class 0 is the CTC blank; class i + 1 is the i-th character.
class Alphabet
{
public:
    Alphabet() = default;
    /// Errors: InvalidInput for an empty, repeated or non-character code point.
    static Result<Alphabet> fromCharacters(std::u32string characters);

    /// Including the blank.
    [[nodiscard]] int classCount() const { return static_cast<int>(m_characters.size()) + 1; }
    [[nodiscard]] const std::u32string& characters() const { return m_characters; }
    /// -1 when the alphabet lacks `c`.
    [[nodiscard]] int classOf(char32_t c) const;
    /// 1 <= classIndex < classCount().
    [[nodiscard]] char32_t character(int classIndex) const { return m_characters[static_cast<std::size_t>(classIndex - 1)]; }
    /// Characters of `text` the alphabet lacks, each once; empty when it can all be written.
    [[nodiscard]] std::u32string missingFrom(std::u32string_view text) const;

private:
    std::u32string m_characters;
    std::unordered_map<char32_t, int> m_classes;
};

} // namespace longhand::text

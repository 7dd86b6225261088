#include "longhand/text/alphabet.h"

namespace longhand::text
{

Result<Alphabet> Alphabet::fromCharacters(std::u32string characters)
{
    if (characters.empty())
        return Error{ErrorCode::InvalidInput, "The alphabet is empty. A model needs at least one character."};
    Alphabet alphabet;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const char32_t c = characters[i];
        if (c < 0x20 || c == 0x7F || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFD)
            return Error{ErrorCode::InvalidInput, "The alphabet holds a code point that is not a character."};
        if (!alphabet.m_classes.emplace(c, static_cast<int>(i) + 1).second)
            return Error{ErrorCode::InvalidInput, "The alphabet holds a character twice."};
    }
    alphabet.m_characters = std::move(characters);
    return alphabet;
}

int Alphabet::classOf(char32_t c) const
{
    const auto found = m_classes.find(c);
    return found == m_classes.end() ? -1 : found->second;
}

std::u32string Alphabet::missingFrom(std::u32string_view text) const
{
    std::u32string missing;
    for (const char32_t c : text)
        if (!m_classes.contains(c) && missing.find(c) == std::u32string::npos)
            missing += c;
    return missing;
}

} // namespace longhand::text

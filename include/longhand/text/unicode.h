#pragma once

#include <string>
#include <string_view>

namespace longhand::text
{

/// Ill-formed UTF-8 becomes U+FFFD.
std::u32string toCodePoints(std::string_view utf8);
std::string toUtf8(std::u32string_view codePoints);
std::string toUtf8(char32_t codePoint);
/// White space runs become one space, ends are trimmed.
std::u32string foldWhiteSpace(std::u32string_view text);
/// Of the Latin letters that English, French and German are written with, one code point for one; anything else stays.
char32_t smallLetter(char32_t c);
char32_t capitalLetter(char32_t c);

} // namespace longhand::text

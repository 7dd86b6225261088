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

} // namespace longhand::text

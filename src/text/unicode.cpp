#include "longhand/text/unicode.h"

namespace longhand::text
{

namespace
{

constexpr char32_t kReplacement = 0xFFFD;

bool isWhiteSpace(char32_t c)
{
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

} // namespace

std::u32string toCodePoints(std::string_view utf8)
{
    std::u32string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        if (lead < 0x80) {
            out += lead;
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
        if (length == 0 || lead >= 0xF5) {
            out += kReplacement;
            ++i;
            continue;
        }
        char32_t code = lead & (0xFFu >> (length + 1));
        std::size_t used = 1;
        while (used < length && i + used < utf8.size() && (static_cast<unsigned char>(utf8[i + used]) & 0xC0) == 0x80) {
            code = code << 6 | (static_cast<unsigned char>(utf8[i + used]) & 0x3F);
            ++used;
        }
        static constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
        const bool valid =
            used == length && code >= kSmallest[length] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
        out += valid ? code : kReplacement;
        i += used;
    }
    return out;
}

std::string toUtf8(char32_t c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = kReplacement;
    std::string out;
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | c >> 6);
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | c >> 12);
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | c >> 18);
        out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
    return out;
}

std::string toUtf8(std::u32string_view codePoints)
{
    std::string out;
    for (const char32_t c : codePoints)
        out += toUtf8(c);
    return out;
}

std::u32string foldWhiteSpace(std::u32string_view text)
{
    std::u32string out;
    bool pending = false;
    for (const char32_t c : text) {
        if (isWhiteSpace(c)) {
            pending = !out.empty();
            continue;
        }
        if (pending)
            out += U' ';
        pending = false;
        out += c;
    }
    return out;
}

char32_t smallLetter(char32_t c)
{
    if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7))
        return c + 0x20;
    return c == 0x152 ? 0x153 : c == 0x178 ? 0xFF : c;
}

char32_t capitalLetter(char32_t c)
{
    if ((c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7))
        return c - 0x20;
    return c == 0x153 ? 0x152 : c == 0xFF ? 0x178 : c;
}

} // namespace longhand::text

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <hpdf.h>

namespace longhand::formats
{

/// Text in one of the single-byte encodings of PDF's standard fonts.
struct EncodedRun {
    HPDF_Font font;
    std::string bytes;
};

/// Spells Unicode text with the standard font Helvetica, which every viewer has and every viewer can map back to
/// Unicode: Western, Central European, Baltic, Turkish, Greek, Cyrillic, Hebrew, Arabic and Vietnamese code pages.
/// Characters outside all of them fall back to their compatibility base letter, else to '?'. Three Greek letters share
/// their glyph names with symbols, so that viewers copy mu as the micro sign, Omega as the ohm sign and Delta as the
/// increment sign.
class PdfEncodings
{
public:
    /// `pdf` must outlive this.
    explicit PdfEncodings(HPDF_Doc pdf);

    /// As few runs as possible; a text that one code page covers is one run.
    std::vector<EncodedRun> encode(std::string_view utf8);

private:
    struct CodePage {
        HPDF_Font font = nullptr;
        std::unordered_map<char32_t, char> bytes;
    };
    [[nodiscard]] static bool covers(const CodePage& page, char32_t c) { return page.bytes.count(c) != 0; }
    [[nodiscard]] bool known(char32_t c) const;
    [[nodiscard]] std::u32string spellable(std::string_view utf8) const;

    std::vector<CodePage> m_pages;
};

} // namespace longhand::formats

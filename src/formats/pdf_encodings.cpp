#include "formats/pdf_encodings.h"

#include <algorithm>

#include <QString>

#include "formats/strings.h"
#include "longhand/text/unicode.h"

namespace longhand::formats
{

namespace
{

// In order of preference: Windows-1252 first, it has € and œ beside all of Western Europe.
constexpr const char* kEncodings[] = {
    "WinAnsiEncoding", "CP1250",     "ISO8859-2", "CP1257", "CP1254", "ISO8859-3", "ISO8859-4", "ISO8859-10",
    "ISO8859-14",      "ISO8859-16", "CP1251",    "KOI8-R", "CP1253", "CP1255",    "CP1256",    "CP1258"};

/// Letters of old hands that have no decomposition in Unicode.
std::u32string plainSpelling(char32_t c)
{
    switch (c) {
    case U'\u2010': // hyphen
    case U'\u2011': // non-breaking hyphen
    case U'\u2212': // minus
    case U'\u2E17': // double oblique hyphen
        return U"-";
    case U'\uA75B': // r rotunda
        return U"r";
    default:
        return text::toCodePoints(QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD).toStdString());
    }
}

} // namespace

PdfEncodings::PdfEncodings(HPDF_Doc pdf)
{
    for (const char* name : kEncodings) {
        CodePage page;
        HPDF_Encoder encoder = HPDF_GetEncoder(pdf, name);
        page.font = encoder ? HPDF_GetFont(pdf, "Helvetica", name) : nullptr;
        if (!page.font) {
            HPDF_ResetError(pdf); // this build of the library lacks the encoding; the others remain
            continue;
        }
        for (int code = 0x20; code < 0x100; ++code) {
            const char32_t unicode = HPDF_Encoder_GetUnicode(encoder, static_cast<HPDF_UINT16>(code));
            if (unicode >= 0x20)
                page.bytes.emplace(unicode, static_cast<char>(code));
        }
        m_pages.push_back(std::move(page));
    }
}

bool PdfEncodings::known(char32_t c) const
{
    return std::any_of(m_pages.begin(), m_pages.end(), [c](const CodePage& page) { return covers(page, c); });
}

std::u32string PdfEncodings::spellable(std::string_view utf8) const
{
    std::u32string out;
    for (const char32_t c : text::toCodePoints(printable(utf8))) {
        if (known(c)) {
            out += c;
            continue;
        }
        std::u32string plain;
        for (const char32_t part : plainSpelling(c))
            if (known(part) && !(part >= 0x300 && part < 0x370))
                plain += part;
        out += plain.empty() ? U"?" : plain;
    }
    return out;
}

std::vector<EncodedRun> PdfEncodings::encode(std::string_view utf8)
{
    std::vector<EncodedRun> runs;
    const std::u32string text = spellable(utf8);
    for (std::size_t begin = 0; begin < text.size() && !m_pages.empty();) {
        // The code page that goes furthest from here; the preferred one among equals.
        const CodePage* best = nullptr;
        std::size_t bestEnd = begin;
        for (const CodePage& page : m_pages) {
            std::size_t end = begin;
            while (end < text.size() && covers(page, text[end]))
                ++end;
            if (end > bestEnd) {
                best = &page;
                bestEnd = end;
            }
        }
        if (!best)
            break; // only without a single working encoding
        EncodedRun run{best->font, {}};
        for (; begin < bestEnd; ++begin)
            run.bytes += best->bytes.at(text[begin]);
        runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace longhand::formats

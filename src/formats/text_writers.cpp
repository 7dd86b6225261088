#include "formats/strings.h"
#include "formats/writers.h"

namespace longhand::formats
{

namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A line of handwriting as CommonMark that shows exactly these characters.
std::string escapedMarkdown(std::string_view utf8)
{
    std::string text = printable(utf8);
    text.erase(0, text.find_first_not_of(' ')); // leading spaces would start a code block
    text.erase(text.find_last_not_of(' ') + 1);
    constexpr std::string_view kAlways = "\\`*_[]<>&~|$";
    std::string out;
    for (const char c : text) {
        if (kAlways.find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    // What makes a heading, list, quote, rule or underline only at the beginning of a line.
    if (!out.empty() && std::string_view("#+-=:").find(out.front()) != std::string_view::npos)
        return '\\' + out;
    std::size_t digits = 0;
    while (digits < out.size() && isDigit(out[digits]))
        ++digits;
    if (digits > 0 && digits < out.size() && (out[digits] == '.' || out[digits] == ')'))
        out.insert(digits, 1, '\\');
    return out;
}

} // namespace

std::string writeText(const Document& document)
{
    std::string text;
    for (const Page& page : document.pages) {
        const std::string body = plainText(page);
        if (!text.empty() && !body.empty())
            text += '\n';
        text += body;
    }
    return text;
}

std::string writeMarkdown(const Document& document)
{
    std::string text;
    for (const Page& page : document.pages) {
        if (document.pages.size() > 1) {
            if (!text.empty())
                text += '\n';
            text += "## " + escapedMarkdown(page.imageName) + "\n\n";
        }
        bool inParagraph = false;
        for (const Line& line : page.lines) {
            const std::string escaped = escapedMarkdown(line.text);
            if (escaped.empty()) {
                if (inParagraph)
                    text += "\n\n";
                inParagraph = false;
                continue;
            }
            // Two spaces keep the line break of the page.
            text += (inParagraph ? "  \n" : "") + escaped;
            inParagraph = true;
        }
        if (inParagraph)
            text += '\n';
    }
    return text;
}

} // namespace longhand::formats

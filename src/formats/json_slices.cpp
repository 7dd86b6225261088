#include "formats/json_slices.h"

namespace longhand::formats
{

namespace
{

/// Behind the string that begins at `at`; npos when it does not end.
std::size_t skipString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size(); ++at) {
        at = text.find_first_of("\"\\", at);
        if (at == std::string_view::npos)
            return at;
        if (text[at] == '"')
            return at + 1;
        ++at; // whatever is escaped
    }
    return std::string_view::npos;
}

std::size_t skipSpace(std::string_view text, std::size_t at)
{
    at = text.find_first_not_of(" \t\r\n", at);
    return at == std::string_view::npos ? text.size() : at;
}

/// The opening bracket of the array `key` of the outermost object; npos when there is none.
std::size_t findArray(std::string_view text, std::string_view key)
{
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        switch (text[at]) {
        case '"': {
            const std::size_t end = skipString(text, at);
            if (end == std::string_view::npos)
                return end;
            const std::string_view name = text.substr(at + 1, end - at - 2);
            at = end;
            if (depth != 1 || name != key)
                break;
            std::size_t next = skipSpace(text, end);
            if (next >= text.size() || text[next] != ':')
                break; // a value that happens to be called the same
            next = skipSpace(text, next + 1);
            return next < text.size() && text[next] == '[' ? next : std::string_view::npos;
        }
        case '{':
        case '[':
            ++depth;
            ++at;
            break;
        case '}':
        case ']':
            --depth;
            ++at;
            break;
        default:
            ++at;
        }
    }
    return std::string_view::npos;
}

} // namespace

std::optional<JsonSlices> sliceJsonArray(std::string_view text, std::string_view key)
{
    const std::size_t open = findArray(text, key);
    if (open == std::string_view::npos)
        return std::nullopt;
    JsonSlices slices;
    int depth = 0;
    std::size_t begin = open + 1;
    for (std::size_t at = begin; at < text.size();) {
        at = text.find_first_of("\"{}[],", at);
        if (at == std::string_view::npos)
            return std::nullopt;
        const char c = text[at];
        if (c == '"') {
            at = skipString(text, at);
            if (at == std::string_view::npos)
                return std::nullopt;
            continue;
        }
        if (c == '{' || c == '[')
            ++depth;
        const bool ends = depth == 0 && (c == ',' || c == ']');
        if (ends) {
            const std::string_view element = text.substr(begin, at - begin);
            // An empty array has one element of nothing; any other such element is an error for its parser.
            if (c == ',' || !slices.elements.empty() || skipSpace(element, 0) < element.size())
                slices.elements.push_back(element);
            begin = at + 1;
        }
        if (ends && c == ']') {
            slices.rest = std::string(text.substr(0, open + 1)).append(text.substr(at));
            return slices;
        }
        if (c == '}' || c == ']')
            --depth;
        if (depth < 0)
            return std::nullopt;
        ++at;
    }
    return std::nullopt;
}

} // namespace longhand::formats

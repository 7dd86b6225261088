#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::formats
{

/// A JSON object taken apart at one array of its top level, so that the elements can be parsed on their own.
struct JsonSlices {
    std::string rest;                       ///< the object with that array empty
    std::vector<std::string_view> elements; ///< parts of the text
};

/// Nullopt when there is no array `key`, or when the brackets or strings do not close. Everything else is left to the
/// parsers of the parts.
std::optional<JsonSlices> sliceJsonArray(std::string_view text, std::string_view key);

} // namespace longhand::formats

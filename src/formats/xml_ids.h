#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace longhand::formats
{

/// Hands out identifiers that are valid as xsd:ID and used once in the file.
class XmlIds
{
public:
    /// `wanted` itself where it is valid and free, else something close to it.
    std::string claim(std::string_view wanted);

private:
    std::unordered_set<std::string> m_taken;
};

} // namespace longhand::formats

#include "formats/xml_ids.h"

namespace longhand::formats
{

namespace
{

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isNameCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

} // namespace

std::string XmlIds::claim(std::string_view wanted)
{
    std::string id;
    for (const char c : wanted)
        id += isNameCharacter(c) ? c : '_';
    if (id.empty() || !isLetter(id.front()))
        id.insert(0, "id_");
    std::string candidate = id;
    for (int n = 2; !m_taken.insert(candidate).second; ++n)
        candidate = id + "_" + std::to_string(n);
    return candidate;
}

} // namespace longhand::formats

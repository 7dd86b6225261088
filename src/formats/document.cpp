#include "longhand/formats/document.h"

#include "formats/strings.h"

namespace longhand::formats
{

std::string plainText(const Page& page)
{
    std::string text;
    for (const Line& line : page.lines)
        text += printable(line.text) + '\n';
    return text;
}

} // namespace longhand::formats

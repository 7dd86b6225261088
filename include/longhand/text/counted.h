#pragma once

#include <concepts>
#include <string>

namespace longhand::text
{

/// "1 line", "2 lines".
std::string counted(std::integral auto number, const std::string& noun)
{
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

} // namespace longhand::text

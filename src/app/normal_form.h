#pragma once

#include <string>
#include <string_view>

namespace longhand::app
{

/// Unicode NFC.
std::string toNfc(std::string_view utf8);

} // namespace longhand::app

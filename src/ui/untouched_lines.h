#pragma once

#include <vector>

#include "ui/page_text.h"

namespace longhand::ui
{

/// Lines of the reading whose text nobody has changed or confirmed.
std::vector<int> untouchedLines(const PageText& text);

} // namespace longhand::ui

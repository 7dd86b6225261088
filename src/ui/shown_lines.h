#pragma once

#include <vector>

#include "ui/page_view.h"

namespace longhand::ui
{

/// The lines of the text as the canvas shows them, in the order of the text.
std::vector<ShownLine> shownLines(const PageText& text);

/// "2 doubtful words, read by machine": what a screen reader says of a line beside its text.
QString describeLine(const PageText& text, int line);
QString stateName(LineState state);

} // namespace longhand::ui

#pragma once

#include <vector>

#include "longhand/formats/document.h"

namespace longhand::app
{

/// For every line of `fresh` the line of `old` in the same place, or -1: one to one, the outlines' intersection over
/// union at least 0.3, the best pairs first.
std::vector<int> sameLines(const std::vector<formats::Line>& old, const std::vector<formats::Line>& fresh);

} // namespace longhand::app

#pragma once

#include <vector>

#include "longhand/imaging/line_finder.h"

namespace longhand::app
{

/// Joins neighbours of the reading order that are pieces of one row: wide gaps between words make the finder cut there,
/// and a transcription knows whole rows only. Columns stay apart, because the reading order goes down each of them.
std::vector<imaging::FoundLine> joinRowPieces(std::vector<imaging::FoundLine> lines);

} // namespace longhand::app

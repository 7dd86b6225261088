#pragma once

#include <cstdint>
#include <vector>

#include "app/lines_table.h"
#include "longhand/app/evaluate_learning.h"

namespace longhand::app
{

/// The rows of `train`, given as they were written: shuffled by the seed, or, where lines are to be chosen from
/// everywhere (LineOrder::Teaching), still as they were written, from a line on that the seed says and round to it.
std::vector<LinesTableRow> rowsToLearn(std::vector<LinesTableRow> rows, LineOrder order, std::uint64_t seed);

} // namespace longhand::app

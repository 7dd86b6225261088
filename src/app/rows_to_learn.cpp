#include "app/rows_to_learn.h"

#include <algorithm>
#include <random>

namespace longhand::app
{

std::vector<LinesTableRow> rowsToLearn(std::vector<LinesTableRow> rows, LineOrder order, std::uint64_t seed)
{
    std::erase_if(rows, [](const LinesTableRow& row) { return row.split != "train"; });
    std::mt19937_64 random(seed);
    if (order == LineOrder::Random)
        std::shuffle(rows.begin(), rows.end(), random);
    else if (!rows.empty())
        std::rotate(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(random() % rows.size()), rows.end());
    return rows;
}

} // namespace longhand::app

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "range_coder.h"

namespace longhand::training
{

/// Foretells bits from several contexts at once, each of which has counted what came in it: their log-odds are weighted
/// and added, and the weights follow whichever was right (logistic mixing, Mahoney 2005: PAQ6). Whole numbers only, so
/// that every computer foretells the same.
class BitMixer
{
public:
    /// `cells[i]`: how many cells the i-th context has; `weightSets`: how many sets of weights there are to choose
    /// from.
    BitMixer(std::span<const std::size_t> cells, std::size_t weightSets);

    /// For the bit in these cells, one for each context.
    BitOdds foretell(std::span<const std::size_t> cells, std::size_t weightSet);
    /// What it was, after foretell().
    void learn(bool bit);

private:
    std::vector<std::vector<std::uint32_t>>
        m_counts; ///< per context and cell: probability in 22 bits, experience in 10
    std::vector<std::int32_t> m_weights;
    // of the bit foretold last
    std::vector<std::uint32_t*> m_cells;
    std::vector<int> m_logOdds;
    std::int32_t* m_chosen = nullptr;
    BitOdds m_one = 2048;
};

} // namespace longhand::training

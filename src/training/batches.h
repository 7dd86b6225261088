#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "longhand/text/alphabet.h"
#include "longhand/training/line_pack.h"

namespace longhand::training
{

/// A line that can be trained on: its pixels stay in the pack.
struct Sample {
    const LinePack* pack = nullptr;
    const PackItem* item = nullptr;
    std::vector<std::int64_t> target; ///< classes of the text
};

/// Draws batches of lines of similar width for ever. The batches of step n depend on the seed and n alone, so that a
/// run can be resumed anywhere.
class BatchSampler
{
public:
    /// `weights`: how often a set's lines are drawn relative to 1; sets not named have 1.
    BatchSampler(std::vector<Sample> samples, const std::map<std::string, double>& weights, int columnsPerBatch,
                 int maxLinesPerBatch, std::uint64_t seed);

    /// Indexes into samples().
    std::vector<std::size_t> batch(std::int64_t index);
    [[nodiscard]] const std::vector<Sample>& samples() const { return m_samples; }

private:
    void fillPool(std::int64_t poolIndex);

    static constexpr std::int64_t kBatchesPerPool = 48;
    std::vector<Sample> m_samples;
    std::vector<double> m_cumulativeWeights;
    int m_columnsPerBatch;
    int m_maxLinesPerBatch;
    std::uint64_t m_seed;
    std::int64_t m_poolIndex = -1;
    std::vector<std::vector<std::size_t>> m_pool;
};

/// A generator that depends on nothing but its arguments.
std::mt19937_64 seededGenerator(std::uint64_t seed, std::int64_t step, int stream);

} // namespace longhand::training

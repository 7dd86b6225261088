#include "batches.h"

#include <algorithm>
#include <utility>

namespace longhand::training
{

BatchSampler::BatchSampler(std::vector<Sample> samples, const std::map<std::string, double>& weights,
                           int columnsPerBatch, int maxLinesPerBatch, std::uint64_t seed)
    : m_samples(std::move(samples)), m_columnsPerBatch(columnsPerBatch), m_maxLinesPerBatch(maxLinesPerBatch),
      m_seed(seed)
{
    double sum = 0;
    for (const Sample& sample : m_samples) {
        const auto weight = weights.find(sample.item->set);
        sum += weight == weights.end() ? 1.0 : weight->second;
        m_cumulativeWeights.push_back(sum);
    }
}

std::vector<std::size_t> BatchSampler::batch(std::int64_t index)
{
    if (index / kBatchesPerPool != m_poolIndex)
        fillPool(index / kBatchesPerPool);
    return m_pool[static_cast<std::size_t>(index % kBatchesPerPool)];
}

void BatchSampler::fillPool(std::int64_t poolIndex)
{
    m_poolIndex = poolIndex;
    m_pool.clear();
    auto random = seededGenerator(m_seed, poolIndex, 1);
    std::uniform_real_distribution<double> position(0.0, m_cumulativeWeights.back());
    const auto draw = [&] {
        const auto found = std::upper_bound(m_cumulativeWeights.begin(), m_cumulativeWeights.end(), position(random));
        return std::min(static_cast<std::size_t>(found - m_cumulativeWeights.begin()), m_samples.size() - 1);
    };
    const auto width = [&](std::size_t i) { return m_samples[i].item->widthPx; };

    // Enough lines for the pool, sorted by width, cut where a batch is full; the batches then come in random order.
    std::vector<std::size_t> drawn;
    std::int64_t columns = 0;
    while (columns < kBatchesPerPool * m_columnsPerBatch || static_cast<std::int64_t>(drawn.size()) < kBatchesPerPool) {
        drawn.push_back(draw());
        columns += std::max(width(drawn.back()), m_columnsPerBatch / m_maxLinesPerBatch);
    }
    std::stable_sort(drawn.begin(), drawn.end(), [&](std::size_t a, std::size_t b) { return width(a) < width(b); });
    std::vector<std::size_t> current;
    for (const std::size_t i : drawn) {
        const bool full = static_cast<int>(current.size()) == m_maxLinesPerBatch ||
                          width(i) * static_cast<int>(current.size() + 1) > m_columnsPerBatch;
        if (full && !current.empty())
            m_pool.push_back(std::exchange(current, {}));
        current.push_back(i);
    }
    m_pool.push_back(std::move(current));
    std::shuffle(m_pool.begin(), m_pool.end(), random);
    while (static_cast<std::int64_t>(m_pool.size()) < kBatchesPerPool)
        m_pool.push_back({draw()});
}

std::mt19937_64 seededGenerator(std::uint64_t seed, std::int64_t step, int stream)
{
    std::seed_seq sequence{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32),
                           static_cast<std::uint32_t>(step), static_cast<std::uint32_t>(step >> 32),
                           static_cast<std::uint32_t>(stream)};
    return std::mt19937_64(sequence);
}

} // namespace longhand::training

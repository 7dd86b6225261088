#include "bit_mixer.h"

#include <algorithm>
#include <array>

namespace longhand::training
{

namespace
{

constexpr int kMostLogOdds = 2047; // 8 nats
/// 4096 / (1 + e^-x) for x from -8 to 8 in steps of a half.
constexpr std::array<int, 33> kLogistic{1,    2,    4,    6,    10,   17,   27,   45,   74,   120,  194,
                                        311,  488,  747,  1102, 1546, 2048, 2550, 2994, 3349, 3608, 3785,
                                        3902, 3976, 4022, 4051, 4069, 4079, 4086, 4090, 4092, 4094, 4095};

constexpr int odds(int logOdds)
{
    const int bounded = std::clamp(logOdds, -kMostLogOdds, kMostLogOdds) + 2048;
    const auto step = static_cast<std::size_t>(bounded >> 7);
    const int rest = bounded & 127;
    return (kLogistic[step] * (128 - rest) + kLogistic[step + 1] * rest + 64) >> 7;
}

/// The inverse of odds().
const std::array<std::int16_t, 4096>& logOddsTable()
{
    static const auto table = [] {
        std::array<std::int16_t, 4096> result{};
        int next = 0;
        for (int x = -kMostLogOdds; x <= kMostLogOdds; ++x)
            for (; next <= odds(x); ++next)
                result[static_cast<std::size_t>(next)] = static_cast<std::int16_t>(x);
        std::fill(result.begin() + next, result.end(), static_cast<std::int16_t>(kMostLogOdds));
        return result;
    }();
    return table;
}

constexpr std::uint32_t kExperienceBits = 10;
constexpr std::uint32_t kExperienceMask = (1u << kExperienceBits) - 1;
constexpr std::uint32_t kMostExperience = 60; ///< keeps counts able to change
constexpr std::uint32_t kEvenOdds = 1u << 31;

/// 65536 / (n + 1.6): how far a cell that has seen n bits goes towards the next.
constexpr auto kPace = [] {
    std::array<std::int64_t, kMostExperience + 1> pace{};
    for (std::size_t n = 0; n < pace.size(); ++n)
        pace[n] = 655360 / static_cast<std::int64_t>(10 * n + 16);
    return pace;
}();

constexpr int kWeightBits = 16;
constexpr int kFirstWeight = 19661; ///< 0.3: six contexts that agree are surer than each
constexpr int kWeightPace = 14;

} // namespace

BitMixer::BitMixer(std::span<const std::size_t> cells, std::size_t weightSets)
    : m_weights(cells.size() * weightSets, kFirstWeight), m_cells(cells.size()), m_logOdds(cells.size())
{
    for (const std::size_t count : cells)
        m_counts.emplace_back(count, kEvenOdds);
}

BitOdds BitMixer::foretell(std::span<const std::size_t> cells, std::size_t weightSet)
{
    const auto& logOdds = logOddsTable();
    m_chosen = &m_weights[weightSet * m_counts.size()];
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        m_cells[i] = &m_counts[i][cells[i]];
        m_logOdds[i] = logOdds[*m_cells[i] >> 20];
        sum += std::int64_t{m_chosen[i]} * m_logOdds[i];
    }
    const auto bounded = std::clamp<std::int64_t>(sum >> kWeightBits, -kMostLogOdds, kMostLogOdds);
    m_one = static_cast<BitOdds>(std::clamp(odds(static_cast<int>(bounded)), 1, 4095));
    return m_one;
}

void BitMixer::learn(bool bit)
{
    const int error = ((bit ? 4096 : 0) - static_cast<int>(m_one)) * kWeightPace;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        m_chosen[i] += (m_logOdds[i] * error + (1 << (kWeightBits - 1))) >> kWeightBits;
        std::uint32_t& cell = *m_cells[i];
        const std::uint32_t experience = cell & kExperienceMask;
        const std::int64_t was = cell >> kExperienceBits, wanted = bit ? (1 << 22) - 1 : 0;
        const std::int64_t now = was + (wanted - was) * kPace[experience] / 65536;
        cell = static_cast<std::uint32_t>(now) << kExperienceBits | std::min(experience + 1, kMostExperience);
    }
}

} // namespace longhand::training

#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>

namespace longhand::synthesis
{

/// Spreads the bits of `value`; neighbouring values give unrelated results.
constexpr std::uint64_t mixBits(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

/// SplitMix64 (Steele, Lea and Flood, 2014). The distributions of the standard library differ between its makers; these
/// give the same picture everywhere.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(mixBits(seed)) {}

    std::uint64_t next() { return mixBits(m_state += 0x9E3779B97F4A7C15ULL); }
    /// In [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double uniform(double from, double to) { return from + (to - from) * uniform(); }
    /// In [from, to], both included.
    int between(int from, int to)
    {
        return from + static_cast<int>(next() % static_cast<std::uint64_t>(static_cast<std::int64_t>(to) - from + 1));
    }
    /// In [0, count).
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    bool chance(double probability) { return uniform() < probability; }
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }
    /// Normal, but never further than two deviations from the mean.
    double normal(double mean, double deviation)
    {
        double value = normal();
        while (std::abs(value) > 2)
            value = normal();
        return mean + deviation * value;
    }

private:
    std::uint64_t m_state;
};

} // namespace longhand::synthesis

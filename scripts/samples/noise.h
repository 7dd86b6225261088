#pragma once

#include <cstdint>
#include <random>

namespace samples
{

/// Random numbers that are the same on every machine, which the standard distributions are not.
class Random
{
public:
    explicit Random(std::uint32_t seed) : m_engine(seed) {}
    double between(double low, double high);
    /// Roughly normal with this standard deviation, never beyond three of them.
    double around(double deviation);

private:
    std::mt19937 m_engine;
};

/// Smooth noise, -1..1, that changes over about `scale` pixels.
double smoothNoise(double x, double y, double scale, std::uint32_t seed);

} // namespace samples

#pragma once

#include <cstdint>

#include "synthesis/random.h"

namespace longhand::synthesis
{

/// Smooth random function of one or two variables with values in [-1, 1] and features about 1 wide (value noise:
/// random values on a grid, blended between).
class SmoothNoise
{
public:
    explicit SmoothNoise(std::uint64_t seed) : m_seed(seed) {}

    [[nodiscard]] double at(double x) const;
    [[nodiscard]] double at(double x, double y) const;

private:
    [[nodiscard]] double corner(std::int64_t x, std::int64_t y) const;

    std::uint64_t m_seed;
};

} // namespace longhand::synthesis

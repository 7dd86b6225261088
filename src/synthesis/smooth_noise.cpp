#include "synthesis/smooth_noise.h"

#include <cmath>

namespace longhand::synthesis
{

namespace
{

/// Zero slope at both ends, so that the cells join without a kink.
double eased(double share)
{
    return share * share * (3 - 2 * share);
}

double blend(double from, double to, double share)
{
    return from + (to - from) * share;
}

} // namespace

double SmoothNoise::corner(std::int64_t x, std::int64_t y) const
{
    const std::uint64_t bits =
        mixBits(m_seed ^ (static_cast<std::uint64_t>(x) * 0x8CB92BA72F3D8DD7ULL + static_cast<std::uint64_t>(y)));
    return static_cast<double>(bits >> 11) * 0x1.0p-52 - 1;
}

double SmoothNoise::at(double x) const
{
    const double cell = std::floor(x);
    const auto i = static_cast<std::int64_t>(cell);
    return blend(corner(i, 0), corner(i + 1, 0), eased(x - cell));
}

double SmoothNoise::at(double x, double y) const
{
    const double column = std::floor(x);
    const double row = std::floor(y);
    const auto i = static_cast<std::int64_t>(column);
    const auto j = static_cast<std::int64_t>(row);
    const double share = eased(x - column);
    return blend(blend(corner(i, j), corner(i + 1, j), share), blend(corner(i, j + 1), corner(i + 1, j + 1), share),
                 eased(y - row));
}

} // namespace longhand::synthesis

#include "noise.h"

#include <cmath>

namespace samples
{

namespace
{

double latticeValue(std::int64_t x, std::int64_t y, std::uint32_t seed)
{
    auto h = static_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15ull ^
             static_cast<std::uint64_t>(y) * 0xC2B2AE3D27D4EB4Full ^ seed * 0x165667B19E3779F9ull;
    h = (h ^ (h >> 29)) * 0xBF58476D1CE4E5B9ull;
    h = (h ^ (h >> 32)) * 0x94D049BB133111EBull;
    return static_cast<double>((h ^ (h >> 31)) >> 11) / static_cast<double>(1ull << 52) - 1;
}

double ease(double t)
{
    return t * t * (3 - 2 * t);
}

} // namespace

double Random::between(double low, double high)
{
    return low + (high - low) * static_cast<double>(m_engine()) / 4294967295.0;
}

double Random::around(double deviation)
{
    const double sum = between(-1, 1) + between(-1, 1) + between(-1, 1);
    return sum * deviation;
}

double smoothNoise(double x, double y, double scale, std::uint32_t seed)
{
    const double fx = std::floor(x / scale);
    const double fy = std::floor(y / scale);
    const auto ix = static_cast<std::int64_t>(fx);
    const auto iy = static_cast<std::int64_t>(fy);
    const double tx = ease(x / scale - fx);
    const double ty = ease(y / scale - fy);
    const double top = std::lerp(latticeValue(ix, iy, seed), latticeValue(ix + 1, iy, seed), tx);
    const double bottom = std::lerp(latticeValue(ix, iy + 1, seed), latticeValue(ix + 1, iy + 1, seed), tx);
    return std::lerp(top, bottom, ty);
}

} // namespace samples

#include "longhand/recognition/narrow_letters.h"

#include <algorithm>
#include <cmath>

namespace longhand::recognition
{

GrayImage widened(const GrayImage& line, double times)
{
    if (line.empty())
        return line;
    GrayImage wide(std::max(1, static_cast<int>(std::lround(line.width * times))), line.height);
    for (int x = 0; x < wide.width; ++x) {
        const double column = std::clamp((x + 0.5) / times - 0.5, 0.0, line.width - 1.0);
        const int left = static_cast<int>(column), right = std::min(left + 1, line.width - 1);
        const double share = column - left;
        for (int y = 0; y < line.height; ++y) {
            const std::uint8_t* from = line.row(y);
            wide.row(y)[x] = static_cast<std::uint8_t>(std::lround(from[left] + share * (from[right] - from[left])));
        }
    }
    return wide;
}

GrayImage widenedIfNarrow(const GrayImage& line, std::size_t characters)
{
    const bool areNarrow = line.width < kNarrowLetter * line.height * static_cast<double>(characters);
    return areNarrow ? widened(line, kWidening) : line;
}

} // namespace longhand::recognition

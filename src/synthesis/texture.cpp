#include "synthesis/texture.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace longhand::synthesis
{

namespace
{

constexpr int kTileWidthPx = 1024;
constexpr int kTileHeightPx = 256;
constexpr std::uint64_t kTileSeed = 1;

} // namespace

cv::Mat1f smoothField(cv::Size size, double cellPx, Random& random)
{
    const double cell = std::max(1.0, cellPx);
    cv::Mat1f corners(std::max(2, static_cast<int>(std::ceil(size.height / cell)) + 2),
                      std::max(2, static_cast<int>(std::ceil(size.width / cell)) + 2));
    for (float& corner : corners)
        corner = static_cast<float>(random.uniform(-1, 1));
    // Cut out of the middle at a random place, so that the grid does not always begin at the picture's edge.
    cv::Mat1f field(size);
    const double dx = random.uniform(0, 1);
    const double dy = random.uniform(0, 1);
    const cv::Matx23d toCorners(1 / cell, 0, dx, 0, 1 / cell, dy);
    cv::warpAffine(corners, field, toCorners, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return field;
}

Grain::Grain() : m_tile(kTileHeightPx, kTileWidthPx)
{
    Random random(kTileSeed);
    for (float& value : m_tile)
        value = static_cast<float>(random.normal());
}

cv::Mat1f Grain::cut(cv::Size size, Random& random) const
{
    const int x = random.between(0, kTileWidthPx - 1);
    const int y = random.between(0, kTileHeightPx - 1);
    cv::Mat1f result(size);
    for (int row = 0; row < size.height; ++row) {
        const float* source = m_tile.ptr<float>((row + y) % kTileHeightPx);
        float* target = result.ptr<float>(row);
        for (int done = 0, from = x; done < size.width; from = 0) {
            const int count = std::min(size.width - done, kTileWidthPx - from);
            std::copy(source + from, source + from + count, target + done);
            done += count;
        }
    }
    return result;
}

} // namespace longhand::synthesis

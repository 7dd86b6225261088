#pragma once

#include <opencv2/core.hpp>

#include "synthesis/random.h"

namespace longhand::synthesis
{

/// Smooth values in about [-1, 1] with features about `cellPx` wide.
cv::Mat1f smoothField(cv::Size size, double cellPx, Random& random);

/// Normal noise, independent from pixel to pixel: one large tile, cut at random places.
class Grain
{
public:
    Grain();
    [[nodiscard]] cv::Mat1f cut(cv::Size size, Random& random) const;

private:
    cv::Mat1f m_tile;
};

} // namespace longhand::synthesis

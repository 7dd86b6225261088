#pragma once

#include <opencv2/core.hpp>

#include "synthesis/hand.h"
#include "synthesis/random.h"
#include "synthesis/texture.h"

namespace longhand::synthesis
{

/// From the coverage of perfect strokes (0 to 255) to the opacity of written ones (0 to 1): thinner and thicker places,
/// the grain of pencil and ball, the flow of ink.
cv::Mat1f inkOpacity(const cv::Mat1b& coverage, const Hand& hand, double pxPerXHeight, const Grain& grain,
                     Random& random);

} // namespace longhand::synthesis

#pragma once

#include <opencv2/core.hpp>

#include "synthesis/hand.h"
#include "synthesis/random.h"
#include "synthesis/texture.h"

namespace longhand::synthesis
{

/// Where the writing will stand.
struct PaperLayout {
    cv::Size size;
    double pxPerXHeight = 20;
    double baselinePx = 0; ///< from the top
    double pitchPx = 60;   ///< from baseline to baseline
    Ruling ruling = Ruling::None;
};

struct Paper {
    cv::Mat1f grey;   ///< 0 to 255, with ruling and stains, without writing
    cv::Mat1f light;  ///< factor by which paper and ink are lit
    double noise = 0; ///< of the camera, deviation in grey levels
};

Paper makePaper(const PaperLayout& layout, const Grain& grain, Random& random);

} // namespace longhand::synthesis

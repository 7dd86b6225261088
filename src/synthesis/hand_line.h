#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "longhand/synthesis/hand_inventory.h"

namespace longhand::synthesis
{

/// A line made ready to be cut up: nothing but its own ink, and where that stands.
struct HandLine {
    cv::Mat ink;                   ///< 8-bit, 0 paper; without rulings and what hangs in from the lines above and below
    double coreHeightPx = 1;       ///< of the small letters
    std::vector<double> baselines; ///< of every word, rows from the top
};

/// 0 for no values; the larger of two in the middle.
double median(std::vector<double> values);

/// The letters' places tell which ink is whose. A line without words comes out without baselines.
HandLine measureHandLine(const LetteredLine& line);

} // namespace longhand::synthesis

#include "longhand/nn/calibration.h"

#include <algorithm>
#include <cmath>

namespace longhand::nn
{

double confidence(const WordDoubt& doubt, const WordCalibration& calibration)
{
    const double own = std::max(doubt.own, kLeastSurprisal), line = std::max(doubt.line, kLeastSurprisal),
                 rivals = std::clamp(doubt.rivals, kLeastOdds, 1 / kLeastOdds);
    return 1 / (1 + std::pow(own / calibration.half, calibration.slope) * std::pow(line, calibration.lineSlope) *
                        std::pow(rivals, calibration.rivalSlope));
}

} // namespace longhand::nn

#pragma once

#include "replica.h"

namespace longhand::training
{

/// Like Replica::accumulate, plus `weight` times the divergence of the network's outputs from those of `teacher` (same
/// sizes, eval mode) on the same distorted lines, summed over their frames: what it read before is its own target.
double accumulateSoftTargets(Replica& replica, nn::LineNetwork& teacher, const PreparedBatch& batch,
                             const LossConfig& loss, double weight);

} // namespace longhand::training

#pragma once

namespace longhand::nn
{

/// Whether this computer's processor computes in bfloat16 by itself: convolutions are then 1.3 to 2 times faster in it.
bool processorHasBfloat16();

} // namespace longhand::nn

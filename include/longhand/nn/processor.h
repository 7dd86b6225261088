#pragma once

namespace longhand::nn
{

/// Whether this computer's processor computes in bfloat16 by itself: convolutions are then 1.3 to 2 times faster in it.
bool processorHasBfloat16();
/// Whether it multiplies matrices of bfloat16 in tiles (Intel's AMX).
bool processorHasAmx();

} // namespace longhand::nn

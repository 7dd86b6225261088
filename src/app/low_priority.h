#pragma once

namespace longhand::app
{

/// Leaves the processors and the disk to everything else, for the calling thread and those it starts from now on; and
/// when memory runs out, this process goes first. What the system does not allow is left as it is.
void lowerPriority();

} // namespace longhand::app

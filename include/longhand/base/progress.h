#pragma once

#include <functional>

namespace longhand
{

/// Called on the working thread with 0 <= done <= total. May be empty.
using ProgressFn = std::function<void(int done, int total)>;

} // namespace longhand

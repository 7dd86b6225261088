#pragma once

#include <functional>
#include <string>

#include "longhand/base/result.h"

namespace longhand::training
{

/// Proves the trainer where there is no test framework: the network's gradients against central differences in double
/// precision, and eight drawn lines learnt to 0 % CER. `print` gets a line for every check. Error Internal names the
/// check that failed.
Result<void> runSelfTest(const std::function<void(const std::string&)>& print);

} // namespace longhand::training

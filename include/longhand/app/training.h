#pragma once

#include <span>
#include <string>

namespace longhand::app
{

/// What `longhand-train` does with these arguments, under the name `programName`. Returns the exit code.
int runTrainer(std::span<const std::string> arguments, const std::string& programName);

} // namespace longhand::app

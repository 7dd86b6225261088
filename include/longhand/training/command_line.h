#pragma once

#include <span>
#include <string>

namespace longhand::training
{

/// The trainer's commands, `run`, `init`, `average` and `selftest`, which `longhand-train` and `longhand train` share.
/// Prints to the terminal, stops on SIGINT and SIGTERM with the checkpoint written. Returns the exit code: 0, 1 failed,
/// 2 wrong usage.
int runCommandLine(std::span<const std::string> arguments, const std::string& programName);

} // namespace longhand::training

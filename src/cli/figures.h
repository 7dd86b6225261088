#pragma once

#include <string>

#include "longhand/base/result.h"

namespace longhand::cli
{

/// 0.1234 -> "12.34 %"
std::string percent(double share);
/// Two decimals, whatever the locale.
std::string decimal(double value);
/// "name      value\n", values in one column.
std::string figureRow(const std::string& name, const std::string& value);

/// Prints a command's result and turns failure into the exit code.
int printResult(const std::string& text, int exitCode);

} // namespace longhand::cli

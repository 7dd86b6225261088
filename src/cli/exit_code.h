#pragma once

namespace longhand::cli
{

inline constexpr int kAllDone = 0;
inline constexpr int kSomeFailed = 1;
inline constexpr int kWrongUsage = 2;

} // namespace longhand::cli

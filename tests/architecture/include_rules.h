#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace longhand::architecture
{

/// Layer name to the layers it may use.
using Arrows = std::map<std::string, std::set<std::string>>;

/// Reads the `set(LONGHAND_MAY_USE_<layer> ...)` lines of cmake/LonghandLayers.cmake.
Arrows readArrows(const std::filesystem::path& layersFile);

struct Violation {
    std::string file; ///< relative to the root
    int lineNumber = 0;
    std::string what; ///< one sentence
};

/// Checks every #include below `root`/src and `root`/include against the arrows and against what each layer may see of
/// third-party libraries. `qtWidgetsHeaders` is the folder of Qt's Widgets headers, by which they are told from Core's.
std::vector<Violation> findViolations(const std::filesystem::path& root, const Arrows& arrows,
                                      const std::filesystem::path& qtWidgetsHeaders);

} // namespace longhand::architecture

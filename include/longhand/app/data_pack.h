#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "longhand/base/progress.h"
#include "longhand/base/result.h"

namespace longhand::app
{

struct PackRequest {
    /// Folders with a lines.tsv or anything else that importLines reads, and tables of pen strokes (`*.tsv`,
    /// `*.tsv.gz`); the name is the set's.
    std::vector<std::filesystem::path> lineSets;
    std::filesystem::path output;
    int heightPx = 48;
    std::vector<std::string> splits = {"train", "val"};
    bool compact = false; ///< ten grey levels, a twelfth of the size
};

struct PackReport {
    std::size_t lines = 0;
    std::map<std::string, std::size_t> linesPerSet;
    std::vector<std::string> skipped; ///< one sentence for every line left out
};

/// Normalises every line picture, keeps pen strokes as they are, and writes one training pack. Broken pictures and
/// empty texts are reported, not fatal. Errors: NotFound or Damaged for a folder without a readable lines.tsv, those of
/// PackWriter.
Result<PackReport> packLineSets(const PackRequest& request, const ProgressFn& progress = {});

} // namespace longhand::app

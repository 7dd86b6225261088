#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "longhand/base/result.h"

namespace longhand::app
{

inline constexpr std::string_view kLinesTableHeader = "file\tsplit\twriter\tlang\ttext";

struct LinesTableRow {
    std::filesystem::path picture; ///< with the set's folder
    std::string split;
    std::string writer;
    std::string language;
    std::string text;
};

/// `folder`/lines.tsv: tab separated, header `file split writer lang text`, UTF-8, no quoting.
/// Errors: those of readFile, Damaged for another header or a line with missing columns.
Result<std::vector<LinesTableRow>> readLinesTable(const std::filesystem::path& folder);

/// Only the rows of `split` (empty: all), and of them only `limit`, spread evenly (0: all). Errors: InvalidInput when
/// there is none, too.
Result<std::vector<LinesTableRow>> readLinesTable(const std::filesystem::path& folder, const std::string& split,
                                                  std::size_t limit);

} // namespace longhand::app

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/progress.h"
#include "longhand/base/result.h"

namespace longhand::app
{

inline constexpr int kSummaryHeightPx = 48; ///< widths are told as if all lines were so high

/// What one line set holds.
struct SetSummary {
    std::string name;
    std::size_t lines = 0;
    std::size_t characters = 0; ///< code points
    std::size_t words = 0;
    std::map<std::string, std::size_t> splits;    ///< lines in each
    std::map<std::string, std::size_t> languages; ///< lines in each
    std::set<std::string> writers;
    std::map<char32_t, std::size_t> alphabet; ///< how often each character occurs
    std::vector<int> widthsPx;                ///< of every picture, ascending, at kSummaryHeightPx
    std::size_t strokes = 0;                  ///< lines kept as pen strokes; not in a sheet
    std::vector<Error> unreadable;            ///< pictures that cannot be shown

    SetSummary& operator+=(const SetSummary& other);
};

struct ShowRequest {
    std::filesystem::path source;       ///< a line set, a folder of line sets, or a pack
    std::vector<std::string> sets = {}; ///< only these; empty: all
    std::filesystem::path sheet = {};   ///< PNG to write; empty: none
    std::size_t sheetLines = 60;        ///< spread evenly over all lines
};

/// Counts what is in the data and draws some of its lines above their texts. Draws without a screen.
/// Errors: NotFound, Damaged, InvalidInput (no line set there, no such set), those of writing the sheet, Stopped.
Result<std::vector<SetSummary>> showData(const ShowRequest& request, std::stop_token stop = {},
                                         const ProgressFn& progress = {});

} // namespace longhand::app

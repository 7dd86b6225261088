#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/progress.h"
#include "longhand/base/result.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

struct AlignRequest {
    std::filesystem::path pages; ///< folder of page pictures NAME.jpg (png, tif, ...) with NAME.txt beside them
    std::filesystem::path output;
    std::string writer; ///< of all pages; empty: each page's name up to its first '-', '_', '.', space or digit
    std::string language = "und"; ///< BCP 47
    double valShare = 0.1;        ///< of the pages; the rest trains
    unsigned seed = 1;
    double maxErrorRate = 0.7; ///< a line that reads worse than this against its text is not taken on its reading alone
    bool keepMarked = false;   ///< keep text with editorial marks such as [?]
};

struct PageAlignment {
    std::string name; ///< of the picture, without its suffix
    std::size_t textLines = 0;
    std::size_t foundLines = 0;
    std::size_t aligned = 0;      ///< found lines written to the set
    std::size_t alignedText = 0;  ///< text lines all of whose words are in such lines
    std::size_t byNeighbours = 0; ///< of `aligned`: lines that only their neighbours prove
    std::size_t uncertain = 0;    ///< found lines with a likely text that is not certain enough
    std::size_t marked = 0;       ///< certain lines left out because of editorial marks
};

struct AlignReport {
    std::vector<PageAlignment> pages;
    std::vector<Error> unreadable; ///< pictures or texts left out
};

/// Finds the lines of every page, reads them, and gives each the part of the page's text it must be; what is certain
/// becomes a line set in `output`. The text needs the page's reading order; line breaks that match the page help.
/// Errors: NotFound, NoPermission, InvalidInput (no page with a text, a line set in `output`), DiskFull, Stopped.
Result<AlignReport> alignPages(recognition::Recognizer& recognizer, const AlignRequest& request,
                               std::stop_token stop = {}, const ProgressFn& progress = {});

} // namespace longhand::app

#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <vector>

#include "longhand/app/picture_source.h"
#include "longhand/base/result.h"
#include "longhand/formats/document.h"

namespace longhand::app
{

inline constexpr std::size_t kMostUncorrectedLines = 300; ///< more take longer to read than they are worth

/// A page with the lines on it that a machine read and nobody has corrected.
struct UncorrectedPage {
    PictureSource source;
    std::vector<formats::Line> lines; ///< as they were read, in original pixels
};

/// Cuts the lines out as reading does and puts them into a set (lines.tsv) for LearningRequest::uncorrected, in the
/// place of what `folder` held: at most kMostUncorrectedLines, evenly spread. Pages whose pictures cannot be read are
/// left out. Returns the number of lines. Without any, and after an error, there is no folder. Blocks, about a second
/// for each page. Errors: those of writing files; Stopped.
Result<std::size_t> cutUncorrectedLines(const std::vector<UncorrectedPage>& pages, const std::filesystem::path& folder,
                                        const std::stop_token& stop = {});

/// The same for a run that is to be started in the folder `job`, into uncorrectedFolder(job). Errors also: InvalidInput
/// while a run is going on there.
Result<std::size_t> cutUncorrectedLinesForRun(const std::vector<UncorrectedPage>& pages,
                                              const std::filesystem::path& job, const std::stop_token& stop = {});
/// Takes them away again when no run was started after all; while one is going on they are its own. Any thread.
void dropUncorrectedLines(const std::filesystem::path& job);

} // namespace longhand::app

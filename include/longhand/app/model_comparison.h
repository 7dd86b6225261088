#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/app/learning.h"
#include "longhand/app/models.h"
#include "longhand/base/image.h"
#include "longhand/base/progress.h"
#include "longhand/base/result.h"
#include "longhand/text/error_rate.h"

namespace longhand::app
{

/// Lines with known texts: pictures of any height, texts UTF-8.
struct TextLine {
    std::int64_t id = 0; ///< in the store, or the position in the set
    GrayImage picture;
    std::string text; ///< NFC, white space folded
};

/// The trusted lines of the store, of one writer or of all; there may be none. Errors: those of FeedbackStore.
Result<std::vector<TextLine>> linesOfStore(const std::filesystem::path& store,
                                           const std::optional<std::string>& writer);
/// Lines of `folder`/lines.tsv; `limit` (0: all) spreads evenly. Errors: those of reading the table; InvalidInput
/// without any line.
Result<std::vector<TextLine>> linesOfSet(const std::filesystem::path& folder, const std::string& split,
                                         std::size_t limit);

struct ModelComparison {
    text::ErrorCounts first, second;
    std::size_t lines = 0;
    std::vector<LineChange> better, worse; ///< where the second reads otherwise; the greatest change first
};

/// Reads the same lines with two models, as pages are read. Errors: those of Recognizer, Stopped.
Result<ModelComparison> compareModels(const ModelChoice& first, const ModelChoice& second,
                                      const std::vector<TextLine>& lines, std::stop_token stop = {},
                                      const ProgressFn& progress = {});

} // namespace longhand::app

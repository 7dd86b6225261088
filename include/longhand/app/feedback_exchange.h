#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "longhand/app/data_import.h"
#include "longhand/base/progress.h"
#include "longhand/base/result.h"
#include "longhand/feedback/feedback_store.h"

namespace longhand::app
{

/// How corrections are laid out for other programs. `longhand data import` reads all of them.
enum class CorrectionLayout {
    LinesTable, ///< lines.tsv and the pictures it names; split "train"
    TextPairs,  ///< WRITER/PAGE-NUMBER.png beside .gt.txt
    PageXml     ///< WRITER/PAGE.png with the lines of a page below each other, beside PAGE.page.xml
};

/// "lines", "pairs", "page"; nullopt for anything else.
std::optional<CorrectionLayout> correctionLayoutFromName(std::string_view name);

struct CorrectionExport {
    std::filesystem::path folder; ///< made when there is none
    CorrectionLayout layout = CorrectionLayout::LinesTable;
    feedback::LineFilter filter;
};

/// Writes the pictures and texts of corrections. Returns how many lines. Errors: those of FeedbackStore; InvalidInput
/// when the folder is not empty or no line is meant; DiskFull, NoPermission, Io, Stopped.
Result<std::size_t> exportCorrections(feedback::FeedbackStore& store, const CorrectionExport& request,
                                      std::stop_token stop = {}, const ProgressFn& progress = {});

struct CorrectionImport {
    std::filesystem::path source;
    std::optional<SampleFormat> format; ///< nullopt: by what is in the folder
    std::optional<std::string> writer;  ///< nullopt: as the data say
    std::string language;               ///< BCP 47, of lines that do not say; empty: unknown
};

struct CorrectionImportReport {
    std::size_t lines = 0; ///< taken over
    std::size_t added = 0; ///< of them not in the store before
    ImportProblems problems;
};

/// Takes transcribed lines over as corrections: all that importLines reads. A picture that is in the store already
/// keeps its line, whose text becomes the imported one. What was taken over before an error or a stop stays. Errors:
/// those of importLines and FeedbackStore.
Result<CorrectionImportReport> importCorrections(feedback::FeedbackStore& store, const CorrectionImport& request,
                                                 std::stop_token stop = {}, const ProgressFn& progress = {});

} // namespace longhand::app

#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/app/page_transcriber.h"
#include "longhand/base/progress.h"
#include "longhand/base/result.h"
#include "longhand/text/error_rate.h"

namespace longhand::app
{

struct EvaluateLinesOptions {
    std::string split = "test"; ///< empty: all lines
    std::size_t limit = 0;      ///< read only so many lines, spread evenly over the split; 0: all
};

/// A word that was read, and whether the reference has it there.
struct WordJudgement {
    double confidence = 0;
    nn::WordDoubt doubt;
    bool isRight = false;
};

struct LinesEvaluation {
    std::size_t lines = 0;
    text::ErrorCounts errors;
    std::vector<WordJudgement> words;
    double seconds = 0;            ///< decoding, reading and comparing; the model was loaded before
    std::vector<Error> unreadable; ///< pictures that could not be read; not counted in `lines`

    LinesEvaluation& operator+=(const LinesEvaluation& other); ///< as if both were one set
    /// Expected calibration error (Naeini et al. 2015) over 15 bins of confidence: how far on average confidence is
    /// from the share of words that are right; 0..1.
    [[nodiscard]] double calibrationError() const;
    [[nodiscard]] double linesPerSecond() const { return seconds > 0 ? static_cast<double>(lines) / seconds : 0; }
};

/// Reads the line pictures of a set: `folder`/lines.tsv with the header `file split writer lang text`, UTF-8.
/// Memory stays bounded whatever the set's size. Errors: NotFound, Damaged (another header), InvalidInput (no line in
/// the split), Stopped.
Result<LinesEvaluation> evaluateLines(recognition::Recognizer& recognizer, const std::filesystem::path& folder,
                                      const EvaluateLinesOptions& options = {}, std::stop_token stop = {},
                                      const ProgressFn& progress = {});

/// How many of the reference's lines were found, one to one.
struct LineMatches {
    std::size_t reference = 0;
    std::size_t found = 0;
    std::size_t matched = 0; ///< pairs whose outlines overlap with IoU >= 0.5

    LineMatches& operator+=(const LineMatches& other);
    /// 1 where there is nothing to find and nothing was found.
    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
};

/// IoU >= 0.5 of the outlines, best pairs first. Reference lines without an outline are left out.
LineMatches matchLines(const formats::Page& reference, const formats::Page& found);

/// The found lines that lie on something the reference transcribes: at least a quarter of the outline's area is within
/// the union of the outlines of its lines with text, grown by a quarter of their height. All found lines where the
/// reference has no such outlines or lacks some.
formats::Page coveredLines(const formats::Page& reference, formats::Page found);

struct PageEvaluation {
    std::string name; ///< file name of the picture without its suffix
    text::ErrorCounts errors;
    text::ErrorCounts coveredErrors;  ///< of coveredLines alone; `errors` for plain text and multi-page pictures
    std::optional<LineMatches> lines; ///< nullopt where the reference is plain text
};

struct EvaluatePagesOptions {
    std::string glob = "*"; ///< shell pattern for the picture's name, with or without its suffix
    int jobs = 0;           ///< pages prepared at the same time; 0: a few
};

struct PagesEvaluation {
    std::vector<PageEvaluation> pages;
    text::ErrorCounts errors;         ///< summed
    text::ErrorCounts coveredErrors;  ///< summed
    std::optional<LineMatches> lines; ///< summed over the pages that have outlines
    double seconds = 0;
    std::vector<Error> unreadable; ///< pictures or references that could not be read

    [[nodiscard]] double pagesPerSecond() const
    {
        return seconds > 0 ? static_cast<double>(pages.size()) / seconds : 0;
    }
};

/// Reads every picture NAME.jpg (png, tif, webp, bmp) that has a reference NAME.xml (PAGE or ALTO) or NAME.txt beside
/// it. The text of a page is its lines in reading order, joined by a space. Errors: NotFound, NoPermission,
/// InvalidInput (no such picture), Stopped.
Result<PagesEvaluation> evaluatePages(PageTranscriber& transcriber, const std::filesystem::path& folder,
                                      const EvaluatePagesOptions& options = {}, std::stop_token stop = {},
                                      const ProgressFn& progress = {});

} // namespace longhand::app

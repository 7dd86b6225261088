#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "longhand/base/progress.h"
#include "longhand/base/result.h"

namespace longhand::app
{

enum class SampleFormat {
    LinesTable, ///< lines.tsv and the pictures it names
    TextPairs,  ///< NAME.gt.txt beside NAME.png: kraken, OCR-D, tesstrain
    PageXml,    ///< PAGE or ALTO with the pages' pictures: eScriptorium, Transkribus
    Iam         ///< the IAM Handwriting Database: ascii/lines.txt and lines/
};

/// "lines", "pairs", "page", "iam"; nullopt for anything else.
std::optional<SampleFormat> sampleFormatFromName(std::string_view name);
std::string_view sampleFormatName(SampleFormat format);

/// Why a line is not in the set, or deserves a look.
enum class ImportProblem {
    NoPicture,  ///< the text has no picture
    NoTextFile, ///< the picture has no text
    Unreadable, ///< picture or transcription damaged, or not understood
    EmptyText,
    NoOutline,     ///< neither outline nor baseline in the transcription
    OutsidePage,   ///< most of the outline lies outside the picture
    TooSmall,      ///< fewer than kMinLinePicturePx pixels wide or high
    Duplicate,     ///< the same picture with the same text; one is kept
    Contradiction, ///< the same picture with another text; the first is kept
};
inline constexpr std::array kImportProblems = {
    ImportProblem::NoPicture, ImportProblem::NoTextFile, ImportProblem::Unreadable,
    ImportProblem::EmptyText, ImportProblem::NoOutline,  ImportProblem::OutsidePage,
    ImportProblem::TooSmall,  ImportProblem::Duplicate,  ImportProblem::Contradiction};
inline constexpr int kMinLinePicturePx = 8;

/// "missing pictures", "empty texts", ...
std::string_view describe(ImportProblem problem);

/// All that was left out, by reason.
class ImportProblems
{
public:
    static constexpr std::size_t kExamples = 5; ///< names kept of each kind

    struct Kind {
        std::size_t count = 0;
        std::vector<std::string> examples;
    };

    void add(ImportProblem problem, std::string example);
    [[nodiscard]] const std::map<ImportProblem, Kind>& kinds() const { return m_kinds; }
    [[nodiscard]] std::size_t count(ImportProblem problem) const;

private:
    std::map<ImportProblem, Kind> m_kinds;
};

enum class SplitBy {
    Auto, ///< by writer, where there are several, else by page
    Writer,
    Page
};

struct ImportRequest {
    std::filesystem::path source;
    std::filesystem::path output;
    std::optional<SampleFormat> format; ///< nullopt: by what is in the folder
    SplitBy splitBy = SplitBy::Auto;
    double valShare = 0.1; ///< of the writers or pages; lines that come with a split keep it
    double testShare = 0.1;
    unsigned seed = 1;
    std::string language = "und"; ///< BCP 47, of lines that do not say
    bool foldQuotes = false;      ///< curly quotes become straight ones
};

struct ImportReport {
    SampleFormat format = SampleFormat::LinesTable;
    SplitBy splitBy = SplitBy::Writer; ///< what was done
    std::size_t lines = 0;
    std::map<std::string, std::size_t> splits;
    std::size_t writers = 0;
    ImportProblems problems;
};

/// Makes a line set (lines.tsv and pictures) of other people's training data. Lines of pages are cut out as they are
/// for reading. Text is NFC with white space folded. Groups are split by a hash of their name, so that the same writer
/// is in the same split in every import with the same seed.
/// Errors: NotFound, InvalidInput (nothing to import, a line set in `output`), Damaged, DiskFull, NoPermission,
/// Stopped.
Result<ImportReport> importLines(const ImportRequest& request, std::stop_token stop = {},
                                 const ProgressFn& progress = {});

} // namespace longhand::app

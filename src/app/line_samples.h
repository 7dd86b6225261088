#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "longhand/app/data_import.h"
#include "longhand/base/image.h"
#include "longhand/base/result.h"
#include "longhand/imaging/line_finder.h"

namespace longhand::app
{

/// A line's place on a page picture, in pixels of a picture of the stated size.
struct LineRegion {
    Polygon outline;
    Polyline baseline;
    int pageWidthPx = 0; ///< 0: that of the picture
    int pageHeightPx = 0;
};

/// A line of training data, wherever it comes from; its picture is not read yet.
struct LineSample {
    std::filesystem::path picture;
    std::optional<LineRegion> region; ///< nullopt: the whole picture
    std::string name;                 ///< for messages
    std::string writer;
    std::string page;
    std::string split; ///< empty: not said
    std::string language;
    std::string text;
};

/// What the folder holds. InvalidInput when it is none of the known layouts.
Result<SampleFormat> detectSampleFormat(const std::filesystem::path& source);

/// All lines of the source, without reading their pictures. Missing files are reported in `problems`.
Result<std::vector<LineSample>> listSamples(const std::filesystem::path& source, SampleFormat format,
                                            ImportProblems& problems);

// One for each layout.
Result<std::vector<LineSample>> listTableSamples(const std::filesystem::path& source);
Result<std::vector<LineSample>> listTextPairs(const std::filesystem::path& source, ImportProblems& problems);
Result<std::vector<LineSample>> listPageSamples(const std::filesystem::path& source, ImportProblems& problems);
Result<std::vector<LineSample>> listIamSamples(const std::filesystem::path& source, ImportProblems& problems);

/// By writer where there are several, else by page.
SplitBy groupsOf(const std::vector<LineSample>& samples);
/// Gives samples without a split that of their group (splitOfGroup). `by` is not Auto.
void assignSplits(std::vector<LineSample>& samples, SplitBy by, double valShare, double testShare, unsigned seed);

/// The files below a folder in natural order, hidden ones left out. Errors: NotFound, NoPermission, Io.
Result<std::vector<std::filesystem::path>> filesBelow(const std::filesystem::path& folder);

/// Part of a name that pages by the same hand are likely to share: up to the first '-', '_', '.', space or digit; the
/// whole name where that leaves nothing.
std::string namePrefix(const std::string& name);

/// NFC with white space folded; curly quotes straightened on request.
std::string sampleText(const std::string& text, bool foldQuotes);

} // namespace longhand::app

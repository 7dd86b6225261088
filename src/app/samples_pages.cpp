#include "app/line_samples.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "longhand/base/files.h"
#include "longhand/formats/import.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

/// The page's picture: as the transcription names it or under the transcription's own name, beside it or, as
/// Transkribus has it, one folder up. Empty when there is none.
fs::path pictureOf(const fs::path& transcription, const std::string& imageName)
{
    constexpr std::array kSuffixes = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp", ".JPG", ".TIF"};
    std::vector<fs::path> names;
    if (!imageName.empty())
        names.push_back(fs::path(imageName).filename());
    for (const char* suffix : kSuffixes)
        names.push_back(transcription.stem().string() + suffix);
    const fs::path folder = transcription.parent_path();
    for (const fs::path& name : names)
        for (const fs::path& place : {folder, folder.parent_path()}) {
            std::error_code ignored;
            fs::path picture = place / name;
            if (fs::is_regular_file(picture, ignored))
                return picture;
        }
    return {};
}

/// Tables of contents and the like that lie beside the transcriptions of an export.
bool isBesideTheMatter(const fs::path& file)
{
    const std::string name = file.filename().string();
    return name == "mets.xml" || name == "METS.xml" || name == "metadata.xml" || name == "doc.xml";
}

Polyline lowerEdge(const Polygon& outline)
{
    constexpr double kDescentShare = 0.25; // of the outline's height, below the line that letters stand on
    const Rect box = boundingBox(outline);
    const double y = box.y + (1 - kDescentShare) * box.height;
    return {{box.x, y}, {box.x + box.width, y}};
}

/// The folder says whose pages these are; where all lie in one folder, their names may.
std::string writerOf(const fs::path& transcription, const fs::path& source)
{
    fs::path folder = transcription.lexically_relative(source).parent_path();
    if (folder.filename() == "page" || folder.filename() == "alto" || folder.filename() == "xml")
        folder = folder.parent_path();
    return folder.empty() ? namePrefix(transcription.stem().string()) : folder.generic_string();
}

} // namespace

Result<std::vector<LineSample>> listPageSamples(const fs::path& source, ImportProblems& problems)
{
    const auto files = filesBelow(source);
    if (!files)
        return files.error();
    std::vector<LineSample> samples;
    for (const fs::path& file : *files) {
        if (file.extension() != ".xml" || isBesideTheMatter(file))
            continue;
        auto page = formats::readTranscription(file);
        if (!page) {
            problems.add(ImportProblem::Unreadable, page.error().detail);
            continue;
        }
        const fs::path picture = pictureOf(file, page->imageName);
        if (picture.empty()) {
            problems.add(ImportProblem::NoPicture, file.string());
            continue;
        }
        for (formats::Line& line : page->lines) {
            LineSample sample;
            sample.name = file.string() + " line " + line.id;
            sample.text = std::move(line.text);
            if (line.outline.size() < 3) {
                problems.add(ImportProblem::NoOutline, sample.name);
                continue;
            }
            if (line.baseline.size() < 2)
                line.baseline = lowerEdge(line.outline);
            sample.picture = picture;
            sample.region =
                LineRegion{std::move(line.outline), std::move(line.baseline), page->widthPx, page->heightPx};
            sample.writer = writerOf(file, source);
            sample.page = file.lexically_relative(source).replace_extension().generic_string();
            samples.push_back(std::move(sample));
        }
    }
    return samples;
}

} // namespace longhand::app

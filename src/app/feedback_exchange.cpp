#include "longhand/app/feedback_exchange.h"

#include <algorithm>
#include <array>
#include <map>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

#include "app/line_samples.h"
#include "app/line_set_writer.h"
#include "app/sample_reader.h"
#include "longhand/base/files.h"
#include "longhand/formats/export.h"
#include "longhand/imaging/page_reader.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, CorrectionLayout>, 3> kLayoutNames = {{
    {"lines", CorrectionLayout::LinesTable},
    {"pairs", CorrectionLayout::TextPairs},
    {"page", CorrectionLayout::PageXml},
}};
constexpr int kSheetMarginPx = 48;
constexpr double kDescentShare = 0.25;    ///< of a crop's height, below the line that letters stand on
constexpr std::size_t kImportBatch = 100; ///< lines written at once

Error stopped()
{
    return {ErrorCode::Stopped, "Stopped."};
}

/// `name` as part of a path: nothing that a file system or a shell takes for more than a letter.
std::string fileName(const std::string& name, const std::string& otherwise)
{
    std::string safe;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool keeps = byte >= 0x80 || std::isalnum(byte) != 0 || c == '_' || c == '-';
        safe += keeps ? c : '_';
    }
    return safe.empty() ? otherwise : safe;
}

Result<void> makeFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error)
        return {};
    return Error{error == std::errc::permission_denied ? ErrorCode::NoPermission : ErrorCode::Io,
                 "Cannot create the folder " + quoted(folder) + ": " + error.message() + ". Choose another place."};
}

Result<void> makeEmptyFolder(const fs::path& folder)
{
    if (auto made = makeFolder(folder); !made)
        return made;
    std::error_code error;
    if (!fs::is_empty(folder, error) || error)
        return Error{ErrorCode::InvalidInput,
                     "The folder " + quoted(folder) +
                         " is not empty. Name an empty or a new one, so that nothing is mixed."};
    return {};
}

/// Writes lines one by one; `finish` when all are there.
class CorrectionWriter
{
public:
    virtual ~CorrectionWriter() = default;
    virtual Result<void> add(const feedback::StoredLine& line, const GrayImage& picture) = 0;
    virtual Result<void> finish() = 0;
};

class TableWriter final : public CorrectionWriter
{
public:
    explicit TableWriter(LineSetWriter set) : m_set(std::move(set)) {}
    Result<void> add(const feedback::StoredLine& line, const GrayImage& picture) override
    {
        return m_set.add(picture, {"train", line.writer, line.language, line.humanText});
    }
    Result<void> finish() override { return m_set.finish(); }

private:
    LineSetWriter m_set;
};

/// Where a writer's files stand: importers take the folder for the writer.
fs::path folderOf(const fs::path& folder, const feedback::StoredLine& line)
{
    return line.writer.empty() ? folder : folder / fileName(line.writer, "writer");
}

std::string pageNameOf(const feedback::StoredLine& line)
{
    return fileName(fs::path(line.pageName).stem().string(), "line");
}

class PairWriter final : public CorrectionWriter
{
public:
    explicit PairWriter(fs::path folder) : m_folder(std::move(folder)) {}
    Result<void> add(const feedback::StoredLine& line, const GrayImage& picture) override
    {
        const fs::path folder = folderOf(m_folder, line);
        if (auto made = makeFolder(folder); !made)
            return made;
        const std::string name = pageNameOf(line) + "-" + std::to_string(line.id);
        if (auto written = imaging::writePng(folder / (name + ".png"), picture); !written)
            return written;
        return writeFileAtomically(folder / (name + ".gt.txt"), line.humanText + '\n');
    }
    Result<void> finish() override { return {}; }

private:
    fs::path m_folder;
};

/// The store keeps lines, not pages: the lines of a page are put on a sheet of their own.
class SheetWriter final : public CorrectionWriter
{
public:
    explicit SheetWriter(fs::path folder) : m_folder(std::move(folder)) {}
    Result<void> add(const feedback::StoredLine& line, const GrayImage& picture) override
    {
        // By page and writer, who each have a file.
        m_sheets[{line.pageKey, line.writer}].push_back({line, picture});
        return {};
    }
    Result<void> finish() override
    {
        int number = 0;
        for (const auto& [key, lines] : m_sheets)
            if (auto written = write(lines, ++number); !written)
                return written;
        return {};
    }

private:
    struct Placed {
        feedback::StoredLine line;
        GrayImage picture;
    };

    Result<void> write(const std::vector<Placed>& lines, int number) const
    {
        const fs::path folder = folderOf(m_folder, lines.front().line);
        if (auto made = makeFolder(folder); !made)
            return made;
        int width = 0;
        int height = kSheetMarginPx;
        for (const Placed& placed : lines) {
            width = std::max(width, placed.picture.width);
            height += placed.picture.height + kSheetMarginPx;
        }
        GrayImage sheet(width + 2 * kSheetMarginPx, height);
        formats::Page page;
        int top = kSheetMarginPx;
        for (const Placed& placed : lines) {
            for (int y = 0; y < placed.picture.height; ++y)
                std::copy_n(placed.picture.row(y), placed.picture.width, sheet.row(top + y) + kSheetMarginPx);
            page.lines.push_back(lineAt(placed, top));
            top += placed.picture.height + kSheetMarginPx;
        }
        const std::string name = pageNameOf(lines.front().line) + "-" + std::to_string(number);
        page.imageName = name + ".png";
        page.widthPx = sheet.width;
        page.heightPx = sheet.height;
        if (auto written = imaging::writePng(folder / page.imageName, sheet); !written)
            return written;
        formats::Document document;
        document.language = lines.front().line.language;
        document.pages.push_back(std::move(page));
        const auto bytes = formats::serialize(document, formats::Format::PageXml);
        return bytes ? writeFileAtomically(folder / (name + ".page.xml"), *bytes) : bytes.error();
    }

    static formats::Line lineAt(const Placed& placed, int topPx)
    {
        const double left = kSheetMarginPx;
        const double right = left + placed.picture.width;
        const double bottom = topPx + placed.picture.height;
        const double base = bottom - kDescentShare * placed.picture.height;
        formats::Line line;
        line.id = "line_" + std::to_string(placed.line.id);
        line.text = placed.line.humanText;
        line.confidence = 1;
        line.outline = {
            {left, static_cast<double>(topPx)}, {right, static_cast<double>(topPx)}, {right, bottom}, {left, bottom}};
        line.baseline = {{left, base}, {right, base}};
        return line;
    }

    fs::path m_folder;
    std::map<std::pair<std::string, std::string>, std::vector<Placed>> m_sheets;
};

Result<std::unique_ptr<CorrectionWriter>> makeWriter(const CorrectionExport& request)
{
    if (auto made = makeEmptyFolder(request.folder); !made)
        return made.error();
    switch (request.layout) {
    case CorrectionLayout::TextPairs:
        return std::unique_ptr<CorrectionWriter>(std::make_unique<PairWriter>(request.folder));
    case CorrectionLayout::PageXml:
        return std::unique_ptr<CorrectionWriter>(std::make_unique<SheetWriter>(request.folder));
    case CorrectionLayout::LinesTable:
        break;
    }
    auto set = LineSetWriter::create(request.folder);
    if (!set)
        return set.error();
    return std::unique_ptr<CorrectionWriter>(std::make_unique<TableWriter>(*std::move(set)));
}

feedback::Correction correctionOf(const LineSample& sample, const GrayImage& picture, const CorrectionImport& request)
{
    feedback::Correction correction;
    correction.picture = reducedToLineSet(picture);
    correction.humanText = sampleText(sample.text, false);
    correction.writer = request.writer.value_or(sample.writer);
    correction.pageName = sample.page.empty() ? sample.picture.filename().string() : sample.page;
    correction.language = sample.language.empty() ? request.language : sample.language;
    return correction;
}

} // namespace

std::optional<CorrectionLayout> correctionLayoutFromName(std::string_view name)
{
    for (const auto& [known, layout] : kLayoutNames)
        if (known == name)
            return layout;
    return std::nullopt;
}

Result<std::size_t> exportCorrections(feedback::FeedbackStore& store, const CorrectionExport& request,
                                      std::stop_token stop, const ProgressFn& progress)
{
    const auto lines = store.lines(request.filter);
    if (!lines)
        return lines.error();
    if (lines->empty())
        return Error{ErrorCode::InvalidInput, "There is no such correction to export. List what there is first."};
    auto writer = makeWriter(request);
    if (!writer)
        return writer.error();
    const int total = static_cast<int>(lines->size());
    for (int i = 0; i < total; ++i) {
        if (stop.stop_requested())
            return stopped();
        const feedback::StoredLine& line = (*lines)[static_cast<std::size_t>(i)];
        const auto picture = store.picture(line.id);
        if (!picture)
            return picture.error();
        if (auto added = (*writer)->add(line, *picture); !added)
            return added.error();
        if (progress)
            progress(i + 1, total);
    }
    if (auto finished = (*writer)->finish(); !finished)
        return finished.error();
    return lines->size();
}

Result<CorrectionImportReport> importCorrections(feedback::FeedbackStore& store, const CorrectionImport& request,
                                                 std::stop_token stop, const ProgressFn& progress)
{
    CorrectionImportReport report;
    const auto format = request.format ? Result<SampleFormat>(*request.format) : detectSampleFormat(request.source);
    if (!format)
        return format.error();
    const auto samples = listSamples(request.source, *format, report.problems);
    if (!samples)
        return samples.error();
    const auto before = store.count();
    if (!before)
        return before.error();

    SampleReader reader;
    std::vector<feedback::Correction> batch;
    const auto writeBatch = [&]() -> Result<void> {
        const auto written = store.recordAll(batch);
        if (!written)
            return written.error();
        report.lines += batch.size();
        batch.clear();
        return {};
    };
    const int total = static_cast<int>(samples->size());
    for (int i = 0; i < total && !stop.stop_requested(); ++i) {
        const LineSample& sample = (*samples)[static_cast<std::size_t>(i)];
        const auto read = reader.read(sample);
        if (sampleText(sample.text, false).empty())
            report.problems.add(ImportProblem::EmptyText, sample.name);
        else if (const auto* fault = std::get_if<SampleFault>(&read))
            report.problems.add(fault->problem, fault->detail);
        else
            batch.push_back(correctionOf(sample, std::get<SamplePicture>(read).pixels, request));
        if (batch.size() >= kImportBatch)
            if (auto written = writeBatch(); !written)
                return written.error();
        if (progress)
            progress(i + 1, total);
    }
    if (auto written = writeBatch(); !written)
        return written.error();
    if (stop.stop_requested())
        return stopped();
    const auto after = store.count();
    if (!after)
        return after.error();
    report.added = static_cast<std::size_t>(std::max(0, *after - *before));
    return report;
}

} // namespace longhand::app

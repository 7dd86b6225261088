#include "longhand/app/data_pack.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

#include "app/line_samples.h"
#include "app/pen_strokes_table.h"
#include "app/sample_reader.h"
#include "longhand/base/files.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/text/unicode.h"
#include "longhand/training/line_pack.h"

namespace longhand::app
{

namespace
{

/// A line with a picture, or its pen strokes.
struct Row {
    LineSample sample;
    training::PenStrokes strokes;
    training::PackItem item;
};

/// "iam-ondb" of "iam-ondb.tsv.gz".
std::string setName(const std::filesystem::path& table)
{
    std::filesystem::path name = table.filename();
    while (name.has_extension())
        name = name.stem();
    return name.string();
}

std::string normalizedText(const std::string& text)
{
    return text::toUtf8(text::foldWhiteSpace(text::toCodePoints(text)));
}

Result<std::vector<Row>> readStrokes(const std::filesystem::path& path, const std::vector<std::string>& splits,
                                     std::vector<std::string>& skipped)
{
    auto table = readPenStrokesTable(path, skipped);
    if (!table)
        return table.error();
    std::vector<Row> rows;
    for (PenStrokesRow& line : *table) {
        if (std::find(splits.begin(), splits.end(), line.split) == splits.end())
            continue;
        training::PackItem item;
        item.set = setName(path);
        item.group = std::move(line.writer);
        item.split = std::move(line.split);
        item.lang = std::move(line.language);
        item.text = normalizedText(line.text);
        LineSample sample;
        sample.name = (path / line.id).string();
        rows.push_back({std::move(sample), std::move(line.strokes), std::move(item)});
    }
    return rows;
}

Result<std::vector<Row>> readRows(const std::filesystem::path& folder, const std::vector<std::string>& splits,
                                  std::vector<std::string>& skipped)
{
    std::error_code ignored;
    if (std::filesystem::is_regular_file(folder, ignored))
        return readStrokes(folder, splits, skipped);
    const auto format = detectSampleFormat(folder);
    if (!format)
        return format.error();
    ImportProblems problems;
    auto samples = listSamples(folder, *format, problems);
    if (!samples)
        return samples.error();
    for (const auto& [problem, kind] : problems.kinds())
        skipped.push_back(quoted(folder) + " has " + std::to_string(kind.count) + ' ' + std::string(describe(problem)) +
                          ", such as " + kind.examples.front() + '.');
    const ImportRequest defaults;
    assignSplits(*samples, groupsOf(*samples), defaults.valShare, defaults.testShare, defaults.seed);
    std::vector<Row> rows;
    for (LineSample& sample : *samples) {
        if (std::find(splits.begin(), splits.end(), sample.split) == splits.end())
            continue;
        training::PackItem item;
        item.set = folder.filename().string();
        item.group = sample.writer;
        item.split = sample.split;
        item.lang = sample.language.empty() ? defaults.language : sample.language;
        item.text = sampleText(sample.text, false);
        rows.push_back({std::move(sample), {}, std::move(item)});
    }
    return rows;
}

} // namespace

Result<PackReport> packLineSets(const PackRequest& request, const ProgressFn& progress)
{
    PackReport report;
    std::vector<Row> rows;
    for (const auto& folder : request.lineSets) {
        auto set = readRows(folder.has_filename() ? folder : folder.parent_path(), request.splits, report.skipped);
        if (!set)
            return set.error();
        rows.insert(rows.end(), std::make_move_iterator(set->begin()), std::make_move_iterator(set->end()));
    }
    auto writer = training::PackWriter::create(request.output, request.heightPx);
    if (!writer)
        return writer.error();
    SampleReader reader;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Row& row = rows[i];
        if (progress)
            progress(static_cast<int>(i), static_cast<int>(rows.size()));
        if (row.item.text.empty()) {
            report.skipped.push_back(row.sample.name + " has no text.");
            continue;
        }
        const auto kept = [&] {
            ++report.lines;
            ++report.linesPerSet[row.item.set];
        };
        if (!row.strokes.empty()) {
            kept();
            if (const auto added = writer->add(row.strokes, std::move(row.item)); !added)
                return added.error();
            continue;
        }
        const auto read = reader.read(row.sample);
        if (const auto* fault = std::get_if<SampleFault>(&read)) {
            report.skipped.push_back(fault->detail);
            continue;
        }
        const GrayImage& picture = std::get<SamplePicture>(read).pixels;
        kept();
        if (request.compact)
            row.item.coding = training::LineCoding::Compact;
        const auto added = writer->add(imaging::normalizeLine(picture, request.heightPx), std::move(row.item));
        if (!added)
            return added.error();
    }
    const auto finished = writer->finish();
    if (!finished)
        return finished.error();
    if (progress)
        progress(static_cast<int>(rows.size()), static_cast<int>(rows.size()));
    return report;
}

} // namespace longhand::app

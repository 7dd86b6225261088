#include "longhand/app/data_pack.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/lines_table.h"
#include "longhand/base/files.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/imaging/page_reader.h"
#include "longhand/text/unicode.h"
#include "longhand/training/line_pack.h"

namespace longhand::app
{

namespace
{

struct Row {
    std::filesystem::path picture;
    training::PackItem item;
};

Result<std::vector<Row>> readRows(const std::filesystem::path& folder, const std::vector<std::string>& splits)
{
    auto table = readLinesTable(folder);
    if (!table)
        return table.error();
    std::vector<Row> rows;
    for (LinesTableRow& line : *table) {
        if (std::find(splits.begin(), splits.end(), line.split) == splits.end())
            continue;
        training::PackItem item;
        item.set = folder.filename().string();
        item.group = std::move(line.writer);
        item.split = std::move(line.split);
        item.lang = std::move(line.language);
        item.text = text::toUtf8(text::foldWhiteSpace(text::toCodePoints(line.text)));
        rows.push_back({std::move(line.picture), std::move(item)});
    }
    return rows;
}

} // namespace

Result<PackReport> packLineSets(const PackRequest& request, const ProgressFn& progress)
{
    std::vector<Row> rows;
    for (const auto& folder : request.lineSets) {
        auto set = readRows(folder.has_filename() ? folder : folder.parent_path(), request.splits);
        if (!set)
            return set.error();
        rows.insert(rows.end(), std::make_move_iterator(set->begin()), std::make_move_iterator(set->end()));
    }
    auto writer = training::PackWriter::create(request.output, request.heightPx);
    if (!writer)
        return writer.error();
    PackReport report;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Row& row = rows[i];
        if (progress)
            progress(static_cast<int>(i), static_cast<int>(rows.size()));
        if (row.item.text.empty()) {
            report.skipped.push_back(quoted(row.picture) + " has no text.");
            continue;
        }
        auto picture = imaging::readGray(row.picture);
        if (!picture) {
            report.skipped.push_back(picture.error().detail);
            continue;
        }
        ++report.lines;
        ++report.linesPerSet[row.item.set];
        const auto added = writer->add(imaging::normalizeLine(*picture, request.heightPx), std::move(row.item));
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

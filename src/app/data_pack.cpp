#include "longhand/app/data_pack.h"

#include <algorithm>
#include <sstream>

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
    const auto bytes = readFile(folder / "lines.tsv");
    if (!bytes)
        return bytes.error();
    std::istringstream stream(*bytes);
    std::string line;
    std::getline(stream, line);
    if (line != "file\tsplit\twriter\tlang\ttext")
        return Error{ErrorCode::Damaged,
                     quoted(folder / "lines.tsv") +
                         " does not begin with the header 'file split writer lang text', tab separated."};
    std::vector<Row> rows;
    while (std::getline(stream, line)) {
        std::vector<std::string> fields;
        std::istringstream cells(line);
        for (std::string field; fields.size() < 4 && std::getline(cells, field, '\t');)
            fields.push_back(field);
        std::string text;
        if (fields.size() < 4 || !std::getline(cells, text))
            return Error{ErrorCode::Damaged, quoted(folder / "lines.tsv") + " has a row without five fields: " + line};
        if (std::find(splits.begin(), splits.end(), fields[1]) == splits.end())
            continue;
        training::PackItem item;
        item.set = folder.filename().string();
        item.group = fields[2];
        item.split = fields[1];
        item.lang = fields[3];
        item.text = text::toUtf8(text::foldWhiteSpace(text::toCodePoints(text)));
        rows.push_back({folder / fields[0], std::move(item)});
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

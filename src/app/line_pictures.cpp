#include "app/line_pictures.h"

#include <algorithm>
#include <utility>

#include "app/lines_table.h"
#include "app/normal_form.h"
#include "longhand/base/files.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/imaging/page_reader.h"
#include "longhand/text/unicode.h"

namespace longhand::app
{

Result<std::vector<LinePicture>> readLinePictures(const std::filesystem::path& folder, const std::string& split,
                                                  std::size_t limit, int heightPx)
{
    auto rows = readLinesTable(folder);
    if (!rows)
        return rows.error();
    if (!split.empty())
        std::erase_if(*rows, [&](const LinesTableRow& row) { return row.split != split; });
    const std::size_t count = limit == 0 ? rows->size() : std::min(limit, rows->size());
    std::vector<LinePicture> lines;
    for (std::size_t i = 0; i < count; ++i) {
        const LinesTableRow& row = (*rows)[i * rows->size() / count];
        const auto picture = imaging::readGray(row.picture);
        if (!picture)
            continue;
        const std::u32string text = text::foldWhiteSpace(text::toCodePoints(toNfc(row.text)));
        lines.push_back(
            {row.picture.filename().string(), imaging::normalizeLine(*picture, heightPx), text::toUtf8(text)});
    }
    if (lines.empty())
        return Error{ErrorCode::InvalidInput, "There are no lines of the split '" + split + "' in " +
                                                  quoted(folder / "lines.tsv") + ". Choose another one with --split."};
    return lines;
}

} // namespace longhand::app

#include "app/lines_table.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

constexpr std::size_t kColumns = 5;
enum Column : std::size_t { kFile, kSplit, kWriter, kLanguage, kText };

/// Cuts the next line off `rest`, whatever its line ending.
std::string_view takeLine(std::string_view& rest)
{
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// The last column takes everything that is left.
std::optional<std::array<std::string_view, kColumns>> splitColumns(std::string_view line)
{
    std::array<std::string_view, kColumns> columns;
    for (std::size_t i = 0; i + 1 < kColumns; ++i) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos)
            return std::nullopt;
        columns[i] = line.substr(0, tab);
        line.remove_prefix(tab + 1);
    }
    columns.back() = line;
    return columns;
}

std::vector<LinesTableRow> spreadEvenly(std::vector<LinesTableRow> rows, std::size_t limit)
{
    if (limit == 0 || rows.size() <= limit)
        return rows;
    std::vector<LinesTableRow> chosen;
    chosen.reserve(limit);
    for (std::size_t i = 0; i < limit; ++i)
        chosen.push_back(std::move(rows[i * rows.size() / limit]));
    return chosen;
}

} // namespace

Result<std::vector<LinesTableRow>> readLinesTable(const std::filesystem::path& folder)
{
    const std::filesystem::path file = folder / "lines.tsv";
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    std::string_view rest = *bytes;
    if (rest.starts_with("\xEF\xBB\xBF"))
        rest.remove_prefix(3);
    if (takeLine(rest) != kLinesTableHeader)
        return Error{ErrorCode::Damaged, "Cannot use " + quoted(file) +
                                             ": its first line is not the header 'file split writer lang text', "
                                             "separated by tabs. Correct it."};
    std::vector<LinesTableRow> rows;
    for (std::size_t number = 2; !rest.empty(); ++number) {
        const std::string_view line = takeLine(rest);
        if (line.empty())
            continue;
        const auto columns = splitColumns(line);
        if (!columns)
            return Error{ErrorCode::Damaged, "Cannot use " + quoted(file) + ": line " + std::to_string(number) +
                                                 " has fewer than five columns. Correct it."};
        const auto column = [&](Column which) { return std::string((*columns)[which]); };
        rows.push_back({folder / column(kFile), column(kSplit), column(kWriter), column(kLanguage), column(kText)});
    }
    return rows;
}

Result<std::vector<LinesTableRow>> readLinesTable(const std::filesystem::path& folder, const std::string& split,
                                                  std::size_t limit)
{
    auto rows = readLinesTable(folder);
    if (!rows)
        return rows;
    if (!split.empty())
        std::erase_if(*rows, [&](const LinesTableRow& row) { return row.split != split; });
    if (rows->empty())
        return Error{ErrorCode::InvalidInput, "There are no lines of the split '" + split + "' in " +
                                                  quoted(folder / "lines.tsv") + ". Choose another one with --split."};
    return spreadEvenly(std::move(rows).value(), limit);
}

} // namespace longhand::app

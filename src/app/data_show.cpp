#include "longhand/app/data_show.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "app/contact_sheet.h"
#include "app/lines_table.h"
#include "app/normal_form.h"
#include "longhand/app/pictures.h"
#include "longhand/base/files.h"
#include "longhand/imaging/page_reader.h"
#include "longhand/text/unicode.h"
#include "longhand/training/line_pack.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

/// A line of any source. The picture is read only when it is asked for.
struct ShownLine {
    std::string set;
    std::string split;
    std::string writer;
    std::string language;
    std::string text;
    std::string file;
    bool isStrokes = false;
    std::function<Result<GrayImage>()> picture;
};

bool wants(const ShowRequest& request, const std::string& set)
{
    return request.sets.empty() || std::find(request.sets.begin(), request.sets.end(), set) != request.sets.end();
}

Result<void> addSet(const fs::path& folder, const ShowRequest& request, std::vector<ShownLine>& lines)
{
    const std::string name = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
    if (!wants(request, name))
        return {};
    auto table = readLinesTable(folder);
    if (!table)
        return table.error();
    for (LinesTableRow& row : *table) {
        ShownLine line;
        line.set = name;
        line.split = std::move(row.split);
        line.writer = std::move(row.writer);
        line.language = std::move(row.language);
        line.text = toNfc(row.text);
        line.file = row.picture.lexically_relative(folder).string();
        line.picture = [file = std::move(row.picture)] { return imaging::readGray(file); };
        lines.push_back(std::move(line));
    }
    return {};
}

/// The folder itself where it is a set, else the sets right below it.
std::vector<fs::path> setFolders(const fs::path& source)
{
    std::error_code ignored;
    if (fs::exists(source / "lines.tsv", ignored))
        return {source};
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(source, ignored))
        if (fs::exists(entry.path() / "lines.tsv", ignored))
            folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end(),
              [](const fs::path& a, const fs::path& b) { return naturalLess(a.string(), b.string()); });
    return folders;
}

Result<std::vector<ShownLine>> linesOfFolder(const ShowRequest& request)
{
    std::vector<ShownLine> lines;
    const std::vector<fs::path> folders = setFolders(request.source);
    if (folders.empty())
        return Error{ErrorCode::InvalidInput, "There is no line set in " + quoted(request.source) +
                                                  ": a set is a folder with a lines.tsv. Import the data first, with "
                                                  "'longhand data import'."};
    for (const fs::path& folder : folders)
        if (const auto added = addSet(folder, request, lines); !added)
            return added.error();
    return lines;
}

std::vector<ShownLine> linesOfPack(const training::LinePack& pack, const ShowRequest& request)
{
    std::vector<ShownLine> lines;
    for (const training::PackItem& item : pack.items()) {
        if (!wants(request, item.set))
            continue;
        ShownLine line{item.set, item.split, item.group, item.lang, item.text, {}, {}, {}};
        line.isStrokes = item.coding == training::LineCoding::Strokes;
        line.picture = [&pack, &item, &request]() -> Result<GrayImage> {
            GrayImage picture = pack.picture(item);
            if (picture.empty())
                return Error{ErrorCode::Damaged, "A line of the set '" + item.set + "' in " + quoted(request.source) +
                                                     " is damaged. Pack it again."};
            return picture;
        };
        lines.push_back(std::move(line));
    }
    return lines;
}

void count(const ShownLine& line, SetSummary& summary)
{
    ++summary.lines;
    ++summary.splits[line.split];
    ++summary.languages[line.language];
    summary.writers.insert(line.writer);
    const std::u32string text = text::foldWhiteSpace(text::toCodePoints(line.text));
    summary.characters += text.size();
    summary.words += text.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), U' '));
    for (const char32_t c : text)
        ++summary.alphabet[c];
}

/// Counts the lines of all sets and picks some for a sheet.
class Viewer
{
public:
    Viewer(const std::vector<ShownLine>& lines, const ShowRequest& request) : m_lines(lines)
    {
        if (!request.sheet.empty())
            m_sheetLines = std::min(request.sheetLines, lines.size());
    }

    Result<void> view(const std::stop_token& stop, const ProgressFn& progress)
    {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            if (stop.stop_requested())
                return Error{ErrorCode::Stopped, "Stopped."};
            if (progress)
                progress(static_cast<int>(i), static_cast<int>(m_lines.size()));
            viewLine(i);
        }
        for (SetSummary& summary : m_summaries)
            std::sort(summary.widthsPx.begin(), summary.widthsPx.end());
        return {};
    }

    std::vector<SetSummary> takeSummaries() { return std::move(m_summaries); }
    [[nodiscard]] const std::vector<SheetLine>& sheet() const { return m_sheet; }

private:
    SetSummary& summaryOf(const std::string& set)
    {
        const auto known = std::find_if(m_summaries.begin(), m_summaries.end(),
                                        [&](const SetSummary& summary) { return summary.name == set; });
        if (known != m_summaries.end())
            return *known;
        m_summaries.emplace_back().name = set;
        return m_summaries.back();
    }

    void viewLine(std::size_t index)
    {
        const ShownLine& line = m_lines[index];
        SetSummary& summary = summaryOf(line.set);
        count(line, summary);
        if (line.isStrokes) {
            ++summary.strokes;
            return;
        }
        auto picture = line.picture();
        if (!picture) {
            summary.unreadable.push_back(picture.error());
            return;
        }
        summary.widthsPx.push_back(
            static_cast<int>(std::int64_t{picture->width} * kSummaryHeightPx / std::max(1, picture->height)));
        // The place of the next sample is due; a line without a picture leaves it to the one after.
        if (m_sheet.size() < m_sheetLines && index * m_sheetLines >= m_sheet.size() * m_lines.size()) {
            std::string caption = line.set + "  " + line.split + "  " + line.writer + "  " + line.file;
            m_sheet.push_back({std::move(picture).value(), line.text, std::move(caption)});
        }
    }

    const std::vector<ShownLine>& m_lines;
    std::size_t m_sheetLines = 0;
    std::vector<SetSummary> m_summaries;
    std::vector<SheetLine> m_sheet;
};

template <class Key>
void addCounts(std::map<Key, std::size_t>& to, const std::map<Key, std::size_t>& from)
{
    for (const auto& [key, number] : from)
        to[key] += number;
}

} // namespace

SetSummary& SetSummary::operator+=(const SetSummary& other)
{
    lines += other.lines;
    characters += other.characters;
    words += other.words;
    strokes += other.strokes;
    addCounts(splits, other.splits);
    addCounts(languages, other.languages);
    addCounts(alphabet, other.alphabet);
    writers.insert(other.writers.begin(), other.writers.end());
    std::vector<int> widths;
    std::merge(widthsPx.begin(), widthsPx.end(), other.widthsPx.begin(), other.widthsPx.end(),
               std::back_inserter(widths));
    widthsPx = std::move(widths);
    unreadable.insert(unreadable.end(), other.unreadable.begin(), other.unreadable.end());
    return *this;
}

Result<std::vector<SetSummary>> showData(const ShowRequest& request, std::stop_token stop, const ProgressFn& progress)
{
    std::optional<training::LinePack> pack;
    std::vector<ShownLine> lines;
    std::error_code ignored;
    if (fs::is_directory(request.source, ignored)) {
        auto listed = linesOfFolder(request);
        if (!listed)
            return listed.error();
        lines = std::move(listed).value();
    } else {
        auto opened = training::LinePack::open(request.source);
        if (!opened)
            return opened.error();
        pack.emplace(std::move(opened).value());
        lines = linesOfPack(*pack, request);
    }
    if (lines.empty())
        return Error{ErrorCode::InvalidInput, "There are no such lines in " + quoted(request.source) +
                                                  ". Name another set, or leave --set out."};
    Viewer viewer(lines, request);
    if (const auto viewed = viewer.view(stop, progress); !viewed)
        return viewed.error();
    if (!request.sheet.empty()) {
        if (const auto written = imaging::writePng(request.sheet, drawContactSheet(viewer.sheet())); !written)
            return written.error();
    }
    return viewer.takeSummaries();
}

} // namespace longhand::app

#include "app/pen_strokes_table.h"

#include <array>
#include <string_view>
#include <zlib.h>

#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

constexpr std::string_view kHeader = "id\tsplit\twriter\tlang\ttext\tstrokes";

Error damaged(const std::filesystem::path& path, const std::string& what)
{
    return {ErrorCode::Damaged, "The stroke table " + quoted(path) + " cannot be read: " + what + "."};
}

/// The gzip functions read plain files as they are.
Result<std::string> readMaybeCompressed(const std::filesystem::path& path)
{
    if (auto there = readFile(path); !there)
        return there.error();
    gzFile file = ::gzopen(path.c_str(), "rb");
    if (!file)
        return damaged(path, "there is too little memory");
    std::string content;
    std::array<char, 1 << 16> buffer;
    int count = 0;
    while ((count = ::gzread(file, buffer.data(), buffer.size())) > 0)
        content.append(buffer.data(), static_cast<std::size_t>(count));
    const bool whole = ::gzclose(file) == Z_OK && count == 0;
    if (!whole)
        return damaged(path, "its compressed data is damaged");
    return content;
}

std::string_view takeUntil(std::string_view& text, char end)
{
    const std::size_t length = std::min(text.find(end), text.size());
    const std::string_view taken = text.substr(0, length);
    text.remove_prefix(std::min(length + 1, text.size()));
    return taken;
}

} // namespace

Result<std::vector<PenStrokesRow>> readPenStrokesTable(const std::filesystem::path& path,
                                                       std::vector<std::string>& skipped)
{
    const auto content = readMaybeCompressed(path);
    if (!content)
        return content.error();
    std::string_view rest = *content;
    if (takeUntil(rest, '\n') != kHeader)
        return damaged(path, "its first line is not 'id split writer lang text strokes'");
    std::vector<PenStrokesRow> rows;
    for (std::size_t number = 2; !rest.empty(); ++number) {
        std::string_view line = takeUntil(rest, '\n');
        PenStrokesRow row;
        for (std::string* field : {&row.id, &row.split, &row.writer, &row.language, &row.text})
            *field = takeUntil(line, '\t');
        auto strokes = training::parsePenStrokes(line);
        if (!strokes || row.text.empty()) {
            skipped.push_back("Line " + std::to_string(number) + " of " + quoted(path) +
                              (strokes ? " has no text." : " holds no pen strokes."));
            continue;
        }
        row.strokes = std::move(*strokes);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace longhand::app

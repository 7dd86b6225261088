#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "longhand/base/image.h"
#include "longhand/base/result.h"

namespace longhand::app
{

/// What a line set says of one line.
struct LineRecord {
    std::string split; ///< "train", "val" or "test"
    std::string writer;
    std::string language;
    std::string text; ///< UTF-8, NFC, no line breaks
};

/// Writes a folder with pictures, 000/00000.png and on, and the lines.tsv that names them. Only finish() writes the
/// table, so that a folder without one was left unfinished.
class LineSetWriter
{
public:
    /// Creates the folder. Errors: InvalidInput when it holds a line set already, NoPermission, Io.
    static Result<LineSetWriter> create(const std::filesystem::path& folder);

    /// Pictures higher than kMaxLineSetHeightPx are reduced. Errors: DiskFull, NoPermission, Io.
    Result<void> add(const GrayImage& picture, const LineRecord& record);
    /// Takes a picture file's bytes as they are; `suffix` with the dot.
    Result<void> addFile(std::string_view bytes, std::string_view suffix, const LineRecord& record);
    [[nodiscard]] std::size_t lines() const { return m_lines; }
    Result<void> finish();

private:
    explicit LineSetWriter(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    /// Makes the folder for the next picture and returns its name within the set.
    Result<std::string> nextName(std::string_view suffix);
    void addRow(const std::string& name, const LineRecord& record);

    std::filesystem::path m_folder;
    std::string m_table;
    std::size_t m_lines = 0;
};

inline constexpr int kMaxLineSetHeightPx = 96;
/// The picture, not higher than kMaxLineSetHeightPx.
GrayImage reducedToLineSet(const GrayImage& picture);

/// Deterministic split of a group (a writer, a page): a hash of its name and the seed decides, so that adding groups
/// never moves others. Shares 0..1.
std::string splitOfGroup(std::string_view group, double valShare, double testShare, unsigned seed);

} // namespace longhand::app

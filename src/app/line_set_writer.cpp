#include "app/line_set_writer.h"

#include <algorithm>
#include <cstdint>
#include <system_error>
#include <utility>

#include <QImage>

#include "app/lines_table.h"
#include "longhand/base/files.h"
#include "longhand/imaging/page_reader.h"

namespace longhand::app
{

namespace
{

constexpr std::size_t kPicturesPerFolder = 1000;

std::string padded(std::size_t number, std::size_t digits)
{
    const std::string text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

Result<void> createFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error)
        return {};
    const bool denied = error == std::errc::permission_denied || error == std::errc::read_only_file_system;
    return Error{denied ? ErrorCode::NoPermission : ErrorCode::Io,
                 "Cannot create the folder " + quoted(folder) + ": " + error.message() + ". Choose another place."};
}

/// One cell of the table: tabs and line breaks would be taken for the next one.
std::string cell(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

/// FNV-1a (Fowler, Noll, Vo), finished with the mixer of SplitMix64 so that names that differ little spread evenly.
std::uint64_t hashOf(std::string_view text, unsigned seed)
{
    std::uint64_t hash = 0xCBF29CE484222325 ^ seed;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    hash = (hash ^ hash >> 30) * 0xBF58476D1CE4E5B9;
    hash = (hash ^ hash >> 27) * 0x94D049BB133111EB;
    return hash ^ hash >> 31;
}

} // namespace

GrayImage reducedToLineSet(const GrayImage& picture)
{
    if (picture.height <= kMaxLineSetHeightPx)
        return picture;
    const QImage source(picture.pixels.data(), picture.width, picture.height, picture.width, QImage::Format_Grayscale8);
    const int width = std::max(1, static_cast<int>(std::int64_t{picture.width} * kMaxLineSetHeightPx / picture.height));
    const QImage small = source.scaled(width, kMaxLineSetHeightPx, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                             .convertToFormat(QImage::Format_Grayscale8);
    GrayImage result(width, kMaxLineSetHeightPx);
    for (int y = 0; y < result.height; ++y)
        std::copy_n(small.constScanLine(y), result.width, result.row(y));
    return result;
}

Result<LineSetWriter> LineSetWriter::create(const std::filesystem::path& folder)
{
    std::error_code ignored;
    if (std::filesystem::exists(folder / "lines.tsv", ignored))
        return Error{ErrorCode::InvalidInput, "There is a line set in " + quoted(folder) +
                                                  " already. Choose another folder, or remove that one."};
    if (const auto created = createFolder(folder); !created)
        return created.error();
    return LineSetWriter(folder);
}

Result<void> LineSetWriter::add(const GrayImage& picture, const LineRecord& record)
{
    const auto name = nextName(".png");
    if (!name)
        return name.error();
    if (const auto written = imaging::writePng(m_folder / *name, reducedToLineSet(picture)); !written)
        return written;
    addRow(*name, record);
    return {};
}

Result<void> LineSetWriter::addFile(std::string_view bytes, std::string_view suffix, const LineRecord& record)
{
    const auto name = nextName(suffix);
    if (!name)
        return name.error();
    if (const auto written = writeFileAtomically(m_folder / *name, bytes); !written)
        return written;
    addRow(*name, record);
    return {};
}

Result<void> LineSetWriter::finish()
{
    return writeFileAtomically(m_folder / "lines.tsv", std::string(kLinesTableHeader) + '\n' + m_table);
}

Result<std::string> LineSetWriter::nextName(std::string_view suffix)
{
    const std::string subfolder = padded(m_lines / kPicturesPerFolder, 3);
    if (m_lines % kPicturesPerFolder == 0) {
        if (const auto created = createFolder(m_folder / subfolder); !created)
            return created.error();
    }
    return subfolder + '/' + padded(m_lines, 5) + std::string(suffix);
}

void LineSetWriter::addRow(const std::string& name, const LineRecord& record)
{
    m_table += name + '\t' + cell(record.split) + '\t' + cell(record.writer) + '\t' + cell(record.language) + '\t' +
               cell(record.text) + '\n';
    ++m_lines;
}

std::string splitOfGroup(std::string_view group, double valShare, double testShare, unsigned seed)
{
    const double place = static_cast<double>(hashOf(group, seed) >> 11) * 0x1p-53;
    if (place < testShare)
        return "test";
    return place < testShare + valShare ? "val" : "train";
}

} // namespace longhand::app

#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "longhand/base/image.h"
#include "longhand/base/result.h"
#include "longhand/training/pen_strokes.h"

namespace longhand::training
{

/// How a line's bytes stand in a pack.
enum class LineCoding {
    Pixels,  ///< rows of 8-bit grey
    Compact, ///< ten grey levels, range coded: about a twelfth of the size
    Strokes, ///< pen strokes, drawn anew each time they are used
};

/// One normalised line in a pack. `group` is its writer (or page): splits are drawn by group.
struct PackItem {
    std::string set;
    std::string group;
    std::string split; ///< "train", "val" or "test"
    std::string lang;  ///< BCP 47
    std::string text;  ///< UTF-8, NFC
    int widthPx = 0;   ///< of strokes: about what they will have when they are drawn
    LineCoding coding = LineCoding::Pixels;
    std::uint64_t offset = 0; ///< of the line's bytes in the pack's block; set by PackWriter
    std::uint64_t bytes = 0;  ///< their number; set by PackWriter
};

/// A file of lines of one height with their texts: magic, lengths and checksum, the lines' bytes, a packed JSON index.
/// Mapped into memory.
class LinePack
{
public:
    /// Errors: NotFound, NoPermission, Damaged (wrong magic, lengths, checksum or index), Unsupported (newer version).
    static Result<LinePack> open(const std::filesystem::path& path);
    LinePack(LinePack&&) noexcept;
    LinePack& operator=(LinePack&&) noexcept;
    ~LinePack();

    [[nodiscard]] int heightPx() const { return m_heightPx; }
    [[nodiscard]] const std::vector<PackItem>& items() const { return m_items; }
    /// 0 ink to 255 paper; heightPx() x widthPx. Empty for strokes and for damaged bytes. Any thread.
    [[nodiscard]] GrayImage picture(const PackItem& item) const;
    /// Empty for pictures and for damaged bytes. Any thread.
    [[nodiscard]] PenStrokes strokes(const PackItem& item) const;

private:
    LinePack() = default;
    [[nodiscard]] std::span<const std::uint8_t> bytesOf(const PackItem& item) const;
    const std::uint8_t* m_mapping = nullptr;
    std::size_t m_mappedBytes = 0;
    int m_heightPx = 0;
    std::vector<PackItem> m_items;
};

/// Writes a pack beside its destination and renames it into place in finish().
class PackWriter
{
public:
    static Result<PackWriter> create(const std::filesystem::path& path, int heightPx);
    PackWriter(PackWriter&&) = default;
    PackWriter& operator=(PackWriter&&) = default;
    ~PackWriter();

    /// `line` must have the pack's height; `item.coding` is Pixels or Compact. Errors: InvalidInput, DiskFull.
    Result<void> add(const GrayImage& line, PackItem item);
    /// Errors: InvalidInput without points, DiskFull.
    Result<void> add(const PenStrokes& strokes, PackItem item);
    /// Errors: DiskFull, Io.
    Result<void> finish();

private:
    PackWriter() = default;
    Result<void> append(std::vector<std::uint8_t> bytes, PackItem item);

    std::filesystem::path m_path;
    std::filesystem::path m_temporary;
    std::unique_ptr<std::ofstream> m_file;
    int m_heightPx = 0;
    std::uint64_t m_lineBytes = 0;
    std::uint64_t m_checksum = 0;
    std::vector<PackItem> m_items;
};

} // namespace longhand::training

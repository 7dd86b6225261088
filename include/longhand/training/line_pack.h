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

namespace longhand::training
{

/// One normalised line in a pack. `group` is its writer (or page): splits are drawn by group.
struct PackItem {
    std::string set;
    std::string group;
    std::string split; ///< "train", "val" or "test"
    std::string lang;  ///< BCP 47
    std::string text;  ///< UTF-8, NFC
    int widthPx = 0;
    std::uint64_t offset = 0; ///< of the first pixel, in the pack's pixel block; set by PackWriter
};

/// A file of line pictures of one height with their texts: magic, lengths and checksum, pixels, JSON index. Mapped into memory.
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
    /// heightPx() rows of widthPx bytes, 0 ink to 255 paper.
    [[nodiscard]] std::span<const std::uint8_t> pixels(const PackItem& item) const;

private:
    LinePack() = default;
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

    /// `line` must have the pack's height. Errors: InvalidInput, DiskFull.
    Result<void> add(const GrayImage& line, PackItem item);
    /// Errors: DiskFull, Io.
    Result<void> finish();

private:
    PackWriter() = default;
    std::filesystem::path m_path;
    std::filesystem::path m_temporary;
    std::unique_ptr<std::ofstream> m_file;
    int m_heightPx = 0;
    std::uint64_t m_pixelBytes = 0;
    std::uint64_t m_checksum = 0;
    std::vector<PackItem> m_items;
};

} // namespace longhand::training

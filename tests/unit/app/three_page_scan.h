#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace longhand::test
{

inline void addNumber(std::string& to, std::uint64_t value, int byteCount)
{
    for (int i = 0; i < byteCount; ++i)
        to += static_cast<char>(value >> (8 * i) & 0xff);
}

/// One directory of a little-endian TIFF file: a grey page whose pixels are the byte at `pixelsAt`.
inline void addPage(std::string& tiff, std::uint64_t widthPx, std::uint64_t heightPx, std::uint64_t pixelsAt,
                    bool isLast)
{
    constexpr int kShort = 3;
    constexpr int kLong = 4;
    struct Entry {
        int tag, type;
        std::uint64_t value;
    };
    const std::array entries{Entry{256, kLong, widthPx}, Entry{257, kLong, heightPx}, Entry{258, kShort, 8},
                             Entry{259, kShort, 1},      Entry{262, kShort, 1},       Entry{273, kLong, pixelsAt},
                             Entry{277, kShort, 1},      Entry{278, kLong, heightPx}, Entry{279, kLong, 1}};
    addNumber(tiff, entries.size(), 2);
    for (const Entry& entry : entries) {
        addNumber(tiff, static_cast<std::uint64_t>(entry.tag), 2);
        addNumber(tiff, static_cast<std::uint64_t>(entry.type), 2);
        addNumber(tiff, 1, 4);
        addNumber(tiff, entry.value, 4);
    }
    addNumber(tiff, isLast ? 0 : tiff.size() + 4, 4);
}

/// A TIFF file with two pages of one pixel, 10 and 200, and between them one far too large to decode.
inline std::string threePageScan()
{
    std::string tiff = "II";
    addNumber(tiff, 42, 2);
    addNumber(tiff, 10, 4);
    tiff += "\x0a\xc8";
    addPage(tiff, 1, 1, 8, false);
    addPage(tiff, 20000, 20000, 8, false);
    addPage(tiff, 1, 1, 9, true);
    return tiff;
}

} // namespace longhand::test

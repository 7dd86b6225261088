#include "longhand/training/line_pack.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "ink_codec.h"
#include "longhand/base/files.h"
#include "text_codec.h"

namespace longhand::training
{

namespace
{

using nlohmann::json;

struct Header {
    char magic[8];
    std::uint64_t lineBytes;
    std::uint64_t indexBytes;
    std::uint64_t checksum; ///< FNV-1a over 8-byte words of the lines, then over the index
};
constexpr char kMagic[8] = {'L', 'H', 'P', 'A', 'C', 'K', '0', '3'};
constexpr std::uint64_t kFnvBasis = 0xcbf29ce484222325u;

/// FNV-1a on 64-bit words: only to notice damage, and fast enough to check a whole pack each time it is opened.
std::uint64_t checksum(std::uint64_t state, const std::uint8_t* bytes, std::size_t count)
{
    constexpr std::uint64_t kPrime = 0x100000001b3u;
    for (; count >= 8; bytes += 8, count -= 8) {
        std::uint64_t word;
        std::memcpy(&word, bytes, 8);
        state = (state ^ word) * kPrime;
    }
    for (; count > 0; ++bytes, --count)
        state = (state ^ *bytes) * kPrime;
    return state;
}

constexpr std::array kCodingNames{"pixels", "compact", "strokes"}; // in the order of LineCoding
constexpr int kWidestPx = 1 << 16;
constexpr int kHighestPx = 1 << 10;

/// Throws json::exception for a name this version does not know, as the index's other fields do.
LineCoding codingOf(const json& name)
{
    const auto found = std::find(kCodingNames.begin(), kCodingNames.end(), name.get<std::string>());
    if (found == kCodingNames.end())
        throw json::other_error::create(501, "unknown coding", nullptr);
    return static_cast<LineCoding>(found - kCodingNames.begin());
}

std::uint64_t pixelCount(int widthPx, int heightPx)
{
    return static_cast<std::uint64_t>(widthPx) * static_cast<std::uint64_t>(heightPx);
}

/// The checksum runs over whole words, so every line begins on a word.
std::uint64_t wholeWords(std::uint64_t bytes)
{
    return (bytes + 7) / 8 * 8;
}

Error damaged(const std::filesystem::path& path, const std::string& what)
{
    return {ErrorCode::Damaged, "The pack " + quoted(path) + " is damaged (" + what + "). Pack the data again."};
}

Error cannotWrite(const std::filesystem::path& path)
{
    const bool full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return {full ? ErrorCode::DiskFull : ErrorCode::Io, "Cannot write " + quoted(path) +
                                                            (full ? ": the disk is full. Free some space and try again."
                                                                  : std::string(": ") + std::strerror(errno) + ".")};
}

} // namespace

Result<LinePack> LinePack::open(const std::filesystem::path& path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        auto reason = readFile(path, 0);
        return reason ? damaged(path, "cannot be opened") : reason.error();
    }
    struct stat status {
    };
    ::fstat(fd, &status);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    void* mapping = size >= sizeof(Header) ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    ::close(fd);
    if (mapping == MAP_FAILED)
        return damaged(path, "it is empty or too short");
    LinePack pack;
    pack.m_mapping = static_cast<const std::uint8_t*>(mapping);
    pack.m_mappedBytes = size;

    Header header;
    std::memcpy(&header, mapping, sizeof header);
    if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0)
        return damaged(path, "it is not a pack this version reads");
    const std::uint64_t room = size - sizeof header;
    if (header.lineBytes > room || header.indexBytes != room - header.lineBytes)
        return damaged(path, "it is cut short");
    const std::uint8_t* pixels = pack.m_mapping + sizeof header;
    const std::uint8_t* index = pixels + header.lineBytes;
    if (checksum(checksum(kFnvBasis, pixels, header.lineBytes), index, header.indexBytes) != header.checksum)
        return damaged(path, "its checksum differs");
    try {
        const auto text = decodeText({index, static_cast<std::size_t>(header.indexBytes)});
        if (!text)
            return damaged(path, "its index is cut short");
        const json parsed = json::parse(*text);
        pack.m_heightPx = parsed.at("height");
        std::uint64_t offset = 0;
        for (const json& entry : parsed.at("items")) {
            PackItem item{entry.at("set"),
                          entry.at("group"),
                          entry.at("split"),
                          entry.at("lang"),
                          entry.at("text"),
                          entry.at("width"),
                          codingOf(entry.at("coding")),
                          offset,
                          entry.at("bytes")};
            const bool sized =
                item.widthPx > 0 && item.widthPx <= kWidestPx && pack.m_heightPx > 0 && pack.m_heightPx <= kHighestPx;
            if (!sized || item.bytes > header.lineBytes - offset ||
                (item.coding == LineCoding::Pixels && item.bytes != pixelCount(item.widthPx, pack.m_heightPx)))
                return damaged(path, "a line lies outside it");
            offset = std::min(offset + wholeWords(item.bytes), header.lineBytes);
            pack.m_items.push_back(std::move(item));
        }
    } catch (const json::exception& e) {
        return damaged(path, e.what());
    }
    return pack;
}

LinePack::LinePack(LinePack&& other) noexcept
    : m_mapping(std::exchange(other.m_mapping, nullptr)), m_mappedBytes(other.m_mappedBytes),
      m_heightPx(other.m_heightPx), m_items(std::move(other.m_items))
{
}

LinePack& LinePack::operator=(LinePack&& other) noexcept
{
    std::swap(m_mapping, other.m_mapping);
    std::swap(m_mappedBytes, other.m_mappedBytes);
    std::swap(m_heightPx, other.m_heightPx);
    std::swap(m_items, other.m_items);
    return *this;
}

LinePack::~LinePack()
{
    if (m_mapping)
        ::munmap(const_cast<std::uint8_t*>(m_mapping), m_mappedBytes);
}

std::span<const std::uint8_t> LinePack::bytesOf(const PackItem& item) const
{
    return {m_mapping + sizeof(Header) + item.offset, static_cast<std::size_t>(item.bytes)};
}

GrayImage LinePack::picture(const PackItem& item) const
{
    const auto bytes = bytesOf(item);
    switch (item.coding) {
    case LineCoding::Pixels: {
        GrayImage line(item.widthPx, m_heightPx);
        std::copy(bytes.begin(), bytes.end(), line.pixels.begin());
        return line;
    }
    case LineCoding::Compact:
        return decodeInk(bytes, item.widthPx, m_heightPx).value_or(GrayImage());
    case LineCoding::Strokes:
        break;
    }
    return {};
}

PenStrokes LinePack::strokes(const PackItem& item) const
{
    return item.coding == LineCoding::Strokes ? decodePenStrokes(bytesOf(item)).value_or(PenStrokes()) : PenStrokes();
}

Result<PackWriter> PackWriter::create(const std::filesystem::path& path, int heightPx)
{
    PackWriter writer;
    writer.m_path = path;
    writer.m_temporary = path.string() + ".part";
    writer.m_heightPx = heightPx;
    writer.m_checksum = kFnvBasis;
    writer.m_file = std::make_unique<std::ofstream>(writer.m_temporary, std::ios::binary | std::ios::trunc);
    if (!*writer.m_file || !writer.m_file->write(std::string(sizeof(Header), '\0').data(), sizeof(Header)))
        return cannotWrite(path);
    return writer;
}

PackWriter::~PackWriter()
{
    if (m_file) {
        m_file.reset();
        std::error_code ignored;
        std::filesystem::remove(m_temporary, ignored);
    }
}

Result<void> PackWriter::add(const GrayImage& line, PackItem item)
{
    if (line.height != m_heightPx || line.empty())
        return Error{ErrorCode::InvalidInput, "A line picture does not have the pack's height."};
    item.widthPx = line.width;
    return append(item.coding == LineCoding::Compact ? encodeInk(line) : line.pixels, std::move(item));
}

Result<void> PackWriter::add(const PenStrokes& strokes, PackItem item)
{
    // Drawn lines have some room above and below the strokes, which makes them narrower at the same height.
    constexpr double kUsualRoom = 1.25;
    const int width = widthOf(strokes);
    if (width <= 0)
        return Error{ErrorCode::InvalidInput, "A line of pen strokes holds no points."};
    item.widthPx = std::max(1, static_cast<int>(width * m_heightPx / (100 * kUsualRoom)));
    item.coding = LineCoding::Strokes;
    return append(encodePenStrokes(strokes), std::move(item));
}

Result<void> PackWriter::append(std::vector<std::uint8_t> bytes, PackItem item)
{
    item.offset = m_lineBytes;
    item.bytes = bytes.size();
    bytes.resize(wholeWords(bytes.size()), 255);
    m_checksum = checksum(m_checksum, bytes.data(), bytes.size());
    m_lineBytes += bytes.size();
    if (!m_file->write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())))
        return cannotWrite(m_path);
    m_items.push_back(std::move(item));
    return {};
}

Result<void> PackWriter::finish()
{
    json index = {{"height", m_heightPx}, {"items", json::array()}};
    for (const PackItem& item : m_items)
        index["items"].push_back({{"set", item.set},
                                  {"group", item.group},
                                  {"split", item.split},
                                  {"lang", item.lang},
                                  {"text", item.text},
                                  {"width", item.widthPx},
                                  {"coding", kCodingNames[static_cast<std::size_t>(item.coding)]},
                                  {"bytes", item.bytes}});
    const std::vector<std::uint8_t> bytes = encodeText(index.dump());
    Header header{};
    std::memcpy(header.magic, kMagic, sizeof kMagic);
    header.lineBytes = m_lineBytes;
    header.indexBytes = bytes.size();
    header.checksum = checksum(m_checksum, bytes.data(), bytes.size());
    m_file->write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    m_file->seekp(0);
    m_file->write(reinterpret_cast<const char*>(&header), sizeof header);
    m_file->close();
    if (m_file->fail())
        return cannotWrite(m_path);
    m_file.reset();
    std::error_code error;
    std::filesystem::rename(m_temporary, m_path, error);
    if (error)
        return Error{ErrorCode::Io, "Cannot write " + quoted(m_path) + ": " + error.message() + "."};
    return {};
}

} // namespace longhand::training

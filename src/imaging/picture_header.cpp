#include "picture_header.h"

#include <algorithm>
#include <array>
#include <limits>

#include "byte_view.h"
#include "tiff_header.h"

namespace longhand::imaging
{

namespace
{

using namespace std::string_view_literals;

constexpr auto kPngSignature = "\x89PNG\r\n\x1a\n"sv;

Error damaged(const std::string& name)
{
    return {ErrorCode::Damaged, "Cannot read " + name + ": the file is cut off or damaged. Scan or copy it again."};
}

Error unsupported(const std::string& name, const std::string& what)
{
    return {ErrorCode::Unsupported,
            "Cannot read " + name + ": " + what + ". Save it as an ordinary JPEG, PNG, TIFF, WebP or BMP picture."};
}

PictureHeader single(PictureFormat format, const PictureFrame& frame)
{
    return {format, {frame}};
}

Result<PictureHeader> readJpegHeader(std::string_view bytes, const std::string& name)
{
    ByteView view(bytes, ByteView::Order::Big);
    PictureFrame frame;
    bool hasScan = false;
    bool hasAdobe = false;
    std::uint64_t components = 0;
    std::uint64_t at = 2;
    while (true) {
        // Between segments stands 0xff and a code; anything else is scan data or rubbish that decoders skip too.
        const auto found = at < bytes.size() ? bytes.find('\xff', at) : std::string_view::npos;
        if (found == std::string_view::npos || !view.has(found, 2))
            return damaged(name);
        const std::uint64_t code = view.u8(found + 1);
        if (code == 0xff) {
            at = found + 1;
            continue;
        }
        at = found + 2;
        if (code == 0xd9)
            break;
        if (code == 0 || code == 1 || (code >= 0xd0 && code <= 0xd8))
            continue;
        const std::uint64_t length = view.u16(at);
        if (length < 2 || !view.has(at, length))
            return damaged(name);
        const bool isFrame = code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
        const std::string_view payload = bytes.substr(at + 2, length - 2);
        if (isFrame && frame.width == 0) {
            frame.height = view.u16(at + 3);
            frame.width = view.u16(at + 5);
            components = view.u8(at + 7);
        } else if (code == 0xe1 && payload.starts_with("Exif\0\0"sv)) {
            frame.orientation = exifOrientation(payload.substr(6));
        } else if (code == 0xee && payload.starts_with("Adobe"sv)) {
            hasAdobe = true;
        } else if (code == 0xda) {
            hasScan = true;
        }
        at += length;
    }
    if (!hasScan || frame.width == 0 || frame.height == 0)
        return damaged(name);
    // By convention the inks of a CMYK JPEG are stored inverted, and Adobe's marker says so. The decoder assumes it.
    if (components == 4 && !hasAdobe)
        return unsupported(name, "it is a CMYK JPEG without the marker that says how its inks are stored");
    return single(PictureFormat::Jpeg, frame);
}

std::uint32_t crc32(std::string_view bytes)
{
    static const auto table = [] {
        std::array<std::uint32_t, 256> t{};
        for (std::uint32_t n = 0; n < 256; ++n) {
            std::uint32_t c = n;
            for (int k = 0; k < 8; ++k)
                c = c & 1 ? 0xedb88320u ^ c >> 1 : c >> 1;
            t[n] = c;
        }
        return t;
    }();
    std::uint32_t crc = 0xffffffffu;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xff] ^ crc >> 8;
    return ~crc;
}

bool isCritical(std::string_view pngChunkType)
{
    return pngChunkType[0] >= 'A' && pngChunkType[0] <= 'Z';
}

/// Calls `visit(type, payload, whole chunk)` for every chunk up to IEND. False when the file ends before, or a chunk
/// that matters does not match its checksum.
template <class Visit>
bool forEachPngChunk(std::string_view bytes, const Visit& visit)
{
    ByteView view(bytes, ByteView::Order::Big);
    std::uint64_t at = kPngSignature.size();
    while (true) {
        const std::uint64_t length = view.u32(at);
        if (view.overrun() || !view.has(at, length + 12))
            return false;
        const std::string_view type = bytes.substr(at + 4, 4);
        if (isCritical(type) && crc32(bytes.substr(at + 4, length + 4)) != view.u32(at + 8 + length))
            return false;
        visit(type, bytes.substr(at + 8, length), bytes.substr(at, length + 12));
        if (type == "IEND"sv)
            return true;
        at += length + 12;
    }
}

Result<PictureHeader> readPngHeader(std::string_view bytes, const std::string& name)
{
    PictureFrame frame;
    bool hasData = false;
    const bool whole = forEachPngChunk(bytes, [&](std::string_view type, std::string_view payload, std::string_view) {
        ByteView view(payload, ByteView::Order::Big);
        if (type == "IHDR"sv) {
            frame.width = view.u32(0);
            frame.height = view.u32(4);
        } else if (type == "eXIf"sv) {
            frame.orientation = exifOrientation(payload);
        } else if (type == "IDAT"sv) {
            hasData = true;
        }
    });
    if (!whole || !hasData || frame.width == 0 || frame.height == 0)
        return damaged(name);
    return single(PictureFormat::Png, frame);
}

Result<PictureHeader> readWebPHeader(std::string_view bytes, const std::string& name)
{
    ByteView view(bytes, ByteView::Order::Little);
    const std::uint64_t end = 8 + view.u32(4);
    if (end > bytes.size())
        return damaged(name);
    PictureFrame frame;
    bool hasData = false;
    std::uint64_t at = 12;
    while (at + 8 <= end) {
        const std::string_view type = view.slice(at, 4);
        const std::uint64_t length = view.u32(at + 4);
        const std::uint64_t data = at + 8;
        if (!view.has(data, length))
            return damaged(name);
        if (type == "VP8X"sv) {
            frame.width = 1 + view.number(data + 4, 3);
            frame.height = 1 + view.number(data + 7, 3);
        } else if (type == "ANIM"sv) {
            return unsupported(name, "it is an animation");
        } else if (type == "EXIF"sv) {
            std::string_view exif = view.slice(data, length);
            if (exif.starts_with("Exif\0\0"sv))
                exif.remove_prefix(6);
            frame.orientation = exifOrientation(exif);
        } else if (type == "VP8 "sv) {
            hasData = true;
            frame.width = view.u16(data + 6) & 0x3fff;
            frame.height = view.u16(data + 8) & 0x3fff;
        } else if (type == "VP8L"sv) {
            hasData = true;
            const std::uint64_t packed = view.u32(data + 1);
            frame.width = 1 + (packed & 0x3fff);
            frame.height = 1 + (packed >> 14 & 0x3fff);
        }
        at = data + length + (length & 1);
    }
    if (view.overrun() || !hasData || frame.width == 0 || frame.height == 0)
        return damaged(name);
    return single(PictureFormat::WebP, frame);
}

Result<PictureHeader> readBmpHeader(std::string_view bytes, const std::string& name)
{
    ByteView view(bytes, ByteView::Order::Little);
    const std::uint64_t pixelsAt = view.u32(10);
    const std::uint64_t headerBytes = view.u32(14);
    const bool old = headerBytes == 12; // OS/2
    PictureFrame frame;
    frame.width = old ? view.u16(18) : view.u32(18);
    const auto height = static_cast<std::int32_t>(old ? view.u16(20) : view.u32(22)); // negative: stored top down
    frame.height = static_cast<std::uint64_t>(height < 0 ? -static_cast<std::int64_t>(height) : height);
    const std::uint64_t bitsPerPixel = view.u16(old ? 24 : 28);
    const std::uint64_t compression = old ? 0 : view.u32(30);
    if (view.overrun() || frame.width == 0 || frame.height == 0 || !view.has(pixelsAt, 1) ||
        frame.width > std::numeric_limits<std::int32_t>::max())
        return damaged(name);
    const bool packedPixels = compression == 0 || compression == 3;
    const std::uint64_t rowBytes = (frame.width * bitsPerPixel + 31) / 32 * 4;
    // A picture larger than the limit need not be whole: it is refused for its size, the more helpful message.
    if (packedPixels && frame.height <= 1'000'000 && frame.width <= 1'000'000 &&
        !view.has(pixelsAt, rowBytes * frame.height))
        return damaged(name);
    return single(PictureFormat::Bmp, frame);
}

/// What the file is instead, for formats people have at hand; empty when unknown.
std::string foreignFormat(std::string_view bytes)
{
    if (bytes.starts_with("%PDF"sv))
        return "a PDF document";
    if (bytes.starts_with("GIF8"sv))
        return "a GIF picture";
    if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp"sv)
        return "a HEIC or AVIF picture, or a film";
    if (bytes.starts_with("AT&TFORM"sv))
        return "a DjVu document";
    if (bytes.starts_with("\0\0\0\x0cjP  "sv))
        return "a JPEG 2000 picture";
    return {};
}

} // namespace

Result<PictureHeader> readPictureHeader(std::string_view bytes, const std::string& name)
{
    if (bytes.empty())
        return Error{ErrorCode::InvalidInput, "Cannot read " + name + ": the file is empty. Scan or copy it again."};
    if (bytes.starts_with("\xff\xd8\xff"sv))
        return readJpegHeader(bytes, name);
    if (bytes.starts_with(kPngSignature))
        return readPngHeader(bytes, name);
    if (isTiff(bytes))
        return readTiffHeader(bytes, name);
    if (bytes.starts_with("RIFF"sv) && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP"sv)
        return readWebPHeader(bytes, name);
    if (bytes.starts_with("BM"sv) && bytes.size() >= 26)
        return readBmpHeader(bytes, name);
    if (const std::string foreign = foreignFormat(bytes); !foreign.empty())
        return unsupported(name, "it is " + foreign);
    return Error{ErrorCode::InvalidInput,
                 "Cannot read " + name + ": it is not a picture. Choose a JPEG, PNG, TIFF, WebP or BMP file."};
}

std::string withoutPngComments(std::string_view bytes)
{
    std::string bare(kPngSignature);
    bare.reserve(bytes.size());
    forEachPngChunk(bytes, [&](std::string_view type, std::string_view, std::string_view chunk) {
        if (isCritical(type) || type == "tRNS"sv)
            bare += chunk;
    });
    return bare;
}

} // namespace longhand::imaging

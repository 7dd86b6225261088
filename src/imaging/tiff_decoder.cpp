#include "tiff_decoder.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include <opencv2/imgproc.hpp>
#include <tiffio.h>

namespace longhand::imaging
{

namespace
{

/// What libtiff sees as an open file: bytes in memory.
struct MemoryFile {
    std::string_view bytes;
    std::uint64_t position = 0;
};

MemoryFile& fileOf(thandle_t handle)
{
    return *static_cast<MemoryFile*>(handle);
}

tmsize_t readBytes(thandle_t handle, void* target, tmsize_t count)
{
    MemoryFile& file = fileOf(handle);
    if (file.position >= file.bytes.size() || count <= 0)
        return 0;
    const auto got = std::min<std::uint64_t>(static_cast<std::uint64_t>(count), file.bytes.size() - file.position);
    std::memcpy(target, file.bytes.data() + file.position, got);
    file.position += got;
    return static_cast<tmsize_t>(got);
}

tmsize_t refuseToWrite(thandle_t, void*, tmsize_t)
{
    return 0;
}

toff_t seek(thandle_t handle, toff_t offset, int origin)
{
    MemoryFile& file = fileOf(handle);
    file.position = offset + (origin == SEEK_CUR ? file.position : origin == SEEK_END ? file.bytes.size() : 0);
    return file.position;
}

int closeNothing(thandle_t)
{
    return 0;
}
toff_t sizeOf(thandle_t handle)
{
    return fileOf(handle).bytes.size();
}

int mapBytes(thandle_t handle, void** base, toff_t* size)
{
    MemoryFile& file = fileOf(handle);
    *base = const_cast<char*>(file.bytes.data()); // opened for reading: libtiff does not write to it
    *size = file.bytes.size();
    return 1;
}

void unmapNothing(thandle_t, void*, toff_t) {}

/// Per file, where the process-wide handlers would take the messages of other libtiff users too.
int ignoreMessage(TIFF*, void*, const char*, const char*, va_list)
{
    return 1;
}

using TiffHandle = std::unique_ptr<TIFF, decltype(&TIFFClose)>;

TiffHandle openTiff(MemoryFile& file)
{
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(TIFFOpenOptionsAlloc(),
                                                                                   &TIFFOpenOptionsFree);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), ignoreMessage, nullptr);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), ignoreMessage, nullptr);
    return {TIFFClientOpenExt("", "r", &file, readBytes, refuseToWrite, seek, closeNothing, sizeOf, mapBytes,
                              unmapNothing, options.get()),
            &TIFFClose};
}

} // namespace

Result<cv::Mat> decodeTiff(std::string_view bytes, std::uint64_t directoryOffset, const std::string& name)
{
    const Error damaged{ErrorCode::Damaged, "Cannot read " + name + ": the picture is damaged. Scan or copy it again."};
    MemoryFile file{bytes};
    const TiffHandle tiff = openTiff(file);
    if (!tiff || TIFFSetSubDirectory(tiff.get(), directoryOffset) == 0)
        return damaged;
    std::uint16_t photometric = PHOTOMETRIC_MINISBLACK, bitsPerSample = 1, extraCount = 0;
    std::uint16_t* extraKinds = nullptr;
    TIFFGetField(tiff.get(), TIFFTAG_PHOTOMETRIC, &photometric);
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_BITSPERSAMPLE, &bitsPerSample);
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_EXTRASAMPLES, &extraCount, &extraKinds);
    std::array<char, 1024> reason{"16-bit CMYK"};
    if (TIFFRGBAImageOK(tiff.get(), reason.data()) == 0 || (photometric == PHOTOMETRIC_SEPARATED && bitsPerSample != 8))
        return Error{ErrorCode::Unsupported, "Cannot read " + name + ": its kind of TIFF is not known (" +
                                                 reason.data() + "). Save it as PNG or as an 8-bit TIFF."};
    std::uint32_t width = 0, height = 0;
    std::uint16_t orientation = ORIENTATION_TOPLEFT;
    TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height);
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_ORIENTATION, &orientation);
    cv::Mat rgba(static_cast<int>(height), static_cast<int>(width), CV_8UC4);
    // Asking for the orientation it has leaves the rows as they are stored; libtiff could only mirror, never turn.
    constexpr int kStopOnError = 1;
    if (TIFFReadRGBAImageOriented(tiff.get(), width, height, rgba.ptr<std::uint32_t>(), orientation, kStopOnError) == 0)
        return damaged;
    // libtiff multiplies alpha into colours, but not into greys.
    const bool isGray = photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE;
    if (isGray && extraCount > 0 && extraKinds[0] == EXTRASAMPLE_UNASSALPHA)
        cv::cvtColor(rgba, rgba, cv::COLOR_RGBA2mRGBA);
    cv::cvtColor(rgba, rgba, cv::COLOR_RGBA2BGRA);
    return rgba;
}

} // namespace longhand::imaging

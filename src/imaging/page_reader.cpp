#include "longhand/imaging/page_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "longhand/base/files.h"
#include "mat_bridge.h"
#include "picture_header.h"
#include "tiff_decoder.h"

namespace longhand::imaging
{

namespace
{

/// The decoders' own complaints would stand between the program's messages.
void silenceDecoders()
{
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
}

Error tooLarge(const std::string& name, const PictureFrame& frame)
{
    return {ErrorCode::TooLarge, "Cannot read " + name + ": the picture has " + std::to_string(frame.width) + " x " +
                                     std::to_string(frame.height) + " pixels, more than " +
                                     std::to_string(static_cast<int>(kMaxMegapixels)) +
                                     " megapixels. Reduce it or cut it into pages."};
}

bool isTooLarge(const PictureFrame& frame)
{
    return static_cast<double>(frame.width) * static_cast<double>(frame.height) > kMaxMegapixels * 1e6;
}

/// Lays the last channel of `bgra` over white.
cv::Mat overWhite(const cv::Mat& bgra, bool premultiplied)
{
    cv::Mat result(bgra.size(), CV_8UC3);
    for (int y = 0; y < bgra.rows; ++y) {
        const auto* from = bgra.ptr<cv::Vec4b>(y);
        auto* to = result.ptr<cv::Vec3b>(y);
        for (int x = 0; x < bgra.cols; ++x) {
            const int alpha = from[x][3];
            for (int c = 0; c < 3; ++c) {
                const int colour = premultiplied ? from[x][c] : (from[x][c] * alpha + 127) / 255;
                to[x][c] = cv::saturate_cast<std::uint8_t>(colour + 255 - alpha);
            }
        }
    }
    return result;
}

/// Undoes an EXIF orientation: 2..4 are mirrored or upside down, 5..8 lie on their side.
cv::Mat upright(cv::Mat picture, int orientation)
{
    if (orientation >= 5 && orientation <= 8)
        cv::transpose(picture, picture);
    switch (orientation) {
    case 2:
    case 6:
        cv::flip(picture, picture, 1);
        break;
    case 4:
    case 8:
        cv::flip(picture, picture, 0);
        break;
    case 3:
    case 7:
        cv::flip(picture, picture, -1);
        break;
    default:
        break;
    }
    return picture;
}

cv::Mat toBgr(cv::Mat decoded, bool premultipliedAlpha)
{
    if (decoded.depth() == CV_16U)
        decoded.convertTo(decoded, CV_8U, 1.0 / 257);
    switch (decoded.channels()) {
    case 3:
        return decoded;
    case 4:
        return overWhite(decoded, premultipliedAlpha);
    default: {
        cv::Mat first, result;
        cv::extractChannel(decoded, first, 0);
        cv::cvtColor(first, result, cv::COLOR_GRAY2BGR);
        return result;
    }
    }
}

/// 32-bit BMP files without transparency often leave their fourth byte at zero.
void ignoreUnusedAlpha(cv::Mat& bgra)
{
    cv::Mat alpha;
    cv::extractChannel(bgra, alpha, 3);
    if (cv::countNonZero(alpha) == 0)
        cv::cvtColor(bgra, bgra, cv::COLOR_BGRA2BGR);
}

int decodeFlags(int reduction)
{
    switch (reduction) {
    case 2:
        return cv::IMREAD_REDUCED_COLOR_2 | cv::IMREAD_IGNORE_ORIENTATION;
    case 4:
        return cv::IMREAD_REDUCED_COLOR_4 | cv::IMREAD_IGNORE_ORIENTATION;
    case 8:
        return cv::IMREAD_REDUCED_COLOR_8 | cv::IMREAD_IGNORE_ORIENTATION;
    default:
        return cv::IMREAD_UNCHANGED;
    }
}

/// `reduction`: 1, or for a JPEG 2, 4 or 8, by which width and height are divided.
Result<RgbImage> decode(std::string_view bytes, const PictureHeader& header, std::size_t index, const std::string& name,
                        int reduction = 1)
try {
    const PictureFrame& frame = header.frames[index];
    const bool isTiff = header.format == PictureFormat::Tiff;
    cv::Mat picture;
    if (isTiff) {
        Result<cv::Mat> decoded = decodeTiff(bytes, frame.directoryOffset, name);
        if (!decoded)
            return decoded.error();
        picture = std::move(*decoded);
    } else {
        std::string bare;
        if (header.format == PictureFormat::Png)
            bytes = bare = withoutPngComments(bytes);
        const cv::Mat encoded(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char*>(bytes.data()));
        picture = cv::imdecode(encoded, decodeFlags(reduction));
        if (picture.empty())
            return Error{ErrorCode::Damaged,
                         "Cannot read " + name + ": the picture is damaged. Scan or copy it again."};
        if (header.format == PictureFormat::Bmp && picture.channels() == 4)
            ignoreUnusedAlpha(picture);
    }
    picture = upright(toBgr(std::move(picture), isTiff), frame.orientation);
    RgbImage image(picture.cols, picture.rows);
    cv::Mat target = asMat(image);
    cv::cvtColor(picture, target, cv::COLOR_BGR2RGB);
    return image;
} catch (const cv::Exception&) {
    return Error{ErrorCode::Damaged, "Cannot read " + name + ": the picture is damaged. Scan or copy it again."};
}

template <class ImageType>
Result<void> writeImage(const std::filesystem::path& path, const ImageType& image)
try {
    if (image.empty())
        return Error{ErrorCode::InvalidInput, "Cannot write " + quoted(path) + ": the picture is empty."};
    cv::Mat pixels = asMat(image);
    if constexpr (ImageType::kChannels == 3) {
        cv::Mat bgr;
        cv::cvtColor(pixels, bgr, cv::COLOR_RGB2BGR);
        pixels = bgr;
    }
    std::vector<std::uint8_t> encoded;
    if (!cv::imencode(".png", pixels, encoded))
        return Error{ErrorCode::Internal, "Cannot write " + quoted(path) + ": the picture could not be encoded."};
    return writeFileAtomically(path, {reinterpret_cast<const char*>(encoded.data()), encoded.size()});
} catch (const cv::Exception& e) {
    return Error{ErrorCode::Internal, "Cannot write " + quoted(path) + ": " + e.err + "."};
}

} // namespace

struct PictureFile::State {
    std::string name; ///< quoted, for messages
    std::string bytes;
    PictureHeader header;
};

PictureFile::PictureFile(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PictureFile::PictureFile(PictureFile&&) noexcept = default;
PictureFile& PictureFile::operator=(PictureFile&&) noexcept = default;
PictureFile::~PictureFile() = default;

Result<PictureFile> PictureFile::open(const std::filesystem::path& path)
{
    silenceDecoders();
    Result<std::string> bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    auto state = std::make_unique<State>();
    state->name = quoted(path);
    state->bytes = std::move(*bytes);
    Result<PictureHeader> header = readPictureHeader(state->bytes, state->name);
    if (!header)
        return header.error();
    state->header = std::move(*header);
    return PictureFile(std::move(state));
}

int PictureFile::pageCount() const
{
    return static_cast<int>(m_state->header.frames.size());
}

Result<PageImage> PictureFile::page(int index) const
{
    if (index < 0 || index >= pageCount())
        return Error{ErrorCode::InvalidInput, m_state->name + " has no page " + std::to_string(index + 1) + "."};
    const auto i = static_cast<std::size_t>(index);
    const PictureFrame& frame = m_state->header.frames[i];
    if (isTooLarge(frame))
        return tooLarge(m_state->name, frame);
    Result<RgbImage> image = decode(m_state->bytes, m_state->header, i, m_state->name);
    if (!image)
        return image.error();
    return PageImage{std::move(*image), index};
}

Result<SmallPage> PictureFile::smallPage(int index, int longSidePx) const
{
    const bool isThere = index >= 0 && index < pageCount();
    if (!isThere || m_state->header.format != PictureFormat::Jpeg) {
        auto whole = page(index);
        if (!whole)
            return whole.error();
        const int widthPx = whole->color.width;
        const int heightPx = whole->color.height;
        return SmallPage{std::move(whole->color), widthPx, heightPx};
    }
    const PictureFrame& frame = m_state->header.frames[static_cast<std::size_t>(index)];
    if (isTooLarge(frame))
        return tooLarge(m_state->name, frame);
    const auto longSide = static_cast<int>(std::max(frame.width, frame.height));
    int reduction = 8;
    while (reduction > 1 && longSide / reduction < longSidePx)
        reduction /= 2;
    auto small = decode(m_state->bytes, m_state->header, static_cast<std::size_t>(index), m_state->name, reduction);
    if (!small)
        return small.error();
    const bool onItsSide = frame.orientation >= 5 && frame.orientation <= 8;
    return SmallPage{std::move(*small), static_cast<int>(onItsSide ? frame.height : frame.width),
                     static_cast<int>(onItsSide ? frame.width : frame.height)};
}

Result<std::vector<PageImage>> readPages(const std::filesystem::path& path)
{
    const Result<PictureFile> file = PictureFile::open(path);
    if (!file)
        return file.error();
    std::vector<PageImage> pages;
    for (int i = 0; i < (*file).pageCount(); ++i) {
        Result<PageImage> page = (*file).page(i);
        if (!page)
            return page.error();
        pages.push_back(std::move(*page));
    }
    return pages;
}

Result<GrayImage> readGray(const std::filesystem::path& path)
{
    const Result<PictureFile> file = PictureFile::open(path);
    if (!file)
        return file.error();
    const Result<PageImage> page = (*file).page(0);
    if (!page)
        return page.error();
    return toGray((*page).color);
}

GrayImage toGray(const RgbImage& image)
{
    if (image.empty())
        return {};
    GrayImage gray(image.width, image.height);
    cv::Mat target = asMat(gray);
    cv::cvtColor(asMat(image), target, cv::COLOR_RGB2GRAY);
    return gray;
}

Result<void> writePng(const std::filesystem::path& path, const GrayImage& image)
{
    return writeImage(path, image);
}
Result<void> writePng(const std::filesystem::path& path, const RgbImage& image)
{
    return writeImage(path, image);
}

} // namespace longhand::imaging

#include <algorithm>
#include <cmath>
#include <memory>

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <hpdf.h>

#include "formats/outlines.h"
#include "formats/pdf_encodings.h"
#include "formats/strings.h"
#include "formats/writers.h"
#include "longhand/text/unicode.h"

namespace longhand::formats
{

namespace
{

/// The picture says nothing about the paper's size: the longer side becomes that of A4.
constexpr double kLongSidePt = 841.89;
constexpr double kShortestSidePt = 3; // the library's limit
constexpr double kLargestFontPt = 300;
constexpr int kJpegQuality = 85;

struct PdfDeleter {
    void operator()(HPDF_Doc pdf) const { HPDF_Free(pdf); }
};
using PdfHandle = std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, PdfDeleter>;

Error libraryError(HPDF_Doc pdf, const std::string& what)
{
    const HPDF_STATUS status = pdf ? HPDF_GetError(pdf) : HPDF_FAILD_TO_ALLOC_MEM;
    return {ErrorCode::Internal, "Cannot build the PDF: " + what + " (libharu error " + std::to_string(status) +
                                     "). Choose another format, or a smaller picture."};
}

/// Grey pictures as grey JPEG: a third of the work for every viewer.
Result<QByteArray> jpegOf(const RgbImage& picture)
{
    const qsizetype stride = static_cast<qsizetype>(picture.width) * RgbImage::kChannels;
    QImage image(picture.pixels.data(), picture.width, picture.height, stride, QImage::Format_RGB888);
    if (image.allGray())
        image = image.convertToFormat(QImage::Format_Grayscale8);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(kJpegQuality);
    if (!writer.write(image))
        return Error{ErrorCode::Internal, "Cannot build the PDF: compressing a picture of " +
                                              std::to_string(picture.width) + " x " + std::to_string(picture.height) +
                                              " pixels as JPEG failed (" + writer.errorString().toStdString() +
                                              "). Choose another format, or a smaller picture."};
    return bytes;
}

/// Without what no page can hold, so that sums and divisions stay finite.
std::vector<Point> usable(const std::vector<Point>& points)
{
    constexpr double kFarAway = 1e6;
    std::vector<Point> kept;
    for (const Point& p : points)
        if (std::abs(p.x) <= kFarAway && std::abs(p.y) <= kFarAway)
            kept.push_back(p);
    return kept;
}

double dot(Point a, Point b)
{
    return a.x * b.x + a.y * b.y;
}

double area(const Polygon& polygon)
{
    double twice = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point& a = polygon[i];
        const Point& b = polygon[(i + 1) % polygon.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

/// The direction itself, or the axis next to it when that is near: text extraction takes a word whose letters climb by
/// half a point for several words, so slanted lines are set as level words, step by step along the baseline.
Point readableDirection(Point d)
{
    constexpr double kNearAxis = 0.34; // 20 degrees
    if (std::abs(d.y) < kNearAxis)
        return {d.x < 0 ? -1.0 : 1.0, 0};
    if (std::abs(d.x) < kNearAxis)
        return {0, d.y < 0 ? -1.0 : 1.0};
    return d;
}

struct Extent {
    double begin = 0;
    double end = 0;
};

/// Where a line runs, in pixels: its writing direction, its baseline seen along it, and how tall its letters are.
class LineFrame
{
public:
    explicit LineFrame(const Line& line)
    {
        const Polygon outline = usable(outlineOf(line));
        const Rect box = boundingBox(outline);
        m_baseline = usable(line.baseline);
        if (m_baseline.size() < 2 || m_baseline.front() == m_baseline.back()) {
            // Letters stand about a fifth above the lower edge of their line's outline.
            const double y = box.y + box.height * 0.8;
            m_baseline = {{box.x, y}, {box.x + box.width, y}};
        }
        const Point from = m_baseline.front(), to = m_baseline.back();
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        if (length > 0)
            m_direction = {(to.x - from.x) / length, (to.y - from.y) / length};
        const Extent whole = extentOf(outline);
        const double thickness = whole.end > whole.begin ? area(outline) / (whole.end - whole.begin) : 0;
        m_heightPx = thickness > 0 ? thickness : std::max(box.height, 1.0);
    }

    [[nodiscard]] double heightPx() const { return m_heightPx; }
    [[nodiscard]] Point direction() const { return m_direction; }
    [[nodiscard]] Extent baselineExtent() const { return extentOf(m_baseline); }

    /// `points` must be usable().
    [[nodiscard]] Extent extentOf(const std::vector<Point>& points) const
    {
        if (points.empty())
            return {};
        Extent extent{dot(points.front(), m_direction), dot(points.front(), m_direction)};
        for (const Point& p : points) {
            extent.begin = std::min(extent.begin, dot(p, m_direction));
            extent.end = std::max(extent.end, dot(p, m_direction));
        }
        return extent;
    }

    /// The point of the baseline at this distance along the writing direction; its ends are prolonged.
    [[nodiscard]] Point pointAt(double along) const
    {
        std::size_t i = 1;
        while (i + 1 < m_baseline.size() && dot(m_baseline[i], m_direction) < along)
            ++i;
        const Point a = m_baseline[i - 1], b = m_baseline[i];
        const double from = dot(a, m_direction), to = dot(b, m_direction);
        if (std::abs(to - from) < 1e-9)
            return a;
        const double t = (along - from) / (to - from);
        return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
    }

private:
    Polyline m_baseline;
    Point m_direction{1, 0};
    double m_heightPx = 1;
};

class PdfPageWriter
{
public:
    PdfPageWriter(HPDF_Page page, double pointsPerPixel, double heightPt, PdfEncodings& encodings)
        : m_page(page), m_scale(pointsPerPixel), m_heightPt(heightPt), m_encodings(encodings)
    {
    }

    void writeLines(const std::vector<Line>& lines)
    {
        HPDF_Page_BeginText(m_page);
        HPDF_Page_SetTextRenderingMode(m_page, HPDF_INVISIBLE);
        for (const Line& line : lines)
            writeLine(line);
        HPDF_Page_EndText(m_page);
    }

private:
    void writeLine(const Line& line)
    {
        const LineFrame frame(line);
        const bool placed = !line.words.empty() && std::all_of(line.words.begin(), line.words.end(), [](const Word& w) {
            return usable(w.outline).size() >= 2;
        });
        if (!placed) {
            writeEvenly(frame, line.text);
            return;
        }
        for (const Word& word : line.words)
            writeRun(frame, frame.extentOf(usable(word.outline)), word.text);
    }

    /// The words of a line of which only the whole is known, each as wide as its share of the characters.
    void writeEvenly(const LineFrame& frame, const std::string& lineText)
    {
        const std::u32string text = text::foldWhiteSpace(text::toCodePoints(printable(lineText)));
        const Extent whole = frame.baselineExtent();
        const double step = text.empty() ? 0.0 : (whole.end - whole.begin) / static_cast<double>(text.size());
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find(U' ', begin), text.size());
            writeRun(frame,
                     {whole.begin + step * static_cast<double>(begin), whole.begin + step * static_cast<double>(end)},
                     text::toUtf8(text.substr(begin, end - begin)));
            begin = end + 1;
        }
    }

    /// `text` from `extent.begin` to `extent.end` on the baseline, and a space behind it that takes no part in the
    /// fitting: viewers that copy by characters, not by gaps, still see words.
    void writeRun(const LineFrame& frame, Extent extent, const std::string& text)
    {
        const std::vector<EncodedRun> runs = m_encodings.encode(text);
        if (runs.empty())
            return;
        const auto fontPt = static_cast<HPDF_REAL>(std::clamp(frame.heightPx() * m_scale, 1.0, kLargestFontPt));
        double naturalPt = 0;
        for (const EncodedRun& run : runs) {
            HPDF_Page_SetFontAndSize(m_page, run.font, fontPt);
            naturalPt += HPDF_Page_TextWidth(m_page, run.bytes.c_str());
        }
        const double wantedPt = (extent.end - extent.begin) * m_scale;
        const double stretch = naturalPt > 0 && wantedPt > 0 ? wantedPt / naturalPt : 1.0;
        const Point d = readableDirection(frame.direction());
        const double half = (extent.end - extent.begin) / 2;
        const Point middle = frame.pointAt(extent.begin + half);
        const Point origin{middle.x - d.x * half, middle.y - d.y * half};
        const auto real = [](double v) {
            return static_cast<HPDF_REAL>(std::isfinite(v) ? std::clamp(v, -30000.0, 30000.0) : 0);
        };
        HPDF_Page_SetTextMatrix(m_page, real(d.x * stretch), real(-d.y * stretch), real(d.y), real(d.x),
                                real(origin.x * m_scale), real(m_heightPt - origin.y * m_scale));
        for (const EncodedRun& run : runs) {
            HPDF_Page_SetFontAndSize(m_page, run.font, fontPt);
            HPDF_Page_ShowText(m_page, run.bytes.c_str());
        }
        HPDF_Page_ShowText(m_page, " ");
    }

    HPDF_Page m_page;
    double m_scale;
    double m_heightPt;
    PdfEncodings& m_encodings;
};

Result<void> addPage(HPDF_Doc pdf, const Page& page, const RgbImage* picture, PdfEncodings& encodings)
{
    // Geometry is in the pixels of the page; without a page size, in those of the picture.
    int widthPx = page.widthPx, heightPx = page.heightPx;
    if ((widthPx <= 0 || heightPx <= 0) && picture) {
        widthPx = picture->width;
        heightPx = picture->height;
    }
    widthPx = std::max(widthPx, 1);
    heightPx = std::max(heightPx, 1);
    const double scale = kLongSidePt / std::max(widthPx, heightPx);
    const double widthPt = std::max(widthPx * scale, kShortestSidePt);
    const double heightPt = std::max(heightPx * scale, kShortestSidePt);

    HPDF_Page sheet = HPDF_AddPage(pdf);
    if (!sheet)
        return libraryError(pdf, "adding a page failed");
    HPDF_Page_SetWidth(sheet, static_cast<HPDF_REAL>(widthPt));
    HPDF_Page_SetHeight(sheet, static_cast<HPDF_REAL>(heightPt));
    if (page.turnDeg != 0)
        HPDF_Page_SetRotate(sheet, static_cast<HPDF_UINT16>(page.turnDeg)); // shown so; the picture stays as it is
    if (picture && !picture->empty()) {
        const Result<QByteArray> jpeg = jpegOf(*picture);
        if (!jpeg)
            return jpeg.error();
        HPDF_Image image = HPDF_LoadJpegImageFromMem(pdf, reinterpret_cast<const HPDF_BYTE*>(jpeg->constData()),
                                                     static_cast<HPDF_UINT>(jpeg->size()));
        if (!image)
            return libraryError(pdf, "adding a picture failed");
        HPDF_Page_DrawImage(sheet, image, 0, 0, static_cast<HPDF_REAL>(widthPt), static_cast<HPDF_REAL>(heightPt));
    }
    PdfPageWriter(sheet, scale, heightPt, encodings).writeLines(page.lines);
    if (HPDF_GetError(pdf) != HPDF_OK)
        return libraryError(pdf, "writing the text of a page failed");
    return {};
}

void setInformation(HPDF_Doc pdf, HPDF_InfoType type, const std::string& value)
{
    // Longer values than a file name ever has are cut: the library's strings are limited.
    const std::string shown = text::toUtf8(text::toCodePoints(printable(value)).substr(0, 300));
    if (!shown.empty())
        HPDF_SetInfoAttr(pdf, type, shown.c_str());
}

} // namespace

Result<std::string> writePdf(const Document& document, const PictureOfPage& pictureOf)
{
    // Without an error handler the library keeps its first error and turns later calls into no-ops.
    const PdfHandle handle(HPDF_New(nullptr, nullptr));
    HPDF_Doc pdf = handle.get();
    if (!pdf)
        return libraryError(nullptr, "starting failed");
    HPDF_SetCompressionMode(pdf, HPDF_COMP_TEXT | HPDF_COMP_METADATA);
    PdfEncodings encodings(pdf);
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        const RgbImage* picture = nullptr;
        if (pictureOf) {
            const auto read = pictureOf(i);
            if (!read)
                return read.error();
            picture = *read;
        }
        if (const Result<void> added = addPage(pdf, document.pages[i], picture, encodings); !added)
            return added.error();
    }
    HPDF_UseUTFEncodings(pdf); // after the fonts were chosen: this is for the information only
    HPDF_SetCurrentEncoder(pdf, "UTF-8");
    setInformation(pdf, HPDF_INFO_TITLE, document.pages.front().imageName);
    setInformation(pdf, HPDF_INFO_CREATOR, document.creator);

    if (HPDF_SaveToStream(pdf) != HPDF_OK)
        return libraryError(pdf, "writing failed");
    std::string bytes(HPDF_GetStreamSize(pdf), '\0');
    auto size = static_cast<HPDF_UINT32>(bytes.size());
    if (!bytes.empty() && HPDF_ReadFromStream(pdf, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size) != HPDF_OK)
        return libraryError(pdf, "writing failed");
    bytes.resize(size);
    return bytes;
}

} // namespace longhand::formats

#include "app/sample_reader.h"

#include <algorithm>
#include <utility>

#include "app/line_set_writer.h"
#include "longhand/base/files.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/imaging/page_reader.h"

namespace longhand::app
{

namespace
{

constexpr double kMinShareOnPage = 0.5; ///< of the outline's bounding box

double shareOnPage(const Polygon& outline, int widthPx, int heightPx)
{
    const Rect box = boundingBox(outline);
    const double area = box.width * box.height;
    const double width = std::min(box.x + box.width, static_cast<double>(widthPx)) - std::max(box.x, 0.0);
    const double height = std::min(box.y + box.height, static_cast<double>(heightPx)) - std::max(box.y, 0.0);
    return area <= 0 || width <= 0 || height <= 0 ? 0 : width * height / area;
}

void scale(std::vector<Point>& points, double x, double y)
{
    for (Point& p : points)
        p = {p.x * x, p.y * y};
}

bool isTooSmall(const GrayImage& picture)
{
    return picture.width < kMinLinePicturePx || picture.height < kMinLinePicturePx;
}

} // namespace

std::variant<SamplePicture, SampleFault> SampleReader::read(const LineSample& sample)
{
    if (sample.region)
        return cutOut(sample);
    auto pixels = imaging::readGray(sample.picture);
    if (!pixels) {
        const bool missing = pixels.error().code == ErrorCode::NotFound;
        return SampleFault{missing ? ImportProblem::NoPicture : ImportProblem::Unreadable, pixels.error().detail};
    }
    if (isTooSmall(*pixels))
        return SampleFault{ImportProblem::TooSmall, sample.name};
    SamplePicture picture{std::move(pixels).value(), {}};
    if (picture.pixels.height <= kMaxLineSetHeightPx) {
        auto bytes = readFile(sample.picture);
        if (!bytes)
            return SampleFault{ImportProblem::Unreadable, bytes.error().detail};
        picture.fileBytes = std::move(bytes).value();
    }
    return picture;
}

std::variant<SamplePicture, SampleFault> SampleReader::cutOut(const LineSample& sample)
{
    if (!m_page || m_pageFile != sample.picture) {
        m_pageFile = sample.picture;
        m_page.emplace([&]() -> Result<Page> {
            const auto pictures = imaging::readPages(sample.picture);
            if (!pictures)
                return pictures.error();
            const RgbImage& picture = pictures->front().color;
            auto clean = imaging::preprocess(picture);
            if (!clean)
                return clean.error();
            return Page{std::move(clean).value(), picture.width, picture.height};
        }());
    }
    if (!*m_page)
        return SampleFault{ImportProblem::Unreadable, quoted(sample.picture) + ": " + m_page->error().detail};
    const Page& page = m_page->value();
    imaging::FoundLine line{sample.region->outline, sample.region->baseline};
    if (sample.region->pageWidthPx > 0 && sample.region->pageHeightPx > 0) {
        // Transcribed on a larger or smaller copy of the picture.
        const double x = static_cast<double>(page.widthPx) / sample.region->pageWidthPx;
        const double y = static_cast<double>(page.heightPx) / sample.region->pageHeightPx;
        scale(line.outline, x, y);
        scale(line.baseline, x, y);
    }
    if (shareOnPage(line.outline, page.widthPx, page.heightPx) < kMinShareOnPage)
        return SampleFault{ImportProblem::OutsidePage, sample.name};
    const Homography toClean = page.clean.toOriginal.inverse();
    line.outline = toClean.map(line.outline);
    line.baseline = toClean.map(line.baseline);
    auto crop = imaging::cropLine(page.clean.gray, line, kMaxLineSetHeightPx);
    if (!crop)
        return SampleFault{ImportProblem::Unreadable, sample.name + ": " + crop.error().detail};
    const Rect box = boundingBox(sample.region->outline);
    if (isTooSmall(crop->image) || box.width < kMinLinePicturePx || box.height < kMinLinePicturePx)
        return SampleFault{ImportProblem::TooSmall, sample.name};
    return SamplePicture{std::move(crop->image), {}};
}

} // namespace longhand::app

#include "longhand/app/picture_source.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include <QPainter>

#include "longhand/base/files.h"
#include "longhand/imaging/page_reader.h"

namespace longhand::app
{

namespace
{

RgbImage overWhite(const QImage& picture)
{
    QImage opaque(picture.size(), QImage::Format_RGB888);
    opaque.fill(Qt::white);
    QPainter(&opaque).drawImage(0, 0, picture);
    RgbImage image(opaque.width(), opaque.height());
    for (int y = 0; y < image.height; ++y)
        std::copy_n(opaque.constScanLine(y), static_cast<std::size_t>(image.width) * 3, image.row(y));
    return image;
}

int quarterTurns(int clockwiseDeg)
{
    return ((clockwiseDeg / 90) % 4 + 4) % 4;
}

Result<RgbImage> readUnrotated(const PictureSource& source)
{
    if (!source.pasted.isNull())
        return overWhite(source.pasted);
    const auto file = imaging::PictureFile::open(source.file);
    if (!file)
        return file.error();
    if (source.pageIndex < 0 || source.pageIndex >= file->pageCount())
        return Error{ErrorCode::Damaged, quoted(source.file) + " no longer has a page " +
                                             std::to_string(source.pageIndex + 1) +
                                             ". It was changed after it was opened; open it again."};
    auto page = file->page(source.pageIndex);
    if (!page)
        return page.error();
    return std::move(page->color);
}

} // namespace

Result<std::vector<RgbImage>> readPictures(const PictureSource& source)
{
    if (!source.pasted.isNull())
        return std::vector<RgbImage>{overWhite(source.pasted)};
    auto pages = imaging::readPages(source.file);
    if (!pages)
        return pages.error();
    std::vector<RgbImage> pictures;
    pictures.reserve(pages->size());
    for (imaging::PageImage& page : *pages)
        pictures.push_back(std::move(page.color));
    return pictures;
}

Result<RgbImage> readPicture(const PictureSource& source)
{
    auto picture = readUnrotated(source);
    if (!picture || quarterTurns(source.rotationDeg) == 0)
        return picture;
    return rotated(*picture, source.rotationDeg);
}

RgbImage rotated(const RgbImage& picture, int clockwiseDeg)
{
    const int turns = quarterTurns(clockwiseDeg);
    if (turns == 0)
        return picture;
    const bool across = turns % 2 != 0;
    RgbImage result(across ? picture.height : picture.width, across ? picture.width : picture.height);
    for (int y = 0; y < result.height; ++y) {
        std::uint8_t* to = result.row(y);
        for (int x = 0; x < result.width; ++x, to += RgbImage::kChannels) {
            const int fromX = turns == 1 ? y : turns == 2 ? picture.width - 1 - x : picture.width - 1 - y;
            const int fromY = turns == 1 ? picture.height - 1 - x : turns == 2 ? picture.height - 1 - y : x;
            std::copy_n(picture.row(fromY) + static_cast<std::ptrdiff_t>(fromX) * RgbImage::kChannels,
                        RgbImage::kChannels, to);
        }
    }
    return result;
}

Point rotated(Point point, int widthPx, int heightPx, int clockwiseDeg)
{
    switch (quarterTurns(clockwiseDeg)) {
    case 1:
        return {heightPx - point.y, point.x};
    case 2:
        return {widthPx - point.x, heightPx - point.y};
    case 3:
        return {point.y, widthPx - point.x};
    default:
        return point;
    }
}

void rotate(formats::Page& page, int clockwiseDeg)
{
    const auto turn = [=, width = page.widthPx, height = page.heightPx](std::vector<Point>& points) {
        for (Point& point : points)
            point = rotated(point, width, height, clockwiseDeg);
    };
    for (formats::Line& line : page.lines) {
        turn(line.outline);
        turn(line.baseline);
        for (formats::Word& word : line.words) {
            turn(word.outline);
            for (formats::Glyph& glyph : word.glyphs)
                turn(glyph.outline);
        }
    }
    if (clockwiseDeg % 180 != 0)
        std::swap(page.widthPx, page.heightPx);
}

} // namespace longhand::app

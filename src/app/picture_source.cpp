#include "longhand/app/picture_source.h"

#include <algorithm>
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

} // namespace longhand::app

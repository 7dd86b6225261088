#include "longhand/app/cleaning_preview.h"

#include <algorithm>
#include <exception>
#include <optional>

#include <QFutureWatcher>
#include <QPainter>
#include <QTransform>
#include <QtConcurrent>

namespace longhand::app
{

namespace
{

constexpr int kMaxPreviewPx = 2400; ///< longer side

QTransform toQt(const Homography& h)
{
    // Qt multiplies row vectors from the left.
    return {h.m[0], h.m[3], h.m[6], h.m[1], h.m[4], h.m[7], h.m[2], h.m[5], h.m[8]};
}

QImage view(const GrayImage& image)
{
    return {image.pixels.data(), image.width, image.height, image.width, QImage::Format_Grayscale8};
}

QImage laidOver(const QImage& clean, const QTransform& toPicture, QSize size)
{
    QImage canvas(size, QImage::Format_ARGB32_Premultiplied);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(toPicture);
    painter.drawImage(0, 0, clean);
    return canvas;
}

Result<CleanedPicture> clean(const RgbImage& picture, const PictureSource& source, const std::stop_token& stop)
try {
    const auto page = imaging::preprocess(picture, source.preprocess, stop);
    if (!page)
        return page.error();
    CleanedPicture result;
    result.pictureSizePx = QSize(picture.width, picture.height);
    const double scale = std::min(1.0, double(kMaxPreviewPx) / std::max(picture.width, picture.height));
    const QSize size = (QSizeF(result.pictureSizePx) * scale).toSize();
    const QTransform place = toQt(page->toOriginal) * QTransform::fromScale(scale, scale);
    result.gray = laidOver(view(page->gray), place, size);
    QImage ink = view(page->ink).copy();
    ink.invertPixels();
    result.ink = laidOver(ink, place, size);
    for (const std::string& step : page->stepsRun)
        result.stepsRun.append(QString::fromStdString(step));
    return result;
} catch (const std::exception& e) {
    return Error{ErrorCode::Internal, std::string("The page could not be cleaned: ") + e.what() + "."};
}

} // namespace

/// The decoded picture: a person who tries parameters looks at one page for a while. Touched by the only worker.
struct CleaningPreview::Cache {
    PictureSource source;
    std::optional<RgbImage> picture;

    Result<const RgbImage*> read(const PictureSource& wanted)
    {
        const bool same = picture && source.file == wanted.file && source.pageIndex == wanted.pageIndex &&
                          source.rotationDeg == wanted.rotationDeg &&
                          source.pasted.cacheKey() == wanted.pasted.cacheKey();
        if (!same) {
            picture.reset();
            auto read = readPicture(wanted);
            if (!read)
                return read.error();
            picture = std::move(*read);
            source = wanted;
        }
        return &*picture;
    }
};

CleaningPreview::CleaningPreview(QObject* parent) : QObject(parent), m_cache(std::make_shared<Cache>())
{
    m_pool.setMaxThreadCount(1);
}

CleaningPreview::~CleaningPreview()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void CleaningPreview::request(const PictureSource& source)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    const int request = ++m_latest;
    auto* watcher = new QFutureWatcher<Result<CleanedPicture>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, request] {
        watcher->deleteLater();
        if (request != m_latest || watcher->future().resultCount() == 0)
            return;
        if (const Result<CleanedPicture> cleanedPicture = watcher->result(); cleanedPicture)
            Q_EMIT cleaned(*cleanedPicture);
        else
            Q_EMIT failed(cleanedPicture.error());
    });
    const auto job = [cache = m_cache, source, stop = m_stop.get_token()]() -> Result<CleanedPicture> {
        if (stop.stop_requested())
            return Error{ErrorCode::Stopped, "Stopped."};
        const auto picture = cache->read(source);
        if (!picture)
            return picture.error();
        return clean(**picture, source, stop);
    };
    watcher->setFuture(QtConcurrent::run(&m_pool, job));
}

void CleaningPreview::cancel()
{
    m_stop.request_stop();
    ++m_latest;
    m_cache = std::make_shared<Cache>(); // the worker may still hold the old one
}

} // namespace longhand::app

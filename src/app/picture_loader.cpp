#include "longhand/app/picture_loader.h"

#include <algorithm>

#include <QCollator>
#include <QDirIterator>
#include <QLocale>
#include <QtConcurrent>

#include "longhand/imaging/page_reader.h"

namespace longhand::app
{

namespace
{

constexpr int kSmallestLevelPx = 512;

/// Shares the pixels of `image`, which must outlive the result.
QImage view(const RgbImage& image)
{
    return {image.pixels.data(), image.width, image.height, static_cast<qsizetype>(image.width) * 3,
            QImage::Format_RGB888};
}

QImage makeThumbnail(const RgbImage& picture)
{
    const QSize box(PictureLoader::kThumbnailPx, PictureLoader::kThumbnailPx);
    // Twice the size first and fast, then smoothly: near the quality of a smooth scaling of the whole picture.
    return view(picture)
        .scaled(box * 2, Qt::KeepAspectRatio, Qt::FastTransformation)
        .convertToFormat(QImage::Format_RGB32)
        .scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

Result<PagePreview> previewOfPage(const imaging::PictureFile& file, int index)
{
    const auto page = file.smallPage(index, 2 * PictureLoader::kThumbnailPx);
    if (!page)
        return page.error();
    return PagePreview{makeThumbnail(page->color), QSize(page->widthPx, page->heightPx)};
}

Result<PagePreview> previewOfPasted(const PictureSource& source)
{
    const auto picture = readPicture(source);
    if (!picture)
        return picture.error();
    return PagePreview{makeThumbnail(*picture), QSize(picture->width, picture->height)};
}

/// One page after the other: a thick scan needs the memory of one page.
Result<QList<PagePreview>> makePreviews(const PictureSource& source)
{
    if (!source.pasted.isNull()) {
        const auto preview = previewOfPasted(source);
        if (!preview)
            return preview.error();
        return QList<PagePreview>{*preview};
    }
    const auto file = imaging::PictureFile::open(source.file);
    if (!file)
        return file.error();
    QList<PagePreview> previews;
    for (int i = 0; i < file->pageCount(); ++i) {
        const auto preview = previewOfPage(*file, i);
        if (!preview)
            return preview.error();
        previews.append(*preview);
    }
    return previews;
}

Result<PagePicture> makePicture(const PictureSource& source)
{
    const auto picture = readPicture(source);
    if (!picture)
        return picture.error();
    PagePicture result;
    result.levels.append(view(*picture).convertToFormat(QImage::Format_RGB32));
    while (std::max(result.levels.last().width(), result.levels.last().height()) > 2 * kSmallestLevelPx) {
        const QImage& last = result.levels.last();
        result.levels.append(last.scaled((last.width() + 1) / 2, (last.height() + 1) / 2, Qt::IgnoreAspectRatio,
                                         Qt::SmoothTransformation));
    }
    return result;
}

QStringList picturesBelow(const QStringList& folders)
{
    static const QStringList kSuffixes{QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png"),
                                       QStringLiteral("*.tif"), QStringLiteral("*.tiff"), QStringLiteral("*.webp"),
                                       QStringLiteral("*.bmp")};
    QStringList files;
    for (const QString& folder : folders) {
        QDirIterator it(folder, kSuffixes, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(it.next());
    }
    // The C locale cannot tell that page 2 comes before page 10.
    const QLocale locale;
    QCollator natural(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    natural.setNumericMode(true);
    natural.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(files.begin(), files.end(), natural);
    return files;
}

/// Calls `deliver` on the GUI thread with what `future` yields; the watcher lives as long as `owner` at most.
template <class T, class Deliver>
void watch(QObject* owner, const QFuture<T>& future, Deliver deliver)
{
    auto* watcher = new QFutureWatcher<T>(owner); // owned by `owner` (Qt parent)
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, deliver] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            deliver(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace

PictureLoader::PictureLoader(QObject* parent) : QObject(parent)
{
    m_previews.setMaxThreadCount(1);
    m_pictures.setMaxThreadCount(1);
}

PictureLoader::~PictureLoader()
{
    m_previews.clear();
    m_pictures.clear();
    m_previews.waitForDone();
    m_pictures.waitForDone();
}

void PictureLoader::inspect(int id, const PictureSource& source)
{
    watch(this, QtConcurrent::run(&m_previews, makePreviews, source),
          [this, id](const Result<QList<PagePreview>>& pages) {
              if (pages)
                  Q_EMIT inspected(id, *pages);
              else
                  Q_EMIT inspectionFailed(id, pages.error());
          });
}

void PictureLoader::preview(int id, const PictureSource& source)
{
    const auto make = [source]() -> Result<PagePreview> {
        if (!source.pasted.isNull())
            return previewOfPasted(source);
        const auto file = imaging::PictureFile::open(source.file);
        if (!file)
            return file.error();
        return previewOfPage(*file, source.pageIndex);
    };
    watch(this, QtConcurrent::run(&m_previews, make), [this, id](const Result<PagePreview>& page) {
        if (page)
            Q_EMIT previewed(id, *page);
    });
}

void PictureLoader::load(int id, const PictureSource& source)
{
    m_pictures.clear(); // what waited is no longer wanted
    if (m_loading)
        m_loading->disconnect(this);
    auto* watcher = new QFutureWatcher<Result<PagePicture>>(this);
    m_loading = watcher;
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, id] {
        if (watcher->future().resultCount() == 0)
            return;
        const Result<PagePicture> picture = watcher->result();
        if (picture)
            Q_EMIT loaded(id, *picture);
        else
            Q_EMIT loadFailed(id, picture.error());
    });
    watcher->setFuture(QtConcurrent::run(&m_pictures, makePicture, source));
}

void PictureLoader::findPictures(const QStringList& folders)
{
    watch(this, QtConcurrent::run(&m_previews, picturesBelow, folders),
          [this, folders](const QStringList& files) { Q_EMIT picturesFound(folders, files); });
}

} // namespace longhand::app

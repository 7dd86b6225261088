#pragma once

#include <QFutureWatcher>
#include <QImage>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QThreadPool>

#include "longhand/app/picture_source.h"

namespace longhand::app
{

/// What the page list shows of one page.
struct PagePreview {
    QImage thumbnail;
    QSize sizePx; ///< of the whole picture
};

/// A picture made ready for painting at any zoom: the full size first, each further level half of the one before.
struct PagePicture {
    QList<QImage> levels;
};

/// Decodes pictures away from the GUI thread. All members are called on the GUI thread; signals arrive there.
class PictureLoader : public QObject
{
    Q_OBJECT
public:
    static constexpr int kThumbnailPx = 192; ///< longer side

    explicit PictureLoader(QObject* parent = nullptr);
    /// Waits for the picture being decoded; drops the rest.
    ~PictureLoader() override;

    /// Thumbnails of all pages of the file: `inspected` or `inspectionFailed` with the same id.
    void inspect(int id, const PictureSource& source);
    /// The thumbnail of one page, not rotated, behind all that was asked for before: `previewed`, and nothing when it
    /// cannot be read.
    void preview(int id, const PictureSource& source);
    /// The picture of one page. Only the latest call is answered, since only one page is on show.
    void load(int id, const PictureSource& source);
    /// Pictures in the folders and everything below them, in natural order.
    void findPictures(const QStringList& folders);

Q_SIGNALS:
    void inspected(int id, const QList<longhand::app::PagePreview>& pages);
    void inspectionFailed(int id, const longhand::Error& error);
    void previewed(int id, const longhand::app::PagePreview& page);
    void loaded(int id, const longhand::app::PagePicture& picture);
    void loadFailed(int id, const longhand::Error& error);
    void picturesFound(const QStringList& folders, const QStringList& files);

private:
    QThreadPool m_previews;
    QThreadPool m_pictures;                 ///< of its own, so that the page on show never queues behind thumbnails
    QPointer<QFutureWatcherBase> m_loading; ///< the latest; owned by this (Qt parent)
};

} // namespace longhand::app

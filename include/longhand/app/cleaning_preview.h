#pragma once

#include <memory>
#include <stop_token>

#include <QImage>
#include <QObject>
#include <QSize>
#include <QStringList>
#include <QThreadPool>

#include "longhand/app/picture_source.h"

namespace longhand::app
{

/// A page as it is read, laid over the picture it comes from.
struct CleanedPicture {
    QImage gray; ///< what is read; transparent where the picture is left out; covers the whole picture, maybe smaller
    QImage ink;  ///< where lines are looked for, black on white
    QSize pictureSizePx;
    QStringList stepsRun; ///< in order, without those that found nothing to do
};

/// Cleans a page the way its source says, away from the GUI thread. All members are called on the GUI thread; signals
/// arrive there.
class CleaningPreview : public QObject
{
    Q_OBJECT
public:
    explicit CleaningPreview(QObject* parent = nullptr);
    /// Stops what is being cleaned and waits for it.
    ~CleaningPreview() override;

    /// Only the latest request is answered, by `cleaned` or `failed`; an older one is stopped.
    void request(const PictureSource& source);
    /// Stops, answers nothing more, and forgets the picture.
    void cancel();

Q_SIGNALS:
    void cleaned(const longhand::app::CleanedPicture& picture);
    void failed(const longhand::Error& error);

private:
    struct Cache;

    QThreadPool m_pool; ///< one thread
    std::shared_ptr<Cache> m_cache;
    std::stop_source m_stop; ///< of the latest request
    int m_latest = 0;
};

} // namespace longhand::app

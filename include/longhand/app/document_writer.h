#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include "longhand/app/picture_source.h"
#include "longhand/base/result.h"
#include "longhand/formats/document.h"
#include "longhand/formats/export.h"
#include "longhand/formats/text_layout.h"

namespace longhand::app
{

struct WriteJob {
    std::function<formats::Document()>
        document;                        ///< called once, in the worker: a project takes a while to put together
    std::vector<PictureSource> pictures; ///< one per page, same order; read for Pdf only
    formats::Format format = formats::Format::Txt;
    std::filesystem::path target;
    formats::TextLayout layout = formats::TextLayout::Lines; ///< where the format has one
};

/// The files a job writes. One, or for formats that hold one page a file each, numbered before the suffix.
std::vector<std::filesystem::path> filesWritten(formats::Format format, const std::filesystem::path& target, int pages);

/// Writes documents away from the GUI thread, each file atomically, jobs one after the other.
/// All members are called on the GUI thread; signals arrive there.
class DocumentWriter : public QObject
{
    Q_OBJECT
public:
    explicit DocumentWriter(QObject* parent = nullptr);
    /// Waits until everything handed in is on disk.
    ~DocumentWriter() override;

    void write(int id, WriteJob job);

Q_SIGNALS:
    void written(int id, const QStringList& files);
    void failed(int id, const longhand::Error& error);

private:
    QThreadPool m_pool;
};

} // namespace longhand::app

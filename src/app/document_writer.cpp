#include "longhand/app/document_writer.h"

#include <string>
#include <utility>

#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrent>

#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

bool holdsOnePage(formats::Format format)
{
    return format == formats::Format::Alto || format == formats::Format::PageXml;
}

/// A document of its own for page `index`, which is taken out of `document`.
formats::Document takePage(formats::Document& document, std::size_t index)
{
    formats::Document part;
    part.creator = document.creator;
    part.modelName = document.modelName;
    part.language = document.language;
    part.pages.push_back(std::move(document.pages[index]));
    return part;
}

Result<QStringList> writeAll(const WriteJob& job)
{
    formats::PictureOfPage pictureOf;
    RgbImage picture; // of one page at a time
    if (job.format == formats::Format::Pdf)
        pictureOf = [&](std::size_t page) -> Result<const RgbImage*> {
            auto read = readPicture(job.pictures[page]);
            if (!read)
                return read.error();
            picture = std::move(*read);
            return &picture;
        };
    formats::Document document = job.document();
    const auto files = filesWritten(job.format, job.target, static_cast<int>(document.pages.size()));
    QStringList names;
    for (std::size_t i = 0; i < files.size(); ++i) {
        formats::Document part = files.size() > 1 ? takePage(document, i) : std::move(document);
        const auto bytes =
            formats::serialize(formats::arranged(std::move(part), job.format, job.layout), job.format, pictureOf);
        if (!bytes)
            return bytes.error();
        const auto written = writeFileAtomically(files[i], *bytes);
        if (!written)
            return written.error();
        names.append(QFileInfo(files[i]).filePath());
    }
    return names;
}

} // namespace

std::vector<std::filesystem::path> filesWritten(formats::Format format, const std::filesystem::path& target, int pages)
{
    if (!holdsOnePage(format) || pages <= 1)
        return {target};
    const std::string suffix(formats::fileSuffix(format));
    std::string stem = target.filename().string();
    if (stem.ends_with(suffix))
        stem.resize(stem.size() - suffix.size());
    std::vector<std::filesystem::path> files;
    const std::size_t digits = std::to_string(pages).size();
    for (int page = 1; page <= pages; ++page) {
        std::string number = std::to_string(page);
        number.insert(0, digits - number.size(), '0');
        files.push_back(target.parent_path() / (stem + "-" + number + suffix));
    }
    return files;
}

DocumentWriter::DocumentWriter(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

DocumentWriter::~DocumentWriter()
{
    m_pool.waitForDone();
}

void DocumentWriter::write(int id, WriteJob job)
{
    auto* watcher = new QFutureWatcher<Result<QStringList>>(this); // owned by this (Qt parent)
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, id] {
        watcher->deleteLater();
        const Result<QStringList> files = watcher->result();
        if (files)
            Q_EMIT written(id, *files);
        else
            Q_EMIT failed(id, files.error());
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, writeAll, std::move(job)));
}

} // namespace longhand::app

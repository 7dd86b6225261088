#include "ui/session.h"

#include <algorithm>

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace longhand::ui
{

namespace
{

bool isPending(PageState state)
{
    return state == PageState::Opening || state == PageState::Waiting || state == PageState::Reading;
}

QStringList localFiles(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    return files;
}

} // namespace

Session::Session(app::TranscriptionService& service, app::PictureLoader& loader, QObject* parent)
    : QObject(parent), m_service(service), m_loader(loader)
{
    connect(&m_loader, &app::PictureLoader::inspected, this, &Session::onInspected);
    connect(&m_loader, &app::PictureLoader::inspectionFailed, this, &Session::fail);
    connect(&m_loader, &app::PictureLoader::picturesFound, this,
            [this](const QStringList& folders, const QStringList& files) {
                for (const QString& file : files)
                    addFile(file);
                if (files.isEmpty())
                    Q_EMIT nothingFound(folders);
            });
    connect(&m_service, &app::TranscriptionService::pageStarted, this, [this](int id) {
        if (PageItem* page = m_pages.find(id))
            setState(*page, PageState::Reading);
    });
    connect(&m_service, &app::TranscriptionService::progressed, this, [this](int id, int done, int total) {
        PageItem* page = m_pages.find(id);
        if (!page || page->state != PageState::Reading || total <= 0)
            return;
        page->progressPercent = 100 * done / total;
        setState(*page, PageState::Reading);
    });
    connect(&m_service, &app::TranscriptionService::pageFinished, this, &Session::onFinished);
    connect(&m_service, &app::TranscriptionService::pageFailed, this, &Session::fail);
}

void Session::open(const QStringList& paths)
{
    QStringList folders;
    for (const QString& path : paths) {
        if (QFileInfo(path).isDir())
            folders.append(path);
        else
            addFile(path);
    }
    if (!folders.isEmpty())
        m_loader.findPictures(folders);
}

void Session::addFile(const QString& file)
{
    const QFileInfo info(file);
    PageItem item;
    item.name = info.fileName();
    item.source.file = QFileInfo(info.absoluteFilePath()).filesystemFilePath();
    item.source.name = item.name.toStdString();
    const PageItem& page = m_pages.insert(m_pages.rowCount(), std::move(item));
    ++m_batchPages;
    m_loader.inspect(page.id, page.source);
    Q_EMIT pageChanged(page.id);
    Q_EMIT fileOpened(info.absoluteFilePath());
}

void Session::addPicture(const QImage& picture)
{
    PageItem item;
    item.name = tr("Pasted picture %1").arg(++m_pastedCount);
    item.source.pasted = picture;
    item.source.name = item.name.toStdString();
    const PageItem& page = m_pages.insert(m_pages.rowCount(), std::move(item));
    ++m_batchPages;
    m_loader.inspect(page.id, page.source);
    Q_EMIT pageChanged(page.id);
}

bool Session::canAdd(const QMimeData& data)
{
    return data.hasImage() || !localFiles(data).isEmpty();
}

bool Session::addMimeData(const QMimeData& data)
{
    // Files first: file managers offer a picture of the icon beside the file.
    if (const QStringList files = localFiles(data); !files.isEmpty()) {
        open(files);
        return true;
    }
    const auto picture = data.hasImage() ? qvariant_cast<QImage>(data.imageData()) : QImage();
    if (picture.isNull())
        return false;
    addPicture(picture);
    return true;
}

void Session::onInspected(int id, const QList<app::PagePreview>& previews)
{
    PageItem* first = m_pages.find(id);
    if (!first || first->state != PageState::Opening || previews.isEmpty())
        return;
    const QString name = first->name;
    const int row = m_pages.rowOf(id);
    for (qsizetype i = 0; i < previews.size(); ++i) {
        PageItem* page = first;
        if (i > 0) {
            PageItem item;
            item.source = first->source;
            item.source.pageIndex = static_cast<int>(i);
            page = &m_pages.insert(row + static_cast<int>(i), std::move(item));
            ++m_batchPages;
        }
        if (previews.size() > 1)
            page->name = tr("%1, page %2").arg(name).arg(i + 1);
        page->thumbnail = previews[i].thumbnail;
        page->sizePx = previews[i].sizePx;
        enqueue(*page);
    }
}

void Session::enqueue(PageItem& page)
{
    m_service.enqueue(page.id, page.source);
    page.progressPercent = 0;
    page.reason.clear();
    setState(page, PageState::Waiting);
}

void Session::setState(PageItem& page, PageState state)
{
    page.state = state;
    if (pagesLeft() == 0)
        m_batchPages = 0;
    m_pages.changed(page.id);
    Q_EMIT pageChanged(page.id);
}

void Session::fail(int id, const Error& error)
{
    PageItem* page = m_pages.find(id);
    if (!page || !isPending(page->state))
        return;
    page->reason = QString::fromStdString(error.detail);
    setState(*page, PageState::Failed);
}

void Session::onFinished(int id, const formats::Page& reading)
{
    PageItem* page = m_pages.find(id);
    if (!page || page->state == PageState::Read)
        return;
    page->text = std::make_unique<PageText>(reading);
    connect(&page->text->document(), &QTextDocument::modificationChanged, this, [this, id] {
        m_pages.changed(id);
        Q_EMIT pageChanged(id);
    });
    setState(*page, PageState::Read);
}

void Session::retry(int id)
{
    PageItem* page = m_pages.find(id);
    if (!page || (page->state != PageState::Failed && page->state != PageState::Stopped))
        return;
    ++m_batchPages;
    if (!page->thumbnail.isNull()) {
        enqueue(*page);
        return;
    }
    m_loader.inspect(id, page->source);
    page->reason.clear();
    setState(*page, PageState::Opening);
}

void Session::retryAll()
{
    for (const auto& page : m_pages.pages())
        if (page->state == PageState::Failed)
            retry(page->id);
}

void Session::stopReading()
{
    for (const auto& page : m_pages.pages()) {
        if (!isPending(page->state))
            continue;
        m_service.cancel(page->id);
        setState(*page, PageState::Stopped);
    }
}

void Session::remove(int id)
{
    m_service.cancel(id);
    m_pages.remove(id);
    if (pagesLeft() == 0)
        m_batchPages = 0;
    Q_EMIT pageChanged(id);
}

bool Session::hasUnsavedEdits() const
{
    return std::ranges::any_of(m_pages.pages(), [](const auto& page) { return page->hasUnsavedEdits(); });
}

int Session::pagesLeft() const
{
    return static_cast<int>(
        std::ranges::count_if(m_pages.pages(), [](const auto& page) { return isPending(page->state); }));
}

double Session::progress() const
{
    if (m_batchPages <= 0)
        return 1;
    double done = m_batchPages - pagesLeft();
    for (const auto& page : m_pages.pages())
        if (page->state == PageState::Reading)
            done += page->progressPercent / 100.0;
    return std::clamp(done / m_batchPages, 0.0, 1.0);
}

} // namespace longhand::ui

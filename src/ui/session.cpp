#include "ui/session.h"

#include <algorithm>
#include <utility>

#include <QFileInfo>
#include <QMimeData>

#include "longhand/app/reading_certainty.h"
#include "ui/added_files.h"
#include "ui/line_edits.h"
#include "ui/page_commands.h"

namespace longhand::ui
{

namespace
{

bool isPending(PageState state)
{
    return state == PageState::Opening || state == PageState::Waiting || state == PageState::Reading;
}

} // namespace

Session::Session(app::TranscriptionService& service, app::PictureLoader& loader, QObject* parent)
    : QObject(parent), m_service(service), m_loader(loader), m_history(m_pages)
{
    connect(&m_loader, &app::PictureLoader::inspected, this, &Session::onInspected);
    connect(&m_loader, &app::PictureLoader::inspectionFailed, this, &Session::fail);
    connect(&m_loader, &app::PictureLoader::picturesFound, this,
            [this](const QStringList& folders, const QStringList& files) {
                addPages(pagesOf(files));
                if (files.isEmpty())
                    Q_EMIT nothingFound(folders);
            });
    connect(&m_loader, &app::PictureLoader::previewed, this, [this](int id, const app::PagePreview& preview) {
        PageItem* page = m_pages.find(id);
        if (!page)
            return;
        const int rotationDeg = page->settings.rotationDeg;
        page->thumbnail = rotated(preview.thumbnail, rotationDeg);
        const QSize sizePx = rotationDeg % 180 == 0 ? preview.sizePx : preview.sizePx.transposed();
        if (std::exchange(page->sizePx, sizePx) != sizePx) {
            Q_EMIT pictureChanged(id);
            Q_EMIT pageChanged(id);
        }
        m_pages.changed(id);
    });
    connect(&m_pages, &PageModel::thumbnailWanted, this, &Session::wantThumbnail);
    connect(&m_pages, &PageModel::orderRequested, this, &Session::reorder);
    connect(&m_service, &app::TranscriptionService::pageStarted, this, [this](int id) {
        m_clock.pageStarted();
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
    QStringList files;
    for (const QString& path : paths) {
        if (isProject(path)) {
            Q_EMIT projectRequested(path);
            return;
        }
        (QFileInfo(path).isDir() ? folders : files).append(path);
    }
    addPages(pagesOf(files));
    if (!folders.isEmpty())
        m_loader.findPictures(folders);
}

void Session::openExample(const QString& file)
{
    open({file});
    m_example = m_pages.rowCount() == 1 ? m_pages.pages().front()->id : 0;
}

void Session::addPicture(const QImage& picture)
{
    std::vector<PageItem> items(1);
    items.front().name = tr("Pasted picture %1").arg(++m_pastedCount);
    items.front().source.pasted = picture;
    items.front().source.name = items.front().name.toStdString();
    addPages(std::move(items));
}

void Session::addPages(std::vector<PageItem> items)
{
    if (items.empty())
        return;
    // Listing it is the only step there is until somebody works on it.
    const bool onlyExample = m_pages.rowCount() == 1 && m_pages.pages().front()->id == m_example;
    if (onlyExample && m_history.stack().count() == 1)
        replaceAll({});
    m_example = 0;
    const QString what = items.size() == 1 ? tr("adding “%1”").arg(items.front().name)
                                           : tr("adding %n pages", nullptr, static_cast<int>(items.size()));
    ++m_batch;
    for (PageItem& item : items) {
        item.batch = m_batch;
        const int id = m_pages.insert(m_pages.rowCount(), std::move(item)).id;
        PageItem& page = *m_pages.find(id);
        ++m_batchPages;
        m_loader.inspect(id, page.source);
        Q_EMIT pageChanged(id);
        if (!page.source.file.empty())
            Q_EMIT fileOpened(QFileInfo(page.source.file).filePath());
    }
    m_history.stack().push(new AddPages(*this, m_batch, what)); // owned by the stack
    Q_EMIT contentChanged(0);
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
            item.batch = first->batch;
            item.source = first->source;
            item.source.pageIndex = static_cast<int>(i);
            page = &m_pages.insert(row + static_cast<int>(i), std::move(item));
            ++m_batchPages;
        }
        if (previews.size() > 1)
            page->name = tr("%1, page %2").arg(name).arg(i + 1);
        const int rotationDeg = page->settings.rotationDeg;
        page->thumbnail = rotated(previews[i].thumbnail, rotationDeg);
        page->sizePx = rotationDeg % 180 == 0 ? previews[i].sizePx : previews[i].sizePx.transposed();
        enqueue(*page);
    }
    Q_EMIT contentChanged(0);
}

void Session::enqueue(PageItem& page)
{
    app::PictureSource source = sourceOf(page);
    source.mayTurn = !page.text && source.rotationDeg == 0; // what a person turned stays so
    m_service.enqueue(page.id, source);
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
    m_clock.pageEnded();
    if (!page || !isPending(page->state))
        return;
    if (page->text) {
        setState(*page, PageState::Read);
        Q_EMIT readAgainFailed(id, QString::fromStdString(error.detail));
        return;
    }
    page->reason = QString::fromStdString(error.detail);
    setState(*page, PageState::Failed);
    Q_EMIT readingArrived(id);
    Q_EMIT contentChanged(id);
}

void Session::onFinished(int id, const formats::Page& reading)
{
    m_clock.pageEnded();
    PageItem* page = m_pages.find(id);
    if (!page || page->state == PageState::Read)
        return;
    if (page->text) {
        LineEdits edits(*page->text);
        edits.takePage(reading);
        page->state = PageState::Read;
        replaceText(id, edits.text(), tr("reading “%1” again").arg(page->name));
        setState(*page, PageState::Read);
        return;
    }
    formats::Page upright = reading;
    const int turnDeg = std::exchange(upright.turnDeg, 0);
    if (turnDeg != 0) {
        app::rotate(upright, turnDeg);
        PageSettings settings = page->settings;
        settings.rotationDeg = (settings.rotationDeg + turnDeg) % 360;
        exchangeSettings(id, settings);
    }
    page->text = std::make_unique<PageText>(upright);
    watchText(*page);
    setState(*page, PageState::Read);
    Q_EMIT readingArrived(id);
    Q_EMIT contentChanged(id);
    if (turnDeg != 0)
        Q_EMIT pageTurned(id, turnDeg);
    if (app::isHardlyReadable(reading))
        Q_EMIT hardlyReadable(id);
}

void Session::watchText(PageItem& page)
{
    const int id = page.id;
    PageText* text = page.text.get();
    text->whenDocumentReady([this, id, text](QTextDocument& document) {
        m_history.watch(id, document);
        connect(&document, &QTextDocument::contentsChanged, this,
                [this, id, text, unsaved = text->hasUnsavedEdits()]() mutable {
                    Q_EMIT contentChanged(id);
                    // Typing is frequent: the list hears when a page becomes edited, or as it was.
                    if (unsaved == text->hasUnsavedEdits())
                        return;
                    unsaved = !unsaved;
                    m_pages.changed(id);
                    Q_EMIT pageChanged(id);
                });
    });
}

void Session::retry(int id)
{
    PageItem* page = m_pages.find(id);
    if (!page || (page->state != PageState::Failed && page->state != PageState::Stopped))
        return;
    startOver(*page);
}

void Session::startOver(PageItem& page)
{
    ++m_batchPages;
    if (!page.sizePx.isEmpty()) { // it was opened before
        enqueue(page);
        return;
    }
    m_loader.inspect(page.id, page.source);
    page.reason.clear();
    setState(page, PageState::Opening);
}

void Session::readAgain(int id)
{
    PageItem* page = m_pages.find(id);
    if (!page || page->sizePx.isEmpty())
        return;
    if (isPending(page->state))
        m_service.cancel(id);
    else
        ++m_batchPages;
    enqueue(*page);
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
        setState(*page, page->text ? PageState::Read : PageState::Stopped);
    }
}

void Session::remove(const std::vector<int>& ids)
{
    if (ids.empty())
        return;
    const PageItem* only = ids.size() == 1 ? m_pages.find(ids.front()) : nullptr;
    m_history.stack().push(new RemovePages(*this, ids, // owned by the stack
                                           only ? tr("removing “%1”").arg(only->name)
                                                : tr("removing %n pages", nullptr, static_cast<int>(ids.size()))));
}

void Session::reorder(const std::vector<int>& ids)
{
    if (ids != m_pages.order())
        m_history.stack().push(new ReorderPages(*this, ids, tr("moving pages"))); // owned by the stack
}

void Session::replaceText(int id, std::unique_ptr<PageText> text, const QString& what)
{
    if (const PageItem* page = m_pages.find(id); page && page->text && text)
        m_history.stack().push(new ReplaceText(*this, id, std::move(text), what)); // owned by the stack
}

void Session::changeSettings(const std::vector<int>& ids, const std::function<void(PageSettings&)>& change,
                             const QString& what)
{
    std::vector<ChangeSettings::Change> changes;
    for (const int id : ids) {
        const PageItem* page = m_pages.find(id);
        if (!page)
            continue;
        PageSettings settings = page->settings;
        change(settings);
        if (settings != page->settings)
            changes.push_back({id, settings});
    }
    if (!changes.empty())
        m_history.stack().push(new ChangeSettings(*this, std::move(changes), what)); // owned by the stack
}

std::unique_ptr<PageItem> Session::takePage(int id)
{
    m_service.cancel(id);
    m_history.endTyping();
    std::unique_ptr<PageItem> page = m_pages.take(id);
    if (pagesLeft() == 0)
        m_batchPages = 0;
    Q_EMIT pageChanged(id);
    Q_EMIT contentChanged(0);
    return page;
}

void Session::putPage(int row, std::unique_ptr<PageItem> page)
{
    PageItem& item = m_pages.insert(std::clamp(row, 0, m_pages.rowCount()), std::move(page));
    if (isPending(item.state))
        startOver(item);
    Q_EMIT pageChanged(item.id);
    Q_EMIT contentChanged(0);
}

void Session::setOrder(const std::vector<int>& ids)
{
    m_pages.setOrder(ids);
    Q_EMIT contentChanged(0);
}

std::unique_ptr<PageText> Session::exchangeText(int id, std::unique_ptr<PageText> text)
{
    PageItem* page = m_pages.find(id);
    if (!page || !text)
        return text;
    page->text->endUndoStep(); // neither goes on with its latest step when it comes back
    text->endUndoStep();
    std::swap(page->text, text);
    watchText(*page);
    Q_EMIT textReplaced(id);
    m_pages.changed(id);
    Q_EMIT pageChanged(id);
    Q_EMIT contentChanged(id);
    return text;
}

PageSettings Session::exchangeSettings(int id, const PageSettings& settings)
{
    PageItem* page = m_pages.find(id);
    if (!page)
        return settings;
    const PageSettings before = std::exchange(page->settings, settings);
    if (const int turn = settings.rotationDeg - before.rotationDeg; turn % 360 != 0) {
        page->thumbnail = rotated(page->thumbnail, turn);
        if (turn % 180 != 0)
            page->sizePx.transpose();
        Q_EMIT pictureChanged(id);
    }
    if (settings.writer != before.writer) {
        if (page->state == PageState::Waiting || page->state == PageState::Reading)
            readAgain(id); // another profile may have to read it
        Q_EMIT writerChanged(id);
    }
    m_pages.changed(id);
    Q_EMIT pageChanged(id);
    Q_EMIT contentChanged(id);
    return before;
}

void Session::replaceAll(std::vector<std::unique_ptr<PageItem>> pages)
{
    for (const auto& page : m_pages.pages())
        m_service.cancel(page->id);
    m_history.clear();
    m_batchPages = 0;
    m_thumbnailsAsked.clear();
    m_pages.replaceAll(std::move(pages));
    for (const auto& page : m_pages.pages()) {
        if (page->text)
            watchText(*page);
        if (page->state == PageState::Opening)
            startOver(*page);
    }
    Q_EMIT contentChanged(0);
}

void Session::wantThumbnail(int id)
{
    const PageItem* page = m_pages.find(id);
    if (page && page->state != PageState::Opening && m_thumbnailsAsked.insert(id).second)
        m_loader.preview(id, page->source);
}

void Session::setPicture(int id, const std::filesystem::path& file)
{
    PageItem* page = m_pages.find(id);
    if (!page)
        return;
    page->source.file = file;
    page->source.pasted = QImage();
    m_thumbnailsAsked.erase(id);
    Q_EMIT contentChanged(id);
}

void Session::reloadPicture(int id)
{
    PageItem* page = m_pages.find(id);
    if (!page)
        return;
    page->thumbnail = {};
    m_thumbnailsAsked.erase(id); // the list asks for it
    m_pages.changed(id);
    Q_EMIT pictureChanged(id);
    Q_EMIT pageChanged(id);
}

bool Session::setProblem(int id, app::PictureProblem problem)
{
    PageItem* page = m_pages.find(id);
    if (!page || page->problem == problem)
        return false;
    page->problem = problem;
    m_pages.changed(id);
    Q_EMIT pageChanged(id);
    return true;
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

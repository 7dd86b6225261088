#include "ui/page_model.h"

#include <algorithm>

#include <QMimeData>
#include <QTransform>

#include "longhand/app/preprocess_settings.h"

namespace longhand::ui
{

namespace
{

const QString kPagesType = QStringLiteral("application/x-longhand-pages");

} // namespace

app::PictureSource sourceOf(const PageItem& page)
{
    app::PictureSource source = page.source;
    source.rotationDeg = page.settings.rotationDeg;
    source.preprocess = app::preprocessFromJson(page.settings.preprocessing);
    source.writer = page.settings.writer.toStdString();
    return source;
}

QImage rotated(const QImage& picture, int clockwiseDeg)
{
    return clockwiseDeg % 360 == 0 ? picture : picture.transformed(QTransform().rotate(clockwiseDeg));
}

QString stateText(const PageItem& page)
{
    if (page.problem == app::PictureProblem::Missing)
        return PageModel::tr("The picture is missing");
    if (page.problem == app::PictureProblem::Changed)
        return PageModel::tr("The picture has changed");
    switch (page.state) {
    case PageState::Opening:
        return PageModel::tr("Opening…");
    case PageState::Waiting:
        return PageModel::tr("Waiting");
    case PageState::Reading:
        return page.progressPercent > 0 ? PageModel::tr("Reading, %1 %").arg(page.progressPercent)
                                        : PageModel::tr("Reading…");
    case PageState::Read:
        if (page.settings.corrected)
            return PageModel::tr("Corrected");
        if (page.text->lineCount() == 0)
            return PageModel::tr("No text found");
        if (page.text->lineCount() == 1)
            return PageModel::tr("Read, one line");
        return PageModel::tr("Read, %n lines", nullptr, page.text->lineCount());
    case PageState::Stopped:
        return PageModel::tr("Not read");
    case PageState::Failed:
        return PageModel::tr("Failed: %1").arg(page.reason);
    }
    return {};
}

int PageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pages.size());
}

QVariant PageModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const PageItem& page = *m_pages[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return page.name;
    case Qt::ToolTipRole:
        return page.state == PageState::Failed ? page.reason : QString::fromStdString(page.source.file.string());
    case Qt::AccessibleTextRole:
        return page.hasUnsavedEdits() ? tr("%1. %2, edited").arg(page.name, stateText(page))
                                      : tr("%1. %2").arg(page.name, stateText(page));
    case IdRole:
        return page.id;
    case StateRole:
        return static_cast<int>(page.state);
    case StateTextRole:
        return stateText(page);
    case ThumbnailRole:
        if (page.thumbnail.isNull() && page.problem != app::PictureProblem::Missing)
            Q_EMIT thumbnailWanted(page.id);
        return page.thumbnail;
    case ProblemRole:
        return static_cast<int>(page.problem);
    case CorrectedRole:
        return page.settings.corrected;
    case UnsavedRole:
        return page.hasUnsavedEdits();
    default:
        return {};
    }
}

PageItem& PageModel::insert(int row, PageItem item)
{
    item.id = m_nextId++;
    return insert(row, std::make_unique<PageItem>(std::move(item)));
}

PageItem& PageModel::insert(int row, std::unique_ptr<PageItem> item)
{
    beginInsertRows({}, row, row);
    const auto it = m_pages.insert(m_pages.begin() + row, std::move(item));
    endInsertRows();
    return **it;
}

std::unique_ptr<PageItem> PageModel::take(int id)
{
    const int row = rowOf(id);
    if (row < 0)
        return nullptr;
    beginRemoveRows({}, row, row);
    std::unique_ptr<PageItem> item = std::move(m_pages[static_cast<std::size_t>(row)]);
    m_pages.erase(m_pages.begin() + row);
    endRemoveRows();
    return item;
}

void PageModel::replaceAll(std::vector<std::unique_ptr<PageItem>> items)
{
    beginResetModel();
    m_pages = std::move(items);
    for (const auto& page : m_pages)
        page->id = m_nextId++;
    endResetModel();
}

Qt::ItemFlags PageModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags | Qt::ItemIsDropEnabled;
}

QStringList PageModel::mimeTypes() const
{
    return {kPagesType};
}

QMimeData* PageModel::mimeData(const QModelIndexList& indexes) const
{
    QList<int> rows;
    for (const QModelIndex& index : indexes)
        rows.append(index.row());
    std::ranges::sort(rows);
    QByteArray ids;
    for (const int row : rows)
        ids += QByteArray::number(m_pages[static_cast<std::size_t>(row)]->id) + ' ';
    auto* data = new QMimeData; // owned by the drag
    data->setData(kPagesType, ids);
    return data;
}

bool PageModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex&)
{
    if (action != Qt::MoveAction || !data->hasFormat(kPagesType))
        return false;
    std::vector<int> ids;
    const QList<QByteArray> numbers = data->data(kPagesType).split(' ');
    for (const QByteArray& number : numbers)
        if (const int id = number.toInt(); rowOf(id) >= 0)
            ids.push_back(id);
    Q_EMIT orderRequested(orderWithMoved(ids, row < 0 ? rowCount() : row));
    return true;
}

std::vector<int> PageModel::orderWithMoved(const std::vector<int>& ids, int row) const
{
    std::vector<int> before;
    std::vector<int> moved;
    std::vector<int> after;
    int at = 0;
    for (const auto& page : m_pages) {
        if (std::ranges::find(ids, page->id) != ids.end())
            moved.push_back(page->id);
        else
            (at < row ? before : after).push_back(page->id);
        ++at;
    }
    before.insert(before.end(), moved.begin(), moved.end());
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

void PageModel::setOrder(const std::vector<int>& ids)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    std::vector<int> oldIds;
    for (const QModelIndex& index : old)
        oldIds.push_back(m_pages[static_cast<std::size_t>(index.row())]->id);
    std::vector<std::unique_ptr<PageItem>> pages;
    const auto moveRow = [&](std::size_t row) { pages.push_back(std::move(m_pages[row])); };
    const auto named = [&ids](int id) { return std::ranges::find(ids, id) != ids.end(); };
    for (std::size_t row = 0; row < m_pages.size() && !named(m_pages[row]->id); ++row)
        moveRow(row);
    for (const int id : ids) {
        const int found = rowOf(id);
        if (found < 0)
            continue;
        auto row = static_cast<std::size_t>(found);
        do
            moveRow(row++);
        while (row < m_pages.size() && m_pages[row] && !named(m_pages[row]->id));
    }
    m_pages = std::move(pages);
    QModelIndexList moved;
    for (const int id : oldIds)
        moved.append(index(rowOf(id)));
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

std::vector<int> PageModel::order() const
{
    std::vector<int> ids;
    for (const auto& page : m_pages)
        ids.push_back(page->id);
    return ids;
}

void PageModel::changed(int id)
{
    const QModelIndex changedIndex = index(rowOf(id));
    Q_EMIT dataChanged(changedIndex, changedIndex);
}

PageItem* PageModel::find(int id)
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : m_pages[static_cast<std::size_t>(row)].get();
}

int PageModel::rowOf(int id) const
{
    const auto it = std::ranges::find_if(m_pages, [id](const auto& page) { return page && page->id == id; });
    return it == m_pages.end() ? -1 : static_cast<int>(it - m_pages.begin());
}

int PageModel::count(PageState state) const
{
    return static_cast<int>(std::ranges::count_if(m_pages, [state](const auto& page) { return page->state == state; }));
}

} // namespace longhand::ui

#include "ui/page_model.h"

#include <algorithm>

namespace longhand::ui
{

QString stateText(const PageItem& page)
{
    switch (page.state) {
    case PageState::Opening:
        return PageModel::tr("Opening…");
    case PageState::Waiting:
        return PageModel::tr("Waiting");
    case PageState::Reading:
        return page.progressPercent > 0 ? PageModel::tr("Reading, %1 %").arg(page.progressPercent)
                                        : PageModel::tr("Reading…");
    case PageState::Read:
        if (page.text->reading().lines.empty())
            return PageModel::tr("No text found");
        if (page.text->reading().lines.size() == 1)
            return PageModel::tr("Read, one line");
        return PageModel::tr("Read, %n lines", nullptr, static_cast<int>(page.text->reading().lines.size()));
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
        return page.thumbnail;
    case UnsavedRole:
        return page.hasUnsavedEdits();
    default:
        return {};
    }
}

PageItem& PageModel::insert(int row, PageItem item)
{
    item.id = m_nextId++;
    beginInsertRows({}, row, row);
    const auto it = m_pages.insert(m_pages.begin() + row, std::make_unique<PageItem>(std::move(item)));
    endInsertRows();
    return **it;
}

void PageModel::remove(int id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_pages.erase(m_pages.begin() + row);
    endRemoveRows();
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
    const auto it = std::ranges::find_if(m_pages, [id](const auto& page) { return page->id == id; });
    return it == m_pages.end() ? -1 : static_cast<int>(it - m_pages.begin());
}

int PageModel::count(PageState state) const
{
    return static_cast<int>(std::ranges::count_if(m_pages, [state](const auto& page) { return page->state == state; }));
}

} // namespace longhand::ui

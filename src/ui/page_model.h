#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QAbstractListModel>
#include <QImage>
#include <QSize>
#include <QString>

#include "longhand/app/picture_source.h"
#include "ui/page_text.h"

namespace longhand::ui
{

enum class PageState {
    Opening, ///< the picture is being decoded
    Waiting,
    Reading,
    Read,
    Stopped, ///< by the user, before it was read
    Failed
};

/// A page in the window.
struct PageItem {
    int id = 0; ///< for good; rows move
    app::PictureSource source;
    QString name;
    QImage thumbnail; ///< null until the picture is decoded
    QSize sizePx;
    PageState state = PageState::Opening;
    int progressPercent = 0;        ///< while Reading
    QString reason;                 ///< while Failed: one sentence
    std::unique_ptr<PageText> text; ///< once Read

    [[nodiscard]] bool hasUnsavedEdits() const { return text && text->hasUnsavedEdits(); }
};

/// The pages in the order of the list.
class PageModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        StateRole,     ///< int(PageState)
        StateTextRole, ///< what the list says about the state, with the reason of a failure
        ThumbnailRole, ///< QImage
        UnsavedRole,   ///< bool
    };
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// Inserts before `row`; returns the new item, whose id is set.
    PageItem& insert(int row, PageItem item);
    void remove(int id);
    /// Call after changing an item.
    void changed(int id);

    /// Null when there is no such page. Pointers hold until the page is removed.
    [[nodiscard]] PageItem* find(int id);
    [[nodiscard]] int rowOf(int id) const; ///< -1: none
    [[nodiscard]] const std::vector<std::unique_ptr<PageItem>>& pages() const { return m_pages; }
    [[nodiscard]] int count(PageState state) const;

private:
    std::vector<std::unique_ptr<PageItem>> m_pages;
    int m_nextId = 1;
};

/// What the list says about a page, translated.
QString stateText(const PageItem& page);

} // namespace longhand::ui

#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QAbstractListModel>
#include <QImage>
#include <QJsonObject>
#include <QSize>
#include <QString>

#include "longhand/app/picture_source.h"
#include "longhand/app/project_store.h"
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

/// What a person decided about a page. Changed through Session::changeSettings, which can be undone.
struct PageSettings {
    bool corrected = false;    ///< somebody has gone through all of it
    int rotationDeg = 0;       ///< clockwise, on top of what the picture file says: 0, 90, 180 or 270
    QJsonObject preprocessing; ///< what differs from the usual cleaning, as app reads it
    QString writer;            ///< empty: not said
    QString language;          ///< BCP 47; empty: that of the project

    bool operator==(const PageSettings&) const = default;
};

/// A page in the window.
struct PageItem {
    int id = 0;    ///< for good; rows move
    int batch = 0; ///< pages that were added together
    app::PictureSource source;
    QString name;
    QImage thumbnail; ///< null until the picture is decoded
    QSize sizePx;
    PageState state = PageState::Opening;
    int progressPercent = 0; ///< while Reading
    QString reason;          ///< while Failed: one sentence
    PageSettings settings;
    formats::ProjectPicture picture;                         ///< the file as it was when its checksum was taken
    app::PictureProblem problem = app::PictureProblem::None; ///< what is known of the file now
    std::unique_ptr<PageText> text;                          ///< once Read

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
        ProblemRole,   ///< int(app::PictureProblem)
        CorrectedRole, ///< bool
    };
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    // Rows are dragged within the list only: `orderRequested` says where they are to be.
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

    /// Inserts before `row`; returns the new item, whose id is set.
    PageItem& insert(int row, PageItem item);
    /// Puts back an item that was taken out; it keeps its id.
    PageItem& insert(int row, std::unique_ptr<PageItem> item);
    /// Takes the item out of the list; null when there is no such page.
    std::unique_ptr<PageItem> take(int id);
    /// Pages that `ids` does not name stay behind the page they followed.
    void setOrder(const std::vector<int>& ids);
    [[nodiscard]] std::vector<int> order() const;
    /// Other pages in the place of all there were; they get ids.
    void replaceAll(std::vector<std::unique_ptr<PageItem>> items);
    /// Call after changing an item.
    void changed(int id);

    /// Null when there is no such page. Pointers hold as long as the page is in the list or the history.
    [[nodiscard]] PageItem* find(int id);
    [[nodiscard]] int rowOf(int id) const; ///< -1: none
    [[nodiscard]] const std::vector<std::unique_ptr<PageItem>>& pages() const { return m_pages; }
    [[nodiscard]] int count(PageState state) const;
    /// The order after the pages were moved before `row`, in the order they have.
    [[nodiscard]] std::vector<int> orderWithMoved(const std::vector<int>& ids, int row) const;

Q_SIGNALS:
    void orderRequested(const std::vector<int>& ids);
    /// The list wants to paint the page, whose thumbnail was not made yet.
    void thumbnailWanted(int id) const;

private:
    std::vector<std::unique_ptr<PageItem>> m_pages;
    int m_nextId = 1;
};

/// Its picture as a person wants it: rotated, cleaned in the page's own way, and in the hand of its writer.
app::PictureSource sourceOf(const PageItem& page);
QImage rotated(const QImage& picture, int clockwiseDeg);

/// What the list says about a page, translated.
QString stateText(const PageItem& page);

} // namespace longhand::ui

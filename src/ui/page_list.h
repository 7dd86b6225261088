#pragma once

#include <vector>

#include <QListView>

#include "ui/row_delegate.h"

namespace longhand::ui
{

class PageModel;

/// The pages at the left: thumbnail, name, state; a failure says why in its place.
class PageList : public QListView
{
    Q_OBJECT
public:
    /// `model` must outlive this widget.
    explicit PageList(PageModel& model, QWidget* parent = nullptr);

    /// Id of the page that is current; 0: none.
    [[nodiscard]] int currentPage() const;
    /// Alone; selects nothing else.
    void setCurrentPage(int row);
    /// Ids in the order of the list.
    [[nodiscard]] std::vector<int> selectedPages() const;
    /// These and no others; the current page stays current.
    void selectPages(const std::vector<int>& ids);

Q_SIGNALS:
    void currentPageChanged(int id);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;
};

class PageDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintRow(QPainter& painter, const Row& row, const QModelIndex& index) const override;
};

} // namespace longhand::ui

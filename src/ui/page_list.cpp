#include "ui/page_list.h"

#include <algorithm>

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include "ui/icons.h"
#include "ui/page_model.h"

namespace longhand::ui
{

namespace
{

constexpr int kPaddingPx = 8;
constexpr int kThumbnailWidthPx = 52;
constexpr int kThumbnailHeightPx = 68;
constexpr int kStateIconPx = 14;
constexpr int kStateLines = 3; ///< of a failure's reason; the rest is in the tool tip and beside the picture

QString stateIcon(const QModelIndex& index)
{
    if (index.data(PageModel::ProblemRole).toInt() != static_cast<int>(app::PictureProblem::None))
        return QStringLiteral("state-failed");
    if (index.data(PageModel::CorrectedRole).toBool())
        return QStringLiteral("state-corrected");
    const auto state = static_cast<PageState>(index.data(PageModel::StateRole).toInt());
    switch (state) {
    case PageState::Opening:
    case PageState::Waiting:
        return QStringLiteral("state-waiting");
    case PageState::Reading:
        return QStringLiteral("state-reading");
    case PageState::Read:
        return QStringLiteral("state-read");
    case PageState::Stopped:
        return QStringLiteral("state-stopped");
    case PageState::Failed:
        return QStringLiteral("state-failed");
    }
    return {};
}

/// `text` wrapped into `box`, at most kStateLines, the last one elided.
void drawWrapped(QPainter& painter, const QRect& box, const QString& text, const QFont& font)
{
    const QFontMetrics metrics(font);
    QTextLayout layout(text, font);
    layout.beginLayout();
    int y = box.top();
    for (int i = 0; i < kStateLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(box.width());
        const bool last = i + 1 == kStateLines || y + 2 * metrics.height() > box.bottom() + metrics.descent();
        const QString shown = last ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, box.width())
                                   : text.mid(line.textStart(), line.textLength());
        painter.drawText(QRect(box.left(), y, box.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, shown);
        y += metrics.height();
        if (last)
            break;
    }
    layout.endLayout();
}

} // namespace

PageList::PageList(PageModel& model, QWidget* parent) : QListView(parent)
{
    setObjectName(QStringLiteral("pageList"));
    setAccessibleName(tr("Pages"));
    setModel(&model);
    setItemDelegate(new PageDelegate(this)); // owned by this (Qt parent)
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(DragDrop); // not InternalMove, which would hide pictures dropped here from the window
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);
    setMinimumWidth(190);
    // Where several rows can be selected, the view makes another row current, but does not select it.
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (!selectionModel()->hasSelection())
            selectionModel()->select(currentIndex(), QItemSelectionModel::Select);
    });
}

int PageList::currentPage() const
{
    return currentIndex().data(PageModel::IdRole).toInt();
}

void PageList::setCurrentPage(int row)
{
    setCurrentIndex(model()->index(row, 0));
}

std::vector<int> PageList::selectedPages() const
{
    QModelIndexList rows = selectedIndexes();
    std::ranges::sort(rows, [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    std::vector<int> ids;
    for (const QModelIndex& row : rows)
        ids.push_back(row.data(PageModel::IdRole).toInt());
    return ids;
}

void PageList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentPageChanged(current.data(PageModel::IdRole).toInt());
}

void PageList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

QSize PageDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int textPx = option.fontMetrics.height() * (kStateLines + 1) + 4;
    return {kThumbnailWidthPx + 120, std::max(kThumbnailHeightPx, textPx) + 2 * kPaddingPx};
}

void PageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QStyle& style = option.widget ? *option.widget->style() : *QApplication::style();
    style.drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor text = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect row = option.rect.adjusted(kPaddingPx, kPaddingPx, -kPaddingPx, -kPaddingPx);

    const QRect box(row.left(), row.top(), kThumbnailWidthPx, kThumbnailHeightPx);
    QRect frame = box;
    if (const auto thumbnail = index.data(PageModel::ThumbnailRole).value<QImage>(); !thumbnail.isNull()) {
        frame.setSize(thumbnail.size().scaled(box.size(), Qt::KeepAspectRatio));
        frame.moveCenter(box.center());
        painter->drawImage(frame, thumbnail);
    }
    QColor edge = text;
    edge.setAlpha(70);
    painter->setPen(edge);
    painter->drawRect(frame.adjusted(0, 0, -1, -1));

    QRect column = row;
    column.setLeft(box.right() + kPaddingPx + 2);
    QFont bold = option.font;
    bold.setBold(true);
    const QFontMetrics boldMetrics(bold);
    painter->setFont(bold);
    painter->setPen(text);
    QString name = index.data(Qt::DisplayRole).toString();
    if (index.data(PageModel::UnsavedRole).toBool())
        name.prepend(QStringLiteral("• "));
    painter->drawText(QRect(column.left(), column.top(), column.width(), boldMetrics.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, boldMetrics.elidedText(name, Qt::ElideMiddle, column.width()));

    const int stateTop = column.top() + boldMetrics.height() + 4;
    const int lineHeightPx = option.fontMetrics.height();
    const auto state = static_cast<PageState>(index.data(PageModel::StateRole).toInt());
    icon(stateIcon(index))
        .paint(painter, QRect(column.left(), stateTop + (lineHeightPx - kStateIconPx) / 2, kStateIconPx, kStateIconPx),
               Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    painter->setFont(option.font);
    QColor muted = text;
    muted.setAlphaF(state == PageState::Failed || selected ? 1.0F : 0.75F);
    painter->setPen(muted);
    drawWrapped(*painter, QRect(QPoint(column.left() + kStateIconPx + 5, stateTop), row.bottomRight()),
                index.data(PageModel::StateTextRole).toString(), option.font);
    painter->restore();
}

} // namespace longhand::ui

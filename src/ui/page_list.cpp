#include "ui/page_list.h"

#include <algorithm>

#include <QPainter>
#include <QTextLayout>

#include "ui/icons.h"
#include "ui/page_model.h"

namespace longhand::ui
{

namespace
{

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
    // Not setCurrentIndex(), which extends the selection while Ctrl is held, as it is for Ctrl+PgDown.
    selectionModel()->setCurrentIndex(model()->index(row, 0), QItemSelectionModel::ClearAndSelect);
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

void PageList::selectPages(const std::vector<int>& ids)
{
    QItemSelection rows;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (std::ranges::find(ids, index.data(PageModel::IdRole).toInt()) != ids.end())
            rows.select(index, index);
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
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

void PageDelegate::paintRow(QPainter& painter, const Row& row, const QModelIndex& index) const
{
    const QRect box(row.area.left(), row.area.top(), kThumbnailWidthPx, kThumbnailHeightPx);
    QRect frame = box;
    if (const auto thumbnail = index.data(PageModel::ThumbnailRole).value<QImage>(); !thumbnail.isNull()) {
        frame.setSize(thumbnail.size().scaled(box.size(), Qt::KeepAspectRatio));
        frame.moveCenter(box.center());
        painter.drawImage(frame, thumbnail);
    }
    QColor edge = row.text;
    edge.setAlpha(70);
    painter.setPen(edge);
    painter.drawRect(frame.adjusted(0, 0, -1, -1));

    QRect texts = row.area;
    texts.setLeft(box.right() + kPaddingPx + 2);
    QFont bold = row.font;
    bold.setBold(true);
    QString name = index.data(Qt::DisplayRole).toString();
    if (index.data(PageModel::UnsavedRole).toBool())
        name.prepend(QStringLiteral("• "));
    painter.setPen(row.text);
    drawLine(painter, texts, name, bold, Qt::ElideMiddle);

    texts.setTop(texts.top() + QFontMetrics(bold).height() + 4);
    const int lineHeightPx = QFontMetrics(row.font).height();
    icon(stateIcon(index))
        .paint(&painter,
               QRect(texts.left(), texts.top() + (lineHeightPx - kStateIconPx) / 2, kStateIconPx, kStateIconPx),
               Qt::AlignCenter, row.selected ? QIcon::Selected : QIcon::Normal);
    texts.setLeft(texts.left() + kStateIconPx + 5);
    const bool hasFailed = index.data(PageModel::StateRole).toInt() == static_cast<int>(PageState::Failed);
    painter.setPen(hasFailed ? row.text : row.muted);
    painter.setFont(row.font);
    drawWrapped(painter, texts, index.data(PageModel::StateTextRole).toString(), row.font);
}

} // namespace longhand::ui

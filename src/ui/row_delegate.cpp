#include "ui/row_delegate.h"

#include <QApplication>
#include <QPainter>

namespace longhand::ui
{

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QStyle& style = option.widget ? *option.widget->style() : *QApplication::style();
    style.drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    Row row;
    row.area = option.rect.adjusted(kPaddingPx, kPaddingPx, -kPaddingPx, -kPaddingPx);
    row.font = option.font;
    row.selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    row.text = option.palette.color(group, row.selected ? QPalette::HighlightedText : QPalette::Text);
    row.muted = row.text;
    row.muted.setAlphaF(row.selected ? 1.0F : 0.75F);
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->setPen(row.text);
    painter->setFont(row.font);
    paintRow(*painter, row, index);
    painter->restore();
}

void RowDelegate::drawLine(QPainter& painter, const QRect& area, const QString& text, const QFont& font,
                           Qt::TextElideMode cut)
{
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.drawText(QRect(area.left(), area.top(), area.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, cut, area.width()));
}

} // namespace longhand::ui

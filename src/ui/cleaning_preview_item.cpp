#include "ui/cleaning_preview_item.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

namespace longhand::ui
{

CleaningPreviewItem::CleaningPreviewItem()
{
    setZValue(0.5); // between the picture and the lines
}

void CleaningPreviewItem::setPicture(const QImage& picture, QSizeF sizePx)
{
    prepareGeometryChange();
    m_picture = picture;
    m_sizePx = picture.isNull() ? QSizeF() : sizePx;
    update();
}

void CleaningPreviewItem::setDivider(double share)
{
    m_divider = share;
    update();
}

void CleaningPreviewItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget)
{
    if (m_picture.isNull() || !widget)
        return;
    const double x = m_divider * widget->width();
    const QTransform toScene = painter->worldTransform().inverted();
    const double sceneX = toScene.map(QPointF(x, 0)).x();
    QRectF exposed = option->exposedRect & boundingRect();
    exposed.setLeft(std::max(exposed.left(), sceneX));
    if (!exposed.isEmpty()) {
        const double scaleX = m_picture.width() / m_sizePx.width();
        const double scaleY = m_picture.height() / m_sizePx.height();
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->fillRect(exposed, Qt::white);
        painter->drawImage(
            exposed, m_picture,
            {exposed.left() * scaleX, exposed.top() * scaleY, exposed.width() * scaleX, exposed.height() * scaleY});
    }
    painter->save();
    painter->resetTransform();
    painter->setPen(QPen(QColor(0x1f, 0x6f, 0xd6), 2));
    painter->drawLine(QPointF(x, 0), QPointF(x, widget->height()));
    painter->setBrush(Qt::white);
    painter->drawEllipse(QPointF(x, widget->height() / 2.0), 8, 8);
    painter->drawLine(QPointF(x - 3, widget->height() / 2.0 - 3), QPointF(x - 3, widget->height() / 2.0 + 3));
    painter->drawLine(QPointF(x + 3, widget->height() / 2.0 - 3), QPointF(x + 3, widget->height() / 2.0 + 3));
    painter->restore();
}

} // namespace longhand::ui

#include "ui/page_view_items.h"

#include <QPainter>
#include <QPen>
#include <QStyleOptionGraphicsItem>

namespace longhand::ui
{

namespace
{

// Paper is light in a dark desktop too, so the outlines do not follow the palette.
const QColor kLineColor(0x1f, 0x6f, 0xd6);

} // namespace

void PictureItem::setPicture(const app::PagePicture& picture, QSize sizePx)
{
    prepareGeometryChange();
    m_picture = picture;
    m_sizePx = sizePx;
    update();
}

void PictureItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    if (m_picture.levels.isEmpty())
        return;
    const double zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    qsizetype level = 0;
    while (level + 1 < m_picture.levels.size() && m_picture.levels[level + 1].width() >= zoom * m_sizePx.width())
        ++level;
    const QImage& image = m_picture.levels[level];
    const double scale = static_cast<double>(image.width()) / m_sizePx.width();
    const QRectF exposed = option->exposedRect & boundingRect();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(exposed, image, {exposed.topLeft() * scale, exposed.size() * scale});
}

LineItem::LineItem(const QPolygonF& outline) : QGraphicsPolygonItem(outline)
{
    setEmphasis(false, false);
}

void LineItem::setEmphasis(bool current, bool hovered)
{
    QColor edge = kLineColor;
    QColor fill = kLineColor;
    edge.setAlpha(current ? 255 : hovered ? 220 : 130);
    fill.setAlpha(current ? 48 : hovered ? 28 : 0);
    QPen pen(edge, current ? 2.5 : 1.2);
    pen.setCosmetic(true);
    pen.setJoinStyle(Qt::RoundJoin);
    setPen(pen);
    setBrush(fill);
    setZValue(current ? 2 : 1);
}

} // namespace longhand::ui

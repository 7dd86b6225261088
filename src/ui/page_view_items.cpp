#include "ui/page_view_items.h"

#include <algorithm>

#include <QPainter>
#include <QPen>
#include <QStyleOptionGraphicsItem>

namespace longhand::ui
{

namespace
{

// Paper is light in a dark desktop too, so the outlines do not follow the palette.
const QColor kLineColor(0x1f, 0x6f, 0xd6);
const QColor kCaretColor(0xc2, 0x41, 0x0c);
constexpr double kCaretBarPx = 4;   ///< on the screen
constexpr double kCaretReach = 100; ///< of half the bar, in pixels of the picture, at the smallest zoom

/// The two corners that are lowest, from left to right.
QLineF lowerEdge(const QPolygonF& outline)
{
    QPolygonF corners = outline;
    std::ranges::sort(corners, [](const QPointF& a, const QPointF& b) { return a.y() > b.y(); });
    corners = corners.mid(0, 2);
    if (corners.size() < 2)
        return {};
    return corners[0].x() < corners[1].x() ? QLineF(corners[0], corners[1]) : QLineF(corners[1], corners[0]);
}

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

CaretItem::CaretItem()
{
    setZValue(3);
}

void CaretItem::setInk(const QPolygonF& word, const QPolygonF& glyph)
{
    prepareGeometryChange();
    m_word = word;
    m_glyph = glyph;
    update();
}

QRectF CaretItem::boundingRect() const
{
    const QRectF outlines = m_word.boundingRect() | m_glyph.boundingRect();
    return outlines.isNull() ? outlines : outlines.adjusted(-kCaretReach, -kCaretReach, kCaretReach, kCaretReach);
}

void CaretItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    QPen pen(kCaretColor, 1.5);
    pen.setCosmetic(true);
    pen.setJoinStyle(Qt::RoundJoin);
    painter->setPen(pen);
    painter->drawPolygon(m_word);
    if (m_glyph.isEmpty())
        return;
    QColor fill = kCaretColor;
    fill.setAlpha(40);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawPolygon(m_glyph);
    pen.setWidthF(kCaretBarPx);
    pen.setCapStyle(Qt::FlatCap);
    painter->setPen(pen);
    painter->drawLine(lowerEdge(m_glyph));
}

} // namespace longhand::ui

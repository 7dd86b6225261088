#include "ui/line_handles_item.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace longhand::ui
{

namespace
{

const QColor kHandleColor(0x8b, 0x2f, 0xc9);
const QColor kCutColor(0xc2, 0x18, 0x18);
constexpr double kHandlePx = 8; ///< on the screen
constexpr double kReach = 400;  ///< of handles around their points, picture pixels at the smallest zoom

QPen cosmetic(const QColor& color, double width, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen(color, width, style, Qt::RoundCap, Qt::RoundJoin);
    pen.setCosmetic(true);
    return pen;
}

} // namespace

QPolygonF toQt(const std::vector<Point>& points)
{
    QPolygonF polygon;
    for (const Point& p : points)
        polygon.append(QPointF(p.x, p.y));
    return polygon;
}

LineHandlesItem::LineHandlesItem()
{
    setZValue(10);
}

void LineHandlesItem::show(Scene scene)
{
    prepareGeometryChange();
    m_scene = std::move(scene);
    QPolygonF all = toQt(m_scene.drawn);
    if (m_scene.shape)
        all += toQt(m_scene.shape->outline) + toQt(m_scene.shape->baseline);
    for (const LineShape& shape : m_scene.moved)
        all += toQt(shape.outline);
    if (m_scene.cut)
        all << m_scene.cut->p1() << m_scene.cut->p2();
    if (m_scene.target)
        all += *m_scene.target;
    m_bounds = all.isEmpty() ? QRectF() : all.boundingRect().adjusted(-kReach, -kReach, kReach, kReach);
    update();
}

void LineHandlesItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    const double zoom = option->levelOfDetailFromTransform(painter->worldTransform());
    const double side = kHandlePx / std::max(zoom, 0.001);
    painter->setBrush(Qt::NoBrush);
    if (m_scene.target) {
        painter->setPen(cosmetic(kHandleColor, 4));
        painter->drawPolygon(*m_scene.target);
    }
    for (const LineShape& shape : m_scene.moved) {
        painter->setPen(cosmetic(kHandleColor, 2));
        painter->drawPolygon(toQt(shape.outline));
        painter->drawPolyline(toQt(shape.baseline));
    }
    if (!m_scene.drawn.empty()) {
        painter->setPen(cosmetic(kHandleColor, 3));
        painter->drawPolyline(toQt(m_scene.drawn));
    }
    if (m_scene.cut) {
        painter->setPen(cosmetic(kCutColor, 2, Qt::DashLine));
        painter->drawLine(*m_scene.cut);
    }
    if (!m_scene.shape)
        return;
    painter->setPen(cosmetic(kHandleColor, 1.5));
    painter->drawPolygon(toQt(m_scene.shape->outline));
    painter->setPen(cosmetic(kHandleColor, 1.5, Qt::DotLine));
    painter->drawPolyline(toQt(m_scene.shape->baseline));
    painter->setPen(cosmetic(kHandleColor, 1.5));
    for (const bool onBaseline : {false, true}) {
        const auto& points = onBaseline ? m_scene.shape->baseline : m_scene.shape->outline;
        for (int i = 0; i < static_cast<int>(points.size()); ++i) {
            const bool active = m_scene.point == ShapePoint{onBaseline, i};
            const Point p = points[static_cast<std::size_t>(i)];
            const double size = active ? side * 1.4 : side;
            const QRectF box(p.x - size / 2, p.y - size / 2, size, size);
            painter->setBrush(active ? kHandleColor : QColor(Qt::white));
            // The baseline is told apart by round points.
            if (onBaseline)
                painter->drawEllipse(box);
            else
                painter->drawRect(box);
        }
    }
}

} // namespace longhand::ui

#pragma once

#include <optional>
#include <vector>

#include <QGraphicsItem>

#include "ui/line_editor.h"

namespace longhand::ui
{

/// What the line editor draws over the page: the points of a chosen line, where it would be cut, and what is being
/// dragged or drawn.
class LineHandlesItem final : public QGraphicsItem
{
public:
    struct Scene {
        std::optional<LineShape> shape; ///< with points
        std::optional<ShapePoint> point;
        std::vector<LineShape> moved; ///< outlines on their way
        std::optional<QLineF> cut;
        Polyline drawn;
        std::optional<QPolygonF> target; ///< the line whose place in the order is taken
    };

    LineHandlesItem();
    void show(Scene scene);
    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    Scene m_scene;
    QRectF m_bounds;
};

QPolygonF toQt(const std::vector<Point>& points);

} // namespace longhand::ui

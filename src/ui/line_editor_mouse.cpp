// The mouse over lines; keys are in line_editor_keys.cpp.

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QMouseEvent>

#include "ui/line_editor.h"
#include "ui/page_view.h"

namespace longhand::ui
{

namespace
{

constexpr double kGrabPx = 7;     ///< around a point, on the screen
constexpr double kEdgePx = 8;     ///< around an edge, for a double click
constexpr double kDrawStepPx = 4; ///< between points of a line being drawn
constexpr double kLeastDrawPx = 16;

Point toPoint(const QPointF& p)
{
    return {p.x(), p.y()};
}

double distance(const QPointF& a, const QPointF& b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

double distanceToSegment(const QPointF& p, const QPointF& a, const QPointF& b)
{
    const QPointF ab = b - a;
    const double squared = QPointF::dotProduct(ab, ab);
    const double share = squared > 0 ? std::clamp(QPointF::dotProduct(p - a, ab) / squared, 0.0, 1.0) : 0;
    return distance(p, a + share * ab);
}

} // namespace

std::optional<ShapePoint> LineEditor::pointAt(QPoint viewportPoint) const
{
    std::optional<ShapePoint> best;
    double nearest = kGrabPx;
    for (const bool onBaseline : {true, false}) {
        if (!m_shape)
            break;
        const auto& points = onBaseline ? m_shape->baseline : m_shape->outline;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const QPointF place = m_view.mapFromScene(QPointF(points[i].x, points[i].y));
            if (const double away = distance(place, viewportPoint); away < nearest) {
                nearest = away;
                best = ShapePoint{onBaseline, static_cast<int>(i)};
            }
        }
    }
    return best;
}

std::optional<ShapePoint> LineEditor::edgeAt(QPoint viewportPoint) const
{
    std::optional<ShapePoint> best;
    double nearest = kEdgePx;
    for (const bool onBaseline : {true, false}) {
        if (!m_shape)
            break;
        const auto& points = onBaseline ? m_shape->baseline : m_shape->outline;
        const std::size_t edges = onBaseline ? points.size() - 1 : points.size();
        for (std::size_t i = 0; i < edges; ++i) {
            const Point a = points[i];
            const Point b = points[(i + 1) % points.size()];
            const double away = distanceToSegment(viewportPoint, m_view.mapFromScene(QPointF(a.x, a.y)),
                                                  m_view.mapFromScene(QPointF(b.x, b.y)));
            if (away < nearest) {
                nearest = away;
                best = ShapePoint{onBaseline, static_cast<int>(i)};
            }
        }
    }
    return best;
}

bool LineEditor::mousePress(const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    m_view.setFocus(Qt::MouseFocusReason);
    m_pressedAt = event.pos();
    m_from = m_view.mapToScene(event.pos());
    m_moved = false;
    m_offset = {};
    const std::optional<ShapePoint> point = pointAt(event.pos());
    m_point = point;
    if (point) {
        m_drag = Drag::Point;
        repaint();
        return true;
    }
    if (const int numbered = m_view.numberAt(event.pos()); numbered >= 0) {
        choose({numbered});
        m_drag = Drag::Order;
        m_ordered = numbered;
        return true;
    }
    // Just beside the outline of the chosen line it is still the line that is meant.
    const int line = edgeAt(event.pos()) ? chosen().front() : m_view.lineAt(event.pos());
    if (line < 0) {
        m_drag = Drag::Draw;
        m_drawn = {toPoint(m_from)};
        return true;
    }
    if (event.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) {
        std::vector<int> lines = chosen();
        if (std::erase(lines, line) == 0)
            lines.push_back(line);
        choose(lines);
        return true;
    }
    if (!isChosen(line))
        choose({line});
    if (m_shape)
        m_splitAlong = std::clamp(alongBaseline(m_shape->baseline, toPoint(m_from)), 0.0, lengthOf(m_shape->baseline));
    m_drag = Drag::Lines;
    repaint();
    return true;
}

bool LineEditor::mouseMove(const QMouseEvent& event)
{
    if (m_drag == Drag::None || !(event.buttons() & Qt::LeftButton))
        return false;
    if (!m_moved && (event.pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance() / 2)
        return true;
    m_moved = true;
    const QPointF here = m_view.mapToScene(event.pos());
    m_offset = here - m_from;
    if (m_drag == Drag::Point)
        at(*m_point) = toPoint(here);
    else if (m_drag == Drag::Draw &&
             distance(m_view.mapFromScene(QPointF(m_drawn.back().x, m_drawn.back().y)), event.pos()) >= kDrawStepPx)
        m_drawn.push_back(toPoint(here));
    else if (m_drag == Drag::Order)
        m_target = m_view.numberAt(event.pos()) >= 0 ? m_view.numberAt(event.pos()) : m_view.lineAt(event.pos());
    repaint();
    return true;
}

bool LineEditor::mouseRelease()
{
    if (m_drag == Drag::None)
        return false;
    const Drag drag = m_drag;
    const bool moved = m_moved;
    const QPointF offset = m_offset;
    const Polyline drawn = m_drawn;
    const int ordered = m_ordered;
    const int target = m_target;
    if (drag == Drag::Point && moved) {
        m_drag = Drag::None;
        reshape();
        return true;
    }
    cancelDrag();
    if (drag == Drag::Lines && moved) {
        Q_EMIT linesMoved(chosen(), offset.x(), offset.y());
    } else if (drag == Drag::Draw && moved && lengthOf(drawn) * m_view.zoom() >= kLeastDrawPx) {
        // Writing runs to the right, whichever way a person's hand went.
        Polyline baseline = drawn;
        if (baseline.back().x < baseline.front().x)
            std::ranges::reverse(baseline);
        Q_EMIT lineDrawn(baseline);
    } else if (drag == Drag::Draw && !moved) {
        chooseIds({});
    } else if (drag == Drag::Order && target >= 0 && target != ordered) {
        const auto place = std::ranges::find(m_lines, target, &EditableLine::line);
        Q_EMIT lineReordered(ordered, static_cast<int>(place - m_lines.begin()));
    }
    return true;
}

bool LineEditor::doubleClick(const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    cancelDrag();
    if (!m_shape || pointAt(event.pos()))
        return true;
    const std::optional<ShapePoint> before = edgeAt(event.pos());
    if (!before)
        return true;
    auto& points = before->onBaseline ? m_shape->baseline : m_shape->outline;
    points.insert(points.begin() + before->index + 1, toPoint(m_view.mapToScene(event.pos())));
    m_point = ShapePoint{before->onBaseline, before->index + 1};
    reshape();
    return true;
}

} // namespace longhand::ui

#include "ui/line_editor.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QMouseEvent>

#include "ui/line_handles_item.h"
#include "ui/page_view.h"

namespace longhand::ui
{

namespace
{

constexpr double kGrabPx = 7;     ///< around a point, on the screen
constexpr double kEdgePx = 8;     ///< around an edge, for a double click
constexpr double kDrawStepPx = 4; ///< between points of a line being drawn
constexpr double kLeastDrawPx = 16;
constexpr double kSimplerShare = 0.08; ///< of the line's height: outlines have more points than a person can handle
constexpr double kCutStepShare = 0.01;

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

LineEditor::LineEditor(PageView& view, QObject* parent) : QObject(parent), m_view(view), m_handles(new LineHandlesItem)
{
    m_view.scene()->addItem(m_handles);
    m_view.viewport()->installEventFilter(this);
    m_view.installEventFilter(this);
}

LineEditor::~LineEditor() = default;

void LineEditor::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    cancelDrag();
    m_view.setToolActive(active);
    m_view.setNumbersShown(active);
    if (!active)
        chooseIds({});
    repaint();
}

void LineEditor::setLines(std::vector<EditableLine> lines)
{
    cancelDrag();
    m_lines = std::move(lines);
    chooseIds(m_chosen);
}

std::vector<int> LineEditor::chosen() const
{
    std::vector<int> lines;
    for (const EditableLine& line : m_lines)
        if (std::ranges::find(m_chosen, line.id) != m_chosen.end())
            lines.push_back(line.line);
    return lines;
}

bool LineEditor::isChosen(int line) const
{
    const EditableLine* known = lineOf(line);
    return known && std::ranges::find(m_chosen, known->id) != m_chosen.end();
}

const EditableLine* LineEditor::lineOf(int line) const
{
    const auto known = std::ranges::find(m_lines, line, &EditableLine::line);
    return known == m_lines.end() ? nullptr : &*known;
}

void LineEditor::choose(const std::vector<int>& lines)
{
    std::vector<std::string> ids;
    for (const int line : lines)
        if (const EditableLine* known = lineOf(line))
            ids.push_back(known->id);
    chooseIds(std::move(ids));
}

void LineEditor::chooseIds(std::vector<std::string> ids)
{
    std::erase_if(ids, [this](const std::string& id) {
        return std::ranges::find(m_lines, id, &EditableLine::id) == m_lines.end();
    });
    const bool same = ids == m_chosen;
    m_chosen = std::move(ids);
    const std::vector<int> lines = chosen();
    m_shape.reset();
    if (lines.size() == 1) {
        m_shape = lineOf(lines.front())->shape;
        if (!m_reshaped.contains(m_chosen.front()))
            m_shape->outline = simplified(m_shape->outline, std::max(1.0, kSimplerShare * heightOf(*m_shape)));
        if (!same)
            m_splitAlong = lengthOf(m_shape->baseline) / 2;
    }
    const auto gone = [this] {
        const auto& points = m_point->onBaseline ? m_shape->baseline : m_shape->outline;
        return m_point->index >= static_cast<int>(points.size());
    };
    if (m_point && (!same || !m_shape || gone()))
        m_point.reset();
    m_view.setChosenLines(lines);
    repaint();
    if (!same)
        Q_EMIT choiceChanged();
}

std::optional<QPointF> LineEditor::splitPoint() const
{
    if (!m_shape)
        return std::nullopt;
    const Point p = pointAlong(m_shape->baseline, m_splitAlong);
    return QPointF(p.x, p.y);
}

Point& LineEditor::at(ShapePoint point)
{
    return (point.onBaseline ? m_shape->baseline : m_shape->outline).at(static_cast<std::size_t>(point.index));
}

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

bool LineEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_active)
        return QObject::eventFilter(watched, event);
    const bool onViewport = watched == m_view.viewport();
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return onViewport && mousePress(static_cast<QMouseEvent&>(*event));
    case QEvent::MouseMove:
        return onViewport && mouseMove(static_cast<QMouseEvent&>(*event));
    case QEvent::MouseButtonRelease:
        return onViewport && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton && mouseRelease();
    case QEvent::MouseButtonDblClick:
        return onViewport && doubleClick(static_cast<QMouseEvent&>(*event));
    case QEvent::KeyPress:
        return watched == &m_view && keyPress(static_cast<QKeyEvent&>(*event));
    default:
        return QObject::eventFilter(watched, event);
    }
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

void LineEditor::reshape()
{
    const std::vector<int> lines = chosen();
    if (lines.size() != 1 || !m_shape)
        return;
    m_reshaped.insert(m_chosen.front());
    Q_EMIT lineReshaped(lines.front(), LineShape(*m_shape)); // a copy: the lines are set anew meanwhile
}

void LineEditor::addPointAfter(ShapePoint point)
{
    auto& points = point.onBaseline ? m_shape->baseline : m_shape->outline;
    const auto i = static_cast<std::size_t>(point.index);
    if (point.onBaseline && i + 1 >= points.size())
        return;
    const Point a = points[i];
    const Point b = points[(i + 1) % points.size()];
    points.insert(points.begin() + point.index + 1, {(a.x + b.x) / 2, (a.y + b.y) / 2});
    m_point = ShapePoint{point.onBaseline, point.index + 1};
    reshape();
}

bool LineEditor::removePoint()
{
    if (!m_point || !m_shape)
        return false;
    auto& points = m_point->onBaseline ? m_shape->baseline : m_shape->outline;
    if (points.size() <= (m_point->onBaseline ? 2U : 3U))
        return true; // fewer is no line
    points.erase(points.begin() + m_point->index);
    m_point.reset();
    reshape();
    return true;
}

bool LineEditor::keyPress(const QKeyEvent& event)
{
    if (moveKey(event))
        return true;
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Escape:
        if (m_drag != Drag::None)
            cancelDrag();
        else if (m_point)
            m_point.reset();
        else if (!m_chosen.empty())
            chooseIds({});
        else
            Q_EMIT leaveRequested();
        repaint();
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (!removePoint())
            Q_EMIT removeRequested();
        return true;
    case Qt::Key_Insert:
        if (m_point && m_shape)
            addPointAfter(*m_point);
        else
            Q_EMIT newLineRequested();
        return true;
    case Qt::Key_N:
    case Qt::Key_P:
        stepPoint(event.key() == Qt::Key_N ? 1 : -1);
        return true;
    case Qt::Key_S:
        Q_EMIT splitRequested();
        return true;
    case Qt::Key_M:
        Q_EMIT mergeRequested();
        return true;
    default:
        return false;
    }
}

bool LineEditor::moveKey(const QKeyEvent& event)
{
    const int key = event.key();
    const double dx = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : 0;
    const double dy = key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : 0;
    if (dx == 0 && dy == 0)
        return false;
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    if (event.modifiers() & Qt::ControlModifier) {
        const double step = (shift ? 10 : 1) / m_view.zoom();
        nudge(dx * step, dy * step);
    } else if (event.modifiers() & Qt::AltModifier) {
        const std::vector<int> lines = chosen();
        const auto place =
            lines.size() == 1 ? std::ranges::find(m_lines, lines.front(), &EditableLine::line) : m_lines.end();
        const auto position = static_cast<int>(place - m_lines.begin()) + static_cast<int>(dy);
        if (place != m_lines.end() && dy != 0 && position >= 0 && position < static_cast<int>(m_lines.size()))
            Q_EMIT lineReordered(lines.front(), position);
    } else if (dy != 0) {
        chooseNext(static_cast<int>(dy), shift);
    } else if (m_shape) {
        const double length = lengthOf(m_shape->baseline);
        m_splitAlong = std::clamp(m_splitAlong + dx * (shift ? 10 : 1) * kCutStepShare * length, 0.0, length);
        repaint();
    }
    return true;
}

void LineEditor::chooseNext(int by, bool extend)
{
    if (m_lines.empty())
        return;
    const auto last = m_chosen.empty() ? m_lines.end() : std::ranges::find(m_lines, m_chosen.back(), &EditableLine::id);
    const int count = static_cast<int>(m_lines.size());
    const int from = last == m_lines.end() ? (by > 0 ? -1 : count) : static_cast<int>(last - m_lines.begin());
    const EditableLine& next = m_lines[static_cast<std::size_t>(std::clamp(from + by, 0, count - 1))];
    std::vector<std::string> ids = extend ? m_chosen : std::vector<std::string>();
    std::erase(ids, next.id);
    ids.push_back(next.id);
    chooseIds(std::move(ids));
    m_view.revealLine(next.line);
}

void LineEditor::stepPoint(int by)
{
    if (!m_shape)
        return;
    // Around the outline first, then along the baseline.
    const int outline = static_cast<int>(m_shape->outline.size());
    const int all = outline + static_cast<int>(m_shape->baseline.size());
    const int now = !m_point ? (by > 0 ? -1 : all) : m_point->index + (m_point->onBaseline ? outline : 0);
    const int next = (now + by + all) % all;
    m_point = next < outline ? ShapePoint{false, next} : ShapePoint{true, next - outline};
    repaint();
}

void LineEditor::nudge(double dx, double dy)
{
    if (m_point && m_shape) {
        Point& point = at(*m_point);
        point = {point.x + dx, point.y + dy};
        reshape();
    } else if (const std::vector<int> lines = chosen(); !lines.empty()) {
        Q_EMIT linesMoved(lines, dx, dy);
    }
}

void LineEditor::cancelDrag()
{
    const bool dragged = m_drag != Drag::None;
    m_drag = Drag::None;
    m_moved = false;
    m_offset = {};
    m_drawn.clear();
    m_ordered = -1;
    m_target = -1;
    if (dragged)
        chooseIds(std::vector(m_chosen)); // the shape as it was
}

void LineEditor::repaint()
{
    LineHandlesItem::Scene scene;
    if (m_active) {
        const bool moving = m_drag == Drag::Lines && m_moved;
        if (m_shape && !moving) {
            scene.shape = m_shape;
            scene.point = m_point;
            const Point on = pointAlong(m_shape->baseline, m_splitAlong);
            const Point ahead = pointAlong(m_shape->baseline, m_splitAlong + 1);
            const double height = heightOf(*m_shape);
            const QPointF across(-(ahead.y - on.y), ahead.x - on.x);
            const QPointF middle(on.x, on.y);
            scene.cut = QLineF(middle - across * height, middle + across * height * 0.5);
        }
        for (const EditableLine& line : m_lines)
            if (moving && isChosen(line.line))
                scene.moved.push_back(translated(line.shape, m_offset.x(), m_offset.y()));
        scene.drawn = m_drawn;
        if (m_target >= 0)
            scene.target = m_view.outline(m_target);
    }
    m_handles->show(std::move(scene));
}

} // namespace longhand::ui

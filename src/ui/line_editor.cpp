// What is chosen and how it is shown; the mouse is in line_editor_mouse.cpp, the keys in line_editor_keys.cpp.

#include "ui/line_editor.h"

#include <algorithm>

#include <QGraphicsScene>
#include <QKeyEvent>
#include <QMouseEvent>

#include "ui/line_handles_item.h"
#include "ui/page_view.h"

namespace longhand::ui
{

namespace
{

constexpr double kSimplerShare = 0.08; ///< of the line's height: outlines have more points than a person can handle

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
    case QEvent::ShortcutOverride:
        // On the canvas its keys come before those of the window.
        if (watched != &m_view || !isKey(static_cast<QKeyEvent&>(*event)))
            return false;
        event->accept();
        return true;
    case QEvent::KeyPress:
        return watched == &m_view && keyPress(static_cast<QKeyEvent&>(*event));
    default:
        return QObject::eventFilter(watched, event);
    }
}

void LineEditor::reshape()
{
    const std::vector<int> lines = chosen();
    if (lines.size() != 1 || !m_shape)
        return;
    m_reshaped.insert(m_chosen.front());
    Q_EMIT lineReshaped(lines.front(), LineShape(*m_shape)); // a copy: the lines are set anew meanwhile
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

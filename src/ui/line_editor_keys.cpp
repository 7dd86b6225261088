// The keys of the canvas while lines are edited. Which key a command has is up to its action; arrows and Escape do what
// they do everywhere.

#include <algorithm>

#include <QAction>
#include <QKeyEvent>

#include "ui/line_editor.h"
#include "ui/page_view.h"

namespace longhand::ui
{

namespace
{

constexpr double kCutStepShare = 0.01; ///< of the line's length

bool isArrow(const QKeyEvent& event)
{
    return event.key() >= Qt::Key_Left && event.key() <= Qt::Key_Down && !(event.modifiers() & Qt::AltModifier);
}

} // namespace

void LineEditor::bind(Command command, const QAction& action)
{
    m_keys.emplace_back(command, &action);
}

std::optional<LineEditor::Command> LineEditor::commandOf(const QKeyEvent& event) const
{
    const QKeySequence pressed(QKeyCombination(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key())));
    for (const auto& [command, action] : m_keys)
        if (action->shortcuts().contains(pressed))
            return command;
    return std::nullopt;
}

bool LineEditor::isKey(const QKeyEvent& event) const
{
    return event.key() == Qt::Key_Escape || isArrow(event) || commandOf(event);
}

bool LineEditor::keyPress(const QKeyEvent& event)
{
    if (const auto command = commandOf(event))
        run(*command);
    else if (isArrow(event))
        arrowKey(event);
    else if (event.key() == Qt::Key_Escape)
        escape();
    else
        return false;
    return true;
}

void LineEditor::run(Command command)
{
    switch (command) {
    case Command::New:
        if (m_point && m_shape)
            addPointAfter(*m_point);
        else
            Q_EMIT newLineRequested();
        break;
    case Command::Remove:
        if (!removePoint())
            Q_EMIT removeRequested();
        break;
    case Command::Split:
        Q_EMIT splitRequested();
        break;
    case Command::Merge:
        Q_EMIT mergeRequested();
        break;
    case Command::Earlier:
        moveInOrder(-1);
        break;
    case Command::Later:
        moveInOrder(+1);
        break;
    case Command::NextPoint:
        stepPoint(+1);
        break;
    case Command::PreviousPoint:
        stepPoint(-1);
        break;
    }
}

void LineEditor::escape()
{
    if (m_drag != Drag::None)
        cancelDrag();
    else if (m_point)
        m_point.reset();
    else if (!m_chosen.empty())
        chooseIds({});
    else
        Q_EMIT leaveRequested();
    repaint();
}

void LineEditor::arrowKey(const QKeyEvent& event)
{
    const int key = event.key();
    const double dx = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : 0;
    const double dy = key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : 0;
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    if (event.modifiers() & Qt::ControlModifier) {
        const double step = (shift ? 10 : 1) / m_view.zoom();
        nudge(dx * step, dy * step);
    } else if (dy != 0) {
        chooseNext(static_cast<int>(dy), shift);
    } else if (m_shape) {
        const double length = lengthOf(m_shape->baseline);
        m_splitAlong = std::clamp(m_splitAlong + dx * (shift ? 10 : 1) * kCutStepShare * length, 0.0, length);
        repaint();
    }
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

void LineEditor::moveInOrder(int by)
{
    const std::vector<int> lines = chosen();
    if (lines.size() != 1)
        return;
    const auto place = std::ranges::find(m_lines, lines.front(), &EditableLine::line);
    const auto position = static_cast<int>(place - m_lines.begin()) + by;
    if (position >= 0 && position < static_cast<int>(m_lines.size()))
        Q_EMIT lineReordered(lines.front(), position);
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

} // namespace longhand::ui

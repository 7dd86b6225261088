#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <QObject>
#include <QPointF>

#include "ui/line_shapes.h"

class QAction;
class QKeyEvent;
class QMouseEvent;

namespace longhand::ui
{

class LineHandlesItem;
class PageView;

/// A line as the editor knows it.
struct EditableLine {
    int line = -1;  ///< index into the reading's lines
    std::string id; ///< stays the same through edits
    LineShape shape;
};

/// A point of the outline or of the baseline.
struct ShapePoint {
    bool onBaseline = false;
    int index = 0;

    bool operator==(const ShapePoint&) const = default;
};

/// The tool for lines on the canvas: dragging along writing draws one, dragging a line moves it, dragging its points
/// reshapes it, dragging its number puts it elsewhere in the order. All of that works with the keyboard as well. It
/// changes nothing itself but says what a person wants.
class LineEditor : public QObject
{
    Q_OBJECT
public:
    /// `view` must outlive this object.
    explicit LineEditor(PageView& view, QObject* parent = nullptr);
    ~LineEditor() override;

    /// What keys do on the canvas beside the arrows and Escape.
    enum class Command {
        New, ///< a line; a point where one is chosen
        Remove,
        Split,
        Merge,
        Earlier,
        Later,
        NextPoint,
        PreviousPoint
    };
    /// The command has the action's keys from now on. The action must outlive this object.
    void bind(Command command, const QAction& action);
    /// As its key does.
    void run(Command command);

    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    /// The lines of the page in the order of the text. Chosen ones stay chosen by their id.
    void setLines(std::vector<EditableLine> lines);

    /// Indices into the reading's lines, in the order of the text.
    [[nodiscard]] std::vector<int> chosen() const;
    void choose(const std::vector<int>& lines);
    void chooseIds(std::vector<std::string> ids);
    /// Where a chosen line would be cut; nullopt unless it is the only one.
    [[nodiscard]] std::optional<QPointF> splitPoint() const;
    /// The shape of the only chosen line with the points that can be dragged; nullopt with none or several.
    [[nodiscard]] const std::optional<LineShape>& shape() const { return m_shape; }
    [[nodiscard]] std::optional<ShapePoint> point() const { return m_point; }

Q_SIGNALS:
    void choiceChanged();
    void lineDrawn(const longhand::Polyline& baseline);
    void linesMoved(const std::vector<int>& lines, double dx, double dy);
    void lineReshaped(int line, const longhand::ui::LineShape& shape);
    /// Counted from 0.
    void lineReordered(int line, int position);
    void splitRequested();
    void mergeRequested();
    void removeRequested();
    void newLineRequested();
    void leaveRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Drag { None, Point, Lines, Draw, Order };

    bool mousePress(const QMouseEvent& event);
    bool mouseMove(const QMouseEvent& event);
    bool mouseRelease();
    bool doubleClick(const QMouseEvent& event);
    [[nodiscard]] std::optional<Command> commandOf(const QKeyEvent& event) const;
    [[nodiscard]] bool isKey(const QKeyEvent& event) const;
    bool keyPress(const QKeyEvent& event);
    void arrowKey(const QKeyEvent& event);
    void escape();
    void moveInOrder(int by);
    void chooseNext(int by, bool extend);
    void stepPoint(int by);
    void nudge(double dx, double dy);
    void addPointAfter(ShapePoint point);
    bool removePoint();
    void cancelDrag();
    void reshape();
    void repaint();

    [[nodiscard]] bool isChosen(int line) const;
    [[nodiscard]] const EditableLine* lineOf(int line) const;
    [[nodiscard]] std::optional<ShapePoint> pointAt(QPoint viewportPoint) const;
    /// The edge there, by the point it begins at.
    [[nodiscard]] std::optional<ShapePoint> edgeAt(QPoint viewportPoint) const;
    [[nodiscard]] Point& at(ShapePoint point);

    PageView& m_view;
    LineHandlesItem* m_handles; // owned by the scene of the view
    std::vector<std::pair<Command, const QAction*>> m_keys;
    std::vector<EditableLine> m_lines;
    std::vector<std::string> m_chosen; ///< ids
    std::set<std::string> m_reshaped;  ///< ids of lines whose points a person put where they are
    std::optional<LineShape> m_shape;
    std::optional<ShapePoint> m_point;
    double m_splitAlong = 0; ///< pixels along the baseline of the only chosen line
    Drag m_drag = Drag::None;
    bool m_moved = false;
    QPoint m_pressedAt;
    QPointF m_from;
    QPointF m_offset;
    Polyline m_drawn;
    int m_ordered = -1; ///< line whose number is dragged
    int m_target = -1;  ///< line it is over
    bool m_active = false;
};

} // namespace longhand::ui

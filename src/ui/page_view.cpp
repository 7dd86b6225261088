#include "ui/page_view.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QGestureEvent>
#include <QGraphicsScene>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include "ui/accessible_page_view.h"
#include "ui/page_view_items.h"

namespace longhand::ui
{

namespace
{

constexpr double kMinZoom = 0.02;
constexpr double kMaxZoom = 16;
constexpr double kZoomStep = 1.25;
constexpr int kMarginPx = 12; ///< around the page, on the screen

QPolygonF toQt(const Polygon& outline)
{
    QPolygonF polygon;
    for (const Point& point : outline)
        polygon.append(QPointF(point.x, point.y));
    return polygon;
}

/// Index of the outline that contains the point, else of the one nearest along the line; -1 when there is none.
template <class Outlines, class OutlineOf>
int nearest(const Outlines& outlines, const QPointF& point, OutlineOf outlineOf)
{
    int best = -1;
    double bestDistance = 0;
    for (std::size_t i = 0; i < outlines.size(); ++i) {
        const QPolygonF& outline = outlineOf(outlines[i]);
        const QRectF box = outline.boundingRect();
        const double beside = std::max({box.left() - point.x(), point.x() - box.right(), 0.0});
        const double distance = outline.containsPoint(point, Qt::WindingFill) ? -1 : beside;
        if (best < 0 || distance < bestDistance) {
            best = static_cast<int>(i);
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace

PageView::PageView(QWidget* parent)
    : QGraphicsView(parent), m_scene(new QGraphicsScene(this)), m_picture(new PictureItem), m_caret(new CaretItem)
{
    installAccessiblePageView();
    setObjectName(QStringLiteral("pageView"));
    setAccessibleName(tr("Page picture"));
    setAccessibleDescription(tr("The picture of the page with the lines found on it. The arrow keys scroll."));
    setScene(m_scene);
    m_scene->addItem(m_picture);
    m_scene->addItem(m_caret);
    setRenderHint(QPainter::Antialiasing);
    setDragMode(ScrollHandDrag);
    setInteractive(false); // dragging always pans; clicks are told apart on release
    setTransformationAnchor(AnchorUnderMouse);
    setFrameShape(NoFrame);
    setBackgroundRole(QPalette::Mid);
    setBackgroundBrush(Qt::NoBrush);
    setMouseTracking(true);
    setAcceptDrops(false); // the window takes them
    viewport()->setAcceptDrops(false);
    viewport()->setAutoFillBackground(true);
    viewport()->setBackgroundRole(QPalette::Mid);
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->grabGesture(Qt::PinchGesture);
}

void PageView::clear()
{
    showLines({}, {});
    m_picture->setPicture({}, {});
    m_scene->setSceneRect({});
}

void PageView::showPreview(const QImage& thumbnail, QSize sizePx)
{
    showLines({}, {});
    m_picture->setPicture({{thumbnail}}, sizePx);
    m_scene->setSceneRect(m_picture->boundingRect());
    verticalScrollBar()->setValue(verticalScrollBar()->minimum());
    m_fit = m_fit == Fit::None ? Fit::Width : m_fit;
    applyFit();
}

void PageView::showPicture(const app::PagePicture& picture)
{
    if (picture.levels.isEmpty())
        return;
    m_picture->setPicture(picture, picture.levels.first().size());
}

void PageView::showLines(const std::vector<formats::Line>& lines, const std::vector<ShownLine>& shown)
{
    for (LineItem* item : m_lines)
        delete item;
    m_lines.clear();
    m_words.clear();
    m_shown.clear();
    m_caret->setInk({}, {});
    m_currentLine = -1;
    m_hoveredLine = -1;
    for (const formats::Line& line : lines) {
        m_lines.push_back(new LineItem(toQt(line.outline))); // owned by the scene
        m_scene->addItem(m_lines.back());
        std::vector<WordInk>& words = m_words.emplace_back();
        for (const formats::Word& word : line.words) {
            WordInk& ink = words.emplace_back(WordInk{toQt(word.outline), {}});
            for (const formats::Glyph& glyph : word.glyphs)
                ink.glyphs.push_back(toQt(glyph.outline));
        }
    }
    updateLines(shown);
}

void PageView::updateLines(const std::vector<ShownLine>& shown)
{
    std::vector<bool> present(m_lines.size());
    for (const ShownLine& line : shown)
        if (itemOf(line.line))
            present[static_cast<std::size_t>(line.line)] = true;
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i]->setVisible(present[i]);
    m_shown = shown;
    for (const ShownLine& line : m_shown) {
        if (LineItem* item = itemOf(line.line)) {
            item->setState(line.state);
            item->setNumber(m_numbersShown ? line.number : 0);
        }
    }
}

LineItem* PageView::itemOf(int line) const
{
    return line >= 0 && line < static_cast<int>(m_lines.size()) ? m_lines[static_cast<std::size_t>(line)] : nullptr;
}

LineState PageView::stateOf(int line) const
{
    const LineItem* item = itemOf(line);
    return item ? item->state() : LineState::Found;
}

void PageView::setNumbersShown(bool shown)
{
    m_numbersShown = shown;
    updateLines(std::vector(m_shown));
}

void PageView::setChosenLines(const std::vector<int>& lines)
{
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i]->setChosen(std::ranges::find(lines, static_cast<int>(i)) != lines.end());
}

void PageView::revealLine(int line)
{
    if (const LineItem* item = itemOf(line))
        reveal(item->polygon().boundingRect());
}

void PageView::setToolActive(bool active)
{
    m_toolActive = active;
    setDragMode(active ? NoDrag : ScrollHandDrag);
    viewport()->setCursor(active ? Qt::CrossCursor : Qt::ArrowCursor);
}

void PageView::setCurrentLine(int line)
{
    if (!itemOf(line))
        line = -1;
    const int before = m_currentLine;
    m_currentLine = line;
    for (const int changed : {before, line})
        if (LineItem* item = itemOf(changed))
            item->setEmphasis(changed == m_currentLine, changed == m_hoveredLine);
    if (line >= 0 && line != before)
        revealLine(line);
}

void PageView::setCurrentInk(const Ink& ink)
{
    setCurrentLine(ink.line);
    m_caret->setInk({}, {});
    if (m_currentLine < 0)
        return;
    const auto has = [](const auto& all, int index) { return index >= 0 && index < static_cast<int>(all.size()); };
    const std::vector<WordInk>& words = m_words[static_cast<std::size_t>(m_currentLine)];
    if (!has(words, ink.word))
        return;
    const WordInk& word = words[static_cast<std::size_t>(ink.word)];
    const bool known = has(word.glyphs, ink.glyph);
    m_caret->setInk(word.outline, known ? word.glyphs[static_cast<std::size_t>(ink.glyph)] : QPolygonF());
    reveal(word.outline.boundingRect());
}

QPolygonF PageView::currentWord() const
{
    return m_caret->word();
}

QPolygonF PageView::currentGlyph() const
{
    return m_caret->glyph();
}

void PageView::reveal(const QRectF& area)
{
    // What is in sight stays where it is, even at the edge: a page that moves under the eye loses the place.
    if (!mapToScene(viewport()->rect()).boundingRect().contains(area))
        ensureVisible(area, kMarginPx, 3 * kMarginPx);
}

int PageView::lineAt(QPoint viewportPoint) const
{
    const QPointF point = mapToScene(viewportPoint);
    // Outlines of neighbours touch and overlap; the one whose middle is nearest is meant.
    int best = -1;
    double bestDistance = 0;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_lines[i]->isVisible())
            continue;
        const QPolygonF polygon = m_lines[i]->polygon();
        if (!polygon.containsPoint(point, Qt::WindingFill))
            continue;
        const double distance = std::abs(polygon.boundingRect().center().y() - point.y());
        if (best < 0 || distance < bestDistance) {
            best = static_cast<int>(i);
            bestDistance = distance;
        }
    }
    return best;
}

int PageView::numberAt(QPoint viewportPoint) const
{
    for (const ShownLine& line : m_shown) {
        const LineItem* item = itemOf(line.line);
        if (item && m_numbersShown && item->signs(viewportTransform()).contains(viewportPoint))
            return line.line;
    }
    return -1;
}

Ink PageView::inkAt(QPoint viewportPoint) const
{
    Ink ink;
    ink.line = lineAt(viewportPoint);
    if (ink.line < 0)
        return ink;
    const QPointF point = mapToScene(viewportPoint);
    const std::vector<WordInk>& words = m_words[static_cast<std::size_t>(ink.line)];
    ink.word = nearest(words, point, [](const WordInk& word) -> const QPolygonF& { return word.outline; });
    if (ink.word >= 0)
        ink.glyph = nearest(words[static_cast<std::size_t>(ink.word)].glyphs, point,
                            [](const QPolygonF& glyph) -> const QPolygonF& { return glyph; });
    return ink;
}

QPolygonF PageView::outline(int line) const
{
    const LineItem* item = itemOf(line);
    return item ? item->polygon() : QPolygonF();
}

void PageView::zoomIn()
{
    zoomBy(kZoomStep);
}

void PageView::zoomOut()
{
    zoomBy(1 / kZoomStep);
}

void PageView::zoomBy(double factor, std::optional<QPoint> around)
{
    m_fit = Fit::None;
    const double target = std::clamp(zoom() * factor, kMinZoom, kMaxZoom);
    const QPoint anchor = around.value_or(viewport()->rect().center());
    const QPointF fixed = mapToScene(anchor);
    const ViewportAnchor before = transformationAnchor();
    setTransformationAnchor(NoAnchor);
    scale(target / zoom(), target / zoom());
    const QPointF moved = mapFromScene(fixed) - anchor;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(moved.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(moved.y()));
    setTransformationAnchor(before);
}

void PageView::fitWidth()
{
    m_fit = Fit::Width;
    applyFit();
}

void PageView::fitPage()
{
    m_fit = Fit::Page;
    applyFit();
}

void PageView::applyFit()
{
    const QRectF page = m_picture->boundingRect();
    if (m_fit == Fit::None || page.isEmpty())
        return;
    // As if the scroll bar were there: otherwise showing it would change the width it depends on.
    const int barPx = verticalScrollBar()->isVisible() ? 0 : verticalScrollBar()->sizeHint().width();
    double factor = (viewport()->width() - barPx - 2.0 * kMarginPx) / page.width();
    if (m_fit == Fit::Page)
        factor = std::min(factor, (viewport()->height() - 2.0 * kMarginPx) / page.height());
    factor = std::clamp(factor, kMinZoom, kMaxZoom);
    // What is at the top stays there, the top of the page above all.
    const bool atTop = verticalScrollBar()->value() == verticalScrollBar()->minimum();
    const double topScene = mapToScene(QPoint(0, 0)).y();
    const double marginScene = kMarginPx / factor;
    setTransform(QTransform::fromScale(factor, factor));
    m_scene->setSceneRect(page.adjusted(-marginScene, -marginScene, marginScene, marginScene));
    horizontalScrollBar()->setValue(horizontalScrollBar()->minimum());
    verticalScrollBar()->setValue(atTop ? verticalScrollBar()->minimum() : qRound(topScene * factor));
}

void PageView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    zoomBy(std::pow(kZoomStep, event->angleDelta().y() / 120.0), event->position().toPoint());
    event->accept();
}

bool PageView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) { // a touchpad
        const auto& gesture = static_cast<const QNativeGestureEvent&>(*event);
        if (gesture.gestureType() == Qt::ZoomNativeGesture) {
            zoomBy(1 + gesture.value(), gesture.position().toPoint());
            return true;
        }
    }
    if (event->type() == QEvent::Gesture) { // a touch screen
        auto& gestures = static_cast<QGestureEvent&>(*event);
        if (const auto* pinch = qobject_cast<QPinchGesture*>(gestures.gesture(Qt::PinchGesture))) {
            zoomBy(pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->centerPoint().toPoint()));
            return true;
        }
    }
    return QGraphicsView::viewportEvent(event);
}

void PageView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_pressedAt = event->pos();
    if (event->button() == Qt::MiddleButton) { // pans also where a tool has the left one
        m_panning = true;
        m_pressedAt = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    QGraphicsView::mousePressEvent(event);
}

void PageView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_panning) {
        const QPoint by = event->pos() - m_pressedAt;
        m_pressedAt = event->pos();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
        return;
    }
    QGraphicsView::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton)
        setHoveredLine(lineAt(event->pos()));
}

void PageView::mouseReleaseEvent(QMouseEvent* event)
{
    QGraphicsView::mouseReleaseEvent(event);
    viewport()->setCursor(m_toolActive ? Qt::CrossCursor : Qt::ArrowCursor);
    if (event->button() == Qt::MiddleButton)
        m_panning = false;
    if (event->button() != Qt::LeftButton || m_toolActive)
        return;
    const bool dragged = (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (const Ink ink = inkAt(event->pos()); ink.line >= 0 && !dragged)
        Q_EMIT inkClicked(ink);
}

void PageView::leaveEvent(QEvent* event)
{
    setHoveredLine(-1);
    QGraphicsView::leaveEvent(event);
}

void PageView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    applyFit();
}

void PageView::setHoveredLine(int line)
{
    const int before = m_hoveredLine;
    if (line == before)
        return;
    m_hoveredLine = line;
    for (const int changed : {before, line})
        if (LineItem* item = itemOf(changed))
            item->setEmphasis(changed == m_currentLine, changed == line);
    if (!m_toolActive)
        viewport()->setCursor(line >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace longhand::ui

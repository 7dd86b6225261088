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
const QColor kFoundColor(0x8a, 0x5a, 0x00);
const QColor kConfirmedColor(0x1a, 0x7f, 0x37);
const QColor kChosenColor(0x8b, 0x2f, 0xc9);
const QColor kBadgeColor(0x3a, 0x3d, 0x43);
constexpr double kMarkPx = 16; ///< these three: on the screen
constexpr double kMarkGapPx = 3;
constexpr double kDigitPx = 7;
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

void drawConfirmedSign(QPainter& painter, const QRectF& box)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(kConfirmedColor);
    painter.drawEllipse(box);
    const QRectF mark = box.adjusted(3, 3, -3, -3);
    const auto at = [&mark](double x, double y) {
        return QPointF(mark.left() + x * mark.width(), mark.top() + y * mark.height());
    };
    painter.setPen(QPen(Qt::white, mark.width() / 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{at(0.1, 0.55), at(0.4, 0.85), at(0.92, 0.2)});
}

LineMarkItem::LineMarkItem(QGraphicsItem* line) : QGraphicsItem(line)
{
    setFlag(ItemIgnoresTransformations);
}

void LineMarkItem::setSigns(bool confirmed, int number)
{
    if (confirmed == m_confirmed && number == m_number)
        return;
    prepareGeometryChange();
    m_confirmed = confirmed;
    m_number = number;
    update();
}

QRectF LineMarkItem::badge() const
{
    const double width =
        std::max<double>(kMarkPx, kDigitPx * static_cast<double>(QString::number(m_number).size()) + 8);
    return {-kMarkGapPx - width, -kMarkPx / 2, width, kMarkPx};
}

QRectF LineMarkItem::boundingRect() const
{
    QRectF box;
    if (m_number > 0)
        box = badge();
    if (m_confirmed)
        box |= QRectF((m_number > 0 ? box.left() : 0) - kMarkGapPx - kMarkPx, -kMarkPx / 2, kMarkPx, kMarkPx);
    return box.isNull() ? box : box.adjusted(-2, -2, 2, 2);
}

void LineMarkItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    double right = -kMarkGapPx;
    if (m_number > 0) {
        const QRectF box = badge();
        painter->setPen(Qt::NoPen);
        painter->setBrush(kBadgeColor);
        painter->drawRoundedRect(box, kMarkPx / 2, kMarkPx / 2);
        QFont font = painter->font();
        font.setPixelSize(static_cast<int>(kMarkPx) - 5);
        font.setBold(true);
        painter->setFont(font);
        painter->setPen(Qt::white);
        painter->drawText(box, Qt::AlignCenter, QString::number(m_number));
        right = box.left() - kMarkGapPx;
    }
    if (!m_confirmed)
        return;
    // On the paper or on the ground beside it, which may be dark: the sign brings its own ground along.
    drawConfirmedSign(*painter, QRectF(right - kMarkPx, -kMarkPx / 2, kMarkPx, kMarkPx));
}

LineItem::LineItem(const QPolygonF& outline) : QGraphicsPolygonItem(outline), m_mark(new LineMarkItem(this))
{
    const QRectF box = outline.boundingRect();
    // Where the line begins: the middle of the points near its left end.
    double sum = 0;
    int count = 0;
    for (const QPointF& point : outline) {
        if (point.x() <= box.left() + box.width() / 20) {
            sum += point.y();
            ++count;
        }
    }
    m_mark->setPos(box.left(), count > 0 ? sum / count : box.center().y());
    restyle();
}

void LineItem::setEmphasis(bool current, bool hovered)
{
    m_current = current;
    m_hovered = hovered;
    restyle();
}

void LineItem::setState(LineState state)
{
    if (state == m_state)
        return;
    m_state = state;
    restyle();
}

void LineItem::setChosen(bool chosen)
{
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    restyle();
}

void LineItem::setNumber(int number)
{
    if (number == m_number)
        return;
    m_number = number;
    restyle();
}

QRectF LineItem::signs(const QTransform& toViewport) const
{
    return m_mark->boundingRect().translated(toViewport.map(m_mark->scenePos()));
}

QPen LineItem::penOf(LineState state)
{
    QPen pen(state == LineState::Found  ? kFoundColor
             : state == LineState::Read ? kLineColor
                                        : kConfirmedColor,
             state == LineState::Confirmed ? 2 : 1.2);
    if (state == LineState::Found)
        pen.setDashPattern({5, 4});
    pen.setCosmetic(true);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

void LineItem::restyle()
{
    QPen line = penOf(m_state);
    QColor edge = m_chosen ? kChosenColor : line.color();
    QColor fill = edge;
    edge.setAlpha(m_current || m_chosen ? 255 : m_hovered ? 230 : m_state == LineState::Read ? 150 : 200);
    fill.setAlpha(m_chosen ? 40 : m_current ? 48 : m_hovered ? 28 : 0);
    line.setColor(edge);
    if (m_current || m_chosen)
        line.setWidthF(2.5);
    setPen(line);
    setBrush(fill);
    setZValue(m_chosen ? 2.5 : m_current ? 2 : 1);
    m_mark->setSigns(m_state == LineState::Confirmed, m_number);
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

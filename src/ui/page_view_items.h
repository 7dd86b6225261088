#pragma once

#include <QGraphicsItem>
#include <QGraphicsPolygonItem>

#include "longhand/app/picture_loader.h"

namespace longhand::ui
{

/// A picture that paints the level nearest to what the screen shows, so that a large photo scrolls smoothly.
class PictureItem final : public QGraphicsItem
{
public:
    void setPicture(const app::PagePicture& picture, QSize sizePx);
    [[nodiscard]] QRectF boundingRect() const override { return {{0, 0}, QSizeF(m_sizePx)}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    app::PagePicture m_picture;
    QSize m_sizePx;
};

/// The outline of a text line. The line of the caret differs by a filled shape and a heavier edge, not by colour alone.
class LineItem final : public QGraphicsPolygonItem
{
public:
    explicit LineItem(const QPolygonF& outline);
    void setEmphasis(bool current, bool hovered);
};

} // namespace longhand::ui

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

/// Where the caret is on the page: a box around its word, a heavy bar under its character.
class CaretItem final : public QGraphicsItem
{
public:
    CaretItem();
    /// Either may be empty.
    void setInk(const QPolygonF& word, const QPolygonF& glyph);
    [[nodiscard]] const QPolygonF& word() const { return m_word; }
    [[nodiscard]] const QPolygonF& glyph() const { return m_glyph; }
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QPolygonF m_word;
    QPolygonF m_glyph;
};

} // namespace longhand::ui

#pragma once

#include <QGraphicsItem>
#include <QGraphicsPolygonItem>
#include <QPen>

#include "longhand/app/picture_loader.h"
#include "ui/page_text.h"

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

/// A sign of fixed size on the screen at the beginning of a line: its number while lines are edited, a check mark once
/// a person confirmed it.
class LineMarkItem final : public QGraphicsItem
{
public:
    explicit LineMarkItem(QGraphicsItem* line);
    /// `number`: 0 for none.
    void setSigns(bool confirmed, int number);
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    [[nodiscard]] QRectF badge() const;

    bool m_confirmed = false;
    int m_number = 0;
};

/// The outline of a text line. What is known of it shows in colour and shape: dashed while it is not read, thin when
/// the machine read it, heavy with a check mark when a person confirmed it. The line of the caret is filled.
class LineItem final : public QGraphicsPolygonItem
{
public:
    explicit LineItem(const QPolygonF& outline);
    void setEmphasis(bool current, bool hovered);
    void setState(LineState state);
    [[nodiscard]] LineState state() const { return m_state; }
    /// Among the lines being edited.
    void setChosen(bool chosen);
    /// 0: not shown.
    void setNumber(int number);

    /// Where number and check mark are on the viewport.
    [[nodiscard]] QRectF signs(const QTransform& toViewport) const;

    /// How lines of a state are drawn.
    [[nodiscard]] static QPen penOf(LineState state);

private:
    void restyle();

    LineMarkItem* m_mark; // owned by this
    LineState m_state = LineState::Read;
    bool m_current = false;
    bool m_hovered = false;
    bool m_chosen = false;
    int m_number = 0;
};

/// The check mark of a confirmed line, on a ground of its own.
void drawConfirmedSign(QPainter& painter, const QRectF& box);

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

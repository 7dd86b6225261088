#pragma once

#include <QGraphicsItem>
#include <QImage>

namespace longhand::ui
{

/// The cleaned page over the picture, to the right of a divider that stands at a share of the viewport's width.
class CleaningPreviewItem final : public QGraphicsItem
{
public:
    CleaningPreviewItem();
    /// `picture` covers the page of `sizePx`, whatever its own size; null: nothing to show.
    void setPicture(const QImage& picture, QSizeF sizePx);
    void setDivider(double share);
    [[nodiscard]] bool isEmpty() const { return m_picture.isNull(); }
    [[nodiscard]] QRectF boundingRect() const override { return {{0, 0}, m_sizePx}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QImage m_picture;
    QSizeF m_sizePx;
    double m_divider = 0.5;
};

} // namespace longhand::ui

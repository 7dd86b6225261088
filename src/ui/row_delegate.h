#pragma once

#include <QColor>
#include <QRect>
#include <QStyledItemDelegate>

namespace longhand::ui
{

/// Rows with a picture and several texts: paints the background as the style wants it and hands on the colours that go
/// with it.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;

protected:
    static constexpr int kPaddingPx = 8;

    struct Row {
        QRect area; ///< within the padding
        QFont font;
        QColor text;
        QColor muted; ///< for what is said in second place; like `text` where it would be hard to see
        bool selected = false;
    };

    /// The painter has the colour of the text.
    virtual void paintRow(QPainter& painter, const Row& row, const QModelIndex& index) const = 0;
    /// One line at the top of `area`, cut where it ends.
    static void drawLine(QPainter& painter, const QRect& area, const QString& text, const QFont& font,
                         Qt::TextElideMode cut = Qt::ElideRight);
};

} // namespace longhand::ui

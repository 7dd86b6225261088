#pragma once

#include <QColor>
#include <QFont>
#include <QPainterPath>
#include <QPolygonF>
#include <QString>

#include "noise.h"

namespace samples
{

/// How somebody writes.
struct Hand {
    QFont font; ///< with its size in pixels
    QColor ink;
    double penPx = 0; ///< added to the strokes of the font
};

/// A line of writing on the sheet, sheet pixels.
struct WrittenLine {
    QString text;
    QPainterPath ink;
    QPolygonF outline; ///< around the ink
    QPolygonF baseline;
    QColor color;
    double penPx = 0;
};

/// Writes `text` from `start` on. No two letters come out alike: words wander, letters are bent, the line drifts.
WrittenLine write(const QString& text, QPointF start, const Hand& hand, Random& random);

} // namespace samples

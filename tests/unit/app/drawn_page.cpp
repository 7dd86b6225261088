#include "drawn_page.h"

#include <algorithm>

#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace longhand::test
{

namespace
{

/// Loops as of a word, every third letter with an ascender, every fifth with a descender.
void addWord(QPainterPath& path, double x, double baseline, double xHeight, int letters)
{
    path.moveTo(x, baseline);
    for (int i = 0; i < letters; ++i) {
        const double top = baseline - xHeight * (i % 3 == 1 ? 2.0 : 1.0);
        const double bottom = baseline + (i % 5 == 3 ? xHeight * 0.8 : 0);
        path.cubicTo(x + xHeight * 0.2, top, x + xHeight * 0.5, top, x + xHeight * 0.4, bottom);
        path.cubicTo(x + xHeight * 0.5, baseline, x + xHeight * 0.7, baseline - xHeight * 0.5, x + xHeight * 0.8,
                     baseline);
        x += xHeight * 0.8;
    }
}

} // namespace

DrawnPage drawPage(const DrawnPageOptions& options)
{
    DrawnPage page;
    page.picture = RgbImage(options.widthPx, options.heightPx, 250);
    page.reference.widthPx = options.widthPx;
    page.reference.heightPx = options.heightPx;

    QImage canvas(page.picture.pixels.data(), options.widthPx, options.heightPx, options.widthPx * 3,
                  QImage::Format_RGB888);
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    QTransform turn;
    turn.translate(options.widthPx / 2.0, options.heightPx / 2.0);
    turn.rotate(options.turnDeg);
    turn.translate(-options.widthPx / 2.0, -options.heightPx / 2.0);
    painter.setTransform(turn);

    const double pitch = options.heightPx * 0.7 / options.lines;
    const double xHeight = std::min(pitch * 0.22, options.widthPx * 0.02);
    painter.setPen(QPen(QColor(30, 30, 60), xHeight * 0.15, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (int i = 0; i < options.lines; ++i) {
        const double baseline = options.heightPx * 0.15 + pitch * (i + 0.5);
        const double left = options.widthPx * 0.15;
        double x = left;
        QPainterPath path;
        for (int letters = 4; x + letters * xHeight * 0.8 < options.widthPx * 0.85; letters = 3 + (letters + 2) % 6) {
            addWord(path, x, baseline, xHeight, letters);
            x += (letters + 1) * xHeight * 0.8;
        }
        painter.drawPath(path);
        const QPolygonF box = turn.map(
            QPolygonF(QRectF(QPointF(left, baseline - xHeight * 1.7), QPointF(x - xHeight, baseline + xHeight * 0.6))));
        formats::Line line;
        for (int corner = 0; corner < 4; ++corner)
            line.outline.push_back({box[corner].x(), box[corner].y()});
        page.reference.lines.push_back(line);
    }
    return page;
}

} // namespace longhand::test

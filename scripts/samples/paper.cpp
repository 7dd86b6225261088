#include "paper.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPen>

#include "noise.h"

namespace samples
{

namespace
{

QImage writingMask(QSize size, const std::vector<WrittenLine>& lines, bool ofInk, const Paper& paper)
{
    QImage mask(size, QImage::Format_Grayscale8);
    mask.fill(0);
    QPainter painter(&mask);
    painter.setRenderHint(QPainter::Antialiasing);
    if (ofInk) {
        for (const auto& line : lines) {
            painter.fillPath(line.ink, Qt::white);
            if (line.penPx > 0)
                painter.strokePath(line.ink, QPen(Qt::white, line.penPx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        }
        return mask;
    }
    painter.setPen(QPen(QColor(150, 150, 150), 1.6));
    if (paper.ruling != Ruling::None)
        for (double y = paper.rulingTopPx; y < size.height(); y += paper.rulingPitchPx)
            painter.drawLine(QPointF(0, y), QPointF(size.width(), y));
    if (paper.ruling == Ruling::Squares)
        for (double x = paper.rulingPitchPx / 3; x < size.width(); x += paper.rulingPitchPx)
            painter.drawLine(QPointF(x, 0), QPointF(x, size.height()));
    return mask;
}

/// Ink and print are never as sharp as a drawing program's edges.
QImage softened(const QImage& mask)
{
    QImage result = mask;
    for (int y = 1; y + 1 < mask.height(); ++y) {
        const uchar* above = mask.constScanLine(y - 1);
        const uchar* here = mask.constScanLine(y);
        const uchar* below = mask.constScanLine(y + 1);
        uchar* out = result.scanLine(y);
        for (int x = 1; x + 1 < mask.width(); ++x)
            out[x] = static_cast<uchar>((4 * here[x] + 2 * (here[x - 1] + here[x + 1] + above[x] + below[x]) +
                                         above[x - 1] + above[x + 1] + below[x - 1] + below[x + 1]) /
                                        16);
    }
    return result;
}

QColor mix(const QColor& paper, const QColor& ink, double coverage)
{
    return QColor::fromRgbF(static_cast<float>(std::lerp(paper.redF(), ink.redF(), coverage)),
                            static_cast<float>(std::lerp(paper.greenF(), ink.greenF(), coverage)),
                            static_cast<float>(std::lerp(paper.blueF(), ink.blueF(), coverage)));
}

QColor darkened(const QColor& color, double factor)
{
    const auto scaled = [factor](int value) { return std::clamp(static_cast<int>(value * factor + 0.5), 0, 255); };
    return {scaled(color.red()), scaled(color.green()), scaled(color.blue())};
}

/// 1 in full light, less in the shadow that falls in from the lower right.
double light(double x, double y, const Paper& paper)
{
    const double across = x / paper.sizePx.width() * 0.7 + y / paper.sizePx.height() * 0.6 +
                          0.06 * smoothNoise(x, y, 420, paper.seed + 11);
    const double t = std::clamp((across - 0.55) / 0.75, 0.0, 1.0);
    return 1 - paper.shadow * t * t * (3 - 2 * t);
}

} // namespace

QImage paintSheet(const Paper& paper, const std::vector<WrittenLine>& lines)
{
    const QImage ruling = softened(writingMask(paper.sizePx, lines, false, paper));
    const QColor rulingInk(118, 146, 190);
    const QColor marginInk(205, 96, 96);
    // One mask for each ink on the page.
    std::vector<std::pair<QColor, QImage>> inks;
    for (const auto& line : lines) {
        if (std::any_of(inks.begin(), inks.end(), [&](const auto& ink) { return ink.first == line.color; }))
            continue;
        std::vector<WrittenLine> alike;
        std::copy_if(lines.begin(), lines.end(), std::back_inserter(alike),
                     [&](const WrittenLine& other) { return other.color == line.color; });
        inks.emplace_back(line.color, softened(writingMask(paper.sizePx, alike, true, paper)));
    }

    QImage sheet(paper.sizePx, QImage::Format_RGB32);
    for (int y = 0; y < sheet.height(); ++y) {
        auto* out = reinterpret_cast<QRgb*>(sheet.scanLine(y));
        for (int x = 0; x < sheet.width(); ++x) {
            const double texture = 1 + 0.012 * smoothNoise(x, y, 160, paper.seed) +
                                   0.010 * smoothNoise(x, y, 9, paper.seed + 1) +
                                   0.008 * smoothNoise(x, y, 2.2, paper.seed + 2);
            QColor color = paper.color;
            if (const int print = ruling.constScanLine(y)[x]; print > 0)
                color = mix(color, rulingInk, print / 255.0);
            if (paper.marginLinePx > 0) {
                const double distance = std::abs(x - paper.marginLinePx);
                color = mix(color, marginInk, 0.6 * std::clamp(1.6 - distance, 0.0, 1.0));
            }
            for (const auto& [ink, mask] : inks)
                if (const int coverage = mask.constScanLine(y)[x]; coverage > 0) {
                    // The pen presses now more, now less, and the paper's grain takes the ink unevenly.
                    const double pressure = 0.88 + 0.10 * smoothNoise(x, y, 70, paper.seed + 3) +
                                            0.07 * smoothNoise(x, y, 3, paper.seed + 4);
                    color = mix(color, ink, std::clamp(coverage / 255.0 * pressure, 0.0, 1.0));
                }
            out[x] = darkened(color, texture * light(x, y, paper)).rgb();
        }
    }
    return sheet;
}

QImage photographSheet(const QImage& sheet, QSize sizePx, const QTransform& fromSheet, const Paper& paper)
{
    QImage photo(sizePx, QImage::Format_RGB32);
    const QColor desk(92, 66, 48);
    for (int y = 0; y < photo.height(); ++y) {
        auto* out = reinterpret_cast<QRgb*>(photo.scanLine(y));
        for (int x = 0; x < photo.width(); ++x) {
            // Grain of wood: long along x, short along y.
            const double grain = 1 + 0.16 * smoothNoise(x / 14.0, y, 9, paper.seed + 21) +
                                 0.10 * smoothNoise(x / 40.0, y, 40, paper.seed + 22);
            out[x] = darkened(desk, grain).rgb();
        }
    }
    QPainter painter(&photo);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF bounds(sheet.rect());
    // The sheet's own shadow on the desk.
    for (int i = 8; i >= 1; --i)
        painter.fillPath(fromSheet.map([&] {
            QPainterPath path;
            path.addRect(bounds.translated(2.0 * i, 2.5 * i));
            return path;
        }()),
                         QColor(0, 0, 0, 14));
    painter.setTransform(fromSheet);
    painter.drawImage(QPointF(0, 0), sheet);
    return photo;
}

} // namespace samples

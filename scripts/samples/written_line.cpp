#include "written_line.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include <QFontMetricsF>
#include <QTransform>

namespace samples
{

namespace
{

/// A sum of waves along the line: how far the hand is off at `x`.
class Wobble
{
public:
    Wobble(double amplitude, double shortest, double longest, Random& random)
    {
        for (auto& wave : m_waves)
            wave = {amplitude * random.between(0.4, 1.0) / 2, 2 * std::numbers::pi / random.between(shortest, longest),
                    random.between(0, 2 * std::numbers::pi)};
    }
    double at(double x) const
    {
        double sum = 0;
        for (const auto& wave : m_waves)
            sum += wave.amplitude * std::sin(wave.frequency * x + wave.phase);
        return sum;
    }

private:
    struct Wave {
        double amplitude = 0;
        double frequency = 0;
        double phase = 0;
    };
    Wave m_waves[3];
};

QPainterPath wordsSideBySide(const QString& text, const Hand& hand, Random& random)
{
    const QFontMetricsF metrics(hand.font);
    const double size = hand.font.pixelSize();
    QPainterPath ink;
    double x = 0;
    for (const auto& word : text.split(QLatin1Char(' '))) {
        QPainterPath path;
        path.addText(0, 0, hand.font, word);
        const double scale = 1 + random.around(0.018);
        QTransform place;
        place.translate(x, random.around(0.018 * size));
        place.rotate(random.around(0.35));
        place.shear(random.around(0.02), 0);
        place.scale(scale, scale);
        ink.addPath(place.map(path));
        x += metrics.horizontalAdvance(word) * scale +
             metrics.horizontalAdvance(QLatin1Char(' ')) * random.between(0.95, 1.5);
    }
    return ink;
}

/// Top and bottom of the ink, column by column, as a polygon with a little air around it.
QPolygonF outlineOf(const QPainterPath& ink, const QPolygonF& baseline, double sizePx)
{
    const double stepPx = sizePx / 3;
    const double airPx = sizePx / 10;
    const auto bounds = ink.boundingRect();
    const auto columns = static_cast<std::size_t>(bounds.width() / stepPx) + 1;
    constexpr double kNone = std::numeric_limits<double>::infinity();
    std::vector<double> top(columns, kNone);
    std::vector<double> bottom(columns, -kNone);
    for (const auto& polygon : ink.toSubpathPolygons())
        for (const auto& point : polygon) {
            const auto column = static_cast<std::ptrdiff_t>((point.x() - bounds.left()) / stepPx);
            // The neighbours too: a stroke may cross their columns without a point there.
            for (auto c = std::max<std::ptrdiff_t>(column - 1, 0);
                 c <= std::min(column + 1, static_cast<std::ptrdiff_t>(columns) - 1); ++c) {
                auto& high = top[static_cast<std::size_t>(c)];
                auto& low = bottom[static_cast<std::size_t>(c)];
                high = std::min(high, point.y());
                low = std::max(low, point.y());
            }
        }
    QPolygonF upper;
    QPolygonF lower;
    for (std::size_t c = 0; c < columns; ++c) {
        const double x = bounds.left() + (static_cast<double>(c) + 0.5) * stepPx;
        const auto nearest =
            std::min_element(baseline.begin(), baseline.end(), [x](const QPointF& a, const QPointF& b) {
                return std::abs(a.x() - x) < std::abs(b.x() - x);
            });
        // At least the height of small letters, so that gaps and full stops do not pinch the outline.
        upper << QPointF(x, std::min(top[c], nearest->y() - 0.35 * sizePx) - airPx);
        lower << QPointF(x, std::max(bottom[c], nearest->y()) + airPx);
    }
    upper.first().rx() = lower.first().rx() = bounds.left() - airPx;
    upper.last().rx() = lower.last().rx() = bounds.right() + airPx;
    std::reverse(lower.begin(), lower.end());
    return upper + lower;
}

} // namespace

WrittenLine write(const QString& text, QPointF start, const Hand& hand, Random& random)
{
    const double size = hand.font.pixelSize();
    WrittenLine line{text, wordsSideBySide(text, hand, random), {}, {}, hand.ink, hand.penPx};
    const Wobble across(0.045 * size, 0.8 * size, 3.5 * size, random);
    const Wobble along(0.05 * size, 1.0 * size, 4.0 * size, random);
    const Wobble drift(0.09 * size, 9 * size, 30 * size, random);
    const double slope = random.around(0.0022);
    const auto baselineAt = [&](double x) { return start.y() + drift.at(x) + slope * x; };
    for (int i = 0; i < line.ink.elementCount(); ++i) {
        const QPointF p = line.ink.elementAt(i);
        // Bends depend on the height too, or every letter would only be moved as a whole.
        line.ink.setElementPositionAt(i, start.x() + p.x() + along.at(p.x() + 1.7 * p.y()),
                                      p.y() + baselineAt(p.x()) + across.at(p.x() - 0.6 * p.y()));
    }
    const auto bounds = line.ink.boundingRect();
    constexpr int kPieces = 12;
    for (int i = 0; i <= kPieces; ++i) {
        const double x = bounds.left() + bounds.width() * i / kPieces;
        line.baseline << QPointF(x, baselineAt(x - start.x()));
    }
    line.outline = outlineOf(line.ink, line.baseline, size);
    return line;
}

} // namespace samples

#include "pen_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "longhand/base/geometry.h"

namespace longhand::training
{

namespace
{

double uniform(std::mt19937_64& random, double from, double to)
{
    return std::uniform_real_distribution<double>(from, to)(random);
}

bool chance(std::mt19937_64& random, double probability)
{
    return uniform(random, 0, 1) < probability;
}

/// A slow wave with random phase, -1 to 1: stands for everything that drifts while a hand writes.
class Drift
{
public:
    Drift(std::mt19937_64& random, double shortest, double longest)
    {
        for (Wave& wave : m_waves)
            wave = {2 * std::numbers::pi / uniform(random, shortest, longest),
                    uniform(random, 0, 2 * std::numbers::pi)};
    }
    [[nodiscard]] double at(double position) const
    {
        double sum = 0;
        for (const Wave& wave : m_waves)
            sum += std::sin(position * wave.frequency + wave.phase);
        return sum / static_cast<double>(m_waves.size());
    }

private:
    struct Wave {
        double frequency = 0, phase = 0;
    };
    std::array<Wave, 3> m_waves;
};

struct Pen {
    double radiusPx = 1;
    double nib = 0;        ///< 0 round, towards 1 a broad nib: thin along its edge
    double nibAngle = 0.7; ///< radians
    double pressure = 0.2; ///< how much the width follows the hand
    double speedThins = 0; ///< how much fast strokes thin
    double darkness = 1;
    double fading = 0; ///< how much the darkness drifts
    double grain = 0;  ///< pencil: share of the ink the paper's tooth leaves out
};

Pen choosePen(std::mt19937_64& random, int heightPx)
{
    const double unit = heightPx / 48.0;
    Pen pen;
    pen.pressure = uniform(random, 0, 0.35);
    pen.speedThins = uniform(random, 0, 0.3);
    pen.darkness = uniform(random, 0.75, 1);
    pen.fading = uniform(random, 0, 0.25);
    const double kind = uniform(random, 0, 1);
    if (kind < 0.45) { // ballpoint or fine liner
        pen.radiusPx = uniform(random, 0.55, 1.15) * unit;
    } else if (kind < 0.65) { // felt tip
        pen.radiusPx = uniform(random, 1.1, 2.0) * unit;
        pen.pressure *= 0.4;
    } else if (kind < 0.85) { // fountain pen
        pen.radiusPx = uniform(random, 0.8, 1.7) * unit;
        pen.nib = uniform(random, 0.3, 0.75);
        pen.nibAngle = uniform(random, 0.2, 1.3);
    } else { // pencil
        pen.radiusPx = uniform(random, 0.6, 1.2) * unit;
        pen.grain = uniform(random, 0.2, 0.6);
        pen.darkness = uniform(random, 0.6, 0.95);
    }
    return pen;
}

/// From the strokes' units to pixels, with the hand's slant, width and tremor.
struct Hand {
    double scale = 1, widthScale = 1, slant = 0, tremor = 0, rise = 0;
    double leftPx = 0, topPx = 0;
    Drift sideways, upwards, baseline;

    [[nodiscard]] Point place(const PenPoint& p, double lineShift) const
    {
        const double x = p.x + tremor * sideways.at(p.x + 3.1 * p.y);
        const double y = p.y + lineShift + tremor * upwards.at(p.x - 2.3 * p.y) + rise * baseline.at(p.x);
        constexpr double kMiddle = 60; // letters lean about the middle of their bodies
        return {leftPx + (x + slant * (kMiddle - (y - lineShift))) * scale * widthScale, topPx + y * scale};
    }
};

class Sheet
{
public:
    Sheet(int width, int height)
        : m_width(width), m_height(height),
          m_ink(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0.0f)
    {
    }

    /// Darkens what lies within the radius of the segment; the edge is one pixel soft.
    void segment(Point a, Point b, double radiusA, double radiusB, double darkness)
    {
        const double reach = std::max(radiusA, radiusB) + 1;
        const int left = std::max(0, static_cast<int>(std::floor(std::min(a.x, b.x) - reach)));
        const int right = std::min(m_width - 1, static_cast<int>(std::ceil(std::max(a.x, b.x) + reach)));
        const int top = std::max(0, static_cast<int>(std::floor(std::min(a.y, b.y) - reach)));
        const int bottom = std::min(m_height - 1, static_cast<int>(std::ceil(std::max(a.y, b.y) + reach)));
        const double dx = b.x - a.x, dy = b.y - a.y;
        const double lengthSquared = dx * dx + dy * dy;
        for (int y = top; y <= bottom; ++y)
            for (int x = left; x <= right; ++x) {
                const double px = x + 0.5 - a.x, py = y + 0.5 - a.y;
                const double t = lengthSquared > 0 ? std::clamp((px * dx + py * dy) / lengthSquared, 0.0, 1.0) : 0.0;
                const double distance = std::hypot(px - t * dx, py - t * dy);
                const double radius = radiusA + t * (radiusB - radiusA);
                const double coverage = std::clamp(radius - distance + 0.5, 0.0, 1.0) * std::min(1.0, radius / 0.5);
                float& pixel = at(x, y);
                pixel = std::max(pixel, static_cast<float>(coverage * darkness));
            }
    }
    [[nodiscard]] float& at(int x, int y)
    {
        return m_ink[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x)];
    }
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }

    /// One pass of a 3x3 binomial filter, mixed in by `amount`.
    void soften(double amount)
    {
        const std::vector<float> sharp = m_ink;
        const auto sample = [&](int x, int y) {
            return sharp[static_cast<std::size_t>(std::clamp(y, 0, m_height - 1)) * static_cast<std::size_t>(m_width) +
                         static_cast<std::size_t>(std::clamp(x, 0, m_width - 1))];
        };
        constexpr std::array<float, 3> kWeights{0.25f, 0.5f, 0.25f};
        for (int y = 0; y < m_height; ++y)
            for (int x = 0; x < m_width; ++x) {
                float sum = 0;
                for (int dy = -1; dy <= 1; ++dy)
                    for (int dx = -1; dx <= 1; ++dx)
                        sum += kWeights[static_cast<std::size_t>(dy + 1)] * kWeights[static_cast<std::size_t>(dx + 1)] *
                               sample(x + dx, y + dy);
                at(x, y) += static_cast<float>(amount) * (sum - at(x, y));
            }
    }

private:
    int m_width, m_height;
    std::vector<float> m_ink;
};

void write(Sheet& sheet, const PenStrokes& strokes, const Hand& hand, const Pen& pen, const Drift& pressure,
           double lineShift)
{
    for (const PenStroke& stroke : strokes) {
        std::optional<Point> last;
        double lastRadius = 0;
        for (std::size_t i = 0; i < stroke.size(); ++i) {
            const Point point = hand.place(stroke[i], lineShift);
            const Point before = last.value_or(point);
            const double length = std::hypot(point.x - before.x, point.y - before.y);
            const double drift = pressure.at(stroke[i].x + 0.5 * stroke[i].y);
            double radius = pen.radiusPx * (1 + pen.pressure * drift);
            if (length > 0) {
                const double direction = std::atan2(point.y - before.y, point.x - before.x);
                radius *= 1 - pen.nib * (1 - std::abs(std::sin(direction + pen.nibAngle)));
                radius *= 1 - pen.speedThins * std::min(1.0, length / (0.25 * sheet.height()));
            }
            radius = std::max(radius, 0.3);
            if (!last)
                lastRadius = radius;
            sheet.segment(before, point, lastRadius, radius, pen.darkness * (1 - pen.fading * (0.5 - 0.5 * drift)));
            last = point;
            lastRadius = radius;
        }
    }
}

void addRuling(Sheet& sheet, std::mt19937_64& random)
{
    const double pitch = uniform(random, 0.3, 1.1) * sheet.height();
    const auto darkness = static_cast<float>(uniform(random, 0.08, 0.35));
    const double first = uniform(random, 0, pitch);
    const bool squared = chance(random, 0.35);
    const double tilt = uniform(random, -0.01, 0.01);
    const auto mark = [&](int x, double y) {
        const int row = static_cast<int>(y);
        if (row >= 0 && row < sheet.height())
            sheet.at(x, row) = std::max(sheet.at(x, row), darkness);
    };
    for (double y = first; y < sheet.height() + pitch; y += pitch)
        for (int x = 0; x < sheet.width(); ++x)
            mark(x, y + tilt * x);
    if (squared)
        for (double x = uniform(random, 0, pitch); x < sheet.width(); x += pitch)
            for (int y = 0; y < sheet.height(); ++y)
                mark(static_cast<int>(x), y);
}

/// Rooms above and below the line, as shares of its height. Lines cut from pages have room for ascenders and descenders
/// even where they have none; strokes fill their box.
struct Framing {
    double above = 0, below = 0;
};

Framing chooseFraming(const PenStrokes& strokes, std::mt19937_64& random)
{
    // A line without ascenders or descenders has much of its ink near the box's top or bottom.
    std::array<int, 10> rows{};
    int points = 0;
    for (const PenStroke& stroke : strokes)
        for (const PenPoint& point : stroke) {
            ++rows[static_cast<std::size_t>(std::clamp(point.y / 10, 0, 9))];
            ++points;
        }
    const bool fullTop = rows[0] + rows[1] > points / 4, fullBottom = rows[8] + rows[9] > points / 4;
    Framing framing{uniform(random, 0.0, 0.22), uniform(random, 0.0, 0.22)};
    if (fullTop)
        framing.above += uniform(random, 0, 0.5);
    if (fullBottom)
        framing.below += uniform(random, 0, 0.4);
    return framing;
}

} // namespace

GrayImage drawPenStrokes(const PenStrokes& strokes, const NeighbourLines& neighbours, int heightPx,
                         std::mt19937_64& random)
{
    const Framing framing = chooseFraming(strokes, random);
    const double scale = heightPx / (100 * (1 + framing.above + framing.below));
    Hand hand{scale,
              uniform(random, 0.8, 1.2),
              uniform(random, -0.2, 0.35),
              uniform(random, 0, 1.6),
              uniform(random, 0, 3),
              uniform(random, 2, 12),
              framing.above * 100 * scale,
              Drift(random, 30, 120),
              Drift(random, 30, 120),
              Drift(random, 300, 1500)};
    const Pen pen = choosePen(random, heightPx);
    const Drift pressure(random, 60, 400);
    const double lean = std::abs(hand.slant) * 60 * scale * hand.widthScale;
    hand.leftPx += lean;
    const int width = static_cast<int>(widthOf(strokes) * scale * hand.widthScale + 2 * lean + uniform(random, 8, 24));
    Sheet sheet(std::max(width, heightPx / 2), heightPx);
    write(sheet, strokes, hand, pen, pressure, 0);
    const double pitch = uniform(random, 82, 135);
    if (neighbours.above)
        write(sheet, *neighbours.above, hand, pen, pressure, -pitch);
    if (neighbours.below)
        write(sheet, *neighbours.below, hand, pen, pressure, pitch);
    if (chance(random, 0.5))
        sheet.soften(uniform(random, 0.2, 1));
    constexpr double kRuledPaper = 0.18;
    if (chance(random, kRuledPaper))
        addRuling(sheet, random);

    const double paperNoise = chance(random, 0.5) ? uniform(random, 0, 0.05) : 0;
    GrayImage line(sheet.width(), sheet.height());
    std::uniform_real_distribution<float> tooth(0, 1);
    for (int y = 0; y < line.height; ++y)
        for (int x = 0; x < line.width; ++x) {
            double ink = sheet.at(x, y);
            if (pen.grain > 0)
                ink *= 1 - pen.grain * tooth(random);
            if (paperNoise > 0)
                ink += paperNoise * (tooth(random) - 0.3);
            line.row(y)[x] = static_cast<std::uint8_t>(std::lround(255 * (1 - std::clamp(ink, 0.0, 1.0))));
        }
    return line;
}

} // namespace longhand::training

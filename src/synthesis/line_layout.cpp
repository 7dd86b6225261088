#include "synthesis/line_layout.h"

#include <algorithm>
#include <cmath>

#include "synthesis/smooth_noise.h"

namespace longhand::synthesis
{

namespace
{

// How far the features of each kind of unrest lie apart, in x-heights.
constexpr double kWobbleLength = 1.3;
constexpr double kTremorLength = 0.3;
constexpr double kSizeLength = 6;
constexpr double kSlantLength = 7;
constexpr double kWanderLength = 12;
constexpr double kSmallestGap = 0.5;
/// Letters that touch must stay where their neighbours end.
constexpr double kUnrestOfJoined = 0.2;

/// Moves, turns and scales one letter about its place on the baseline.
struct Dance {
    double scale = 1;
    double sine = 0;
    double lean = 0;
    double dy = 0;

    [[nodiscard]] Point map(Point p) const
    {
        return {scale * (p.x - (sine + lean) * p.y), scale * (p.y + sine * p.x) + dy};
    }
};

/// The bending of the whole line.
class Bend
{
public:
    Bend(const Hand& hand, Random& random)
        : m_hand(hand), m_wobbleX(random.next()), m_wobbleY(random.next()), m_tremor(random.next()),
          m_size(random.next()), m_slant(random.next()), m_wander(random.next())
    {
    }

    [[nodiscard]] Point map(Point p) const
    {
        const double x = p.x;
        p.y *= 1 + m_hand.sizeChange * m_size.at(x / kSizeLength);
        const Point coarse{p.x / kWobbleLength, p.y / kWobbleLength};
        const double tremor =
            m_hand.tremor > 0 ? m_hand.tremor * m_tremor.at(p.x / kTremorLength, p.y / kTremorLength) : 0;
        const Point bent{p.x + m_hand.wobble * m_wobbleX.at(coarse.x, coarse.y) + tremor,
                         p.y + m_hand.wobble * m_wobbleY.at(coarse.x, coarse.y) + tremor};
        const double slant = m_hand.slant + m_hand.slantChange * m_slant.at(x / kSlantLength);
        return {bent.x - slant * bent.y,
                bent.y + m_hand.baselineWander * m_wander.at(x / kWanderLength) + m_hand.baselineSlope * x};
    }

private:
    const Hand& m_hand;
    SmoothNoise m_wobbleX;
    SmoothNoise m_wobbleY;
    SmoothNoise m_tremor;
    SmoothNoise m_size;
    SmoothNoise m_slant;
    SmoothNoise m_wander;
};

void grow(Rect& box, const Rect& by)
{
    if (box.width <= 0 && box.height <= 0) {
        box = by;
        return;
    }
    const double right = std::max(box.x + box.width, by.x + by.width);
    const double bottom = std::max(box.y + box.height, by.y + by.height);
    box.x = std::min(box.x, by.x);
    box.y = std::min(box.y, by.y);
    box.width = right - box.x;
    box.height = bottom - box.y;
}

Rect boxOf(const std::vector<Polygon>& polygons)
{
    Rect box;
    for (const Polygon& polygon : polygons)
        grow(box, boundingBox(polygon));
    return box;
}

} // namespace

WrittenLine writeLine(const HandwritingFont& font, std::u32string_view text, const Hand& hand, Random& random)
{
    WrittenLine line;
    const Bend bend(hand, random);
    const double extraWidth = hand.penWidth - font.penWidth();
    const double unrest = hand.letterUnrest * (font.isJoined() ? kUnrestOfJoined : 1);
    Dance word;
    const auto nextWord = [&] {
        word.scale = 1 + random.normal(0, hand.sizeChange / 2);
        word.dy = random.normal(0, 0.03);
    };
    nextWord();
    double pen = 0;
    for (const Glyph& glyph : font.shape(text)) {
        if (text[glyph.character] == U' ') {
            const double gap = hand.spaceWidth * (1 + random.normal(0, hand.spaceChange));
            pen += std::max(gap, kSmallestGap);
            nextWord();
            continue;
        }
        Dance letter = word;
        letter.scale *= 1 + random.normal(0, 0.06 * unrest);
        letter.sine = random.normal(0, 0.03 * unrest);
        letter.lean = random.normal(0, 0.06 * unrest);
        letter.dy += random.normal(0, 0.05 * unrest);
        WrittenLetter written;
        written.character = glyph.character;
        written.polygons = font.outline(glyph.index, extraWidth);
        for (Polygon& polygon : written.polygons) {
            for (Point& p : polygon) {
                const Point placed = letter.map({p.x + glyph.offset.x, p.y + glyph.offset.y});
                p = bend.map({pen + placed.x * hand.widthScale, placed.y});
            }
        }
        pen += (glyph.advance * word.scale) * hand.widthScale;
        if (!font.isJoined())
            pen += hand.tracking + random.normal(0, 0.03 * unrest);
        written.box = boxOf(written.polygons);
        if (written.box.width <= 0)
            continue;
        grow(line.box, written.box);
        line.letters.push_back(std::move(written));
    }
    return line;
}

Polygon penStroke(const Polyline& path, double widthStart, double widthEnd)
{
    Polygon outline;
    Polygon back;
    const auto count = path.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Point before = path[i == 0 ? 0 : i - 1];
        const Point after = path[std::min(i + 1, count - 1)];
        const double length = std::max(1e-9, std::hypot(after.x - before.x, after.y - before.y));
        const double share = count > 1 ? static_cast<double>(i) / static_cast<double>(count - 1) : 0;
        const double half = (widthStart + (widthEnd - widthStart) * share) / 2;
        const Point normal{-(after.y - before.y) / length * half, (after.x - before.x) / length * half};
        outline.push_back({path[i].x + normal.x, path[i].y + normal.y});
        back.push_back({path[i].x - normal.x, path[i].y - normal.y});
    }
    outline.insert(outline.end(), back.rbegin(), back.rend());
    return outline;
}

} // namespace longhand::synthesis

#include "longhand/app/line_matching.h"

#include <algorithm>

#include "app/outline_overlap.h"

namespace longhand::app
{

namespace
{

constexpr double kSameFromIou = 0.3; ///< less than for a found line that counts: an outline drawn by hand is loose

bool apart(const Rect& a, const Rect& b)
{
    return a.x > b.x + b.width || b.x > a.x + a.width || a.y > b.y + b.height || b.y > a.y + a.height;
}

} // namespace

std::vector<int> sameLines(const std::vector<formats::Line>& old, const std::vector<formats::Line>& fresh)
{
    struct Pair {
        double iou;
        std::size_t old;
        std::size_t fresh;
    };
    std::vector<Pair> pairs;
    for (std::size_t o = 0; o < old.size(); ++o) {
        const Rect box = boundingBox(old[o].outline);
        for (std::size_t f = 0; f < fresh.size(); ++f) {
            if (apart(box, boundingBox(fresh[f].outline)))
                continue;
            if (const double iou = outlineOverlap(old[o].outline, fresh[f].outline); iou >= kSameFromIou)
                pairs.push_back({iou, o, f});
        }
    }
    std::ranges::stable_sort(pairs, [](const Pair& a, const Pair& b) { return a.iou > b.iou; });
    std::vector<int> same(fresh.size(), -1);
    std::vector<bool> taken(old.size());
    for (const Pair& pair : pairs) {
        if (taken[pair.old] || same[pair.fresh] >= 0)
            continue;
        taken[pair.old] = true;
        same[pair.fresh] = static_cast<int>(pair.old);
    }
    return same;
}

} // namespace longhand::app

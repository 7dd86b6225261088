#include "longhand/app/evaluation.h"

#include <algorithm>
#include <vector>

#include "app/outline_overlap.h"

namespace longhand::app
{

namespace
{

constexpr double kFoundFromIou = 0.5;
constexpr double kCoveredFromShare = 0.25;
constexpr double kCoverGrowth = 0.25; ///< outlines of references are often drawn tight or only around the x-height

double share(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

LineMatches& LineMatches::operator+=(const LineMatches& other)
{
    reference += other.reference;
    found += other.found;
    matched += other.matched;
    return *this;
}

double LineMatches::precision() const
{
    return reference == 0 && found == 0 ? 1 : share(matched, found);
}

double LineMatches::recall() const
{
    return reference == 0 && found == 0 ? 1 : share(matched, reference);
}

double LineMatches::f1() const
{
    return reference == 0 && found == 0 ? 1 : share(2 * matched, reference + found);
}

LineMatches matchLines(const formats::Page& reference, const formats::Page& found)
{
    struct Pair {
        double iou;
        std::size_t reference;
        std::size_t found;
    };
    std::vector<Pair> pairs;
    LineMatches matches;
    for (std::size_t r = 0; r < reference.lines.size(); ++r) {
        const Polygon& outline = reference.lines[r].outline;
        if (outline.size() < 3)
            continue;
        ++matches.reference;
        for (std::size_t f = 0; f < found.lines.size(); ++f) {
            const double iou = outlineOverlap(outline, found.lines[f].outline);
            if (iou >= kFoundFromIou)
                pairs.push_back({iou, r, f});
        }
    }
    matches.found = found.lines.size();
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.iou > b.iou; });
    std::vector<bool> referenceTaken(reference.lines.size());
    std::vector<bool> foundTaken(found.lines.size());
    for (const Pair& pair : pairs) {
        if (referenceTaken[pair.reference] || foundTaken[pair.found])
            continue;
        referenceTaken[pair.reference] = true;
        foundTaken[pair.found] = true;
        ++matches.matched;
    }
    return matches;
}

formats::Page coveredLines(const formats::Page& reference, formats::Page found)
{
    std::vector<Polygon> transcribed;
    for (const formats::Line& line : reference.lines) {
        if (line.text.empty())
            continue;
        if (line.outline.size() < 3)
            return found; // its text is somewhere on the page, nobody knows where
        transcribed.push_back(line.outline);
    }
    if (transcribed.empty())
        return found;
    std::erase_if(found.lines, [&](const formats::Line& line) {
        return coveredShare(line.outline, transcribed, kCoverGrowth) < kCoveredFromShare;
    });
    return found;
}

} // namespace longhand::app

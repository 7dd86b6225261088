#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "imaging/lines_parts.h"

namespace longhand::imaging
{
namespace
{

using Lines = std::vector<MeasuredLine>;

constexpr std::ptrdiff_t kColumnLines = 3; ///< fewer lines beside a text are notes on a line, not a column

/// Order of a page read as a tree of cuts: columns first, then what stands above or below them.
class Reader
{
public:
    explicit Reader(double sigmaPx) : m_sigmaPx(sigmaPx) {}

    void read(Lines lines, std::vector<FoundLine>& result) const
    {
        std::sort(lines.begin(), lines.end(),
                  [](const MeasuredLine& a, const MeasuredLine& b) { return a.baselineMid < b.baselineMid; });
        if (const auto cut = columnCut(lines.begin(), lines.end())) {
            const auto right = std::stable_partition(lines.begin(), lines.end(), [&](const MeasuredLine& line) {
                return (line.left + line.right) / 2 < *cut;
            });
            read({lines.begin(), right}, result);
            read({right, lines.end()}, result);
            return;
        }
        if (const auto cut = bandCut(lines)) {
            const auto below = lines.begin() + *cut;
            read({lines.begin(), below}, result);
            read({below, lines.end()}, result);
            return;
        }
        readRows(lines, result);
    }

private:
    using Iterator = Lines::const_iterator;

    /// The x between two columns: no line crosses it, and enough lines stand on either side.
    [[nodiscard]] std::optional<double> columnCut(Iterator from, Iterator to) const
    {
        if (to - from < 2 * kColumnLines)
            return std::nullopt;
        // Flourishes reach into the next column; a line's body is what counts.
        std::vector<std::pair<double, double>> bodies;
        for (auto line = from; line != to; ++line) {
            const double trim = std::min(2 * m_sigmaPx, (line->right - line->left) / 4);
            bodies.emplace_back(line->left + trim, line->right - trim);
        }
        std::sort(bodies.begin(), bodies.end());
        std::optional<double> best;
        double widest = m_sigmaPx;
        double reached = bodies.front().second;
        for (std::size_t i = 1; i < bodies.size(); ++i) {
            const double gap = bodies[i].first - reached;
            const auto left = static_cast<std::ptrdiff_t>(i);
            if (gap > widest && left >= kColumnLines && std::ssize(bodies) - left >= kColumnLines &&
                sideBySide(from, to, reached + gap / 2)) {
                widest = gap;
                best = reached + gap / 2;
            }
            reached = std::max(reached, bodies[i].second);
        }
        return best;
    }

    /// Whether the lines left and right of `x` stand at the same height: else one block merely is indented further.
    [[nodiscard]] static bool sideBySide(Iterator from, Iterator to, double x)
    {
        double top[2] = {1e9, 1e9};
        double bottom[2] = {-1e9, -1e9};
        for (auto line = from; line != to; ++line) {
            const int side = (line->left + line->right) / 2 < x ? 0 : 1;
            top[side] = std::min(top[side], line->baselineMid);
            bottom[side] = std::max(bottom[side], line->baselineMid);
        }
        const double shared = std::min(bottom[0], bottom[1]) - std::max(top[0], top[1]);
        return shared > 0.5 * std::min(bottom[0] - top[0], bottom[1] - top[1]);
    }

    /// How many lines stand above (or in) a block of full width, so that the rest falls into columns.
    [[nodiscard]] std::optional<std::ptrdiff_t> bandCut(const Lines& lines) const
    {
        for (std::ptrdiff_t i = 1; i + 2 * kColumnLines <= std::ssize(lines); ++i)
            if (columnCut(lines.begin() + i, lines.end()))
                return i;
        for (std::ptrdiff_t i = std::ssize(lines) - 1; i >= 2 * kColumnLines; --i)
            if (columnCut(lines.begin(), lines.begin() + i))
                return i;
        return std::nullopt;
    }

    /// From top to bottom; lines on one height from left to right.
    void readRows(Lines& lines, std::vector<FoundLine>& result) const
    {
        for (auto from = lines.begin(); from != lines.end();) {
            auto to = std::next(from);
            const auto fits = [&](const MeasuredLine& next) {
                return std::all_of(from, to, [&](const MeasuredLine& line) {
                    return (next.left >= line.right - m_sigmaPx || next.right <= line.left + m_sigmaPx) &&
                           std::abs(next.baselineMid - line.baselineMid) < 2 * m_sigmaPx;
                });
            };
            while (to != lines.end() && fits(*to))
                ++to;
            std::sort(from, to, [](const MeasuredLine& a, const MeasuredLine& b) { return a.left < b.left; });
            std::transform(std::make_move_iterator(from), std::make_move_iterator(to), std::back_inserter(result),
                           [](MeasuredLine&& line) { return std::move(line.line); });
            from = to;
        }
    }

    double m_sigmaPx;
};

} // namespace

std::vector<FoundLine> inReadingOrder(std::vector<MeasuredLine> lines, double sigmaPx)
{
    std::vector<FoundLine> result;
    result.reserve(lines.size());
    if (!lines.empty())
        Reader(sigmaPx).read(std::move(lines), result);
    return result;
}

} // namespace longhand::imaging

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "imaging/lines_strip.h"

namespace longhand::imaging
{
namespace
{

struct Span {
    double left = 0;
    double right = 0;
    [[nodiscard]] double width() const { return right - left; }
};

/// A stretch of letters, and the paper after it.
struct Word {
    int from = 0;
    int to = 0;
};

std::vector<Word> wordsOf(const Draft& draft)
{
    std::vector<Word> words;
    for (int bin = draft.first; bin <= draft.last; ++bin) {
        if (!draft.letters[static_cast<std::size_t>(bin)])
            continue;
        if (words.empty() || bin > words.back().to + 1)
            words.push_back({bin, bin});
        else
            words.back().to = bin;
    }
    return words;
}

/// The widest part of `span` in which `draft` has no letters.
Span widestFree(const Draft& draft, Span span)
{
    Span best{span.left, span.left};
    double from = span.left;
    for (int bin = draft.first; bin <= draft.last; ++bin) {
        const double x0 = draft.strip->edge(bin);
        const double x1 = draft.strip->edge(bin + 1);
        if (x1 <= span.left || !draft.letters[static_cast<std::size_t>(bin)])
            continue;
        if (x0 >= span.right)
            break;
        if (x0 - from > best.width())
            best = {from, x0};
        from = x1;
    }
    if (span.right - from > best.width())
        best = {from, span.right};
    return best;
}

/// Median space between words, 0 without any.
double typicalWordGap(const std::vector<Draft>& drafts)
{
    std::vector<double> gaps;
    for (const Draft& draft : drafts) {
        const std::vector<Word> words = wordsOf(draft);
        for (std::size_t w = 0; w + 1 < words.size(); ++w)
            gaps.push_back((words[w + 1].from - words[w].to - 1) * draft.strip->binPx());
    }
    if (gaps.empty())
        return 0;
    const auto mid = gaps.begin() + std::ssize(gaps) / 2;
    std::nth_element(gaps.begin(), mid, gaps.end());
    return *mid;
}

/// Follows a corridor of paper from line to line, upwards or downwards.
class Corridor
{
public:
    Corridor(const std::vector<Draft>& drafts, double sigmaPx)
        : m_drafts(drafts), m_sigmaPx(sigmaPx),
          m_narrowestPx(std::clamp(1.2 * typicalWordGap(drafts), sigmaPx, 3 * sigmaPx))
    {
    }

    [[nodiscard]] double narrowestPx() const { return m_narrowestPx; }

    /// Whether the gap `span` of `drafts[index]` is part of the space between two columns.
    [[nodiscard]] bool between(std::size_t index, Span span) const
    {
        int endsLeft = 1;
        int beginsRight = 1;
        int cleared = 1;
        double width = span.width();
        const double y = m_drafts[index].baselineAt((span.left + span.right) / 2);
        for (const bool up : {true, false}) {
            Span open = span;
            double reached = y;
            for (const std::size_t k : nearby(index, span, y, up)) {
                const Draft& line = m_drafts[k];
                const double lineY = line.baselineAt((open.left + open.right) / 2);
                if (std::abs(lineY - reached) > kLongestStepSigmas * m_sigmaPx)
                    break;
                const Span free = widestFree(line, open);
                if (free.width() < m_narrowestPx)
                    break;
                open = free;
                width = std::min(width, free.width());
                reached = lineY;
                const auto [left, right] = bordersOn(line, open);
                endsLeft += left;
                beginsRight += right;
                cleared += left && right ? 2 : 1;
            }
        }
        const int least = width > kWideCorridor * m_narrowestPx ? kLinesAtWide : kLinesAtNarrow;
        return endsLeft >= least && beginsRight >= least && cleared >= 2 * least - 1;
    }

private:
    static constexpr double kLongestStepSigmas = 14;
    static constexpr double kWideCorridor = 1.5; ///< times the narrowest; fewer lines prove it
    static constexpr int kLinesAtWide = 4;
    static constexpr int kLinesAtNarrow = 5;

    /// Lines above (below) that reach the neighbourhood of the span, nearest first.
    [[nodiscard]] std::vector<std::size_t> nearby(std::size_t index, Span span, double y, bool up) const
    {
        std::vector<std::pair<double, std::size_t>> found;
        const double mid = (span.left + span.right) / 2;
        for (std::size_t k = 0; k < m_drafts.size(); ++k) {
            const Draft& line = m_drafts[k];
            if (k == index || line.right() < span.left - 10 * m_sigmaPx || line.left() > span.right + 10 * m_sigmaPx)
                continue;
            const double down = line.baselineAt(mid) - y;
            if ((down < 0) == up)
                found.emplace_back(std::abs(down), k);
        }
        std::sort(found.begin(), found.end());
        std::vector<std::size_t> order;
        for (const auto& [away, k] : found)
            order.push_back(k);
        return order;
    }

    /// Whether letters of the line stand close to the left and to the right of the span.
    [[nodiscard]] std::pair<bool, bool> bordersOn(const Draft& line, Span span) const
    {
        const double reach = 8 * m_sigmaPx;
        const auto any = [&](double from, double to) {
            for (int bin = line.first; bin <= line.last; ++bin)
                if (line.letters[static_cast<std::size_t>(bin)] && line.strip->edge(bin + 1) > from &&
                    line.strip->edge(bin) < to)
                    return true;
            return false;
        };
        return {any(span.left - reach, span.left + 1), any(span.right - 1, span.right + reach)};
    }

    const std::vector<Draft>& m_drafts;
    double m_sigmaPx;
    double m_narrowestPx;
};

/// Where many lines begin or end, and others run across it from a note or from the facing page.
class Margins
{
public:
    Margins(const std::vector<Draft>& drafts, double narrowestPx, double sigmaPx)
        : m_narrowestPx(std::max(narrowestPx, kNarrowestSigmas * sigmaPx)), m_sigmaPx(sigmaPx)
    {
        for (const Side side : {Side::Left, Side::Right})
            for (const double x : commonEnds(drafts, side))
                if (isCrossedWithGaps(drafts, {x, side}))
                    m_margins.push_back({x, side});
    }

    /// Whether a gap of `draft` lies on a margin, between the main text and something beside it.
    [[nodiscard]] bool between(const Draft& draft, Span gap) const
    {
        return std::any_of(m_margins.begin(), m_margins.end(),
                           [&](const Margin& margin) { return crosses(draft, margin) && isOn(gap, margin); });
    }

private:
    enum class Side { Left, Right };
    struct Margin {
        double x = 0;
        Side side = Side::Left;
    };

    static constexpr double kNarrowestSigmas = 1.5;
    static constexpr double kLongSigmas = 30;
    static constexpr double kBeginSigmas = 2.5;
    static constexpr double kEndSigmas = 4; ///< lines end less exactly than they begin
    static constexpr double kNearSigmas = 3;
    static constexpr double kNoteSigmas = 8; ///< less before the text is a number or a dash
    static constexpr std::ptrdiff_t kFewestLines = 6;
    static constexpr double kLeastOfLines = 0.15; ///< begin (end) at a margin, of the long ones
    static constexpr int kFewestGaps = 2;
    /// Of the lines that cross a margin this share has its gap there. In a text that merely begins further left, gaps
    /// between words fall there by chance.
    static constexpr double kLeastWithGap = 0.45;

    [[nodiscard]] std::vector<double> commonEnds(const std::vector<Draft>& drafts, Side side) const
    {
        std::vector<double> ends;
        for (const Draft& draft : drafts)
            if (draft.right() - draft.left() > kLongSigmas * m_sigmaPx)
                ends.push_back(side == Side::Left ? draft.left() : draft.right());
        std::sort(ends.begin(), ends.end());
        const double width = 2 * (side == Side::Left ? kBeginSigmas : kEndSigmas) * m_sigmaPx;
        const auto fewest = std::max(kFewestLines, static_cast<std::ptrdiff_t>(kLeastOfLines * ends.size()));
        std::vector<double> common;
        for (;;) {
            auto bestFrom = ends.end();
            auto bestTo = ends.end();
            for (auto from = ends.begin(); from != ends.end(); ++from) {
                const auto to = std::upper_bound(from, ends.end(), *from + width);
                if (to - from > bestTo - bestFrom) {
                    bestFrom = from;
                    bestTo = to;
                }
            }
            if (bestTo - bestFrom < fewest)
                return common;
            common.push_back(*(bestFrom + (bestTo - bestFrom) / 2));
            ends.erase(bestFrom, bestTo);
        }
    }

    [[nodiscard]] bool crosses(const Draft& draft, const Margin& margin) const
    {
        const double least = kNoteSigmas * m_sigmaPx;
        return draft.left() < margin.x - least && draft.right() > margin.x + least;
    }

    [[nodiscard]] bool isOn(Span gap, const Margin& margin) const
    {
        const double textEnd = margin.side == Side::Left ? gap.right : gap.left;
        return gap.width() >= m_narrowestPx && std::abs(textEnd - margin.x) < kNearSigmas * m_sigmaPx;
    }

    [[nodiscard]] bool isCrossedWithGaps(const std::vector<Draft>& drafts, const Margin& margin) const
    {
        int crossing = 0;
        int withGap = 0;
        for (const Draft& draft : drafts) {
            if (!crosses(draft, margin))
                continue;
            ++crossing;
            const std::vector<Word> words = wordsOf(draft);
            for (std::size_t w = 0; w + 1 < words.size(); ++w) {
                if (isOn({draft.strip->edge(words[w].to + 1), draft.strip->edge(words[w + 1].from)}, margin)) {
                    ++withGap;
                    break;
                }
            }
        }
        return withGap >= kFewestGaps && withGap >= kLeastWithGap * crossing;
    }

    double m_narrowestPx;
    double m_sigmaPx;
    std::vector<Margin> m_margins;
};

/// Crumbs of ink far from the words at the ends of a line do not belong to it.
void trimCrumbs(Draft& draft)
{
    const double xHeight = draft.core.xHeight;
    const double crumb = 0.3 * xHeight * xHeight;
    std::vector<Word> words = wordsOf(draft);
    const auto apart = [&](const Word& a, const Word& b) {
        return (b.from - a.to - 1) * draft.strip->binPx() > 2.0 * xHeight;
    };
    auto first = words.begin();
    auto last = std::prev(words.end());
    while (first != last && apart(*first, *std::next(first)) && draft.coreInk(first->from, first->to) < crumb)
        ++first;
    while (first != last && apart(*std::prev(last), *last) && draft.coreInk(last->from, last->to) < crumb)
        --last;
    draft.first = first->from;
    draft.last = last->to;
}

} // namespace

std::vector<Draft> splitAtGaps(const std::vector<Draft>& drafts, double sigmaPx)
{
    const Corridor corridor(drafts, sigmaPx);
    const Margins margins(drafts, corridor.narrowestPx(), sigmaPx);
    std::vector<Draft> parts;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        Draft part = drafts[i];
        const std::vector<Word> words = wordsOf(drafts[i]);
        const auto finish = [&](int last) {
            part.last = last;
            trimCrumbs(part);
            parts.push_back(part);
        };
        for (std::size_t w = 0; w + 1 < words.size(); ++w) {
            const Span gap{drafts[i].strip->edge(words[w].to + 1), drafts[i].strip->edge(words[w + 1].from)};
            if (gap.width() <= kWidestGapSigmas * sigmaPx &&
                (gap.width() < corridor.narrowestPx() || !corridor.between(i, gap)) && !margins.between(drafts[i], gap))
                continue;
            finish(words[w].to);
            part = drafts[i];
            part.first = words[w + 1].from;
        }
        finish(words.back().to);
    }
    return parts;
}

} // namespace longhand::imaging

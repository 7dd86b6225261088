#include "app/line_alignment.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include <QString>

#include "longhand/text/unicode.h"

namespace longhand::app
{

namespace
{

// Costs in edits of one character.
constexpr float kSkippedCharacter = 0.5F; ///< of a reading or a text that is left without its counterpart
constexpr float kSkippedPiece = 1;        ///< a line or a word left out, besides its characters
/// A match that begins or ends within a text line, or runs over a line's end. A word taken from the next line costs it
/// three times, a text line that was wrapped differently once.
constexpr float kBrokenLine = 1.5F;

/// A match must be better by so many edits than any other place on the page, and so must each of its ends.
constexpr double kLeastMargin = 2;
constexpr double kLeastMarginShare = 0.08; ///< of the reading's length
constexpr double kLeastSeamMargin = 1;
constexpr double kMaxErrorRateByNeighbours = 0.85;
constexpr std::size_t kMaxLinesBetweenNeighbours = 3;

/// How far a line's length per character may lie from the page's median; short lines vary more.
constexpr double kMaxStretch = 1.5;
constexpr double kMaxStretchOfShort = 2.2;
constexpr std::size_t kShortLineChars = 8;

constexpr float kImpossible = std::numeric_limits<float>::infinity();

/// What matching compares: lower case, no accents, white space folded. The model mixes these up most.
std::u32string matchingForm(const std::string& utf8)
{
    const QString decomposed = QString::fromStdString(utf8).normalized(QString::NormalizationForm_KD).toLower();
    QString kept;
    for (const QChar c : decomposed)
        if (!c.isMark())
            kept += c;
    return text::foldWhiteSpace(text::toCodePoints(kept.toStdString()));
}

struct Word {
    std::string text;
    std::size_t begin = 0; ///< in the page's text, matching form
    std::size_t end = 0;
    std::size_t line = 0;
};

/// The page's text as one run of words that know their line.
struct PageText {
    std::vector<Word> words;
    std::u32string characters;
    std::size_t lines = 0;

    explicit PageText(const std::vector<std::string>& textLines)
    {
        for (const std::string& textLine : textLines) {
            const std::u32string line = text::foldWhiteSpace(text::toCodePoints(textLine));
            if (line.empty())
                continue;
            for (std::size_t begin = 0; begin < line.size();) {
                const std::size_t end = std::min(line.find(U' ', begin), line.size());
                add(text::toUtf8(std::u32string_view(line).substr(begin, end - begin)));
                begin = end + 1;
            }
            ++lines;
        }
    }

    /// Whether a text line begins at word `index`, or the text ends there.
    [[nodiscard]] bool isBreak(std::size_t index) const
    {
        return index == 0 || index == words.size() || words[index].line != words[index - 1].line;
    }
    [[nodiscard]] std::size_t length(std::size_t first, std::size_t end) const
    {
        return words[end - 1].end - words[first].begin;
    }
    [[nodiscard]] std::string joined(std::size_t first, std::size_t end) const
    {
        std::string result;
        for (std::size_t w = first; w < end; ++w)
            result += (w == first ? "" : " ") + words[w].text;
        return result;
    }

private:
    void add(std::string word)
    {
        if (!characters.empty())
            characters += U' ';
        const std::size_t begin = characters.size();
        characters += matchingForm(word);
        words.push_back({std::move(word), begin, characters.size(), lines});
    }
};

/// The edits between one reading and every run of words that may be its text.
class RunEdits
{
public:
    RunEdits(const std::u32string& reading, const PageText& page) : m_runs(page.words.size())
    {
        const std::size_t longest = 2 * reading.size() + 20;
        std::vector<int> column(reading.size() + 1);
        for (std::size_t first = 0; first < page.words.size(); ++first) {
            for (std::size_t m = 0; m <= reading.size(); ++m)
                column[m] = static_cast<int>(m);
            std::size_t n = page.words[first].begin;
            for (std::size_t end = first + 1; end <= page.words.size(); ++end) {
                if (page.length(first, end) > longest && end > first + 1)
                    break;
                for (; n < page.words[end - 1].end; ++n)
                    advance(column, reading, page.characters[n]);
                m_runs[first].push_back(column.back());
            }
        }
    }

    /// The runs that begin with word `first` have 1 to runsFrom(first) words.
    [[nodiscard]] std::size_t runsFrom(std::size_t first) const { return m_runs[first].size(); }
    [[nodiscard]] bool has(std::size_t first, std::size_t end) const
    {
        return first < end && end - first <= m_runs[first].size();
    }
    [[nodiscard]] int edits(std::size_t first, std::size_t end) const { return m_runs[first][end - first - 1]; }

private:
    static void advance(std::vector<int>& column, const std::u32string& reading, char32_t character)
    {
        int diagonal = column[0]++;
        for (std::size_t m = 1; m < column.size(); ++m) {
            const int substituted = diagonal + (reading[m - 1] == character ? 0 : 1);
            diagonal = column[m];
            column[m] = std::min({substituted, column[m] + 1, column[m - 1] + 1});
        }
    }

    std::vector<std::vector<int>> m_runs;
};

class Aligner
{
public:
    Aligner(const std::vector<LineToAlign>& found, const PageText& page, const AlignmentOptions& options)
        : m_page(page), m_options(options), m_found(found)
    {
        for (const LineToAlign& line : found) {
            m_readings.push_back(matchingForm(line.reading));
            m_edits.emplace_back(m_readings.back(), page);
        }
    }

    std::vector<std::optional<LineMatch>> align()
    {
        layTextOverLines();
        weighReadings();
        const double pxPerChar = medianPxPerChar();
        weighNeighbours();
        for (std::size_t i = 0; i < m_matches.size(); ++i)
            if (isReliable(i) && !fitsLength(i, pxPerChar))
                m_matches[i]->evidence = Evidence::TooWeak;
        return std::move(m_matches);
    }

private:
    struct Step {
        float cost = kImpossible;
        std::size_t wordBefore = 0;
        enum class Kind { Start, SkippedLine, SkippedWord, Match } kind = Kind::Start;
    };

    [[nodiscard]] float breakCost(std::size_t first, std::size_t end) const
    {
        float cost = (m_page.isBreak(first) ? 0 : kBrokenLine) + (m_page.isBreak(end) ? 0 : kBrokenLine);
        for (std::size_t w = first + 1; w < end; ++w)
            if (m_page.isBreak(w))
                cost += kBrokenLine;
        return cost;
    }
    [[nodiscard]] float matchCost(std::size_t line, std::size_t first, std::size_t end) const
    {
        if (!m_edits[line].has(first, end))
            return kImpossible;
        return static_cast<float>(m_edits[line].edits(first, end)) + breakCost(first, end);
    }
    [[nodiscard]] double errorRate(std::size_t line, std::size_t first, std::size_t end) const
    {
        const std::size_t longer = std::max(m_readings[line].size(), m_page.length(first, end));
        return longer == 0 ? 1 : static_cast<double>(m_edits[line].edits(first, end)) / static_cast<double>(longer);
    }

    /// Row i, column w: the cheapest way to use up i lines and w words.
    void layTextOverLines()
    {
        const std::size_t words = m_page.words.size();
        std::vector<std::vector<Step>> table(m_readings.size() + 1, std::vector<Step>(words + 1));
        const auto offer = [&](std::size_t line, std::size_t word, const Step& step) {
            if (step.cost < table[line][word].cost)
                table[line][word] = step;
        };
        table[0][0].cost = 0;
        for (std::size_t i = 0; i <= m_readings.size(); ++i) {
            for (std::size_t w = 0; w <= words; ++w) {
                const float cost = table[i][w].cost;
                if (w < words) {
                    const auto chars = static_cast<float>(m_page.length(w, w + 1) + 1);
                    offer(i, w + 1, {cost + kSkippedPiece + kSkippedCharacter * chars, w, Step::Kind::SkippedWord});
                }
                if (i == m_readings.size())
                    continue;
                const auto chars = static_cast<float>(m_readings[i].size());
                offer(i + 1, w, {cost + kSkippedPiece + kSkippedCharacter * chars, w, Step::Kind::SkippedLine});
                for (std::size_t run = 1; w < words && run <= m_edits[i].runsFrom(w); ++run)
                    offer(i + 1, w + run, {cost + matchCost(i, w, w + run), w, Step::Kind::Match});
            }
        }
        m_matches.assign(m_readings.size(), std::nullopt);
        std::size_t i = m_readings.size();
        for (std::size_t w = words; i > 0 || w > 0;) {
            const Step& step = table[i][w];
            if (step.kind != Step::Kind::SkippedWord)
                --i;
            if (step.kind == Step::Kind::Match)
                m_matches[i] = LineMatch{step.wordBefore, w, m_page.joined(step.wordBefore, w),
                                         errorRate(i, step.wordBefore, w), Evidence::TooWeak};
            w = step.wordBefore;
        }
    }

    /// How much worse, in edits, the reading fits the best place on the page that shares no word with its own.
    [[nodiscard]] double marginToRival(std::size_t line) const
    {
        const LineMatch& match = *m_matches[line];
        const double length = static_cast<double>(m_readings[line].size());
        double rival = 1;
        for (std::size_t first = 0; first < m_page.words.size(); ++first)
            for (std::size_t run = 1; run <= m_edits[line].runsFrom(first); ++run)
                if (first + run <= match.firstWord || first >= match.endWord)
                    rival = std::min(rival, errorRate(line, first, first + run));
        return (rival - match.errorRate) * length;
    }

    /// Whether the place where two lines meet is clear: a word more or less on either side is clearly worse.
    [[nodiscard]] bool seamIsClear(std::size_t line) const
    {
        const LineMatch& left = *m_matches[line];
        const bool meets =
            line + 1 < m_matches.size() && m_matches[line + 1] && m_matches[line + 1]->firstWord == left.endWord;
        if (!meets)
            return m_page.isBreak(left.endWord);
        const LineMatch& right = *m_matches[line + 1];
        const auto costAt = [&](std::size_t seam) {
            return matchCost(line, left.firstWord, seam) + matchCost(line + 1, seam, right.endWord);
        };
        const float best = costAt(left.endWord);
        return costAt(left.endWord - 1) - best >= kLeastSeamMargin &&
               costAt(left.endWord + 1) - best >= kLeastSeamMargin;
    }
    [[nodiscard]] bool endsAreClear(std::size_t line) const
    {
        const std::size_t first = m_matches[line]->firstWord;
        const bool meetsBefore = line > 0 && m_matches[line - 1] && m_matches[line - 1]->endWord == first;
        return seamIsClear(line) && (meetsBefore ? seamIsClear(line - 1) : m_page.isBreak(first));
    }

    void weighReadings()
    {
        for (std::size_t i = 0; i < m_matches.size(); ++i) {
            if (!m_matches[i] || m_matches[i]->errorRate > m_options.maxErrorRate || !endsAreClear(i))
                continue;
            const double least = std::max(kLeastMargin, kLeastMarginShare * static_cast<double>(m_readings[i].size()));
            if (marginToRival(i) >= least)
                m_matches[i]->evidence = Evidence::Reading;
        }
    }

    /// Runs of few lines between relied-on ones (or the page's edges) that share out exactly the text between them.
    void weighNeighbours()
    {
        const std::size_t count = m_matches.size();
        for (std::size_t begin = 0; begin < count;) {
            if (isReliable(begin)) {
                ++begin;
                continue;
            }
            std::size_t end = begin;
            while (end < count && !isReliable(end))
                ++end;
            if (end - begin <= kMaxLinesBetweenNeighbours && fillsGap(begin, end))
                for (std::size_t i = begin; i < end; ++i)
                    m_matches[i]->evidence = Evidence::Neighbours;
            begin = end;
        }
    }

    [[nodiscard]] bool fillsGap(std::size_t begin, std::size_t end) const
    {
        const bool hasNeighbour = begin > 0 || end < m_matches.size();
        std::size_t word = begin > 0 ? m_matches[begin - 1]->endWord : 0;
        for (std::size_t i = begin; i < end; ++i) {
            const auto& match = m_matches[i];
            if (!match || match->firstWord != word || match->errorRate > kMaxErrorRateByNeighbours || !endsAreClear(i))
                return false;
            word = match->endWord;
        }
        return hasNeighbour && word == (end < m_matches.size() ? m_matches[end]->firstWord : m_page.words.size());
    }

    [[nodiscard]] bool isReliable(std::size_t line) const
    {
        return m_matches[line] && m_matches[line]->evidence != Evidence::TooWeak;
    }
    [[nodiscard]] double pxPerChar(std::size_t line) const
    {
        const LineMatch& match = *m_matches[line];
        return m_found[line].lengthPx /
               static_cast<double>(std::max<std::size_t>(m_page.length(match.firstWord, match.endWord), 1));
    }
    [[nodiscard]] double medianPxPerChar() const
    {
        std::vector<double> values;
        for (std::size_t i = 0; i < m_matches.size(); ++i)
            if (isReliable(i) && m_found[i].lengthPx > 0)
                values.push_back(pxPerChar(i));
        if (values.empty())
            return 0;
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        return *middle;
    }
    /// A line much longer or shorter than its text holds other words, or only a part of these.
    [[nodiscard]] bool fitsLength(std::size_t line, double typicalPxPerChar) const
    {
        if (typicalPxPerChar <= 0 || m_found[line].lengthPx <= 0)
            return true;
        const double stretch = std::abs(std::log(pxPerChar(line) / typicalPxPerChar));
        const bool isShort = m_page.length(m_matches[line]->firstWord, m_matches[line]->endWord) < kShortLineChars;
        return stretch <= std::log(isShort ? kMaxStretchOfShort : kMaxStretch);
    }

    const PageText& m_page;
    const AlignmentOptions& m_options;
    const std::vector<LineToAlign>& m_found;
    std::vector<std::u32string> m_readings;
    std::vector<RunEdits> m_edits;
    std::vector<std::optional<LineMatch>> m_matches;
};

} // namespace

TextAlignment alignText(const std::vector<LineToAlign>& found, const std::vector<std::string>& textLines,
                        const AlignmentOptions& options)
{
    const PageText page(textLines);
    TextAlignment result;
    result.textLines = page.lines;
    result.lines = Aligner(found, page, options).align();

    std::vector<bool> isWhole(page.lines, true);
    std::vector<bool> isCovered(page.words.size());
    for (const auto& match : result.lines)
        if (match && match->evidence != Evidence::TooWeak)
            std::fill(isCovered.begin() + static_cast<std::ptrdiff_t>(match->firstWord),
                      isCovered.begin() + static_cast<std::ptrdiff_t>(match->endWord), true);
    for (std::size_t w = 0; w < page.words.size(); ++w)
        if (!isCovered[w])
            isWhole[page.words[w].line] = false;
    result.alignedTextLines = static_cast<std::size_t>(std::count(isWhole.begin(), isWhole.end(), true));
    return result;
}

} // namespace longhand::app

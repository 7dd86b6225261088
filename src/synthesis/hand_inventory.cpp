#include "longhand/synthesis/hand_inventory.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "hand_line.h"

namespace longhand::synthesis
{

namespace
{

constexpr char32_t kWordBegin = 0x02, kWordEnd = 0x03; // never in a text
constexpr std::size_t kLongestRun = 12;

std::u32string marked(std::u32string_view word)
{
    return kWordBegin + std::u32string(word) + kWordEnd;
}

/// Columns' ink, 0 for paper.
std::vector<double> inkOfColumns(const cv::Mat& ink)
{
    std::vector<double> columns(static_cast<std::size_t>(ink.cols), 0);
    for (int y = 0; y < ink.rows; ++y)
        for (int x = 0; x < ink.cols; ++x)
            columns[static_cast<std::size_t>(x)] += ink.at<std::uint8_t>(y, x);
    return columns;
}

/// Where a cut does least harm: the emptiest column near where the network parted two letters.
double quietColumn(const std::vector<double>& ink, double at)
{
    constexpr int kReachPx = 5;
    constexpr double kCostOfPx = 12; // of darkness: among columns alike the nearest
    const int last = static_cast<int>(ink.size()) - 1;
    const int middle = std::clamp(static_cast<int>(std::lround(at)), 0, last);
    int best = middle;
    const auto cost = [&](int x) { return ink[static_cast<std::size_t>(x)] + kCostOfPx * std::abs(x - middle); };
    for (int x = std::max(0, middle - kReachPx); x <= std::min(last, middle + kReachPx); ++x)
        if (cost(x) < cost(best))
            best = x;
    return best;
}

/// The columns from the first to behind the last that hold ink; none where there is no ink.
std::pair<int, int> inkedColumns(const std::vector<double>& ink, int from, int to)
{
    while (from < to && ink[static_cast<std::size_t>(from)] <= 0)
        ++from;
    while (to > from && ink[static_cast<std::size_t>(to) - 1] <= 0)
        --to;
    return {from, to};
}

} // namespace

struct HandInventory::Lines {
    std::vector<LetteredLine> lettered;
    std::vector<HandLine> measured;
    double coreHeight = 1, baseline = 0; ///< of the hand, pixels

    [[nodiscard]] cv::Mat glued(const std::vector<Piece>& pieces) const;
};

/// The ink of one word at the hand's own size, as many rows as a line has, its baseline on that of the hand.
cv::Mat HandInventory::Lines::glued(const std::vector<Piece>& pieces) const
{
    constexpr double kLeastScale = 0.6, kMostScale = 1.6;
    const int height = lettered.front().picture.height;
    cv::Mat word(height, 0, CV_8UC1);
    for (const Piece& piece : pieces) {
        const HandLine& line = measured[piece.line];
        const double scale = std::clamp(coreHeight / line.coreHeightPx, kLeastScale, kMostScale);
        cv::Mat scaled;
        cv::resize(line.ink.colRange(static_cast<int>(piece.begin), static_cast<int>(piece.end)), scaled, {}, scale,
                   scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
        cv::Mat placed(height, scaled.cols, CV_8UC1, cv::Scalar(0));
        const int shift = static_cast<int>(std::lround(baseline - line.baselines[piece.word] * scale));
        const int from = std::max(0, -shift), to = std::min(scaled.rows, height - shift);
        if (from < to)
            scaled.rowRange(from, to).copyTo(placed.rowRange(from + shift, to + shift));
        cv::Mat longer;
        cv::hconcat(word, placed, longer);
        word = longer;
    }
    const auto [begin, end] = inkedColumns(inkOfColumns(word), 0, word.cols);
    return word.colRange(begin, end);
}

HandInventory::HandInventory(std::vector<LetteredLine> lines) : m_lines(std::make_unique<Lines>())
{
    m_lines->lettered = std::move(lines);
    std::vector<double> cores, baselines;
    for (const LetteredLine& line : m_lines->lettered) {
        m_lines->measured.push_back(measureHandLine(line));
        const HandLine& measured = m_lines->measured.back();
        cores.push_back(measured.coreHeightPx);
        baselines.insert(baselines.end(), measured.baselines.begin(), measured.baselines.end());
    }
    m_lines->coreHeight = std::max(1.0, median(cores));
    m_lines->baseline = median(baselines);
    index();
    measureGaps();
}

HandInventory::~HandInventory() = default;
HandInventory::HandInventory(HandInventory&&) noexcept = default;
HandInventory& HandInventory::operator=(HandInventory&&) noexcept = default;

/// Between the ink of words that follow each other, as shares of their line's small letters.
void HandInventory::measureGaps()
{
    constexpr double kLeast = 0.35, kMost = 3; // more is room for a word that was not read right
    for (std::size_t l = 0; l < m_lines->lettered.size(); ++l) {
        const auto& words = m_lines->lettered[l].words;
        const HandLine& line = m_lines->measured[l];
        const auto ink = inkOfColumns(line.ink);
        int lastEnd = -1;
        for (const auto& word : words) {
            const int from = std::clamp(static_cast<int>(word.front().begin), 0, line.ink.cols);
            const auto [begin, end] =
                inkedColumns(ink, from, std::clamp(static_cast<int>(word.back().end), from, line.ink.cols));
            const double gap = (begin - lastEnd) / line.coreHeightPx;
            if (lastEnd >= 0 && gap >= kLeast && gap <= kMost)
                m_gaps.push_back(gap);
            lastEnd = end;
        }
    }
    constexpr double kUsual = 1;
    if (m_gaps.empty())
        m_gaps.push_back(kUsual);
}

void HandInventory::index()
{
    for (std::size_t l = 0; l < m_lines->lettered.size(); ++l) {
        const auto ink = inkOfColumns(m_lines->measured[l].ink);
        const auto& words = m_lines->lettered[l].words;
        for (std::size_t w = 0; w < words.size(); ++w) {
            const auto& word = words[w];
            std::u32string letters;
            for (const PlacedLetter& letter : word)
                letters += letter.character;
            letters = marked(letters);
            // Letter i of the word is character i + 1 of the marked word.
            for (std::size_t first = 0; first + 1 < letters.size(); ++first)
                for (std::size_t count = 1; count <= std::min(kLongestRun, letters.size() - first); ++count) {
                    const std::size_t from = std::max<std::size_t>(first, 1) - 1;
                    const std::size_t to = std::min(first + count - 1, word.size()); // past the last letter
                    if (to <= from)
                        continue;
                    const Piece piece{l, w, quietColumn(ink, word[from].begin), quietColumn(ink, word[to - 1].end)};
                    if (piece.end - piece.begin >= 2)
                        m_entries.push_back({letters.substr(first, count), piece});
                }
        }
    }
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry& a, const Entry& b) { return a.letters < b.letters; });
}

std::pair<std::size_t, std::size_t> HandInventory::entriesOf(std::u32string_view letters) const
{
    const auto less = [](const auto& a, const auto& b) {
        if constexpr (std::is_same_v<std::decay_t<decltype(a)>, Entry>)
            return std::u32string_view(a.letters) < b;
        else
            return a < std::u32string_view(b.letters);
    };
    const auto begin = std::lower_bound(m_entries.begin(), m_entries.end(), letters, less);
    const auto end = std::upper_bound(begin, m_entries.end(), letters, less);
    return {static_cast<std::size_t>(begin - m_entries.begin()), static_cast<std::size_t>(end - m_entries.begin())};
}

bool HandInventory::canWrite(std::u32string_view word) const
{
    std::mt19937_64 any;
    return !word.empty() && !compose(word, any).empty();
}

/// As few pieces as can be, give or take, so that the same word does not always look the same. A letter alone is cut
/// from between its neighbours less cleanly than two together, so it is taken only for words of one letter.
std::vector<HandInventory::Piece> HandInventory::compose(std::u32string_view word, std::mt19937_64& random) const
{
    const std::u32string letters = marked(word);
    const std::size_t fewestLetters = std::min<std::size_t>(2, word.size());
    std::uniform_real_distribution<double> costOfPiece(1.0, 1.6);
    constexpr double kMarkLost = 0.4; // a run from another place of a word joins its neighbours less well
    constexpr double kNever = 1e9;
    struct Step {
        double cost = kNever;
        std::size_t count = 0; ///< characters of the run that ends here; 0: a mark that no run carries
    };
    const auto isMark = [&](std::size_t i) { return letters[i] == kWordBegin || letters[i] == kWordEnd; };
    std::vector<Step> best(letters.size() + 1);
    best[0].cost = 0;
    for (std::size_t end = 1; end <= letters.size(); ++end) {
        if (isMark(end - 1))
            best[end] = {best[end - 1].cost + kMarkLost, 0};
        for (std::size_t count = 1; count <= std::min(kLongestRun, end); ++count) {
            const auto run = std::u32string_view(letters).substr(end - count, count);
            const std::size_t marks = (run.front() == kWordBegin ? 1U : 0U) + (run.back() == kWordEnd ? 1U : 0U);
            const auto [from, to] = entriesOf(run);
            if (count < marks + fewestLetters || from == to)
                continue;
            const double cost = best[end - count].cost + costOfPiece(random);
            if (cost < best[end].cost)
                best[end] = {cost, count};
        }
    }
    std::vector<Piece> pieces;
    if (best.back().cost >= kNever)
        return pieces;
    for (std::size_t end = letters.size(); end > 0;) {
        const std::size_t count = best[end].count;
        if (count > 0) {
            const auto [from, to] = entriesOf(std::u32string_view(letters).substr(end - count, count));
            pieces.push_back(m_entries[from + random() % (to - from)].piece);
        }
        end -= std::max<std::size_t>(1, count);
    }
    std::reverse(pieces.begin(), pieces.end());
    return pieces;
}

std::optional<GrayImage> HandInventory::write(const std::vector<std::u32string>& words, std::mt19937_64& random) const
{
    if (m_lines->lettered.empty() || words.empty())
        return std::nullopt;
    const int height = m_lines->lettered.front().picture.height;
    const int margin = static_cast<int>(std::lround(0.5 * m_lines->coreHeight));
    std::vector<cv::Mat> parts;
    const auto addPaper = [&](int columns) { parts.emplace_back(height, columns, CV_8UC1, cv::Scalar(0)); };
    addPaper(margin);
    for (const std::u32string& word : words) {
        if (!canWrite(word))
            return std::nullopt;
        if (parts.size() > 1)
            addPaper(static_cast<int>(std::lround(m_gaps[random() % m_gaps.size()] * m_lines->coreHeight)));
        const cv::Mat part = m_lines->glued(compose(word, random));
        if (part.empty()) // its letters were too faint to be told from the paper
            return std::nullopt;
        parts.push_back(part);
    }
    addPaper(margin);
    cv::Mat ink;
    cv::hconcat(parts, ink);
    GrayImage line(ink.cols, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < ink.cols; ++x)
            line.row(y)[x] = static_cast<std::uint8_t>(255 - ink.at<std::uint8_t>(y, x));
    return line;
}

} // namespace longhand::synthesis

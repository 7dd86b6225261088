#include "longhand/synthesis/hand_inventory.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

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
std::vector<double> inkOfColumns(const GrayImage& line)
{
    std::vector<double> ink(static_cast<std::size_t>(line.width), 0);
    for (int y = 0; y < line.height; ++y)
        for (int x = 0; x < line.width; ++x)
            ink[static_cast<std::size_t>(x)] += 255 - line.row(y)[x];
    return ink;
}

/// Where a cut does least harm: the emptiest column near where the network parted two letters.
double quietColumn(const std::vector<double>& ink, double at)
{
    constexpr int kReachPx = 3;
    const int middle = std::clamp(static_cast<int>(std::lround(at)), 0, static_cast<int>(ink.size()) - 1);
    int best = middle;
    for (int x = std::max(0, middle - kReachPx); x <= std::min(static_cast<int>(ink.size()) - 1, middle + kReachPx);
         ++x)
        if (ink[static_cast<std::size_t>(x)] < ink[static_cast<std::size_t>(best)])
            best = x;
    return best;
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

cv::Mat viewOf(const GrayImage& image)
{
    return {image.height, image.width, CV_8UC1, const_cast<std::uint8_t*>(image.pixels.data())}; // nothing writes to it
}

} // namespace

HandInventory::HandInventory(std::vector<LetteredLine> lines) : m_lines(std::move(lines))
{
    // The rows that hold at least half of the fullest row's ink are the bodies of the small letters.
    std::vector<double> cores, baselines, gaps;
    for (const LetteredLine& line : m_lines) {
        std::vector<double> rows(static_cast<std::size_t>(line.picture.height), 0);
        for (const auto& word : line.words)
            for (int y = 0; y < line.picture.height; ++y)
                for (int x = std::max(0, static_cast<int>(word.front().begin));
                     x < std::min(line.picture.width, static_cast<int>(word.back().end)); ++x)
                    rows[static_cast<std::size_t>(y)] += 255 - line.picture.row(y)[x];
        const auto fullest = std::max_element(rows.begin(), rows.end());
        auto top = fullest, bottom = fullest;
        while (top != rows.begin() && *(top - 1) > *fullest / 2)
            --top;
        while (bottom + 1 != rows.end() && *(bottom + 1) > *fullest / 2)
            ++bottom;
        m_bands.push_back({static_cast<double>(top - rows.begin()), static_cast<double>(bottom - rows.begin()) + 1});
        cores.push_back(m_bands.back().bottom - m_bands.back().top);
        baselines.push_back(m_bands.back().bottom);
        for (std::size_t w = 1; w < line.words.size(); ++w)
            gaps.push_back(line.words[w].front().begin - line.words[w - 1].back().end);
    }
    m_coreHeight = std::max(1.0, median(cores));
    m_baseline = median(baselines);
    constexpr double kLeastGap = 0.35,
                     kMostGap = 1.5; // of the small letters' height; words may bring half their own space along
    m_wordGap = std::clamp(median(gaps), kLeastGap * m_coreHeight, kMostGap * m_coreHeight);
    index();
}

void HandInventory::index()
{
    for (std::size_t l = 0; l < m_lines.size(); ++l) {
        const auto ink = inkOfColumns(m_lines[l].picture);
        for (const auto& word : m_lines[l].words) {
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
                    const Piece piece{l, quietColumn(ink, word[from].begin), quietColumn(ink, word[to - 1].end)};
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
    constexpr double kLeastScale = 0.75, kMostScale = 1.33, kGapJitter = 0.3;
    const int height = m_lines.empty() ? 0 : m_lines.front().picture.height;
    struct Placed {
        cv::Mat ink;
        int x = 0, y = 0;
    };
    std::vector<Placed> placed;
    double x = 0.5 * m_coreHeight;
    for (const std::u32string& word : words) {
        if (!canWrite(word))
            return std::nullopt;
        for (const Piece& piece : compose(word, random)) {
            const Band& band = m_bands[piece.line];
            const double scale =
                std::clamp(m_coreHeight / std::max(1.0, band.bottom - band.top), kLeastScale, kMostScale);
            const cv::Mat source = viewOf(m_lines[piece.line].picture)
                                       .colRange(static_cast<int>(piece.begin), static_cast<int>(piece.end));
            cv::Mat scaled;
            cv::resize(source, scaled, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
            placed.push_back({scaled, static_cast<int>(std::lround(x)),
                              static_cast<int>(std::lround(m_baseline - band.bottom * scale))});
            x += scaled.cols;
        }
        x += m_wordGap * std::uniform_real_distribution<double>(1 - kGapJitter, 1 + kGapJitter)(random);
    }
    if (placed.empty())
        return std::nullopt;
    GrayImage line(static_cast<int>(std::ceil(x)), height);
    for (const Placed& piece : placed)
        for (int row = 0; row < piece.ink.rows; ++row) {
            const int y = piece.y + row;
            if (y < 0 || y >= height)
                continue;
            for (int column = 0; column < piece.ink.cols && piece.x + column < line.width; ++column) {
                std::uint8_t& pixel = line.row(y)[piece.x + column];
                pixel = std::min(pixel, piece.ink.at<std::uint8_t>(row, column));
            }
        }
    return line;
}

} // namespace longhand::synthesis

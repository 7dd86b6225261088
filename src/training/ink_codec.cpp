#include "ink_codec.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "bit_mixer.h"

namespace longhand::training
{

namespace
{

constexpr int kMostLevels = 16;

int levelOf(std::uint8_t grey, const InkLevels& levels)
{
    const int paper = levels.count - 1;
    return grey >= levels.darkestPaper ? paper : grey * paper / levels.darkestPaper;
}

/// The middle of a level's greys, except that the ends are pure.
std::uint8_t greyOf(int level, const InkLevels& levels)
{
    const int paper = levels.count - 1;
    if (level == 0 || level == paper)
        return level == 0 ? 0 : 255;
    return static_cast<std::uint8_t>((2 * level + 1) * levels.darkestPaper / (2 * paper));
}

/// The six contexts in which a pixel's bits are foretold, all of pixels to the left and above.
constexpr std::size_t kContexts = 6;
constexpr std::array<std::size_t, kContexts> kContextSizes{1024, 4096, 4096, 1024, 256, 64};
/// Of a pixel: whether it is paper; then, through a tree, the four bits of its level.
constexpr std::size_t kNodes = kMostLevels;
constexpr std::size_t kFlatnesses = 5; ///< of the four nearest so many are paper: how sure all contexts tend to be

class LevelModel
{
public:
    LevelModel(int widthPx, int paper)
        : m_paper(paper), m_twoAbove(static_cast<std::size_t>(widthPx) + 2 * kMargin, paper), m_above(m_twoAbove),
          m_row(m_twoAbove), m_mixer(cells(), kNodes * kFlatnesses)
    {
    }

    /// Returns the level.
    template <class Coder>
    int code(int x, int level, Coder& coder)
    {
        const auto i = static_cast<std::size_t>(x) + kMargin;
        look(i);
        int result = m_paper;
        if (!codeNode(0, level == m_paper, coder)) {
            std::size_t node = 1;
            for (int bit = 3; bit >= 0; --bit)
                node = node * 2 + (codeNode(node, (level >> bit) & 1, coder) ? 1 : 0);
            result = std::min(static_cast<int>(node) - kMostLevels, m_paper);
        }
        m_row[i] = result;
        return result;
    }
    void nextRow()
    {
        std::swap(m_twoAbove, m_above);
        std::swap(m_above, m_row);
        std::fill(m_row.begin(), m_row.end(), m_paper);
    }

private:
    static constexpr std::size_t kMargin = 2; ///< columns of paper at either end

    static std::array<std::size_t, kContexts> cells()
    {
        auto sizes = kContextSizes;
        for (std::size_t& size : sizes)
            size *= kNodes;
        return sizes;
    }

    void look(std::size_t i)
    {
        const int left = m_row[i - 1], left2 = m_row[i - 2], above = m_above[i], aboveLeft = m_above[i - 1],
                  aboveRight = m_above[i + 1], aboveRight2 = m_above[i + 2], above2 = m_twoAbove[i];
        const auto gap = [](int a, int b) { return std::min(std::abs(a - b), 3); };
        const int plane = std::clamp(left + above - aboveLeft, 0, m_paper);
        const int near = left + above + aboveLeft + aboveRight;
        const int wide = (near + left + above + left2 + above2 + aboveRight2) / 3; // at most 9 * 15 / 3
        const std::array<int, kContexts> contexts{(left * 16 + above) * 4 + (aboveLeft == m_paper) * 2 +
                                                      (aboveRight == m_paper),
                                                  (plane * 16 + left) * 16 + above,
                                                  (above * 16 + aboveRight) * 16 + left,
                                                  (left + above + 1) / 2 * 64 + aboveRight / 2 * 8 + aboveLeft / 2,
                                                  (near + 2) / 4 * 16 + gap(left, left2) * 4 + gap(above, aboveRight),
                                                  wide};
        for (std::size_t c = 0; c < kContexts; ++c)
            m_contexts[c] = static_cast<std::size_t>(contexts[c]) * kNodes;
        m_flatness = static_cast<std::size_t>((left == m_paper) + (above == m_paper) + (aboveLeft == m_paper) +
                                              (aboveRight == m_paper));
    }

    template <class Coder>
    bool codeNode(std::size_t node, bool bit, Coder& coder)
    {
        std::array<std::size_t, kContexts> at = m_contexts;
        for (std::size_t& cell : at)
            cell += node;
        const bool coded = coder.code(bit, m_mixer.foretell(at, node * kFlatnesses + m_flatness));
        m_mixer.learn(coded);
        return coded;
    }

    int m_paper;
    std::vector<int> m_twoAbove, m_above, m_row;
    BitMixer m_mixer;
    std::array<std::size_t, kContexts> m_contexts{}; ///< first cell of the pixel's contexts
    std::size_t m_flatness = 0;
};

} // namespace

std::vector<std::uint8_t> encodeInk(const GrayImage& line, const InkLevels& levels)
{
    std::vector<std::uint8_t> bytes{static_cast<std::uint8_t>(levels.count),
                                    static_cast<std::uint8_t>(levels.darkestPaper)};
    RangeEncoder encoder(bytes);
    LevelModel model(line.width, levels.count - 1);
    for (int y = 0; y < line.height; ++y, model.nextRow())
        for (int x = 0; x < line.width; ++x)
            model.code(x, levelOf(line.row(y)[x], levels), encoder);
    encoder.finish();
    return bytes;
}

std::optional<GrayImage> decodeInk(std::span<const std::uint8_t> bytes, int widthPx, int heightPx)
{
    if (bytes.size() < 2)
        return std::nullopt;
    const InkLevels levels{std::clamp<int>(bytes[0], 2, kMostLevels), std::max<int>(bytes[1], 1)};
    GrayImage line(widthPx, heightPx);
    RangeDecoder decoder(bytes.subspan(2));
    LevelModel model(widthPx, levels.count - 1);
    for (int y = 0; y < heightPx; ++y, model.nextRow())
        for (int x = 0; x < widthPx; ++x)
            line.row(y)[x] = greyOf(model.code(x, 0, decoder), levels);
    if (decoder.ranOut())
        return std::nullopt;
    return line;
}

} // namespace longhand::training

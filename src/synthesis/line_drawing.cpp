#include "synthesis/line_drawing.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "synthesis/ink.h"
#include "synthesis/line_layout.h"
#include "synthesis/paper.h"

namespace longhand::synthesis
{

namespace
{

constexpr int kLowestPx = 56;
constexpr int kHighestPx = 96;
/// A line of small letters only is not blown up beyond this height of its x, as a share of the picture's.
constexpr double kLargestXHeight = 0.5;
constexpr int kMaxWidthPx = 4000;
constexpr double kBlotPaceXHeights = 0.3;

/// The part of the page that is cut out, in x-heights around the line.
struct Frame {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
};

Frame frameAround(const WrittenLine& line, const HandwritingFont& font, Random& random)
{
    double top = line.box.y;
    double bottom = line.box.y + line.box.height;
    if (random.chance(0.5)) { // a line finder that knows how high the other lines are
        const double share = random.uniform(0.5, 1);
        top = std::min(top, -font.ascent() * share);
        bottom = std::max(bottom, font.descent() * share);
    }
    const double missing = 1 / kLargestXHeight - (bottom - top);
    if (missing > 0) {
        const double above = random.uniform();
        top -= missing * above;
        bottom += missing * (1 - above);
    }
    const double height = bottom - top;
    top -= height * random.uniform(0.02, 0.15);
    bottom += height * random.uniform(0.02, 0.15);
    const auto margin = [&random] { return random.chance(0.08) ? random.uniform(1, 4) : random.uniform(0.1, 0.9); };
    const double left = line.box.x - margin();
    return {left, top, line.box.x + line.box.width + margin() - left, bottom - top};
}

/// A scribble over the letters: to and fro, once or twice.
std::vector<Polygon> blot(const WrittenLine& line, TextRange range, const Hand& hand, Random& random)
{
    double left = 0;
    double right = 0;
    bool any = false;
    for (const WrittenLetter& letter : line.letters) {
        if (letter.character < range.begin || letter.character >= range.end)
            continue;
        left = any ? std::min(left, letter.box.x) : letter.box.x;
        right = any ? std::max(right, letter.box.x + letter.box.width) : letter.box.x + letter.box.width;
        any = true;
    }
    std::vector<Polygon> strokes;
    if (!any)
        return strokes;
    const int passes = random.between(1, 3);
    for (int pass = 0; pass < passes; ++pass) {
        Polyline path;
        bool up = random.chance(0.5);
        for (double x = left - random.uniform(0, 0.3); x < right + 0.3;
             x += kBlotPaceXHeights * random.uniform(0.4, 1.3)) {
            path.push_back({x, up ? random.uniform(-1.25, -0.75) : random.uniform(-0.35, 0.15)});
            up = !up;
        }
        if (path.size() > 1)
            for (std::size_t i = 0; i + 1 < path.size(); ++i)
                strokes.push_back(penStroke({path[i], path[i + 1]}, hand.penWidth, hand.penWidth));
    }
    const double y = random.uniform(-0.7, -0.35);
    strokes.push_back(penStroke({{left - 0.2, y}, {(left + right) / 2, y + random.normal(0, 0.08)}, {right + 0.3, y}},
                                hand.penWidth, hand.penWidth * 1.3));
    return strokes;
}

/// Ink takes a share of the light that the paper throws back: on grey paper it is darker than on white.
void mixIn(cv::Mat1f& paper, const cv::Mat1f& opacity, double inkGrey)
{
    cv::Mat1f left;
    opacity.convertTo(left, CV_32F, inkGrey / 255 - 1, 1);
    paper = paper.mul(left);
}

GrayImage toImage(const cv::Mat1f& picture)
{
    GrayImage image(picture.cols, picture.rows);
    cv::Mat view(image.height, image.width, CV_8U, image.pixels.data());
    picture.convertTo(view, CV_8U);
    return image;
}

} // namespace

GrayImage LineDrawing::draw(const HandwritingFont& font, const Hand& hand, const LineToDraw& line, Random& random) const
{
    const WrittenLine written = writeLine(font, line.text, hand, random);
    if (written.letters.empty())
        return {};
    const Frame frame = frameAround(written, font, random);
    const int heightPx = random.between(kLowestPx, kHighestPx);
    const double scale = heightPx / frame.height;
    const cv::Size size(std::clamp(static_cast<int>(std::lround(frame.width * scale)), 8, kMaxWidthPx), heightPx);
    const Placement here{scale, {-frame.left * scale, -frame.top * scale}};

    cv::Mat1b coverage(size, 0);
    for (const WrittenLetter& letter : written.letters)
        m_rasterizer.fill(letter.polygons, here, coverage);
    for (const TextRange& range : line.struckOut)
        for (const Polygon& stroke : blot(written, range, hand, random))
            m_rasterizer.fill({stroke}, here, coverage);

    const auto drawNeighbour = [&](const std::u32string& text, double dyXHeights) {
        if (text.empty())
            return;
        const double dx = written.box.x + random.uniform(-3, 1);
        const double dy = dyXHeights + random.normal(0, 0.1);
        const Placement there{scale, {here.offset.x + dx * scale, here.offset.y + dy * scale}};
        for (const WrittenLetter& letter : writeLine(font, text, hand, random).letters) {
            const double top = letter.box.y + dy - frame.top;
            if (top < frame.height && top + letter.box.height > 0)
                m_rasterizer.fill(letter.polygons, there, coverage);
        }
    };
    drawNeighbour(line.above, -hand.linePitch);
    drawNeighbour(line.below, hand.linePitch);

    Paper paper = makePaper({size, scale, here.offset.y, hand.linePitch * scale, hand.ruling}, m_grain, random);
    if (random.chance(0.06)) { // the back of the page shines through
        cv::Mat1f back;
        coverage.convertTo(back, CV_32F, random.uniform(0.03, 0.16) / 255);
        cv::flip(back, back, 1);
        cv::GaussianBlur(back, back, {}, random.uniform(0.05, 0.14) * scale);
        const cv::Matx23d shift(1, 0, random.uniform(-2, 2) * scale, 0, 1, random.uniform(-0.6, 0.6) * scale);
        cv::warpAffine(back, back, shift, size);
        mixIn(paper.grey, back, hand.inkGrey);
    }
    const cv::Mat1f opacity = inkOpacity(coverage, hand, scale, m_grain, random);
    mixIn(paper.grey, opacity, hand.inkGrey);
    cv::Mat1f picture = paper.grey.mul(paper.light);
    if (const double sigma = random.uniform(-0.5, 0.04 * scale); sigma > 0.2)
        cv::GaussianBlur(picture, picture, {}, std::min(sigma, 1.1));
    if (paper.noise > 0.3)
        cv::scaleAdd(m_grain.cut(size, random), paper.noise, picture, picture);
    return toImage(picture);
}

std::string encodeJpeg(const GrayImage& picture, int quality)
{
    const cv::Mat view(picture.height, picture.width, CV_8U, const_cast<std::uint8_t*>(picture.pixels.data()));
    std::vector<std::uint8_t> bytes;
    cv::imencode(".jpg", view, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return {bytes.begin(), bytes.end()};
}

} // namespace longhand::synthesis

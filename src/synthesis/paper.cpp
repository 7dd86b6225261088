#include "synthesis/paper.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace longhand::synthesis
{

namespace
{

constexpr int kShift = 4; ///< OpenCV's fixed point: lines begin and end at 1/16 pixels

/// What the page is and how it was taken.
struct Kind {
    double greyLow;
    double greyHigh;
    double texture; ///< largest deviation of the fine texture, grey levels
    double stains;  ///< largest deviation of the wide one
    double shade;   ///< darkest shadow, as a share
    double noise;
};

constexpr Kind kScan{236, 255, 1.5, 2, 0.02, 1};
constexpr Kind kGreyScan{205, 242, 4, 5, 0.06, 2.5};
constexpr Kind kPhoto{150, 225, 4, 5, 0.4, 5};
constexpr Kind kOldPaper{165, 225, 9, 14, 0.15, 3};

const Kind& chooseKind(Random& random)
{
    const double choice = random.uniform();
    if (choice < 0.38)
        return kScan;
    if (choice < 0.66)
        return kGreyScan;
    return choice < 0.84 ? kPhoto : kOldPaper;
}

class RulingPen
{
public:
    RulingPen(cv::Size size, Random& random)
        : m_mask(size, 0), m_slope(random.normal(0, 0.003)),
          m_thicknessPx(size.height > 72 && random.chance(0.3) ? 2 : 1)
    {
    }

    void horizontal(double y)
    {
        draw({0, y - m_slope * m_mask.cols / 2}, {static_cast<double>(m_mask.cols), y + m_slope * m_mask.cols / 2});
    }
    void vertical(double x)
    {
        draw({x + m_slope * m_mask.rows / 2, 0}, {x - m_slope * m_mask.rows / 2, static_cast<double>(m_mask.rows)});
    }
    [[nodiscard]] const cv::Mat1b& mask() const { return m_mask; }

private:
    void draw(cv::Point2d from, cv::Point2d to)
    {
        const auto fixed = [](cv::Point2d p) {
            return cv::Point(static_cast<int>(std::lround(p.x * (1 << kShift))),
                             static_cast<int>(std::lround(p.y * (1 << kShift))));
        };
        cv::line(m_mask, fixed(from), fixed(to), 255, m_thicknessPx, cv::LINE_AA, kShift);
    }

    cv::Mat1b m_mask;
    double m_slope;
    int m_thicknessPx;
};

void rule(cv::Mat1f& paper, const PaperLayout& layout, Random& random)
{
    RulingPen pen(paper.size(), random);
    // People write on the rule or float a little above it.
    const double onLine = layout.baselinePx + random.normal(0.12, 0.12) * layout.pxPerXHeight;
    if (layout.ruling == Ruling::Lines) {
        for (int k = -2; k <= 2; ++k)
            pen.horizontal(onLine + k * layout.pitchPx);
        if (random.chance(0.05))
            pen.vertical(random.uniform(0, 2) * layout.pxPerXHeight);
    } else {
        const double step = layout.pitchPx / random.between(1, 3);
        for (double y = onLine - std::ceil(onLine / step) * step; y < paper.rows; y += step)
            pen.horizontal(y);
        for (double x = random.uniform(0, step); x < paper.cols; x += step)
            pen.vertical(x);
    }
    const double strength = random.uniform(0.06, layout.ruling == Ruling::Lines ? 0.5 : 0.35);
    cv::Mat1f mask;
    pen.mask().convertTo(mask, CV_32F, -strength / 255, 1);
    paper = paper.mul(mask);
}

/// A page lit from one side, with a soft shadow in one of ten.
cv::Mat1f makeLight(cv::Size size, double shade, Random& random)
{
    cv::Mat1f light = smoothField(size, std::max(size.height * 3.0, size.width / 3.0), random);
    const double depth = shade * random.uniform() / 2;
    light.convertTo(light, CV_32F, depth, 1 - depth);
    if (shade > 0.1 && random.chance(0.35)) {
        cv::Mat1f shadow(size);
        const double edge = random.uniform(-0.2, 1.2) * size.width;
        const double softness = random.uniform(4, 60);
        const double lean = random.uniform(-2, 2);
        const double dark = random.uniform(0.1, 0.35) * (random.chance(0.5) ? 1 : -1);
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x)
                shadow(y, x) = static_cast<float>(
                    1 - std::abs(dark) / (1 + std::exp((dark > 0 ? 1 : -1) * (x - edge + lean * y) / softness)));
        light = light.mul(shadow);
    }
    return light;
}

} // namespace

Paper makePaper(const PaperLayout& layout, const Grain& grain, Random& random)
{
    const Kind& kind = chooseKind(random);
    const cv::Size size = layout.size;
    Paper paper;
    paper.grey = cv::Mat1f(size, static_cast<float>(random.uniform(kind.greyLow, kind.greyHigh)));
    cv::scaleAdd(smoothField(size, size.height * random.uniform(0.3, 2), random), random.uniform() * kind.stains,
                 paper.grey, paper.grey);
    if (const double texture = random.uniform() * kind.texture; texture > 1) {
        cv::Mat1f fibres = grain.cut(size, random);
        const double sigma = random.uniform(0.6, 1.8);
        cv::GaussianBlur(fibres, fibres, {}, sigma * random.uniform(1, 3), sigma);
        cv::scaleAdd(fibres, texture * 2 * sigma, paper.grey, paper.grey);
    }
    if (layout.ruling != Ruling::None)
        rule(paper.grey, layout, random);
    paper.light = makeLight(size, kind.shade, random);
    paper.noise = random.uniform() * kind.noise;
    return paper;
}

} // namespace longhand::synthesis

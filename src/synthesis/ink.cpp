#include "synthesis/ink.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace longhand::synthesis
{

namespace
{

/// Moves the edges of the strokes in and out along a smooth field. Blurred coverage falls from 1 to 0 across an edge;
/// cutting it higher or lower moves the edge.
cv::Mat1f withPressure(const cv::Mat1b& coverage, const Hand& hand, double pxPerXHeight, Random& random)
{
    const double penPx = hand.penWidth * pxPerXHeight;
    const double sigma = std::clamp(0.22 * penPx, 0.4, 2.0);
    cv::Mat1f edges;
    coverage.convertTo(edges, CV_32F, 1.0 / 255);
    cv::GaussianBlur(edges, edges, {}, sigma);
    cv::Mat1f level = smoothField(coverage.size(), random.uniform(0.35, 1.2) * pxPerXHeight, random);
    // A thin stroke blurred by a quarter of its width still peaks above 0.9, so that it never breaks here.
    level.convertTo(level, CV_32F, 0.2 * hand.pressureChange, 0.47);
    const double steepness = 0.9 / sigma + 0.6;
    edges = (edges - level) * steepness + 0.5;
    cv::min(edges, 1.0, edges);
    cv::max(edges, 0.0, edges);
    return edges;
}

cv::Mat1f field(cv::Size size, double cellPx, double depth, Random& random)
{
    cv::Mat1f result = smoothField(size, cellPx, random);
    result.convertTo(result, CV_32F, depth / 2, 1 - depth / 2);
    return result;
}

} // namespace

cv::Mat1f inkOpacity(const cv::Mat1b& coverage, const Hand& hand, double pxPerXHeight, const Grain& grain,
                     Random& random)
{
    const cv::Size size = coverage.size();
    cv::Mat1f opacity = withPressure(coverage, hand, pxPerXHeight, random);
    opacity = opacity.mul(field(size, 3 * pxPerXHeight, random.uniform(0, 0.25), random));
    const auto rough = [&](double sigma, double base, double depth) {
        cv::Mat1f grains = grain.cut(size, random);
        cv::GaussianBlur(grains, grains, {}, sigma);
        // Blurring by sigma shrinks the deviation to about 1 / (3.5 sigma).
        grains = grains * (3.5 * sigma * depth) + base;
        cv::min(grains, 1.0, grains);
        cv::max(grains, 0.0, grains);
        opacity = opacity.mul(grains);
    };
    switch (hand.ink) {
    case Ink::Ballpoint:
        opacity = opacity.mul(field(size, 0.6 * pxPerXHeight, random.uniform(0, 0.4), random));
        if (random.chance(0.4))
            rough(0.7, 0.95, random.uniform(0.02, 0.14));
        break;
    case Ink::Fountain:
        opacity = opacity.mul(field(size, 1.2 * pxPerXHeight, random.uniform(0, 0.5), random));
        break;
    case Ink::Felt:
        break;
    case Ink::Pencil:
        rough(0.6, random.uniform(0.75, 0.95), random.uniform(0.1, 0.28));
        break;
    }
    return opacity;
}

} // namespace longhand::synthesis

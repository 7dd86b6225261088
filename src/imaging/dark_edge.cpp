#include "imaging/dark_edge.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

namespace longhand::imaging
{

namespace
{

constexpr double kDark = 0.4;      ///< of the paper's brightness; pencil and shadows are lighter
constexpr double kThickness = 0.1; ///< of the line's height; a broad pen draws half of it
constexpr double kLength = 1.5;    ///< in heights, along the line
constexpr double kTallness = 0.6;  ///< in heights, across it
constexpr double kMostShare = 0.5; ///< of the picture; where more is dark, it is no edge

/// Dark pixels of that side of the picture that has most of them.
int darkOnBorder(const cv::Mat& dark)
{
    return std::max({cv::countNonZero(dark.row(0)), cv::countNonZero(dark.row(dark.rows - 1)),
                     cv::countNonZero(dark.col(0)), cv::countNonZero(dark.col(dark.cols - 1))});
}

} // namespace

cv::Mat withoutDarkEdges(const cv::Mat& line, int paper)
{
    const int thickness = std::max(5, cvRound(kThickness * line.rows));
    if (line.rows < 2 * thickness || line.cols < 2 * thickness)
        return line;
    const cv::Mat dark = line < kDark * paper;
    if (darkOnBorder(dark) < thickness) // most lines
        return line;
    const auto block = cv::getStructuringElement(cv::MORPH_RECT, {thickness, thickness});
    cv::Mat solid;
    cv::morphologyEx(dark, solid, cv::MORPH_OPEN, block, {-1, -1}, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::Mat labels, boxes, centres;
    const int count = cv::connectedComponentsWithStats(solid, labels, boxes, centres);
    cv::Mat edges(line.size(), CV_8U, cv::Scalar(0));
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(boxes.at<int>(i, cv::CC_STAT_LEFT), boxes.at<int>(i, cv::CC_STAT_TOP),
                           boxes.at<int>(i, cv::CC_STAT_WIDTH), boxes.at<int>(i, cv::CC_STAT_HEIGHT));
        const bool along =
            box.width >= std::min<double>(kLength * line.rows, line.cols) && (box.y == 0 || box.br().y == line.rows);
        const bool across = box.height >= kTallness * line.rows && (box.x == 0 || box.br().x == line.cols);
        if (along || across)
            edges.setTo(cv::Scalar(255), labels == i);
    }
    const int found = cv::countNonZero(edges);
    if (found == 0 || found > kMostShare * static_cast<double>(line.total()))
        return line;
    // Its blurred rim is no ink either.
    const int rim = std::max(3, thickness / 2) | 1;
    cv::dilate(edges, edges, cv::getStructuringElement(cv::MORPH_RECT, {2 * rim + 1, 2 * rim + 1}));
    cv::Mat result = line.clone();
    result.setTo(cv::Scalar(paper), edges);
    return result;
}

} // namespace longhand::imaging

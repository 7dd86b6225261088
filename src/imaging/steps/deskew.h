#pragma once

#include <opencv2/core.hpp>

namespace longhand::imaging
{

/// See findSkewDeg() in preprocess.h.
double skewOfInk(const cv::Mat& ink, double maxSkewDeg);

/// A turned picture and where its pixels came from, in OpenCV's pixel-centre coordinates.
struct Turned {
    cv::Mat picture;
    cv::Matx33d toSource;
};

/// Turns `gray` by `skewDeg` anticlockwise so that lines of that skew become level. The canvas grows to hold the whole
/// page; what was outside becomes `paper`.
Turned turnLevel(const cv::Mat& gray, double skewDeg, double paper);

} // namespace longhand::imaging

#pragma once

#include <cstring>

#include <opencv2/core.hpp>

#include "longhand/base/geometry.h"
#include "longhand/base/image.h"

namespace longhand::imaging
{

/// The image's own pixels as a cv::Mat: no copy, valid as long as the image.
template <int Channels>
cv::Mat asMat(Image<Channels>& image)
{
    return {image.height, image.width, CV_8UC(Channels), image.pixels.data()};
}

/// For reading only.
template <int Channels>
cv::Mat asMat(const Image<Channels>& image)
{
    return {image.height, image.width, CV_8UC(Channels), const_cast<std::uint8_t*>(image.pixels.data())};
}

/// A copy. `mat` must be 8-bit with `Channels` channels.
template <int Channels>
Image<Channels> toImage(const cv::Mat& mat)
{
    CV_Assert(mat.type() == CV_8UC(Channels));
    Image<Channels> image(mat.cols, mat.rows);
    const std::size_t rowBytes = static_cast<std::size_t>(mat.cols) * Channels;
    for (int y = 0; y < mat.rows; ++y)
        std::memcpy(image.row(y), mat.ptr(y), rowBytes);
    return image;
}

/// OpenCV counts from the centre of the top left pixel, Longhand from its outer corner.
inline Homography fromCvHomography(const cv::Matx33d& h)
{
    const cv::Matx33d toCorner{1, 0, 0.5, 0, 1, 0.5, 0, 0, 1};
    const cv::Matx33d toCentre{1, 0, -0.5, 0, 1, -0.5, 0, 0, 1};
    const cv::Matx33d m = toCorner * h * toCentre;
    Homography result;
    for (int i = 0; i < 9; ++i)
        result.m[static_cast<std::size_t>(i)] = m.val[i];
    return result;
}

inline cv::Matx33d toCvHomography(const Homography& h)
{
    const cv::Matx33d toCorner{1, 0, 0.5, 0, 1, 0.5, 0, 0, 1};
    const cv::Matx33d toCentre{1, 0, -0.5, 0, 1, -0.5, 0, 0, 1};
    return toCentre * cv::Matx33d(h.m.data()) * toCorner;
}

} // namespace longhand::imaging

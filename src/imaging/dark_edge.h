#pragma once

#include <opencv2/core.hpp>

namespace longhand::imaging
{

/// Of an 8-bit grey line on paper of that level (0..255) a copy, or the same picture: what is dark in one piece against
/// the border, thicker than any stroke and as long as a page's edge would be, is painted as paper. A photograph shows
/// it where the page ends.
cv::Mat withoutDarkEdges(const cv::Mat& line, int paper);

} // namespace longhand::imaging

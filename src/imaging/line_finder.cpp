#include "longhand/imaging/line_finder.h"

#include <string>
#include <utility>

#include <opencv2/core.hpp>

#include "imaging/lines_parts.h"
#include "imaging/mat_bridge.h"

namespace longhand::imaging
{

Result<std::vector<FoundLine>> InkLineFinder::find(const CleanPage& page) const
try {
    if (page.ink.empty())
        return std::vector<FoundLine>{};
    cv::Mat ink = asMat(page.ink).clone();
    removeLargeShapes(ink);
    const double sigmaPx = writingScale(ink);
    if (sigmaPx <= 0)
        return std::vector<FoundLine>{};
    removeNonText(ink, sigmaPx);
    std::vector<MeasuredLine> lines = measureLines(ink, traceCenterLines(ink, sigmaPx), sigmaPx);
    dropStrays(lines, Sheet(ink.cols, ink.rows, page.skewDeg), sigmaPx);
    return inReadingOrder(std::move(lines), sigmaPx);
} catch (const cv::Exception& e) {
    return Error{ErrorCode::Internal, std::string("The lines of the page could not be found: ") + e.what()};
}

} // namespace longhand::imaging

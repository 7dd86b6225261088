#include "longhand/imaging/line_finder.h"

#include <string>

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
    return inReadingOrder(measureLines(ink, traceCenterLines(ink, sigmaPx), sigmaPx), sigmaPx);
} catch (const cv::Exception& e) {
    return Error{ErrorCode::Internal, std::string("The lines of the page could not be found: ") + e.what()};
}

} // namespace longhand::imaging

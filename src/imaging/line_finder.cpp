#include "longhand/imaging/line_finder.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <opencv2/core.hpp>

#include "imaging/lines_parts.h"
#include "imaging/mat_bridge.h"

namespace longhand::imaging
{
namespace
{

constexpr double kFarApartSigmas = 9; ///< from line to line, where five or six are usual
constexpr double kUsualSigmas = 7;    ///< of a large, loose hand
constexpr double kLargestGrowth = 2.5;
constexpr double kSameLength = 0.95; ///< of all lines together

std::vector<MeasuredLine> linesAtScale(const cv::Mat& shapes, double sigmaPx, const Sheet& sheet)
{
    cv::Mat ink = shapes.clone();
    removeNonText(ink, sigmaPx);
    std::vector<MeasuredLine> lines = measureLines(ink, traceCenterLines(ink, sigmaPx), sigmaPx);
    dropStrays(lines, sheet, sigmaPx);
    return lines;
}

/// Typical distance from a line to the next one below it; 0 where no lines of some length stand one below the other.
/// Every line counts once: counted along the lines, as the tracing of ridges does it, long pieces outvote the others on
/// a page that fell to pieces, and the doubt does not arise.
double typicalLineDistance(const std::vector<MeasuredLine>& lines, double sigmaPx)
{
    std::vector<double> gaps;
    const auto isLong = [&](const MeasuredLine& line) { return line.right - line.left >= 12 * sigmaPx; };
    for (const MeasuredLine& line : lines) {
        double nearest = std::numeric_limits<double>::infinity();
        for (const MeasuredLine& other : lines) {
            const double left = std::max(line.left, other.left);
            const double right = std::min(line.right, other.right);
            const double down = other.baselineAt((left + right) / 2) - line.baselineAt((left + right) / 2);
            if (isLong(line) && isLong(other) && right - left > 3 * sigmaPx && down > 2.4 * sigmaPx)
                nearest = std::min(nearest, down);
        }
        if (std::isfinite(nearest))
            gaps.push_back(nearest);
    }
    if (gaps.empty())
        return 0;
    const auto mid = gaps.begin() + std::ssize(gaps) / 2;
    std::nth_element(gaps.begin(), mid, gaps.end());
    return *mid;
}

double totalLength(const std::vector<MeasuredLine>& lines)
{
    return std::transform_reduce(lines.begin(), lines.end(), 0.0, std::plus(),
                                 [](const MeasuredLine& line) { return line.right - line.left; });
}

} // namespace

Result<std::vector<FoundLine>> InkLineFinder::find(const CleanPage& page) const
try {
    if (page.ink.empty())
        return std::vector<FoundLine>{};
    cv::Mat ink = asMat(page.ink).clone();
    removeLargeShapes(ink);
    const double sigmaPx = writingScale(ink);
    if (sigmaPx <= 0)
        return std::vector<FoundLine>{};
    const Sheet sheet(ink.cols, ink.rows, page.skewDeg);
    std::vector<MeasuredLine> lines = linesAtScale(ink, sigmaPx, sheet);
    // A large hand with flat strokes and wide gaps answers as if it were small writing, and falls to pieces. That its
    // lines stand far apart raises the doubt, and that the same writing makes fewer lines at a larger scale settles it.
    const double distance = typicalLineDistance(lines, sigmaPx);
    if (distance > kFarApartSigmas * sigmaPx) {
        const double larger = std::min(distance / kUsualSigmas, kLargestGrowth * sigmaPx);
        std::vector<MeasuredLine> joined = linesAtScale(ink, larger, sheet);
        if (joined.size() < lines.size() && totalLength(joined) >= kSameLength * totalLength(lines))
            return inReadingOrder(std::move(joined), larger);
    }
    return inReadingOrder(std::move(lines), sigmaPx);
} catch (const cv::Exception& e) {
    return Error{ErrorCode::Internal, std::string("The lines of the page could not be found: ") + e.what()};
}

} // namespace longhand::imaging

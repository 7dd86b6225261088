#include "longhand/imaging/preprocess.h"

#include <algorithm>
#include <cmath>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "mat_bridge.h"
#include "steps/binarize.h"
#include "steps/illumination.h"

namespace longhand::imaging
{

Result<CleanPage> preprocess(const RgbImage& page, const PreprocessOptions& options)
try {
    if (page.empty())
        return Error{ErrorCode::InvalidInput, "The page has no pixels. Choose another picture."};
    CleanPage clean;
    cv::Mat gray;
    cv::cvtColor(asMat(page), gray, cv::COLOR_RGB2GRAY);
    const int side = std::max(gray.cols, gray.rows);
    if (options.resize.enabled && side > options.resize.maxSidePx) {
        const double scale = static_cast<double>(options.resize.maxSidePx) / side;
        const cv::Size size(std::max(1, cvRound(gray.cols * scale)), std::max(1, cvRound(gray.rows * scale)));
        clean.toOriginal.m[0] = static_cast<double>(gray.cols) / size.width;
        clean.toOriginal.m[4] = static_cast<double>(gray.rows) / size.height;
        cv::resize(gray, gray, size, 0, 0, cv::INTER_AREA);
        clean.stepsRun.emplace_back("resize");
    }
    if (options.illumination.enabled) {
        gray = flattenIllumination(gray, options.illumination);
        clean.stepsRun.emplace_back("illumination");
    }
    clean.ink = toImage<1>(binarize(gray, options.binarize));
    clean.stepsRun.emplace_back("binarize");
    clean.gray = toImage<1>(gray);
    return clean;
} catch (const cv::Exception& e) {
    return Error{ErrorCode::Internal, "The page could not be prepared: " + e.err + "."};
}

} // namespace longhand::imaging

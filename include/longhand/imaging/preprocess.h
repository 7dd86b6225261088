#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/geometry.h"
#include "longhand/base/image.h"
#include "longhand/base/result.h"

namespace longhand::imaging
{

enum class Binarization { Otsu, Sauvola, AdaptiveGaussian };

struct RectifyStep {
    bool enabled = true;
    double minSheetArea = 0.25; ///< share of the picture a sheet must cover to be taken for one, 0..1
    bool operator==(const RectifyStep&) const = default;
};
struct ResizeStep {
    bool enabled = true;
    int maxSidePx = 2400; ///< larger pictures are reduced to this longer side; nothing is enlarged
    bool operator==(const ResizeStep&) const = default;
};
struct IlluminationStep {
    bool enabled = true;
    double windowShare = 0.04; ///< size of the window that estimates the paper, share of the longer side
    bool operator==(const IlluminationStep&) const = default;
};
struct DenoiseStep {
    bool enabled = true;
    int medianPx = 3; ///< odd; a pixel unlike all others in this window becomes their median. Strokes stay as they are
    bool operator==(const DenoiseStep&) const = default;
};
struct DeskewStep {
    bool enabled = true;
    double maxSkewDeg = 15;
    bool operator==(const DeskewStep&) const = default;
};
struct RulingStep {
    bool enabled = true;
    double minLengthShare = 0.25; ///< shortest ruled line, share of the page's width or height
    bool operator==(const RulingStep&) const = default;
};
struct PrintStep {
    bool enabled = true;
    int fewestLetters = 15; ///< in a row; less of it, as a printed "Paris, the" before a date, stays
    bool operator==(const PrintStep&) const = default;
};
struct BinarizeStep {
    Binarization method = Binarization::Sauvola;
    double windowShare = 0.02; ///< window side, share of the longer page side (Sauvola, AdaptiveGaussian)
    double k = 0.2; ///< Sauvola's k on a page of dark ink, less on a faint one; AdaptiveGaussian: 50 * k grey levels
    bool operator==(const BinarizeStep&) const = default;
};

/// The pipeline, in the order it runs. Binarising only finds ink for levelling, rulings and lines; it never changes the
/// grey picture, and neither does the removal of rulings and print.
struct PreprocessOptions {
    RectifyStep rectify;
    ResizeStep resize;
    IlluminationStep illumination;
    DenoiseStep denoise;
    DeskewStep deskew;
    RulingStep ruling;
    PrintStep print;
    BinarizeStep binarize;
    std::filesystem::path debugDir; ///< empty: none. Each step writes NN-<name>.png there
    bool operator==(const PreprocessOptions&) const = default;
};

/// A page ready for the line finder. Both pictures share one coordinate system.
struct CleanPage {
    GrayImage gray;        ///< flattened, upright; what is read
    GrayImage ink;         ///< binary, 255 where there is ink; rulings and print removed; only for finding lines
    Homography toOriginal; ///< from clean-page pixels to pixels of the picture that came in
    double skewDeg = 0;    ///< that was undone, positive clockwise
    std::vector<std::string> stepsRun; ///< in order; a step that found nothing to do is left out
};

/// Looks at `stop` between the steps: error Stopped.
Result<CleanPage> preprocess(const RgbImage& page, const PreprocessOptions& options = {}, std::stop_token stop = {});

/// Skew of the text lines in degrees, positive clockwise, |skew| <= maxSkewDeg; 0 for a page without ink.
/// `ink`: binary, 255 where there is ink.
double findSkewDeg(const GrayImage& ink, double maxSkewDeg = 15);

} // namespace longhand::imaging

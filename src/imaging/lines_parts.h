#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "longhand/imaging/line_finder.h"

/// The stages of InkLineFinder. All lengths are clean-page pixels; `sigmaPx` is the scale of the writing, about half
/// the height of a small letter.
namespace longhand::imaging
{

/// The centre of a row of small letters, sampled at every `stepPx` from `x0`.
struct CenterLine {
    double x0 = 0;
    double stepPx = 1;
    std::vector<double> y;
    double strength = 0; ///< mean ridge response, 0..1

    [[nodiscard]] double left() const { return x0; }
    [[nodiscard]] double right() const { return x0 + stepPx * static_cast<double>(y.size() - 1); }
    /// Beyond the ends it goes on level.
    [[nodiscard]] double at(double x) const;
    /// Rise per pixel over about `spanPx` at the left (`atEnd` false) or right end.
    [[nodiscard]] double endSlope(bool atEnd, double spanPx) const;
    /// Mean y of about `spanPx` at the left (`atEnd` false) or right end, leaving out the last `skipPx`.
    [[nodiscard]] double levelNear(bool atEnd, double skipPx, double spanPx) const;
};

/// A line with what the later stages ask about it.
struct MeasuredLine {
    FoundLine line;
    double left = 0;
    double right = 0;
    double baselineMid = 0; ///< y of the baseline half way
    double xHeightPx = 0;
    double strength = 0; ///< of its centre line
    double coreInk = 0;  ///< ink pixels of the small letters

    [[nodiscard]] double baselineAt(double x) const;
};

/// Where the picture that came in ends on the upright page.
class Sheet
{
public:
    Sheet(int widthPx, int heightPx, double skewDeg);
    /// Free space between the picture's edge and the line.
    [[nodiscard]] double leftMargin(const MeasuredLine& line) const;
    [[nodiscard]] double rightMargin(const MeasuredLine& line) const;

    const int width;
    const int height;

private:
    [[nodiscard]] double acrossAt(double x, double y) const;

    double m_cos = 1;
    double m_sin = 0;
    double m_pictureWidth = 0;
};

/// Takes away what cannot be writing whatever its scale: page borders, book edges, large solid shapes.
void removeLargeShapes(cv::Mat& ink);

/// Scale of the writing, at which rows of letters answer strongest to a ridge filter; 0 for a page without ink.
double writingScale(const cv::Mat& ink);

/// Takes away specks, thick blobs, long strokes and frames, judged by the scale of the writing.
void removeNonText(cv::Mat& ink, double sigmaPx);

/// Rows of letters as pieces of ridges in the blurred ink, joined over word gaps but not over column gaps.
std::vector<CenterLine> traceCenterLines(const cv::Mat& ink, double sigmaPx);

/// Baselines and outlines around the ink near each centre line; lines that do not look like writing are dropped.
std::vector<MeasuredLine> measureLines(const cv::Mat& ink, const std::vector<CenterLine>& centers, double sigmaPx);

/// Drops marks, duplicates and the cut-off lines of a facing page.
void dropStrays(std::vector<MeasuredLine>& lines, const Sheet& sheet, double sigmaPx);

/// Sorts by columns, and within a column from top to bottom.
std::vector<FoundLine> inReadingOrder(std::vector<MeasuredLine> lines, double sigmaPx);

} // namespace longhand::imaging

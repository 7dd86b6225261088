#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "longhand/app/page_transcriber.h"
#include "longhand/imaging/line_crop.h"

namespace longhand::app
{

struct PreparedLine {
    imaging::LineCrop crop; ///< its picture is dropped, the way back to the page is kept
    int cropWidthPx = 0;
    Polygon outline;   ///< original pixels
    Polyline baseline; ///< original pixels
};

/// A page cut into lines, ready for the network. Holds no page-sized picture.
struct PreparedPage {
    int widthPx = 0; ///< of the original picture
    int heightPx = 0;
    Homography toOriginal;
    std::vector<PreparedLine> lines;
    std::vector<GrayImage> linePictures; ///< normalised, one per line
    std::vector<std::string> beginnings; ///< known ones of lines that were given, one per line; else none
};

/// Everything that happens before the network. May be called from several threads. Errors: those of imaging, Stopped.
Result<PreparedPage> preparePage(const RgbImage& picture, const TranscribeOptions& options, int lineHeightPx,
                                 const std::stop_token& stop = {});
/// Cuts out lines whose shapes are known, one prepared line for each shape. Shapes without an outline get one grown
/// around the ink. The size of the page is left open.
Result<PreparedPage> prepareGivenLines(const imaging::CleanPage& page, const LineShapes& shapes, int lineHeightPx,
                                       const std::stop_token& stop = {});
/// All lines, also those that read as nothing, in order and without ids.
Result<std::vector<formats::Line>> readAllLines(const PreparedPage& page, recognition::Recognizer& recognizer,
                                                std::stop_token stop, const ProgressFn& progress);
/// Reads the lines. The page has no picture name yet.
Result<formats::Page> readPage(const PreparedPage& page, recognition::Recognizer& recognizer, std::stop_token stop,
                               const ProgressFn& progress);

} // namespace longhand::app

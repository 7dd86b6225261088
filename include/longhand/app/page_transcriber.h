#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "longhand/base/image.h"
#include "longhand/base/progress.h"
#include "longhand/base/result.h"
#include "longhand/formats/document.h"
#include "longhand/imaging/preprocess.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

struct TranscribeOptions {
    imaging::PreprocessOptions preprocess = {}; ///< debugDir also gets the lines found and their crops
    bool singleLine = false;                    ///< the whole picture is one text line
    bool turn = true; ///< a page that reads badly is tried upside down and on its sides, and read as its writing stands
    bool keepPictures = false; ///< hand the pictures over with the text; else one page is held at a time
};

/// A transcribed picture file: one page per picture in it.
struct Transcription {
    std::vector<formats::Page> pages;
    std::vector<RgbImage> pictures; ///< same order; none without TranscribeOptions::keepPictures
};

/// Where a line is, in pixels of the original picture.
struct LineShape {
    Polygon outline; ///< empty: not known, to be grown around the ink along the baseline
    Polyline baseline;
    std::string beginning = {}; ///< how its text is known to begin, UTF-8; empty: not known
};

/// Lines to be read where a person says they are.
struct LineShapes {
    std::vector<LineShape> lines;
    std::vector<Polyline> neighbours; ///< baselines of other lines, which grown outlines keep away from
};

/// From picture file to document pages: imaging, lines, reading, geometry back in original pixels.
/// One call at a time per object; blocks; no Qt event loop needed.
class PageTranscriber
{
public:
    explicit PageTranscriber(std::unique_ptr<recognition::Recognizer> recognizer);
    ~PageTranscriber();
    /// Errors: those of recognition::Recognizer::open.
    static Result<std::unique_ptr<PageTranscriber>> open(const std::filesystem::path& model,
                                                         const recognition::Options& options = {});

    /// Error Stopped on stop. Lines that read as nothing are taken for noise and left out.
    Result<Transcription> transcribeFile(const std::filesystem::path& file, const TranscribeOptions& options = {},
                                         std::stop_token stop = {}, const ProgressFn& progress = {});
    Result<formats::Page> transcribe(const RgbImage& picture, const TranscribeOptions& options = {},
                                     std::stop_token stop = {}, const ProgressFn& progress = {});
    /// Reads given lines of a page that was cleaned: one line for each shape, in order, without ids, with its outline;
    /// text is empty where nothing could be read.
    Result<std::vector<formats::Line>> readLines(const imaging::CleanPage& page, const LineShapes& shapes,
                                                 std::stop_token stop = {}, const ProgressFn& progress = {});
    recognition::Recognizer& recognizer();
    /// A sentence for whoever reads with it, such as that another model than the chosen one was opened.
    [[nodiscard]] const std::string& notice() const { return m_notice; }
    void setNotice(std::string sentence) { m_notice = std::move(sentence); }

private:
    std::unique_ptr<recognition::Recognizer> m_recognizer;
    std::string m_notice;
};

/// The model to use when none is named: $LONGHAND_MODEL, else the learnt one in use (modelInUse), else
/// longhand.safetensors or longhand-open.safetensors in a `models` folder beside the program, above it, or installed
/// under share/longhand. NotFound says where it was looked for.
Result<std::filesystem::path> findDefaultModel();

} // namespace longhand::app

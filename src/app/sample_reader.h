#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "app/line_samples.h"
#include "longhand/imaging/preprocess.h"

namespace longhand::app
{

/// A line's picture, and the file's bytes where the line is a whole file that a set can keep as it is.
struct SamplePicture {
    GrayImage pixels;
    std::string fileBytes; ///< empty: none
};

/// Why a sample has no picture.
struct SampleFault {
    ImportProblem problem = ImportProblem::Unreadable;
    std::string detail;
};

/// Reads the pictures of samples, those of one page after the other: a page is decoded and cleaned once.
class SampleReader
{
public:
    std::variant<SamplePicture, SampleFault> read(const LineSample& sample);

private:
    struct Page {
        imaging::CleanPage clean;
        int widthPx = 0; ///< of the original picture
        int heightPx = 0;
    };
    std::variant<SamplePicture, SampleFault> cutOut(const LineSample& sample);

    std::filesystem::path m_pageFile;
    std::optional<Result<Page>> m_page; ///< of m_pageFile
};

} // namespace longhand::app

#pragma once

#include <vector>

#include "longhand/base/image.h"
#include "longhand/imaging/line_finder.h"
#include "longhand/imaging/preprocess.h"

namespace longhand::bench
{

/// data/sample-page.jpg and what imaging makes of it. Computed once; ends the program when it cannot be had, because
/// then there is nothing to measure.
struct Sample {
    RgbImage picture;
    imaging::CleanPage page;
    std::vector<imaging::FoundLine> lines;
};

const Sample& sample();

} // namespace longhand::bench

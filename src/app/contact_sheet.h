#pragma once

#include <string>
#include <vector>

#include "longhand/base/image.h"

namespace longhand::app
{

struct SheetLine {
    GrayImage picture;
    std::string text;    ///< UTF-8
    std::string caption; ///< where the line is from; UTF-8
};

/// The lines in two columns, each above its text. Makes a Qt application of its own for the fonts where there is none.
RgbImage drawContactSheet(const std::vector<SheetLine>& lines);

} // namespace longhand::app

#include "app/clean_line.h"

#include <utility>

#include "app/line_set_writer.h"
#include "longhand/imaging/line_crop.h"

namespace longhand::app
{

Result<GrayImage> cutFromClean(const imaging::CleanPage& page, const formats::Line& line)
{
    const Homography toClean = page.toOriginal.inverse();
    auto crop =
        imaging::cropLine(page.gray, {toClean.map(line.outline), toClean.map(line.baseline)}, kMaxLineSetHeightPx);
    if (!crop)
        return crop.error();
    return std::move(crop->image);
}

} // namespace longhand::app

#pragma once

#include "longhand/base/image.h"
#include "longhand/base/result.h"
#include "longhand/formats/document.h"
#include "longhand/imaging/preprocess.h"

namespace longhand::app
{

/// The picture of a line of the original page, cut out of the cleaned one as reading does, at most
/// kMaxLineSetHeightPx high. Errors: those of imaging::cropLine.
Result<GrayImage> cutFromClean(const imaging::CleanPage& page, const formats::Line& line);

} // namespace longhand::app

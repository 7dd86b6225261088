#pragma once

#include <functional>
#include <stop_token>

#include "longhand/app/page_transcriber.h"
#include "longhand/base/image.h"
#include "longhand/base/result.h"
#include "longhand/formats/document.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

/// The page read as its writing stands: `asItStands`, or what the picture turned by a multiple of 90 degrees reads when
/// that is far more certain, with formats::Page::turnDeg set and all geometry on the picture as it is. `picture` is
/// asked for only where `asItStands` looks turned, which stays where there is no picture. Errors: those of
/// Recognizer::read, Stopped.
Result<formats::Page> readUpright(formats::Page asItStands, const std::function<Result<RgbImage>()>& picture,
                                  const TranscribeOptions& options, recognition::Recognizer& recognizer,
                                  const std::stop_token& stop);

} // namespace longhand::app

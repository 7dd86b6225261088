#pragma once

#include <QJsonObject>

#include "longhand/imaging/preprocess.h"

namespace longhand::app
{

/// For layers that know imaging through app alone.
using imaging::Binarization;
using imaging::PreprocessOptions;

/// What differs from the defaults, by step: {"deskew": {"enabled": false}}.
QJsonObject toJson(const PreprocessOptions& options);
/// Unknown keys and values of the wrong type are passed over: what a later version added must not cost the page.
PreprocessOptions preprocessFromJson(const QJsonObject& json);

} // namespace longhand::app

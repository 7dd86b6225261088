#pragma once

#include <string>

#include "longhand/app/picture_source.h"
#include "longhand/base/result.h"

namespace longhand::app
{

/// What corrections of this page are kept under: SHA-256 of the picture file, or of the pasted pixels, and "#index".
/// Reads the file. Errors: those of readFile.
Result<std::string> pageKey(const PictureSource& source);

} // namespace longhand::app

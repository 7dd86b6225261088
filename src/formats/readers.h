#pragma once

#include <filesystem>

#include <QXmlStreamReader>

#include "longhand/base/result.h"
#include "longhand/formats/document.h"

namespace longhand::formats
{

/// Both read the current element, the root, to its end. An Error's detail is the second half of a sentence.
Result<Page> readPageXmlRoot(QXmlStreamReader& xml);
/// `folder` is where the picture is looked for when the file measures in millimetres or inches.
Result<Page> readAltoRoot(QXmlStreamReader& xml, const std::filesystem::path& folder);

} // namespace longhand::formats

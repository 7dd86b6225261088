#pragma once

#include <string>

#include "longhand/base/result.h"
#include "longhand/formats/document.h"
#include "longhand/formats/export.h"

namespace longhand::formats
{

std::string writeText(const Document& document);
std::string writeMarkdown(const Document& document);
std::string writeJson(const Document& document);
std::string writeHocr(const Document& document);
/// Both: the document has exactly one page.
std::string writeAlto(const Document& document);
std::string writePageXml(const Document& document);
/// `pictureOf`: empty: the pages stay blank.
Result<std::string> writePdf(const Document& document, const PictureOfPage& pictureOf);
Result<std::string> writeOdt(const Document& document);
Result<std::string> writeDocx(const Document& document);

} // namespace longhand::formats

#pragma once

#include <string>
#include <vector>

#include "longhand/base/image.h"
#include "longhand/base/result.h"
#include "longhand/formats/document.h"

namespace longhand::formats
{

std::string writeText(const Document& document);
std::string writeMarkdown(const Document& document);
std::string writeJson(const Document& document);
std::string writeHocr(const Document& document);
/// Both: the document has exactly one page.
std::string writeAlto(const Document& document);
std::string writePageXml(const Document& document);
/// `pictures`: empty, or one per page.
Result<std::string> writePdf(const Document& document, const std::vector<RgbImage>& pictures);
Result<std::string> writeOdt(const Document& document);

} // namespace longhand::formats

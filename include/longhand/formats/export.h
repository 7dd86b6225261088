#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "longhand/base/image.h"
#include "longhand/base/result.h"
#include "longhand/formats/document.h"

namespace longhand::formats
{

enum class Format { Txt, Markdown, Json, Hocr, Alto, PageXml, Pdf, Odt, Docx };

/// "txt", "md", "json", "hocr", "alto", "page", "pdf", "odt", "docx"; nullopt for anything else.
std::optional<Format> formatFromName(std::string_view name);
std::string_view formatName(Format format);
/// With the dot; hocr ".hocr", alto ".alto.xml", page ".page.xml".
std::string_view fileSuffix(Format format);
std::vector<Format> allFormats();

/// The whole document in one file's bytes. Pdf embeds the pictures in `pictures` (one per page, same order); an empty
/// span leaves the pages blank with an invisible text layer. Alto and PageXml hold one page: InvalidInput for more.
Result<std::string> serialize(const Document& document, Format format, const std::vector<RgbImage>& pictures = {});

/// The picture of a page by its index. Asked for one after the other; what it points to is used until the next call.
using PictureOfPage = std::function<Result<const RgbImage*>(std::size_t page)>;
/// The same, with the memory of one picture for however many pages. Errors: also those of `pictureOf`.
Result<std::string> serialize(const Document& document, Format format, const PictureOfPage& pictureOf);

} // namespace longhand::formats

#pragma once

#include <filesystem>
#include <string_view>

#include "longhand/base/result.h"
#include "longhand/formats/document.h"

namespace longhand::formats
{

/// One page of PAGE XML (2013 to 2019) or ALTO (2 to 4): our own output and that of eScriptorium, Transkribus, kraken.
/// The reading order of the file is kept. Never fetches entities or schemas.
/// Errors: NotFound, NoPermission, Damaged (not well-formed), Unsupported (another XML).
Result<Page> readPageXml(const std::filesystem::path& path);
Result<Page> readAlto(const std::filesystem::path& path);
/// Decides by the root element.
Result<Page> readTranscription(const std::filesystem::path& path);

} // namespace longhand::formats

#pragma once

#include <filesystem>
#include <memory>

#include "longhand/formats/project.h"

namespace longhand::test
{

/// A page as the reader hands it over: lines of eight words of six glyphs, each with its outline, one word in ten
/// doubtful and one in eight misspelt.
std::shared_ptr<const formats::Page> largePage(int lines);

/// So many pages of so many lines, all read, all of the same picture.
formats::Project largeProject(int pages, int linesPerPage, const std::filesystem::path& picture);

/// A photo of 12 megapixels with the grain of a camera, as JPEG.
bool writeLargePhoto(const std::filesystem::path& file);

} // namespace longhand::test

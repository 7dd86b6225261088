#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace longhand::test
{

/// Pictures and other files, written and read for the tests only. Failures end the test with an exception.
std::string bytesOf(const std::filesystem::path& file);
void write(const std::filesystem::path& file, const std::string& bytes);

/// A page with some lines of pen strokes; small, so that reading it is quick.
void writePage(const std::filesystem::path& file);
/// A TIFF of so many such pages.
void writePages(const std::filesystem::path& file, int pages);
/// One line of pen strokes.
void writeLine(const std::filesystem::path& file);
void writePlain(const std::filesystem::path& file, int widthPx, int heightPx, std::uint8_t grey);
/// A PNG that says it is so large, with nothing in it.
std::string pngHeader(std::uint32_t widthPx, std::uint32_t heightPx);

/// The files below a folder, relative to it, sorted.
std::vector<std::string> filesBelow(const std::filesystem::path& folder);

} // namespace longhand::test

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "longhand/formats/document.h"
#include "longhand/formats/export.h"

namespace longhand::formats
{

/// How the lines of a page become running text.
enum class TextLayout {
    Lines,      ///< as on the page
    Paragraphs, ///< the lines of a paragraph are joined
    Mended      ///< and words that the end of a line cut are one again
};

/// "lines", "paragraphs", "mended"; nullopt for anything else.
std::optional<TextLayout> layoutFromName(std::string_view name);
std::string_view layoutName(TextLayout layout);
/// Formats that hold text and no places on the page; the others keep their lines.
bool hasLayout(Format format);

/// Where paragraphs begin: indices of lines, the first is 0. A paragraph ends before a wider gap, before an indented
/// line, behind a line much shorter than the text is wide, and at a line without text; lines without a place are told
/// apart by the last alone.
std::vector<std::size_t> paragraphStarts(const Page& page);

/// The page with a line for each paragraph, an empty one between two of them. Words and places of joined lines are
/// dropped. Lines: the page itself.
Page arranged(const Page& page, TextLayout layout);
/// The same for all pages, where the format has a layout.
Document arranged(Document document, Format format, TextLayout layout);

} // namespace longhand::formats

#pragma once

namespace longhand::ui
{

/// A place on the page by what was read there: indices into the reading's lines, the line's words and the word's
/// glyphs; -1: none, or not known.
struct Ink {
    int line = -1;
    int word = -1;
    int glyph = -1;

    bool operator==(const Ink&) const = default;
};

} // namespace longhand::ui

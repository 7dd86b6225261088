#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "longhand/base/geometry.h"
#include "longhand/base/result.h"

namespace longhand::synthesis
{

/// A glyph of a shaped line. Lengths in x-heights, y downwards from the baseline.
struct Glyph {
    unsigned index = 0;
    std::size_t character = 0; ///< position in the text of the first character it stands for
    Point offset;              ///< from the pen's position
    double advance = 0;
};

/// A font file, of any kind that FreeType reads. All lengths are in heights of its small x. One thread at a time.
class HandwritingFont
{
public:
    /// Errors: those of readFile; Damaged for anything that is no scalable font with Latin letters.
    static Result<HandwritingFont> open(const std::filesystem::path& file);
    HandwritingFont(HandwritingFont&&) noexcept;
    HandwritingFont& operator=(HandwritingFont&&) noexcept;
    ~HandwritingFont();

    /// The file's name without suffix.
    [[nodiscard]] const std::string& name() const;
    /// Whether every character can be drawn; a blank glyph counts for white space only.
    [[nodiscard]] bool covers(std::u32string_view text) const;
    /// Glyphs in writing order, with the joins and ligatures the font asks for.
    [[nodiscard]] std::vector<Glyph> shape(std::u32string_view text) const;
    /// Closed curves as polygons of short edges, drawn with a pen wider by `extraWidth` than the font's; to be filled
    /// by the non-zero winding rule.
    [[nodiscard]] std::vector<Polygon> outline(unsigned glyphIndex, double extraWidth) const;

    [[nodiscard]] double penWidth() const; ///< typical width of a stroke
    [[nodiscard]] double ascent() const;   ///< height of its tall letters above the baseline
    [[nodiscard]] double descent() const;  ///< depth of its low letters below it
    [[nodiscard]] double spaceWidth() const;
    [[nodiscard]] bool isJoined() const; ///< whether its letters touch, as in a running hand

private:
    struct State;
    explicit HandwritingFont(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace longhand::synthesis

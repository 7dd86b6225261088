#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace longhand::training
{

/// A line as a pen wrote it, in 1/100 of its height: x rightwards from 0, y downwards from 0.
struct PenPoint {
    int x = 0;
    int y = 0;
    bool operator==(const PenPoint&) const = default;
};
using PenStroke = std::vector<PenPoint>; ///< from pen down to pen up
using PenStrokes = std::vector<PenStroke>;

/// Largest x; 0 without points.
int widthOf(const PenStrokes& strokes);

/// "x,y x,y;x,y ..." as in ink tables: points parted by a space, strokes by a semicolon. nullopt when it is anything
/// else.
std::optional<PenStrokes> parsePenStrokes(std::string_view text);

/// A byte or less a point: counts and differences, foretold from those before and range coded.
std::vector<std::uint8_t> encodePenStrokes(const PenStrokes& strokes);
/// nullopt for bytes that are not strokes.
std::optional<PenStrokes> decodePenStrokes(std::span<const std::uint8_t> bytes);

} // namespace longhand::training

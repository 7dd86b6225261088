#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "longhand/formats/document.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

/// A character as it was read, UTF-8, and how sure the model was of it, 0..1.
struct ReadCharacter {
    std::string text;
    double confidence = 0;
};

using ReadCharacters = std::vector<ReadCharacter>;

ReadCharacters charactersOf(const formats::Line& line);
ReadCharacters charactersOf(const recognition::LineReading& line);

/// Which of the lines, given in reading order, to correct first, so that few corrections teach much: indices into
/// `lines`, at most `limit`. However many are corrected, they come from everywhere, for a hand changes with pen, paper
/// and years; of the lines about each place that one is next which adds most to the sum, over characters and pairs of
/// characters, of the square root of how unsure the lines so far were of them: what is unsure counts, and less so each
/// time it is seen again (for choosing training data: Wei et al. 2015). Lines without characters come last.
std::vector<std::size_t> teachingOrder(std::span<const ReadCharacters> lines, std::size_t limit);

} // namespace longhand::app

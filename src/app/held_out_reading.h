#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "app/learning_lines.h"
#include "longhand/base/result.h"

namespace longhand::app
{

/// A line that is not learnt from, as a model reads it.
struct HeldOutReading {
    std::string text;
    double expectedEdits = 0; ///< over the n-best readings, weighted by their probabilities
    double surprisal = -1;    ///< of the right text, nats, by the network alone; -1 where it cannot write that text
    double confidence = 0;    ///< letter by letter (addConfidences)
    std::size_t length = 0;   ///< of that reading, characters
};

struct HeldOutReader {
    std::filesystem::path model, profile; ///< no profile: empty
    int threads = 0;                      ///< 0: as many as there are cores
};

/// Reads as pages are read, language model and all: what is measured is what the user will see. Blocks. Errors: those
/// of Recognizer.
Result<std::vector<HeldOutReading>> readHeldOut(const HeldOutReader& reader,
                                                std::span<const LearningLine* const> lines);

/// Reads the same lines letter by letter, as proposeProfile does. Blocks. Errors: those of Recognizer.
Result<void> addConfidences(const HeldOutReader& reader, std::span<const LearningLine* const> lines,
                            std::vector<HeldOutReading>& readings);

/// By how much `after` is surer of the same lines than `before` (certainty() in profile_chooser.h).
double certaintyGain(std::span<const HeldOutReading> before, std::span<const HeldOutReading> after);

} // namespace longhand::app

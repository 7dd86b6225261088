#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "app/held_out_reading.h"
#include "longhand/base/image.h"
#include "longhand/base/result.h"
#include "longhand/training/fine_tuner.h"

namespace longhand::app
{

// Lines of a hand that nobody has corrected teach it too, with what a model that has learnt from corrected ones makes
// of them (self-training: Kišš et al. 2021, arXiv:2104.13037).

struct UncorrectedLines {
    std::vector<GrayImage> pictures; ///< normalised
    std::string checksum;            ///< of them
};

/// The lines of a set, at most kMostUncorrectedLines, spread evenly; those that cannot be read, and those that are
/// among the corrected ones after all, are left out. None when there is no set, or no name of one. Errors: those of
/// readLinesTable.
Result<UncorrectedLines> openUncorrectedLines(const std::filesystem::path& set, int heightPx,
                                              std::span<const LearningLine> corrected);

/// One text for each line, empty where the model is not sure enough. Reads as pages are read. Blocks; `between` is
/// called every few lines, and may block to pause. Errors: those of Recognizer.
Result<std::vector<std::string>> readUncorrectedLines(const HeldOutReader& reader, std::span<const GrayImage> pictures,
                                                      const std::stop_token& stop,
                                                      const std::function<void()>& between);

/// What a model that was learnt for it made of lines.
struct MachineTexts {
    std::vector<std::string> texts;  ///< one for each line, as above
    training::FineTuneReport reader; ///< how the model was learnt
    double readingSeconds = 0;
};

/// For a run that goes on after it was broken off: nothing unless the file holds the texts of `lines` lines.
std::optional<MachineTexts> restoreTexts(const std::filesystem::path& file, std::size_t lines);
/// Errors: those of writeFileAtomically.
Result<void> keepTexts(const std::filesystem::path& file, const MachineTexts& texts);

} // namespace longhand::app

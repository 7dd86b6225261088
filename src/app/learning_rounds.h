#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/held_out_reading.h"
#include "app/learning_lines.h"
#include "longhand/base/result.h"
#include "longhand/training/fine_tuner.h"

namespace longhand::app
{

/// A round that learnt and was measured; readings in the order of `heldOut`.
struct FinishedRound {
    std::vector<std::size_t> heldOut;
    std::vector<HeldOutReading> after;
    training::FineTuneReport report;
    double readingSeconds = 0; ///< of `after`
    std::vector<HeldOutReading> before;
};

/// What held-out lines say of the models that had not seen them.
struct MeasuredLines {
    GateFigures figures; ///< without those of the rehearsal check
    std::vector<LineChange> better, worse;
};

/// Of all rounds together; each has its readings before.
MeasuredLines measureLines(const std::vector<LearningLine>& lines, const std::vector<FinishedRound>& rounds);

struct RunIdentity {
    std::string name;          ///< the same for as long as the run is
    bool startedAgain = false; ///< what was there belonged to other lines or another model, and is gone
};

/// Opens the folder of a run. Rounds in it count only if they learnt the same lines, corrected and (by their
/// checksum) uncorrected ones, from the same model. Errors: those of writeFileAtomically.
Result<RunIdentity> beginRounds(const std::filesystem::path& folder, const std::string& baseChecksum,
                                const std::vector<LearningLine>& lines, const std::string& uncorrectedChecksum = {});

/// nullopt when it did not get that far.
std::optional<FinishedRound> readFinishedRound(const std::filesystem::path& folder);
/// Without the readings before. Errors: those of writeFileAtomically.
Result<void> writeFinishedRound(const std::filesystem::path& folder, const FinishedRound& round);

} // namespace longhand::app

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

#include "app/learning_basis.h"
#include "app/learning_lines.h"
#include "app/learning_rounds.h"
#include "app/machine_texts.h"
#include "longhand/app/learning.h"
#include "longhand/base/result.h"
#include "longhand/training/fine_tuner.h"

namespace longhand::app
{

inline constexpr const char* kLearntModel = "model.safetensors"; ///< in the folder of its round

/// Learns the rounds of a run, one after the other, within the minutes granted, and tells how far the run is.
class RoundTuner
{
public:
    /// All but the plan must outlive the tuner.
    struct Materials {
        const LearningRequest& request;
        const LearningBasis& basis;
        const std::vector<LearningLine>& lines;
        const UncorrectedLines& uncorrected;
    };
    struct Round {
        std::filesystem::path folder;
        std::vector<std::size_t> heldOut; ///< not learnt from; they choose the checkpoint of the last round
        bool isLast = false;              ///< its model is to be used
    };

    RoundTuner(const Materials& materials, const LearningPlan& plan, std::stop_token stop,
               const std::function<void(const LearningProgress&)>& progress);

    /// Writes kLearntModel. Where there are lines that nobody has corrected, the corrected ones teach a first model
    /// that reads them, and all of them together the second; a stop keeps the first, unless held-out lines were read
    /// better by the second. Blocks. Errors: those of
    /// training::fineTune and of reading lines.
    Result<training::FineTuneReport> tune(const Round& round);
    /// A round that was finished before the run was broken off.
    void skip(const FinishedRound& round, const std::filesystem::path& folder);
    /// What the lines held out say, from the next report on.
    void note(const MeasuredSoFar& measured) { m_now.measured = measured; }
    /// Seconds of the minutes granted that went into something else.
    void spend(double seconds) { m_besides += seconds; }
    /// Spent learning.
    [[nodiscard]] double seconds() const { return m_seconds; }
    void report(LearningPhase phase);

private:
    /// Of the work of the whole run: a share, and what comes before it.
    struct Part {
        double before = 0, share = 1;
    };

    [[nodiscard]] bool isProfile() const { return !m_materials.request.writer.value_or("").empty(); }
    [[nodiscard]] double lastEffort() const;
    [[nodiscard]] double effort() const;
    [[nodiscard]] double minutesFor(const Part& part) const;
    [[nodiscard]] training::FineTuneRequest requestFor(const Round& round) const;
    Result<training::FineTuneReport> learnToReadUncorrected(training::FineTuneRequest& request, const Part& part);
    Result<training::FineTuneReport> fineTune(training::FineTuneRequest& request, const Part& part);
    void takeAccount(const training::FineTuneReport& report);

    Materials m_materials;
    std::size_t m_rounds = 0; ///< of cross-validation
    std::stop_token m_stop;
    const std::function<void(const LearningProgress&)>& m_progress;
    LearningProgress m_now;
    std::size_t m_round = 0;        ///< at work
    std::int64_t m_stepsBefore = 0; ///< in this round, by the corrected lines alone
    double m_seconds = 0;           ///< of learning
    double m_besides = 0;           ///< of reading and checking lines
    std::optional<training::RehearsalCheck> m_baseCheck;
};

} // namespace longhand::app

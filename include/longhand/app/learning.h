#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/app/model_library.h"
#include "longhand/base/result.h"

namespace longhand::app
{

inline constexpr std::size_t kFewestLines = 5;         ///< fewer are not learnt from
inline constexpr std::size_t kFewestHeldOutLines = 30; ///< fewer do not decide alone; cross-validation does

/// What to learn from, and what it may cost.
struct LearningRequest {
    std::optional<std::string> writer; ///< nullopt: everybody's lines, for a model; else one writer's, for a profile
    double minutes = 0;                ///< of work, pauses not counted; 0: as many as it takes
    int cores = 0;                     ///< 0: all
    std::uint64_t seed = 1;
    bool lowPriority = true; ///< only with what other programs leave of the processors
    /// A set (lines.tsv) of the writer's lines that nobody has corrected, as further examples of a profile; its texts
    /// are not looked at. Empty: none.
    std::filesystem::path uncorrected;
    std::filesystem::path base;                        ///< empty: the model in use
    std::filesystem::path store;                       ///< empty: feedbackDatabase()
    std::filesystem::path library;                     ///< empty: userModelFolder()
    std::vector<std::filesystem::path> rehearsalPacks; ///< empty: those that ship (rehearsalPacks())
};

/// Lines that ship with the program so that learning one hand does not forget the others; none where they are missing.
std::vector<std::filesystem::path> rehearsalPacks();

enum class LearningPhase {
    Checking,  ///< do the texts fit their lines?
    Trying,    ///< learning from some lines, to be measured on the others
    Learning,  ///< the model that is to be used
    Measuring, ///< reading the lines held out
    Reading,   ///< the lines that nobody has corrected
};

/// What the rounds of cross-validation that are over say: expected character edits of lines they had not learnt from.
struct MeasuredSoFar {
    std::size_t lines = 0;
    double errorsBefore = 0, errorsAfter = 0;

    /// Share of these that are gone; negative when there are more.
    [[nodiscard]] double gain() const { return errorsBefore > 0 ? 1 - errorsAfter / errorsBefore : 0; }
};

struct LearningProgress {
    LearningPhase phase = LearningPhase::Checking;
    int round = 0; ///< of Trying, from 0
    int rounds = 0;
    std::int64_t step = 0, steps = 0; ///< of this round
    double loss = 0;
    double ownCer = -1, rehearsalCer = -1; ///< of the last check in this round; -1: none yet
    double share = 0;                      ///< of the whole run, 0..1
    double secondsLeft = -1;               ///< of the whole run; -1: not known yet
    MeasuredSoFar measured;
};

/// A line held out, read before and after.
struct LineChange {
    std::int64_t id = 0; ///< in the store
    std::string text;    ///< what stands there
    std::string before, after;
    std::size_t editsBefore = 0, editsAfter = 0;
};

/// What is measured before a verdict: character edits over held-out own lines, error rates of the rehearsal check (-1:
/// not measured).
struct GateFigures {
    std::size_t editsBefore = 0, editsAfter = 0, characters = 0, lines = 0;
    /// Edits of the readings that a model holds possible, weighted by their probabilities: of few lines they tell more
    /// than the edits of the likeliest readings.
    double expectedEditsBefore = 0, expectedEditsAfter = 0;
    double surprisalBefore = 0, surprisalAfter = 0; ///< of the right texts, nats, by the network alone
    bool crossValidated = false;                    ///< few lines: the expected edits count
    double rehearsalCerBefore = -1, rehearsalCerAfter = -1;

    [[nodiscard]] double errorsBefore() const
    {
        return crossValidated ? expectedEditsBefore : static_cast<double>(editsBefore);
    }
    [[nodiscard]] double errorsAfter() const
    {
        return crossValidated ? expectedEditsAfter : static_cast<double>(editsAfter);
    }
    /// Share of these that are gone, 0..1; negative when there are more.
    [[nodiscard]] double gain() const;
    /// Share of the right texts' surprisal that is gone; 0 where it was not measured.
    [[nodiscard]] double surprisalGain() const;
};

struct GateVerdict {
    Verdict verdict = Verdict::KeptAside;
    std::string reason; ///< a sentence in plain words
};

/// A model earns its place with at least 3 % fewer character errors on held-out own lines and at most 0.3 points more
/// on the rehearsal check; unmeasured is not earned. Of a few lines, cross-validated, 1 % is enough when the right
/// texts' surprisal falls by a tenth as well: some hundred characters hold too few errors to tell 3 % from chance.
GateVerdict judge(const GateFigures& figures);

struct LearningResult {
    ModelCard card; ///< in the library; not in use yet
    GateFigures figures;
    std::vector<LineChange> better, worse; ///< held-out lines, the greatest change first
    std::vector<std::int64_t> questioned;  ///< lines set aside because their texts hardly fit the ink
    std::string newCharacters;             ///< that the alphabet grew by, UTF-8
    std::vector<std::string> warnings;     ///< sentences
    bool stopped = false;                  ///< before its end, on request
};

/// Learns from the corrected lines and puts the result into the library, kept aside or offered. Everything needed to go
/// on after being killed lies in `workFolder`; a second call with the same request goes on from there. Blocks;
/// `progress` may block to pause. `stop` keeps the best so far. Errors: Stopped (a stop before there was anything to
/// keep), InvalidInput (uncorrected lines without a writer, too few lines, none new to the model in use, texts that do
/// not belong to their lines), those of FeedbackStore, Recognizer and training::fineTune.
Result<LearningResult> learn(const LearningRequest& request, const std::filesystem::path& workFolder,
                             std::stop_token stop = {},
                             const std::function<void(const LearningProgress&)>& progress = {});

/// Puts what was learnt in use: a model for everybody's pages, a profile for its writer's.
Result<void> acceptLearnt(ModelLibrary& library, const ModelCard& card);

} // namespace longhand::app

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "longhand/app/learning.h"
#include "longhand/base/result.h"

namespace longhand::app
{

enum class JobState {
    None,     ///< there is no run
    Starting, ///< the process is on its way
    Running,
    Paused,
    Interrupted, ///< the process ended without a word (killed, power cut); it can go on from where it was
    Finished,    ///< there is a result
    Failed,      ///< `message` says why
    Cancelled,
};

/// A point of the curves: the last check on own and rehearsal lines, -1 before the first.
struct CurvePoint {
    int round = 0; ///< of LearningPhase::Trying, then that of the model itself
    double step = 0;
    double loss = 0;
    double ownCer = -1, rehearsalCer = -1;
};

struct JobStatus {
    JobState state = JobState::None;
    LearningRequest request;
    LearningProgress progress;
    std::vector<CurvePoint> curve; ///< thinned out to some hundred points
    std::string message;           ///< a sentence: why it failed
    std::string started;           ///< ISO 8601, UTC
    int pid = 0;
};

enum class JobCommand { Go, Pause, Stop, Cancel };

/// A learning run in a process of its own, which survives this one: `longhand learn --job FOLDER`. One at a time for a
/// folder. The process writes status.json (and result.json at the end), whole at every instant, and obeys the file
/// `control`. These functions never wait; any thread.

/// Where the window puts lines that nobody has corrected before it starts a run; they go when the run is over.
std::filesystem::path uncorrectedFolder(const std::filesystem::path& folder);

/// Starts a run; what a finished or broken run left in the folder goes. `program`: empty for the running one. Errors:
/// InvalidInput while a run is going on; those of writing the folder; Io when the process cannot be started.
Result<void> startLearning(const LearningRequest& request, const std::filesystem::path& folder,
                           const std::filesystem::path& program = {});
/// Lets an interrupted run go on.
Result<void> resumeLearning(const std::filesystem::path& folder, const std::filesystem::path& program = {});
/// A damaged status is an interrupted run.
JobStatus learningStatus(const std::filesystem::path& folder);
/// NotFound before the run is finished; Damaged.
Result<LearningResult> learningResult(const std::filesystem::path& folder);
/// Stop keeps the best so far; Cancel throws everything away. Without effect on a run that has ended.
Result<void> controlLearning(const std::filesystem::path& folder, JobCommand command);
/// Clears away what a run left, its result too; a model in the library stays. InvalidInput while it is going on.
Result<void> clearLearning(const std::filesystem::path& folder);

/// What the child does: everything `longhand learn --job` is. Returns the exit code: 0 finished or cancelled, 1 failed.
int runLearningJob(const std::filesystem::path& folder);

} // namespace longhand::app

#include "longhand/app/forgetting.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "app/learning_files.h"
#include "app/learning_folder.h"
#include "longhand/base/file_lock.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

/// Nothing of a line stands in these, or is taken out of it.
constexpr std::array<std::string_view, 4> kKept = {kLockFile, kRequestFile, kStatusFile, kResultFile};

Error goingOn()
{
    return {ErrorCode::InvalidInput, "A learning run is going on and works on the corrections, so nothing was deleted. "
                                     "Wait for its end or cancel it, then delete them."};
}

Error leftOver(const fs::path& path, const std::string& why)
{
    return {ErrorCode::Io, "The corrections are deleted, but " + quoted(path) +
                               ", in which a learning run may have left some of them, cannot be: " + why +
                               ". Delete it yourself."};
}

Result<void> removeTrace(const fs::path& path)
{
    std::error_code error;
    fs::remove_all(path, error);
    if (error)
        return leftOver(path, error.message());
    return {};
}

/// Takes the lines that are gone from the store out of the result.
Result<void> mendResult(const fs::path& file, feedback::FeedbackStore& store)
{
    auto result = readResult(file);
    if (!result)
        return result.error().code == ErrorCode::NotFound ? Result<void>() : removeTrace(file);
    const auto takeOut = [&](std::vector<LineChange>& changes) {
        return std::erase_if(changes, [&](const LineChange& change) {
            const auto line = store.line(change.id);
            return !line && line.error().code == ErrorCode::NotFound;
        });
    };
    if (takeOut(result->better) + takeOut(result->worse) == 0)
        return {};
    if (const auto written = writeResult(file, *result); !written)
        return leftOver(file, "it cannot be written");
    return {};
}

Result<void> removeTraces(const fs::path& folder, feedback::FeedbackStore& store)
{
    std::vector<fs::path> traces;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (const std::string name = entry->path().filename().string(); std::ranges::find(kKept, name) == kKept.end())
            traces.push_back(entry->path());
    if (error)
        return leftOver(folder, error.message());
    for (const fs::path& trace : traces)
        if (auto removed = removeTrace(trace); !removed)
            return removed;
    return mendResult(folder / kResultFile, store);
}

} // namespace

Result<void> mayForgetCorrections(const fs::path& learningFolder)
{
    const JobState state = learningStatus(learningFolder).state;
    if (state == JobState::Starting || state == JobState::Running || state == JobState::Paused)
        return goingOn();
    return {};
}

Result<int> forgetCorrections(feedback::FeedbackStore& store, const fs::path& learningFolder,
                              const std::function<Result<int>()>& forget)
{
    std::error_code ignored;
    if (!fs::exists(learningFolder, ignored))
        return forget();
    if (const auto may = mayForgetCorrections(learningFolder); !may)
        return may.error();
    // Held until all is gone, so that no run begins meanwhile.
    const auto lock = FileLock::tryAcquire(learningFolder / kLockFile);
    if (!lock)
        return lock.error();
    if (!*lock)
        return goingOn();
    auto forgotten = forget();
    if (!forgotten || *forgotten == 0)
        return forgotten;
    if (const auto removed = removeTraces(learningFolder, store); !removed)
        return removed.error();
    return forgotten;
}

} // namespace longhand::app

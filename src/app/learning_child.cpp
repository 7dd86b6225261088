#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <stop_token>
#include <string>
#include <system_error>
#include <thread>
#include <unistd.h>

#include "app/learning_files.h"
#include "app/learning_folder.h"
#include "app/low_priority.h"
#include "longhand/app/learning_process.h"
#include "longhand/base/file_lock.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto kLookEvery = std::chrono::milliseconds(100);
constexpr auto kTellEvery = std::chrono::milliseconds(700);
constexpr int kTriesForLock = 100; ///< of kLookEvery: whoever looks whether the run is alive holds it for an instant
constexpr std::size_t kMostPoints = 400;

/// The run inside its own process: tells what it does, and obeys the control file.
class LearningChild
{
public:
    LearningChild(fs::path folder, LearningRequest request) : m_folder(std::move(folder)), m_request(std::move(request))
    {
        m_status = learningStatusOnDisk(m_folder);
        m_status.state = JobState::Running;
        m_status.message.clear();
        m_status.pid = ::getpid();
    }

    int run()
    {
        tell();
        // Started before the priority falls, so that it answers at once.
        std::jthread watcher([this](const std::stop_token& stop) { watch(stop); });
        if (m_request.lowPriority)
            lowerPriority();
        auto result = learn(m_request, m_folder / kWorkFolder, m_stop.get_token(),
                            [this](const LearningProgress& progress) { advance(progress); });
        watcher.request_stop();
        watcher.join();
        return conclude(result);
    }

private:
    void tell()
    {
        m_toldAt = Clock::now();
        // A full disk must not end the run: what it learns may still find room.
        static_cast<void>(writeStatus(m_folder / kStatusFile, m_status).ok());
    }

    void watch(const std::stop_token& ended)
    {
        while (!ended.stop_requested()) {
            const auto command = readFile(m_folder / kControlFile, 64);
            if (command && *command == kCancel)
                vanish();
            {
                const std::scoped_lock lock(m_mutex);
                m_paused = command && *command == kPause;
                if (command && *command == kStop)
                    m_stop.request_stop();
            }
            m_changed.notify_all();
            std::this_thread::sleep_for(kLookEvery);
        }
    }

    /// Nothing is to be kept, so nothing is waited for.
    void vanish()
    {
        const std::scoped_lock lock(m_mutex);
        m_status.state = JobState::Cancelled;
        tell();
        std::error_code ignored;
        fs::remove_all(m_folder / kWorkFolder, ignored);
        fs::remove_all(uncorrectedFolder(m_folder), ignored);
        fs::remove(m_folder / kControlFile, ignored);
        std::_Exit(0);
    }

    /// On the learning thread; blocks while the run is paused.
    void advance(const LearningProgress& progress)
    {
        std::unique_lock lock(m_mutex);
        const bool isNews = progress.phase != m_status.progress.phase || progress.round != m_status.progress.round;
        m_status.progress = progress;
        if (progress.phase == LearningPhase::Trying || progress.phase == LearningPhase::Learning)
            addPoint(progress);
        if (isNews || Clock::now() - m_toldAt > kTellEvery)
            tell();
        if (!m_paused || m_stop.stop_requested())
            return;
        m_status.state = JobState::Paused;
        tell();
        m_changed.wait(lock, [this] { return !m_paused || m_stop.stop_requested(); });
        m_status.state = JobState::Running;
        tell();
    }

    void addPoint(const LearningProgress& progress)
    {
        auto& curve = m_status.curve;
        curve.push_back({progress.round, static_cast<double>(progress.step), progress.loss, progress.ownCer,
                         progress.rehearsalCer});
        if (curve.size() < kMostPoints)
            return;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < curve.size(); i += 2)
            curve[kept++] = curve[i];
        curve.resize(kept);
    }

    int conclude(const Result<LearningResult>& result)
    {
        const std::scoped_lock lock(m_mutex);
        std::error_code ignored;
        fs::remove(m_folder / kControlFile, ignored);
        std::string problem = result ? std::string() : result.error().detail;
        const bool stopped = !result && result.error().code == ErrorCode::Stopped;
        if (result)
            if (const auto written = writeResult(m_folder / kResultFile, *result); !written)
                problem = written.error().detail;
        m_status.progress.secondsLeft = 0;
        if (problem.empty()) {
            m_status.state = JobState::Finished;
            m_status.progress.share = 1;
        } else {
            m_status.state = stopped ? JobState::Cancelled : JobState::Failed;
            m_status.message = problem;
            std::fprintf(stderr, "%s\n", problem.c_str());
        }
        tell();
        // Only now: without a result the run could go on from there.
        if (problem.empty() || stopped) {
            fs::remove_all(m_folder / kWorkFolder, ignored);
            fs::remove_all(uncorrectedFolder(m_folder), ignored);
        }
        return m_status.state == JobState::Failed ? 1 : 0;
    }

    fs::path m_folder;
    LearningRequest m_request;
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    bool m_paused = false;
    JobStatus m_status;
    Clock::time_point m_toldAt;
    std::stop_source m_stop;
};

} // namespace

int runLearningJob(const fs::path& folder)
{
    auto lock = FileLock::tryAcquire(folder / kLockFile);
    for (int i = 0; lock && !*lock && i < kTriesForLock; ++i) {
        std::this_thread::sleep_for(kLookEvery);
        lock = FileLock::tryAcquire(folder / kLockFile);
    }
    const auto request = readRequest(folder / kRequestFile);
    if (!lock || !*lock || !request) {
        const std::string problem = !lock      ? lock.error().detail
                                    : !request ? request.error().detail
                                               : "Another learning run is at work in " + quoted(folder) + '.';
        std::fprintf(stderr, "%s\n", problem.c_str());
        return 1;
    }
    return LearningChild(folder, *request).run();
}

} // namespace longhand::app

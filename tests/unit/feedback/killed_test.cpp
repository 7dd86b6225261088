#include <csignal>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "corrections.h"
#include "temporary_folder.h"

namespace longhand::feedback
{

namespace
{

constexpr int kKills = 30;

std::string textOf(int number)
{
    return "confirmed " + std::to_string(number);
}

/// Records one correction after the other, from `first` on, and says the number of each that the store has taken.
[[noreturn]] void recordUntilKilled(const std::filesystem::path& file, int first, int answers)
{
    auto store = FeedbackStore::open(file);
    if (!store)
        ::_exit(1);
    for (int number = first;; ++number) {
        // Also lines that were there before, so that histories and pictures are written over.
        Correction correction = correctionOf("page", "l" + std::to_string(number % 50), textOf(number));
        correction.picture = drawnLine(static_cast<std::uint32_t>(number), 100, 24);
        if (!(*store)->record(correction) || ::write(answers, &number, sizeof number) != sizeof number)
            ::_exit(1);
    }
}

/// The last number said by a process that was killed somewhere in the middle of its writing; `before`: none.
int killWhileRecording(const std::filesystem::path& file, int before, int delayMicroseconds)
{
    int pipe[2];
    if (::pipe(pipe) != 0)
        return -1;
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(pipe[0]);
        recordUntilKilled(file, before + 1, pipe[1]);
    }
    ::close(pipe[1]);
    int last = before;
    int number = 0;
    // The first answer shows that it has begun; then it dies at a moment that differs each time.
    if (::read(pipe[0], &number, sizeof number) == sizeof number) {
        last = number;
        ::usleep(static_cast<useconds_t>(delayMicroseconds));
    }
    ::kill(child, SIGKILL);
    while (::read(pipe[0], &number, sizeof number) == sizeof number)
        last = number;
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "ended by itself: " << status;
    return last;
}

} // namespace

TEST(Killed, noConfirmedCorrectionIsLost)
{
    const test::TemporaryFolder folder;
    const auto file = folder / "feedback.sqlite";
    int last = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        last = killWhileRecording(file, last, (kill * 137) % 4000);
        ASSERT_GE(last, kill + 1) << "nothing was recorded";
        auto store = FeedbackStore::open(file);
        ASSERT_TRUE(store) << store.error().detail;
        const auto lines = (*store)->lines();
        ASSERT_TRUE(lines) << lines.error().detail;
        std::set<std::string> texts;
        for (const StoredLine& line : *lines) {
            texts.insert(line.humanText);
            ASSERT_TRUE((*store)->picture(line.id));
        }
        for (int number = std::max(1, last - 49); number <= last; ++number)
            // The next text of a line may be there already: written, but killed before that could be said.
            ASSERT_TRUE(texts.contains(textOf(number)) || texts.contains(textOf(number + 50)))
                << number << " is lost after kill " << kill << "; the last confirmed was " << last;
    }
}

} // namespace longhand::feedback

#include "longhand/app/forgetting.h"

#include <gmock/gmock.h>

#include "app/learning_files.h"
#include "app/learning_folder.h"
#include "longhand/base/file_lock.h"
#include "longhand/base/files.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using namespace longhand::test;
using testing::HasSubstr;

namespace
{

namespace fs = std::filesystem;

/// A store with three lines, and the folder of a learning run over them.
class Forgetting : public testing::Test
{
protected:
    Forgetting()
    {
        for (int i = 1; i <= 3; ++i) {
            feedback::Correction line;
            line.picture = GrayImage(100, 40, static_cast<std::uint8_t>(100 + i));
            line.humanText = "secret " + std::to_string(i);
            line.pageKey = "page";
            line.lineId = std::to_string(i);
            EXPECT_TRUE(m_store->record(line));
        }
        leaveWork();
    }
    void leaveWork()
    {
        fs::create_directories(m_learning / kWorkFolder / "round-0");
        EXPECT_TRUE(writeRequest(m_learning / kRequestFile, {}));
        EXPECT_TRUE(writeFileAtomically(m_learning / kLogFile, "secret 1"));
        EXPECT_TRUE(writeFileAtomically(m_learning / kWorkFolder / "round-0" / "own.pack", "secret 1"));
    }
    void writeState(JobState state)
    {
        JobStatus status;
        status.state = state;
        EXPECT_TRUE(writeStatus(m_learning / kStatusFile, status));
    }
    Result<int> forget(std::int64_t id)
    {
        return forgetCorrections(*m_store, m_learning, [&] { return m_store->forgetLine(id); });
    }
    std::string whatIsLeft()
    {
        std::string bytes;
        for (const auto& entry : fs::recursive_directory_iterator(m_learning))
            if (entry.is_regular_file())
                bytes += readFile(entry.path()).value();
        return bytes;
    }

    const TemporaryFolder m_folder;
    const fs::path m_learning = m_folder / "learning";
    std::unique_ptr<feedback::FeedbackStore> m_store =
        feedback::FeedbackStore::open(m_folder / "feedback.sqlite").value();
};

TEST_F(Forgetting, TakesTheLineOutOfTheResultAndLeavesTheOthers)
{
    writeState(JobState::Finished);
    LearningResult result;
    result.better = {{1, "secret 1", "sekret 1", "secret 1", 1, 0}, {2, "secret 2", "sekret 2", "secret 2", 1, 0}};
    result.worse = {{3, "secret 3", "secret 3", "sekret 3", 0, 1}};
    ASSERT_TRUE(writeResult(m_learning / kResultFile, result));
    EXPECT_EQ(forget(1).value(), 1);
    const std::string left = whatIsLeft();
    EXPECT_THAT(left, testing::Not(HasSubstr("secret 1")));
    EXPECT_THAT(left, testing::Not(HasSubstr("sekret 1")));
    EXPECT_EQ(learningStatus(m_learning).state, JobState::Finished) << "it can still be looked at and accepted";
    const auto mended = learningResult(m_learning).value();
    ASSERT_EQ(mended.better.size(), 1u);
    EXPECT_EQ(mended.better.front().id, 2);
    EXPECT_EQ(mended.worse.size(), 1u);
}

TEST_F(Forgetting, TakesEverythingThatAFailedRunWorkedOn)
{
    writeState(JobState::Failed);
    EXPECT_EQ(forget(1).value(), 1);
    EXPECT_THAT(whatIsLeft(), testing::Not(HasSubstr("secret")));
}

TEST_F(Forgetting, TakesEverythingThatABrokenOffRunWorkedOn)
{
    writeState(JobState::Running);                                                   // and there is no process
    ASSERT_TRUE(writeFileAtomically(m_learning / "result.json.x1y2z3", "secret 2")); // killed while writing it
    EXPECT_EQ(forget(2).value(), 1);
    EXPECT_THAT(whatIsLeft(), testing::Not(HasSubstr("secret")));
    EXPECT_EQ(learningStatus(m_learning).state, JobState::Interrupted) << "it can go on, from its beginning";
}

TEST_F(Forgetting, DeletesNothingWhileARunIsGoingOn)
{
    writeState(JobState::Paused);
    const auto lock = FileLock::tryAcquire(m_learning / kLockFile);
    ASSERT_TRUE(lock && *lock);
    const auto refused = forget(1);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, HasSubstr("cancel it"));
    EXPECT_TRUE(m_store->line(1)) << "nothing was deleted";
    EXPECT_THAT(whatIsLeft(), HasSubstr("secret 1"));
}

TEST_F(Forgetting, LeavesARunAloneWhenThereIsNoSuchLine)
{
    writeState(JobState::Failed);
    EXPECT_EQ(forget(77).value(), 0);
    EXPECT_THAT(whatIsLeft(), HasSubstr("secret 1"));
}

} // namespace

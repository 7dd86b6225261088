#include "longhand/base/file_lock.h"

#include <csignal>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "temporary_folder.h"

using namespace longhand;
using longhand::test::TemporaryFolder;

TEST(FileLock, OneHolderAtATime)
{
    const TemporaryFolder folder;
    {
        const auto held = FileLock::tryAcquire(folder / "lock");
        ASSERT_TRUE(held.ok()) << held.error().detail;
        ASSERT_TRUE(held->has_value());
        const auto second = FileLock::tryAcquire(folder / "lock");
        ASSERT_TRUE(second.ok());
        EXPECT_FALSE(second->has_value());
    }
    EXPECT_TRUE(FileLock::tryAcquire(folder / "lock").value().has_value());
}

TEST(FileLock, AKilledHolderLetsGo)
{
    const TemporaryFolder folder;
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = FileLock::acquire(folder / "lock");
        [[maybe_unused]] const auto told = ::write(ready[1], held.ok() ? "y" : "n", 1);
        ::pause();
        ::_exit(0);
    }
    char answer = 0;
    ASSERT_EQ(::read(ready[0], &answer, 1), 1);
    ASSERT_EQ(answer, 'y');
    EXPECT_FALSE(FileLock::tryAcquire(folder / "lock").value().has_value());
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    EXPECT_TRUE(FileLock::tryAcquire(folder / "lock").value().has_value());
}

TEST(FileLock, AMissingFolderIsSaid)
{
    const auto held = FileLock::acquire("/nonexistent/folder/lock");
    ASSERT_FALSE(held.ok());
    EXPECT_EQ(held.error().code, ErrorCode::NotFound);
}

#include "longhand/base/files.h"

#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <sys/resource.h>

#include "temporary_folder.h"

using namespace longhand;
using longhand::test::TemporaryFolder;
using testing::HasSubstr;

TEST(Files, ReadsBackWhatWasWritten)
{
    const TemporaryFolder folder;
    const std::string bytes("a\0b\xFF", 4);
    ASSERT_TRUE(writeFileAtomically(folder / "näme with 'quotes'.bin", bytes));
    EXPECT_EQ(readFile(folder / "näme with 'quotes'.bin").value(), bytes);
}

TEST(Files, MissingFileNamesItAndTheRemedy)
{
    const auto result = readFile("/nowhere/letter.jpg");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::NotFound);
    EXPECT_THAT(result.error().detail, HasSubstr("/nowhere/letter.jpg"));
}

TEST(Files, AFolderIsNotAFile)
{
    const TemporaryFolder folder;
    EXPECT_EQ(readFile(folder.path()).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(writeFileAtomically(folder.path(), "x").error().code, ErrorCode::InvalidInput);
}

TEST(Files, RefusesMoreThanTheLimit)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "big", std::string(100, 'x')));
    EXPECT_EQ(readFile(folder / "big", 99).error().code, ErrorCode::TooLarge);
    EXPECT_TRUE(readFile(folder / "big", 100).ok());
}

TEST(Files, AFullDiskLeavesTheOldFileWholeAndNoLitter)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "out.txt", "old"));
    // A file size limit makes write() fail part of the way, as a full disk does.
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{1000, before.rlim_max};
    std::signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    const auto result = writeFileAtomically(folder / "out.txt", std::string(100000, 'n'));
    setrlimit(RLIMIT_FSIZE, &before);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::DiskFull);
    EXPECT_EQ(readFile(folder / "out.txt").value(), "old");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Files, KeepsThePermissionsOfTheFileItReplaces)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "out.txt", "old"));
    std::filesystem::permissions(folder / "out.txt", std::filesystem::perms{0640});
    ASSERT_TRUE(writeFileAtomically(folder / "out.txt", "new"));
    EXPECT_EQ(std::filesystem::status(folder / "out.txt").permissions(), std::filesystem::perms{0640});
}

TEST(Files, WritesThroughASymbolicLink)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "real.txt", "old"));
    std::filesystem::create_symlink("real.txt", folder / "link.txt");
    ASSERT_TRUE(writeFileAtomically(folder / "link.txt", "new"));
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.txt"));
    EXPECT_EQ(readFile(folder / "real.txt").value(), "new");
}

TEST(Files, QuotedHidesControlCharacters)
{
    EXPECT_EQ(quoted("a\x1b[31m\n.png"), "'a?[31m?.png'");
}

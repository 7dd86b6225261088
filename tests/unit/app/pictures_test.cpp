#include "longhand/app/pictures.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include "longhand/base/files.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using longhand::test::TemporaryFolder;
using testing::ElementsAre;

namespace
{

std::vector<std::string> namesBelow(const std::filesystem::path& folder,
                                    const std::vector<std::filesystem::path>& files)
{
    std::vector<std::string> names;
    for (const auto& file : files)
        names.push_back(file.lexically_relative(folder).string());
    return names;
}

void touch(const std::filesystem::path& file)
{
    std::filesystem::create_directories(file.parent_path());
    ASSERT_TRUE(writeFileAtomically(file, ""));
}

} // namespace

TEST(NaturalOrder, NumbersCountAsNumbers)
{
    EXPECT_TRUE(naturalLess("page 2.jpg", "page 10.jpg"));
    EXPECT_FALSE(naturalLess("page 10.jpg", "page 2.jpg"));
    EXPECT_TRUE(naturalLess("1-9", "1-10"));
    EXPECT_TRUE(naturalLess("a", "a1"));
    EXPECT_TRUE(naturalLess("IMG_0099", "IMG_0100"));
    EXPECT_TRUE(naturalLess("99999999999999999999998", "99999999999999999999999"));
}

TEST(NaturalOrder, CaseDecidesOnlyBetweenEquals)
{
    EXPECT_TRUE(naturalLess("a1", "B1"));
    EXPECT_TRUE(naturalLess("B", "b"));
    EXPECT_FALSE(naturalLess("b", "B"));
    EXPECT_NE(naturalLess("page 01", "page 1"), naturalLess("page 1", "page 01")) << "a strict order";
    EXPECT_FALSE(naturalLess("same", "same"));
}

TEST(PicturesIn, ListsPicturesOfTheFolderNaturally)
{
    const TemporaryFolder folder;
    for (const char* name : {"p10.jpg", "p2.JPG", "p1.tiff", "notes.txt", ".hidden.png", "below/p0.png"})
        touch(folder / name);
    const auto pictures = picturesIn(folder.path());
    ASSERT_TRUE(pictures.ok());
    EXPECT_THAT(namesBelow(folder.path(), *pictures), ElementsAre("p1.tiff", "p2.JPG", "p10.jpg"));
}

TEST(PicturesIn, SubfoldersFollow)
{
    const TemporaryFolder folder;
    for (const char* name : {"z.png", "b/1.png", "a/2.png", "a/c/3.png", ".git/4.png"})
        touch(folder / name);
    std::filesystem::create_directory_symlink(folder.path(), folder / "loop");
    const auto pictures = picturesIn(folder.path(), Subfolders::Include);
    ASSERT_TRUE(pictures.ok());
    EXPECT_THAT(namesBelow(folder.path(), *pictures), ElementsAre("z.png", "a/2.png", "a/c/3.png", "b/1.png"));
}

TEST(PicturesIn, AMissingFolderIsNotFound)
{
    EXPECT_EQ(picturesIn("/nowhere/scans").error().code, ErrorCode::NotFound);
}

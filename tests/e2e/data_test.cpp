#include <algorithm>

#include <gmock/gmock.h>

#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using testing::HasSubstr;
using testing::Not;

namespace
{

/// "a/0.png" with "a/0.gt.txt" and so on, by two writers, all pictures different.
void writePairs(const std::filesystem::path& folder)
{
    for (int i = 0; i < 4; ++i) {
        const std::string name = std::string(i < 2 ? "anna" : "bert") + "/line" + std::to_string(i);
        writePlain(folder / (name + ".png"), 200 + i, 48, 220);
        write(folder / (name + ".gt.txt"), "text " + std::to_string(i) + "\n");
    }
}

std::size_t linesIn(const std::string& text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

} // namespace

TEST(Data, FromPicturesWithTextToAPack)
{
    const TemporaryFolder folder;
    writePairs(folder / "source");
    write(folder / "source/anna/lonely.gt.txt", "no picture");
    Outcome outcome = runLonghand({"data", "import", (folder / "source").string(), "-o", (folder / "set").string()});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("1 missing pictures"));
    EXPECT_THAT(outcome.err, HasSubstr("lonely.gt.txt"));
    EXPECT_EQ(linesIn(bytesOf(folder / "set/lines.tsv")), 5U); // header and four lines

    outcome = runLonghand({"data", "pack", (folder / "set").string(), "-o", (folder / "x.pack").string(), "--split",
                           "train", "--split", "val", "--split", "test"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;

    for (const char* data : {"set", "x.pack"}) {
        outcome = runLonghand({"data", "show", (folder / data).string(), "--sheet", (folder / "sheet.png").string()});
        EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
        EXPECT_EQ(outcome.err, ""); // not a word from Qt, which draws without a screen
        EXPECT_THAT(outcome.out, HasSubstr("writers"));
        EXPECT_THAT(bytesOf(folder / "sheet.png"), HasSubstr("PNG"));
        std::filesystem::remove(folder / "sheet.png");
    }
}

TEST(Data, ImportRefusesToMixTwoSets)
{
    const TemporaryFolder folder;
    writePairs(folder / "source");
    const std::vector<std::string> arguments = {"data", "import", (folder / "source").string(), "-o",
                                                (folder / "set").string()};
    EXPECT_EQ(runLonghand(arguments).exitCode, 0);
    const std::string before = bytesOf(folder / "set/lines.tsv");
    const Outcome outcome = runLonghand(arguments);
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("Choose another folder"));
    EXPECT_EQ(bytesOf(folder / "set/lines.tsv"), before);
}

TEST(Data, AlignReportsEveryPage)
{
    const TemporaryFolder folder;
    writePage(folder / "pages/letter-1.png");
    write(folder / "pages/letter-1.txt", "Dear friend\nhow are you\n");
    writePage(folder / "pages/letter-2.png");
    write(folder / "pages/letter-2.txt", "yours truly\n");
    writePage(folder / "pages/without text.png");
    const Outcome outcome =
        runLonghand({"data", "align", (folder / "pages").string(), "-o", (folder / "set").string(), "--lang", "en"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("letter-1"));
    EXPECT_THAT(outcome.out, HasSubstr("letter-2"));
    EXPECT_THAT(outcome.out, Not(HasSubstr("without text")));
    EXPECT_THAT(outcome.out, HasSubstr("of 3 text lines"));
    EXPECT_TRUE(std::filesystem::exists(folder / "set/lines.tsv"));
}

TEST(Data, WrongSourcesAndOptionsAreExplained)
{
    const TemporaryFolder folder;
    const std::string empty = folder.path().string();
    const std::string output = (folder / "set").string();
    for (const char* command : {"import", "align"}) {
        const Outcome outcome = runLonghand({"data", command, empty, "-o", output});
        EXPECT_EQ(outcome.exitCode, 1) << command;
        EXPECT_THAT(outcome.err, HasSubstr("There is no")) << command;
        EXPECT_FALSE(std::filesystem::exists(output)) << command;
    }
    EXPECT_EQ(runLonghand({"data", "show", empty}).exitCode, 1);
    EXPECT_EQ(runLonghand({"data", "show", (folder / "nowhere").string()}).exitCode, 1);
    EXPECT_EQ(runLonghand({"data", "import", empty}).exitCode, 2);
    EXPECT_EQ(runLonghand({"data", "import", empty, "-o", output, "--format", "mp3"}).exitCode, 2);
    EXPECT_EQ(runLonghand({"data", "import", empty, "-o", output, "--val-share", "2"}).exitCode, 2);
    EXPECT_EQ(runLonghand({"data"}).exitCode, 2);
}

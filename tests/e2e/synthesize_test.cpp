#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>

#include <gmock/gmock.h>

#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using testing::HasSubstr;
using testing::StartsWith;

namespace
{

class Synthesize : public testing::Test
{
protected:
    void SetUp() override
    {
        std::filesystem::create_directory(m_folder / "fonts");
        std::filesystem::create_symlink(LONGHAND_TEST_FONT, m_folder / "fonts/print.ttf");
        write(m_folder / "text.txt", "It was a bright cold day in April, and the clocks were striking thirteen.\n");
    }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder / name).string(); }
    [[nodiscard]] Outcome synthesize(const std::string& output, const std::vector<std::string>& more = {},
                                     const std::string& count = "12") const
    {
        std::vector<std::string> arguments = {"data",           "synthesize", "--text",
                                              path("text.txt"), "--fonts",    path("fonts")};
        arguments.insert(arguments.end(), {"--count", count, "-o", path(output)});
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runLonghand(arguments);
    }

    TemporaryFolder m_folder;
};

} // namespace

TEST_F(Synthesize, WritesALineSetThatCanBePacked)
{
    const Outcome outcome = synthesize("set");
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("lines             12\n"));
    EXPECT_THAT(bytesOf(m_folder / "set/lines.tsv"), StartsWith("file\tsplit\twriter\tlang\ttext\n"
                                                                "000/00000.jpg\ttrain\tprint-"));
    const Outcome packed = runLonghand({"data", "pack", path("set"), "-o", path("set.pack")});
    EXPECT_EQ(packed.exitCode, 0) << packed.err;
    EXPECT_THAT(packed.out, HasSubstr("\nlines             12\n"));
}

TEST_F(Synthesize, SameSeedSameFilesWithAnyNumberOfThreads)
{
    ASSERT_EQ(synthesize("one", {"--seed", "9", "--jobs", "1"}).exitCode, 0);
    ASSERT_EQ(synthesize("three", {"--seed", "9", "--jobs", "3"}).exitCode, 0);
    ASSERT_EQ(synthesize("other", {"--seed", "10"}).exitCode, 0);
    const auto files = filesBelow(m_folder / "one");
    ASSERT_EQ(files.size(), 13U);
    EXPECT_EQ(filesBelow(m_folder / "three"), files);
    for (const std::string& file : files)
        EXPECT_EQ(bytesOf(m_folder / ("one/" + file)), bytesOf(m_folder / ("three/" + file))) << file;
    EXPECT_NE(bytesOf(m_folder / "one/lines.tsv"), bytesOf(m_folder / "other/lines.tsv"));
}

TEST_F(Synthesize, DrawsBlockCapitalsAloneOnRequest)
{
    ASSERT_EQ(synthesize("capitals", {"--capitals", "1"}).exitCode, 0);
    std::istringstream rows(bytesOf(m_folder / "capitals/lines.tsv"));
    std::string row;
    std::getline(rows, row); // the names of the columns
    int lines = 0;
    while (std::getline(rows, row)) {
        ++lines;
        const std::string text = row.substr(row.rfind('\t') + 1);
        EXPECT_TRUE(std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; })) << text;
    }
    EXPECT_EQ(lines, 12);
    EXPECT_EQ(synthesize("too many", {"--capitals", "2"}).exitCode, 2);
}

TEST_F(Synthesize, NamesWhatItCannotUse)
{
    write(m_folder / "fonts/broken.woff", "not a font");
    const Outcome broken = synthesize("set");
    EXPECT_EQ(broken.exitCode, 1);
    EXPECT_THAT(broken.err, HasSubstr("broken.woff"));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "set/lines.tsv"));
    std::filesystem::remove(m_folder / "fonts/broken.woff");

    ASSERT_EQ(synthesize("set").exitCode, 0);
    const Outcome again = synthesize("set");
    EXPECT_EQ(again.exitCode, 1) << "an existing set is not overwritten";
    EXPECT_THAT(again.err, HasSubstr("set"));

    EXPECT_EQ(synthesize("none", {}, "0").exitCode, 2);
}

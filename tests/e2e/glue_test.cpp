// New text in real hands, from the lines of a set; the model is the one that ships, for an untrained one reads no word
// right.
#include <gmock/gmock.h>

#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using testing::HasSubstr;

TEST(Glue, WritesNewTextWithTheLettersOfALine)
{
    const std::filesystem::path source = LONGHAND_SOURCE_DIR;
    const auto model = source / "models/longhand.safetensors";
    if (!std::filesystem::exists(model))
        GTEST_SKIP() << "needs models/longhand.safetensors";
    const TemporaryFolder folder;
    std::string text = bytesOf(source / "data/sample-line.txt");
    while (text.ends_with('\n'))
        text.pop_back();
    std::string table = "file\tsplit\twriter\tlang\ttext\n";
    for (int i = 0; i < 4; ++i)
        table += (source / "data/sample-line.jpg").string() + "\ttrain\tanna\ten\t" + text + "\n";
    write(folder / "set/lines.tsv", table);
    write(folder / "text.txt", text + "\n");
    const std::vector<std::string> arguments{
        "data",    "glue",        (folder / "set").string(), "--text", (folder / "text.txt").string(), "--count", "5",
        "--model", model.string()};
    const auto glued = [&](const std::string& name) {
        std::vector<std::string> all = arguments;
        all.insert(all.end(), {"-o", (folder / name).string()});
        return runLonghand(all);
    };
    const Outcome outcome = glued("a");
    ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("hands"));
    EXPECT_THAT(bytesOf(folder / "a/lines.tsv"), HasSubstr("train\tset-anna\ten\t"));
    ASSERT_EQ(glued("b").exitCode, 0);
    for (const std::string& file : filesBelow(folder / "a"))
        EXPECT_EQ(bytesOf(folder / "a" / file), bytesOf(folder / "b" / file)) << file;
}

TEST(Glue, SaysWhenNoHandCanWriteTheText)
{
    const TemporaryFolder folder;
    writeLine(folder / "set/1.png");
    write(folder / "set/lines.tsv", "file\tsplit\twriter\tlang\ttext\n1.png\ttrain\tw\ten\thello\n");
    write(folder / "text.txt", "hello\n");
    const Outcome outcome =
        runLonghand({"data", "glue", (folder / "set").string(), "--text", (folder / "text.txt").string(), "--count",
                     "5", "-o", (folder / "out").string()});
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("No hand"));
    EXPECT_FALSE(std::filesystem::exists(folder / "out/lines.tsv"));
}

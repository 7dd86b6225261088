#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using nlohmann::json;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

namespace
{

/// `longhand feedback` on a store of its own, filled with three lines of two writers.
class Feedback : public testing::Test
{
protected:
    void SetUp() override
    {
        write(folder / "set/lines.tsv", "file\tsplit\twriter\tlang\ttext\n"
                                        "1.png\ttrain\tAnna\ten\tthe boat came in\n"
                                        "2.png\ttrain\tAnna\ten\tat noon\n"
                                        "3.png\ttrain\tBerta\tde\tGrüße aus Köln\n");
        writePlain(folder / "set/1.png", 120, 40, 200);
        writePlain(folder / "set/2.png", 130, 40, 200);
        writePlain(folder / "set/3.png", 140, 120, 200); // higher than lines are kept
        const Outcome outcome = feedback({"import", path("set")});
        ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
        ASSERT_THAT(outcome.out, ContainsRegex("new +3"));
    }

    Outcome feedback(std::vector<std::string> arguments, const std::string& data = "data")
    {
        arguments.insert(arguments.begin(), "feedback");
        Launch launch;
        launch.environment["LONGHAND_DATA"] = path(data);
        return runLonghand(arguments, launch);
    }
    std::string path(const std::string& name) const { return (folder / name).string(); }

    TemporaryFolder folder;
};

TEST_F(Feedback, ListsWithFilters)
{
    const Outcome all = feedback({"list"});
    EXPECT_EQ(all.exitCode, 0) << all.err;
    EXPECT_THAT(all.out, HasSubstr("Grüße aus Köln"));
    const Outcome anna = feedback({"list", "--writer", "Anna", "--search", "NOON"});
    EXPECT_THAT(anna.out, HasSubstr("at noon"));
    EXPECT_THAT(anna.out, Not(HasSubstr("boat")));
    const json lines = json::parse(feedback({"list", "--json"}).out);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[2]["human"], "Grüße aus Köln");
    EXPECT_EQ(lines[2]["language"], "de");
    EXPECT_EQ(lines[0]["state"], "trusted");
    EXPECT_EQ(feedback({"list", "--state", "lost"}).exitCode, 2);
}

TEST_F(Feedback, ImportOfTheSamePicturesKeepsHistory)
{
    write(folder / "again/lines.tsv", "file\tsplit\twriter\tlang\ttext\n1.png\ttrain\tAnna\ten\tthe boat came home\n");
    std::filesystem::copy_file(folder / "set/1.png", folder / "again/1.png");
    const Outcome outcome = feedback({"import", path("again")});
    EXPECT_THAT(outcome.out, ContainsRegex("new +0"));
    const Outcome shown = feedback({"show", "1"});
    EXPECT_THAT(shown.out, HasSubstr("the boat came home"));
    EXPECT_THAT(shown.out, HasSubstr("the boat came in ("));
    const json line = json::parse(feedback({"show", "1", "--json"}).out);
    EXPECT_EQ(line["history"][0]["human"], "the boat came in");
    const Outcome missing = feedback({"show", "77"});
    EXPECT_EQ(missing.exitCode, 1);
    EXPECT_THAT(missing.err, HasSubstr("no correction 77"));
}

TEST_F(Feedback, ExportsAreReadByImport)
{
    for (const std::string format : {"lines", "pairs", "page"}) {
        const Outcome exported = feedback({"export", path(format), "--format", format});
        ASSERT_EQ(exported.exitCode, 0) << format << exported.err;
        const Outcome imported = feedback({"import", path(format)}, "other " + format);
        EXPECT_EQ(imported.exitCode, 0) << format << imported.err;
        const json lines = json::parse(feedback({"list", "--json", "--writer", "Berta"}, "other " + format).out);
        ASSERT_EQ(lines.size(), 1u) << format;
        EXPECT_EQ(lines[0]["human"], "Grüße aus Köln");
    }
    EXPECT_THAT(filesBelow(folder / "pairs"), testing::Contains(HasSubstr("Anna/")));
    const Outcome set = runLonghand({"data", "import", path("pairs"), "-o", path("set of pairs")});
    EXPECT_EQ(set.exitCode, 0) << set.err;
    const Outcome again = feedback({"export", path("pairs"), "--format", "pairs"});
    EXPECT_EQ(again.exitCode, 1);
    EXPECT_THAT(again.err, HasSubstr("not empty"));
}

TEST_F(Feedback, ForgetsAndSaysWhatWent)
{
    write(folder / "data/learning" / "work" / "round-0" / "own.pack", "a broken-off run: the boat came in");
    const Outcome writer = feedback({"forget", "--writer", "Anna"});
    EXPECT_EQ(writer.exitCode, 0) << writer.err;
    EXPECT_THAT(writer.out, ContainsRegex("forgotten +2"));
    for (const std::string& file : filesBelow(folder / "data"))
        EXPECT_THAT(bytesOf(folder / "data" / file), Not(HasSubstr("the boat came in"))) << file;
    EXPECT_THAT(feedback({"forget", "--line", "3"}).out, ContainsRegex("forgotten +1"));
    EXPECT_EQ(feedback({"list"}).out, "");
    EXPECT_EQ(feedback({"forget", "--line", "3"}).exitCode, 1);
    EXPECT_EQ(feedback({"forget", "--line", "3", "--writer", "Anna"}).exitCode, 2);
}

TEST_F(Feedback, SaysWhatIsWrongWithTheStore)
{
    EXPECT_THAT(feedback({"list"}, "nowhere").err, HasSubstr("no corrections in"));
    EXPECT_FALSE(std::filesystem::exists(folder / "nowhere")) << "looking makes nothing";
    write(folder / "broken/feedback.sqlite", std::string(5000, 'x'));
    const Outcome broken = feedback({"list"}, "broken");
    EXPECT_EQ(broken.exitCode, 1);
    EXPECT_THAT(broken.err, HasSubstr("damaged"));
    const Outcome nothing = feedback({"import", path("broken")});
    EXPECT_EQ(nothing.exitCode, 1);
    EXPECT_THAT(nothing.err, HasSubstr("no training data"));
}

} // namespace

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using testing::HasSubstr;
using testing::Not;

namespace
{

class LanguageModel : public testing::Test
{
protected:
    void SetUp() override
    {
        write(m_folder / "notes.txt", "the cat sat on the mat\nthen the cat ate the rat\n");
        write(m_folder / "set/lines.tsv", "file\tsplit\twriter\tlang\ttext\n"
                                          "1.png\ttrain\tw\tfr\télève à l'école\n"
                                          "2.png\ttest\tw\tfr\tŒ\n");
        writeLine(m_folder / "set/1.png");
        writeLine(m_folder / "set/2.png");
    }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder / name).string(); }
    [[nodiscard]] nlohmann::json build(const std::vector<std::string>& texts) const
    {
        std::vector<std::string> arguments{"lm", "build"};
        arguments.insert(arguments.end(), texts.begin(), texts.end());
        arguments.insert(arguments.end(), {"-o", path("built.lm"), "--order", "4"});
        const Outcome built = runLonghand(arguments);
        EXPECT_EQ(built.exitCode, 0) << built.err;
        EXPECT_THAT(built.out, HasSubstr("\n4-grams "));
        const Outcome shown = runLonghand({"lm", "show", path("built.lm")});
        EXPECT_EQ(shown.exitCode, 0) << shown.err;
        return nlohmann::json::parse(shown.out);
    }

    TemporaryFolder m_folder;
};

} // namespace

TEST_F(LanguageModel, IsBuiltFromTextsAndFromTheTrainingLinesOfSets)
{
    const auto model = build({path("notes.txt") + "=2", path("set")});
    EXPECT_EQ(model["order"], 4);
    EXPECT_EQ(model["ngrams"].size(), 4U);
    const std::string characters = model["characters"];
    EXPECT_THAT(characters, HasSubstr("è"));
    EXPECT_THAT(characters, Not(HasSubstr("Œ"))) << "a character of the test split";
    EXPECT_EQ(model["texts"][0]["text"], "notes.txt");
    EXPECT_EQ(model["texts"][0]["weight"], 2.0);
    EXPECT_EQ(model["texts"][1]["text"], "set");
}

TEST_F(LanguageModel, TakesPartInTheBeamSearchOnly)
{
    (void)build({path("notes.txt")});
    const std::vector<std::string> line{"recognize", "--line", path("set/1.png")};
    const auto with = [&](std::vector<std::string> more) {
        std::vector<std::string> arguments = line;
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runLonghand(arguments);
    };
    EXPECT_EQ(with({"--lm", path("built.lm")}).exitCode, 0);
    EXPECT_EQ(with({"--decoder", "beam", "--lm", "none"}).exitCode, 0);
    EXPECT_EQ(with({"--lm", "none"}).exitCode, 0);
    const Outcome greedy = with({"--decoder", "greedy", "--lm", path("built.lm")});
    EXPECT_NE(greedy.exitCode, 0);
    EXPECT_THAT(greedy.err, HasSubstr("--decoder greedy"));
}

TEST_F(LanguageModel, WhatCannotBeUsedIsNamed)
{
    const Outcome missing = runLonghand({"lm", "build", path("nowhere.txt"), "-o", path("x.lm")});
    EXPECT_EQ(missing.exitCode, 1);
    EXPECT_THAT(missing.err, HasSubstr("nowhere.txt"));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "x.lm"));

    write(m_folder / "empty.txt", " \n\n");
    EXPECT_EQ(runLonghand({"lm", "build", path("empty.txt"), "-o", path("x.lm")}).exitCode, 1);

    write(m_folder / "bad.lm", "not a language model");
    const Outcome shown = runLonghand({"lm", "show", path("bad.lm")});
    EXPECT_EQ(shown.exitCode, 1);
    EXPECT_THAT(shown.err, HasSubstr("bad.lm"));
    const Outcome read =
        runLonghand({"recognize", "--line", path("set/1.png"), "--decoder", "beam", "--lm", path("bad.lm")});
    EXPECT_EQ(read.exitCode, 1);
    EXPECT_THAT(read.err, HasSubstr("bad.lm"));
}

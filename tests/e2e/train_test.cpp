// Training from the command line: from pen strokes to a model, killed and resumed, and what can go wrong.
#include <csignal>

#include <gmock/gmock.h>

#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using testing::HasSubstr;

namespace
{

class Train : public testing::Test
{
protected:
    Train()
    {
        std::string table = "id\tsplit\twriter\tlang\ttext\tstrokes\n";
        for (const char* split : {"train", "val"})
            table += std::string("1\t") + split + "\tw\ten\tlt\t0,0 0,100;60,0 60,100;45,30 75,30\n" + "2\t" + split +
                     "\tw\ten\tv\t0,0 20,100 40,0\n";
        write(m_folder / "strokes.tsv", table + "3\ttrain\tw\ten\tbroken\tno strokes\n");
    }

    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder / name).string(); }
    void pack()
    {
        const Outcome outcome =
            runLonghand({"data", "pack", path("strokes.tsv"), "-o", path("x.pack"), "--height", "32"});
        ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr("Line 6")); // the broken one is named
    }
    [[nodiscard]] std::vector<std::string> arguments(const std::string& run, const std::string& steps) const
    {
        return {"train",
                "run",
                "--pack",
                path("x.pack"),
                "--out",
                path(run + ".safetensors"),
                "--architecture",
                "tiny",
                "--columns",
                "300",
                "--validate-every",
                "5",
                "--steps",
                steps};
    }

    TemporaryFolder m_folder;
};

} // namespace

TEST_F(Train, FromPenStrokesToAModelThatReads)
{
    pack();
    const Outcome outcome = runLonghand(arguments("model", "10"));
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("steps 10"));
    EXPECT_THAT(outcome.out, HasSubstr("strokes "));
    EXPECT_THAT(bytesOf(path("model.safetensors.training/curve.svg")), HasSubstr("</svg>"));
    EXPECT_THAT(bytesOf(path("model.safetensors.training/log.jsonl")), HasSubstr("validation_cer"));
    writeLine(path("line.png"));
    EXPECT_EQ(runLonghand({"recognize", "--line", path("line.png"), "--model", path("model.safetensors")}).exitCode, 0);
}

TEST_F(Train, AKilledRunThatIsResumedEndsBitIdentical)
{
    pack();
    ASSERT_EQ(runLonghand(arguments("straight", "200")).exitCode, 0);
    {
        // Killed as soon as it has told of its hundredth step; the checkpoint is then some steps old.
        Program killed(launchLonghand(arguments("killed", "200")));
        ASSERT_TRUE(killed.waitForError("step 100 of 200"));
        killed.send(SIGKILL);
        EXPECT_EQ(killed.wait().signal, SIGKILL);
    }
    ASSERT_EQ(runLonghand(arguments("killed", "200")).exitCode, 0);
    EXPECT_EQ(bytesOf(path("killed.safetensors")), bytesOf(path("straight.safetensors")));
}

TEST_F(Train, WhatGoesWrongIsSaidInASentence)
{
    Outcome outcome = runLonghand(arguments("m", "5"));
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("x.pack"));

    pack();
    outcome = runLonghand({"train", "run", "--pack", path("x.pack"), "--out", path("m"), "--steps", "many"});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_THAT(outcome.err, HasSubstr("'many'"));
    EXPECT_EQ(runLonghand({"train", "nonsense"}).exitCode, 2);

    const std::string whole = bytesOf(path("x.pack"));
    write(path("x.pack"), whole.substr(0, whole.size() / 2));
    outcome = runLonghand(arguments("m", "5"));
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("cut short"));
}

TEST_F(Train, AFullDiskKeepsTheLastGoodCheckpoint)
{
    pack();
    ASSERT_EQ(runLonghand(arguments("model", "5")).exitCode, 0);
    const std::string checkpoint = bytesOf(path("model.safetensors.training/checkpoint.safetensors"));
    Launch launch;
    launch.fileLimit = 20000;
    const Outcome outcome = runLonghand(arguments("model", "10"), launch);
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("disk is full"));
    EXPECT_EQ(bytesOf(path("model.safetensors.training/checkpoint.safetensors")), checkpoint);
    EXPECT_EQ(runLonghand(arguments("model", "10")).exitCode, 0);
}

TEST_F(Train, HelpSpeaksOfTheProgramThatWasCalled)
{
    const Outcome help = runLonghand({"train", "--help"});
    EXPECT_EQ(help.exitCode, 0);
    EXPECT_THAT(help.out, HasSubstr("longhand train run --pack"));
}

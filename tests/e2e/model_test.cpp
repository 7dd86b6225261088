#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using testing::HasSubstr;

TEST(Model, ListMarksTheOneInUse)
{
    const Outcome outcome = runLonghand({"model", "list"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr(std::string("* ") + LONGHAND_TINY_MODEL + "\n"));
}

TEST(Model, ShowPrintsItsHeaderAsJson)
{
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"model", "show"}, {"model", "show", LONGHAND_TINY_MODEL}}) {
        const Outcome outcome = runLonghand(arguments);
        EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
        ASSERT_TRUE(nlohmann::json::accept(outcome.out)) << outcome.out;
        EXPECT_TRUE(nlohmann::json::parse(outcome.out).is_object());
    }
}

TEST(Model, ShowNamesAFileThatIsNoModel)
{
    const TemporaryFolder folder;
    write(folder / "no model", "x");
    const Outcome outcome = runLonghand({"model", "show", (folder / "no model").string()});
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("no model"));
}

TEST(Model, CalibrateStoresWhatItFitted)
{
    const TemporaryFolder folder;
    std::filesystem::copy_file(LONGHAND_TINY_MODEL, folder / "model.safetensors");
    writeLine(folder / "set/1.png");
    write(folder / "set/lines.tsv", "file\tsplit\twriter\tlang\ttext\n1.png\tval\tw\ten\thello\n");
    const std::string model = (folder / "model.safetensors").string(), set = (folder / "set").string();
    const Outcome outcome = runLonghand({"model", "calibrate", model, set, "--lm", "none"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("temperature "));
    const auto shown = nlohmann::json::parse(runLonghand({"model", "show", model}).out);
    EXPECT_GT(shown["calibration"]["temperature"].get<double>(), 0);
    EXPECT_EQ(runLonghand({"model", "calibrate", model, set, "--split", "none such"}).exitCode, 1);
}

TEST(Model, IsFoundBesideTheProgram)
{
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "app/models");
    std::filesystem::copy_file(LONGHAND_PROGRAM, folder / "app/longhand");
    std::filesystem::copy_file(LONGHAND_TINY_MODEL, folder / "app/models/longhand.safetensors");
    Launch launch;
    launch.program = folder / "app/longhand";
    launch.arguments = {"model", "list"};
    const Outcome outcome = run(launch);
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "* " + (folder / "app/models/longhand.safetensors").string() + "\n");
}

TEST(Model, TheOpenOneTakesThePlaceOfTheDefaultThatWasLeftOut)
{
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "app/models");
    std::filesystem::copy_file(LONGHAND_PROGRAM, folder / "app/longhand");
    const auto open = folder / "app/models/longhand-open.safetensors";
    std::filesystem::copy_file(LONGHAND_TINY_MODEL, open);
    Launch launch;
    launch.program = folder / "app/longhand";
    launch.arguments = {"model", "list"};
    EXPECT_EQ(run(launch).out, "* " + open.string() + "\n");
    std::filesystem::copy_file(LONGHAND_TINY_MODEL, folder / "app/models/longhand.safetensors");
    EXPECT_THAT(run(launch).out, HasSubstr("* " + (folder / "app/models/longhand.safetensors").string() + "\n"));
}

TEST(Model, WhereThereIsNoneTheSentenceSaysWhereItBelongs)
{
    const TemporaryFolder folder;
    writeLine(folder / "line.png");
    std::filesystem::create_directories(folder / "a/b");
    std::filesystem::copy_file(LONGHAND_PROGRAM, folder / "a/b/longhand");
    Launch launch;
    launch.program = folder / "a/b/longhand";
    launch.arguments = {"recognize", "--line", (folder / "line.png").string()};
    const Outcome outcome = run(launch);
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("longhand.safetensors"));
    EXPECT_THAT(outcome.err, HasSubstr((folder / "a/b/models").string()));
    EXPECT_THAT(outcome.err, HasSubstr("LONGHAND_MODEL"));
}

TEST(Model, WhatIsNotThereIsNamedWithTheCommandThatLists)
{
    const TemporaryFolder data;
    const auto run = [&](const std::vector<std::string>& arguments) {
        Launch launch;
        launch.environment["LONGHAND_DATA"] = data.path().string();
        return runLonghand(arguments, launch);
    };
    Outcome outcome = run({"model", "use", "anna-2026"});
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("'anna-2026'"));
    EXPECT_THAT(outcome.err, HasSubstr("See 'longhand model list'."));
    EXPECT_THAT(run({"model", "restore", "anna-2026"}).err, HasSubstr("See 'longhand model list --deleted'."));
    outcome = run({"model", "compare", "in-use", "in-use"});
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("Name a folder with a lines.tsv"));
    writeLine(data / "line.png");
    outcome = run({"recognize", "--line", (data / "line.png").string(), "--profile", "Anna"});
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("'longhand learn --writer NAME'"));
}

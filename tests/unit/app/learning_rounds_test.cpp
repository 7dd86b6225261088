#include "app/learning_rounds.h"

#include <fstream>

#include <gtest/gtest.h>

#include "temporary_folder.h"

namespace longhand::app
{

namespace
{

std::vector<LearningLine> someLines()
{
    return {{1, {}, "first", "page", true}, {2, {}, "second", "page", true}};
}

} // namespace

TEST(LearningRounds, AFinishedRoundIsReadBackAsItWas)
{
    const test::TemporaryFolder folder;
    EXPECT_FALSE(readFinishedRound(folder.path())) << "not finished yet";
    FinishedRound round;
    round.heldOut = {4, 0};
    round.after = {{"été", 0.75, 3.5}, {"", 12, -1}};
    round.report.rehearsalCerBefore = 0.12;
    round.report.rehearsalCerAfter = 0.13;
    round.report.rehearsalCheckSeconds = 2.5;
    round.report.stepsDone = 133;
    round.report.seconds = 24.5;
    round.readingSeconds = 1.25;
    ASSERT_TRUE(writeFinishedRound(folder.path(), round));
    const auto read = readFinishedRound(folder.path());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->heldOut, round.heldOut);
    ASSERT_EQ(read->after.size(), 2u);
    EXPECT_EQ(read->after[0].text, "été");
    EXPECT_DOUBLE_EQ(read->after[0].expectedEdits, 0.75);
    EXPECT_DOUBLE_EQ(read->after[0].surprisal, 3.5);
    EXPECT_EQ(read->after[1].text, "");
    EXPECT_DOUBLE_EQ(read->after[1].surprisal, -1);
    EXPECT_DOUBLE_EQ(read->after[1].expectedEdits, 12);
    EXPECT_DOUBLE_EQ(read->report.rehearsalCerBefore, 0.12);
    EXPECT_DOUBLE_EQ(read->report.rehearsalCerAfter, 0.13);
    EXPECT_DOUBLE_EQ(read->report.rehearsalCheckSeconds, 2.5);
    EXPECT_EQ(read->report.stepsDone, 133);
    EXPECT_DOUBLE_EQ(read->report.seconds, 24.5);
    EXPECT_DOUBLE_EQ(read->readingSeconds, 1.25);
}

TEST(LearningRounds, ADamagedRoundIsDoneAgain)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeFinishedRound(folder.path(), {{0}, {{"text", 1}}, {}, 0, {}}));
    ASSERT_TRUE(readFinishedRound(folder.path()));
    std::ofstream(folder / "round.json") << R"({"held_out": [0], "readings": ["text"]})";
    EXPECT_FALSE(readFinishedRound(folder.path())) << "readings without their expected edits";
}

TEST(LearningRounds, CountOnlyForTheSameLinesAndModel)
{
    const test::TemporaryFolder folder;
    const auto begun = beginRounds(folder.path(), "base", someLines());
    ASSERT_TRUE(begun);
    EXPECT_FALSE(begun->startedAgain);
    ASSERT_TRUE(writeFinishedRound(folder.path(), {{0}, {{"text", 1}}, {}, 0, {}}));
    const auto resumed = beginRounds(folder.path(), "base", someLines());
    ASSERT_TRUE(resumed);
    EXPECT_EQ(resumed->name, begun->name);
    EXPECT_TRUE(readFinishedRound(folder.path()));
    auto corrected = someLines();
    corrected[1].text = "corrected";
    const auto other = beginRounds(folder.path(), "base", corrected);
    ASSERT_TRUE(other);
    EXPECT_TRUE(other->startedAgain);
    EXPECT_NE(other->name, begun->name);
    EXPECT_FALSE(readFinishedRound(folder.path())) << "it learnt other texts";
}

} // namespace longhand::app

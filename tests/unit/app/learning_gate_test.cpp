#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "app/learning_lines.h"
#include "longhand/app/learning.h"

using namespace longhand::app;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace
{

std::vector<LearningLine> linesOnPages(int pages, int perPage)
{
    std::vector<LearningLine> lines;
    for (int i = 0; i < pages * perPage; ++i)
        lines.push_back({i + 1, {}, "text", std::to_string(i / perPage), true});
    return lines;
}

GateFigures figures(std::size_t before, std::size_t after, double rehearsalBefore = 0.05, double rehearsalAfter = 0.05)
{
    GateFigures figures;
    figures.editsBefore = before;
    figures.editsAfter = after;
    figures.characters = 1000;
    figures.lines = 62;
    figures.rehearsalCerBefore = rehearsalBefore;
    figures.rehearsalCerAfter = rehearsalAfter;
    return figures;
}

} // namespace

TEST(Gate, OffersWhatReadsBetterAndForgetsNothing)
{
    const GateVerdict verdict = judge(figures(100, 69));
    EXPECT_EQ(verdict.verdict, Verdict::Offered);
    EXPECT_EQ(verdict.reason, "It reads your hand with 31 % fewer errors, measured on 62 lines it had not seen.");
    EXPECT_EQ(judge(figures(100, 97)).verdict, Verdict::Offered);
    EXPECT_EQ(judge(figures(100, 97, 0.05, 0.053)).verdict, Verdict::Offered);
}

TEST(Gate, KeepsTheOthersAsideAndSaysWhy)
{
    EXPECT_EQ(judge(figures(1000, 971)).verdict, Verdict::KeptAside);
    EXPECT_THAT(judge(figures(1000, 971)).reason, HasSubstr("2.9 % fewer errors"));
    EXPECT_THAT(judge(figures(100, 120)).reason, HasSubstr("20 % more errors"));
    EXPECT_THAT(judge(figures(0, 0)).reason, HasSubstr("nothing to gain"));
    EXPECT_THAT(judge(figures(0, 2)).reason, HasSubstr("makes none"));
    EXPECT_THAT(judge(figures(100, 50, 0.05, 0.0531)).reason, HasSubstr("other hands worse: 5.3 %"));
    EXPECT_THAT(judge(figures(100, 50, -1, -1)).reason, HasSubstr("could not be checked"));
    for (const GateFigures& bad :
         {figures(100, 120), figures(0, 0), figures(100, 50, 0.05, 0.0531), figures(9, 1, -1, -1)})
        EXPECT_EQ(judge(bad).verdict, Verdict::KeptAside);
}

TEST(Gate, JudgesFewLinesByTheEditsToBeExpected)
{
    GateFigures few = figures(90, 91);
    few.crossValidated = true;
    few.expectedEditsBefore = 92.5;
    few.expectedEditsAfter = 74;
    EXPECT_EQ(judge(few).verdict, Verdict::Offered);
    EXPECT_THAT(judge(few).reason, HasSubstr("20 % fewer errors"));
    few.editsAfter = 60;
    few.expectedEditsAfter = 92;
    EXPECT_EQ(judge(few).verdict, Verdict::KeptAside);
}

TEST(Gate, HearsTheRightTextsOfFewLinesWhereTheirErrorsAreTooFewToTell)
{
    GateFigures few = figures(80, 78);
    few.crossValidated = true;
    few.expectedEditsBefore = 80;
    few.expectedEditsAfter = 78;
    few.surprisalBefore = 200;
    few.surprisalAfter = 170;
    EXPECT_EQ(judge(few).verdict, Verdict::Offered);
    EXPECT_THAT(judge(few).reason, HasSubstr("3 % fewer errors"));
    EXPECT_THAT(judge(few).reason, HasSubstr("closer to their right texts"));

    GateFigures hardlySurer = few, notBetter = few, manyLines = few, forgetful = few;
    hardlySurer.surprisalAfter = 185;
    notBetter.expectedEditsAfter = 79.9;
    manyLines.crossValidated = false;
    forgetful.rehearsalCerAfter = 0.06;
    for (const GateFigures& refused : {hardlySurer, notBetter, manyLines, forgetful})
        EXPECT_EQ(judge(refused).verdict, Verdict::KeptAside);
}

TEST(LearningPlan, HoldsWholePagesOutOfManyLines)
{
    const auto lines = linesOnPages(20, 10);
    const LearningPlan plan = planRounds(lines, 1);
    EXPECT_FALSE(plan.crossValidated);
    ASSERT_THAT(plan.heldOut, SizeIs(1));
    EXPECT_THAT(plan.heldOut[0], SizeIs(testing::AllOf(testing::Ge(30U), testing::Le(50U))));
    std::set<std::string> pages;
    for (const std::size_t line : plan.heldOut[0])
        pages.insert(lines[line].page);
    EXPECT_EQ(pages.size() * 10, plan.heldOut[0].size()) << "no page is on both sides";
    EXPECT_EQ(planRounds(lines, 1).heldOut, plan.heldOut) << "a resumed run plans the same";
    EXPECT_NE(planRounds(lines, 2).heldOut, plan.heldOut);
}

TEST(LearningPlan, FewLinesAreAllHeldOutOnce)
{
    for (const auto& lines : {linesOnPages(1, 5), linesOnPages(3, 4), linesOnPages(1, 50)}) {
        const LearningPlan plan = planRounds(lines, 1);
        EXPECT_TRUE(plan.crossValidated);
        std::multiset<std::size_t> seen;
        for (const auto& round : plan.heldOut) {
            EXPECT_THAT(round, testing::Not(IsEmpty()));
            seen.insert(round.begin(), round.end());
        }
        EXPECT_EQ(seen.size(), lines.size());
        EXPECT_EQ(std::set<std::size_t>(seen.begin(), seen.end()).size(), lines.size());
    }
}

TEST(LearningPlan, WhatTheModelHasLearntFromDecidesNothing)
{
    auto lines = linesOnPages(2, 10);
    for (std::size_t i = 0; i < 10; ++i)
        lines[i].isNew = false;
    for (const auto& round : planRounds(lines, 1).heldOut)
        for (const std::size_t line : round)
            EXPECT_GE(line, 10U);
}

#include "training/learning_curve.h"

#include <gmock/gmock.h>

#include "longhand/base/files.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::training;
using testing::HasSubstr;

TEST(LearningCurve, ReadsALogAndWhatAResumedRunRepeatedCountsOnce)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "log.jsonl", R"({"step":50,"loss":3.0}
{"step":100,"loss":2.0}
{"step":100,"validation_cer":0.5,"cer_per_set":{"a":0.4,"b":0.6}}
{"step":150,"loss":1.5}
{"step":100,"loss":2.5}
{"step":100,"validation_cer":0.45,"cer_per_set":{"a":0.4}}
{"step":150,"lo)")
                    .ok());
    const LearningCurve curve = readLearningCurve(folder / "log.jsonl");
    ASSERT_EQ(curve.losses.size(), 2u);
    EXPECT_EQ(curve.losses[1].step, 100);
    EXPECT_EQ(curve.losses[1].loss, 2.5);
    ASSERT_EQ(curve.checks.size(), 1u);
    EXPECT_EQ(curve.checks[0].cer, 0.45);
}

TEST(LearningCurve, DrawsEverySetWithItsLastErrorRate)
{
    const test::TemporaryFolder folder;
    LearningCurve curve;
    curve.losses = {{50, 2.0}, {100, 1.0}};
    curve.checks = {{50, 0.5, {{"a<b", 0.4}, {"c", 0.6}}}, {100, 0.25, {{"a<b", 0.125}, {"c", 0.375}}}};
    ASSERT_TRUE(writeLearningCurve(folder / "curve.svg", curve).ok());
    const std::string svg = readFile(folder / "curve.svg").value();
    EXPECT_THAT(svg, HasSubstr("a&lt;b 12.5 %"));
    EXPECT_THAT(svg, HasSubstr("c 37.5 %"));
    EXPECT_THAT(svg, HasSubstr("loss, to 2.00"));
}

TEST(LearningCurve, AnEmptyLogGivesAnEmptyPicture)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeLearningCurve(folder / "curve.svg", readLearningCurve(folder / "none.jsonl")).ok());
    EXPECT_THAT(readFile(folder / "curve.svg").value(), HasSubstr("</svg>"));
}

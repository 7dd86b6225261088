#include "longhand/training/fine_tuner.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>

#include "drawn_lines.h"
#include "longhand/nn/model_file.h"
#include "longhand/text/unicode.h"
#include "longhand/training/line_pack.h"
#include "longhand/training/trainer.h"
#include "temporary_folder.h"
#include "training/alphabet_growth.h"
#include "training/fine_tuning_data.h"
#include "training/soft_targets.h"

using namespace longhand;
using namespace longhand::training;
using testing::HasSubstr;

namespace
{

std::string randomText(std::mt19937& random, const std::string& letters)
{
    std::string text;
    for (std::size_t i = 0, length = 3 + random() % 5; i < length; ++i)
        text += letters[random() % letters.size()];
    return text;
}

std::vector<OwnLine> lines(int count, const std::string& letters, bool otherHand, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<OwnLine> result;
    for (int i = 0; i < count; ++i) {
        const std::string text = randomText(random, letters);
        result.push_back({test::drawn(text, random, otherHand), text});
    }
    return result;
}

/// A small model that reads the one hand, and lines of that hand to rehearse.
class FineTunerTest : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_folder = new test::TemporaryFolder;
        auto writer = PackWriter::create(*s_folder / "rehearsal.pack", test::kHeight).value();
        for (const char* split : {"train", "val"})
            for (const OwnLine& line : lines(60, "abc", false, static_cast<unsigned>(split[0])))
                ASSERT_TRUE(writer.add(line.picture, {"bars", "w", split, "en", line.text}).ok());
        ASSERT_TRUE(writer.finish().ok());
        TrainConfig config;
        config.packs = {*s_folder / "rehearsal.pack"};
        config.output = *s_folder / "base.safetensors";
        config.workFolder = *s_folder / "base";
        config.architecture = "tiny";
        config.columnsPerBatch = 600;
        config.steps = 700;
        config.learningRate = 5e-3;
        config.averageDecay = 0.9;
        config.warmUpSteps = 10;
        config.validateEvery = 700;
        config.augment = false;
        const auto report = train(config);
        ASSERT_TRUE(report.ok()) << report.error().detail;
        ASSERT_LT(report->validationCer, 0.1);
    }
    static void TearDownTestSuite() { delete s_folder; }

    FineTuneRequest request(const std::string& name) const
    {
        FineTuneRequest r;
        r.base = *s_folder / "base.safetensors";
        r.rehearsalPacks = {*s_folder / "rehearsal.pack"};
        r.output = folder / (name + ".safetensors");
        r.workFolder = folder / name;
        r.recipe.steps = 60;
        r.recipe.learningRate = 3e-3;
        r.recipe.columnsPerBatch = 1200;
        r.recipe.keptShares = {1, 0.7, 0.4}; // so small a network has to change more
        return r;
    }

    const test::TemporaryFolder folder;
    static test::TemporaryFolder* s_folder;
};

test::TemporaryFolder* FineTunerTest::s_folder = nullptr;

} // namespace

TEST(FineTuneRecipeTest, MoreLinesAreLearntLongerAndKeptLess)
{
    const auto most = [](const FineTuneRecipe& recipe) {
        return *std::max_element(recipe.keptShares.begin(), recipe.keptShares.end());
    };
    const FineTuneRecipe few = recipeFor(16), many = recipeFor(64);
    EXPECT_LT(few.steps, many.steps);
    EXPECT_LT(recipeFor(5).steps, few.steps);
    EXPECT_GT(most(few), most(many)) << "the longer run went farther from the base model";
    const FineTuneRecipe profile = recipeFor(64, true);
    EXPECT_GT(most(profile), most(few)) << "nobody else is read with it";
    EXPECT_GT(profile.steps, many.steps);
}

TEST_F(FineTunerTest, LeavesAModelHoweverLittleTimeThereIs)
{
    FineTuneRequest hasty = request("hasty"), stopped = request("stopped");
    hasty.learn = stopped.learn = lines(4, "abc", true, 1);
    hasty.minutes = 1e-6;
    const auto report = fineTune(hasty);
    ASSERT_TRUE(report.ok()) << report.error().detail;
    EXPECT_EQ(report->stepsDone, 1);
    EXPECT_TRUE(std::filesystem::exists(hasty.output));

    std::stop_source stop;
    stop.request_stop();
    const auto nothing = fineTune(stopped, stop.get_token());
    ASSERT_TRUE(nothing.ok()) << nothing.error().detail;
    EXPECT_TRUE(nothing->stopped);
    EXPECT_EQ(nothing->stepsDone, 0);
    EXPECT_TRUE(std::filesystem::exists(stopped.output));
}

TEST_F(FineTunerTest, ReadsTheOtherHandBetterAndStillReadsTheFirst)
{
    FineTuneRequest r = request("other");
    r.learn = lines(16, "abc", true, 1);
    r.heldOut = lines(30, "abc", true, 2);
    const auto report = fineTune(r);
    ASSERT_TRUE(report.ok()) << report.error().detail;
    EXPECT_GT(report->ownCerBefore, 0.2);
    EXPECT_LT(report->ownCerAfter, 0.5 * report->ownCerBefore);
    EXPECT_LT(report->rehearsalCerAfter, report->rehearsalCerBefore + 0.03);
    EXPECT_EQ(report->stepsDone, 60);
    const auto learnt = nn::readModel(r.output);
    ASSERT_TRUE(learnt.ok()) << learnt.error().detail;
    EXPECT_THAT(learnt->info.historyJson, HasSubstr("\"learnt_lines\":16"));
}

TEST_F(FineTunerTest, LinesThatAMachineReadTeachTheHandTooAndAreDrawnAsOftenAsTheOthers)
{
    FineTuneRequest alone = request("alone");
    alone.learn = lines(1, "abc", true, 1); // two already teach some processors' networks nearly all there is
    alone.heldOut = lines(60, "abc", true, 2);
    FineTuneRequest more = alone;
    more.output = folder / "more.safetensors";
    more.workFolder = folder / "more";
    more.read = lines(40, "abc", true, 3);
    const auto few = fineTune(alone), many = fineTune(more);
    ASSERT_TRUE(few.ok()) << few.error().detail;
    ASSERT_TRUE(many.ok()) << many.error().detail;
    EXPECT_LT(many->ownCerAfter, few->ownCerAfter);
    const auto learnt = nn::readModel(more.output);
    ASSERT_TRUE(learnt.ok()) << learnt.error().detail;
    EXPECT_THAT(learnt->info.historyJson, HasSubstr("\"learnt_lines\":1"));
    EXPECT_THAT(learnt->info.historyJson, HasSubstr("\"read_lines\":40"));

    const auto own = packOwnLines(more, nn::readModel(more.base)->info);
    ASSERT_TRUE(own.ok()) << own.error().detail;
    double read = 0, all = 0;
    for (std::int64_t batch = 0; batch < 48; ++batch)
        for (const std::size_t line : own->batches->batch(batch)) {
            read += own->batches->samples()[line].item->set == "read" ? 1 : 0;
            ++all;
        }
    EXPECT_NEAR(read / all, more.recipe.readShare, 0.05);
}

TEST_F(FineTunerTest, KeepsAsMuchOfTheWayAsTheRehearsalLinesBear)
{
    const auto keptAfter = [&](const std::string& name, const std::vector<OwnLine>& learn) {
        FineTuneRequest r = request(name);
        r.learn = learn;
        r.recipe.keptShares = {0.01, 1}; // in any order
        const auto report = fineTune(r);
        EXPECT_TRUE(report.ok());
        EXPECT_LE(report->rehearsalCerAfter, report->rehearsalCerBefore + kMostForgotten + 1e-9);
        return nlohmann::json::parse(nn::readModelInfo(r.output)->historyJson).back().at("kept_share").get<double>();
    };
    EXPECT_EQ(keptAfter("harmless", lines(16, "abc", false, 7)), 1);
    std::vector<OwnLine> contradicting = lines(16, "abc", false, 7);
    for (OwnLine& line : contradicting)
        std::replace(line.text.begin(), line.text.end(), 'a', 'c');
    EXPECT_EQ(keptAfter("contradicting", contradicting), 0.01);
}

TEST_F(FineTunerTest, LearnsACharacterItDidNotKnow)
{
    FineTuneRequest r = request("delta");
    r.learn = lines(24, "abcd", false, 3);
    for (OwnLine& line : r.learn)
        std::replace(line.text.begin(), line.text.end(), 'd', '\x7f');
    for (OwnLine& line : r.learn) // a letter no alphabet of ours begins with
        for (std::size_t at = line.text.find('\x7f'); at != std::string::npos; at = line.text.find('\x7f', at))
            line.text.replace(at, 1, "\u017F");
    r.heldOut = r.learn;
    r.recipe.steps = 300;
    r.recipe.learningRate = 6e-3;
    // So small a network has no features for another shape of letter, and loses others while it learns them.
    r.recipe.keptShares = {1};
    r.rehearsalPacks.clear();
    const auto report = fineTune(r);
    ASSERT_TRUE(report.ok()) << report.error().detail;
    EXPECT_EQ(report->newCharacters, U"\u017F");
    EXPECT_LT(report->ownCerAfter, 0.25 * report->ownCerBefore);
    EXPECT_GE(nn::readModelInfo(r.output)->alphabet.classOf(U'\u017F'), 1);
}

TEST_F(FineTunerTest, AStopWritesTheBestSoFar)
{
    FineTuneRequest r = request("stopped");
    r.learn = lines(8, "abc", true, 4);
    r.recipe.steps = 1000;
    std::stop_source stop;
    const auto report = fineTune(r, stop.get_token(), [&](const FineTuneProgress& p) {
        if (p.step == 5)
            stop.request_stop();
    });
    ASSERT_TRUE(report.ok()) << report.error().detail;
    EXPECT_TRUE(report->stopped);
    EXPECT_EQ(report->stepsDone, 5);
    EXPECT_TRUE(nn::readModel(r.output).ok());
}

TEST_F(FineTunerTest, GoesOnWhereARunThatWasBrokenOffLeftItsCheckpoint)
{
    FineTuneRequest r = request("broken-off");
    r.learn = lines(8, "abc", true, 5);
    r.recipe.steps = 40;
    r.checkpointEverySeconds = 0;
    struct BrokenOff {
    };
    EXPECT_THROW(static_cast<void>(fineTune(r, {},
                                            [](const FineTuneProgress& p) {
                                                if (p.step == 20)
                                                    throw BrokenOff();
                                            })),
                 BrokenOff);
    std::int64_t firstStep = 0;
    const auto report = fineTune(r, {}, [&](const FineTuneProgress& p) {
        if (firstStep == 0)
            firstStep = p.step;
    });
    ASSERT_TRUE(report.ok()) << report.error().detail;
    EXPECT_EQ(report->stepsDone, 40);
    EXPECT_EQ(firstStep, 21);
}

TEST_F(FineTunerTest, ABaseCheckOfAnEarlierRunSavesMakingIt)
{
    FineTuneRequest r = request("first");
    r.learn = lines(8, "abc", true, 6);
    r.recipe.steps = 2;
    const auto first = fineTune(r);
    ASSERT_TRUE(first.ok()) << first.error().detail;
    EXPECT_GT(first->rehearsalCheckSeconds, 0);
    r.workFolder = folder / "second";
    r.baseCheck = {first->rehearsalCerBefore + 0.25, 1};
    const auto second = fineTune(r);
    ASSERT_TRUE(second.ok()) << second.error().detail;
    EXPECT_DOUBLE_EQ(second->rehearsalCerBefore, first->rehearsalCerBefore + 0.25) << "taken as it is";
    EXPECT_DOUBLE_EQ(second->rehearsalCheckSeconds, 1);
}

TEST_F(FineTunerTest, EndsWhenItsMinutesAreOver)
{
    FineTuneRequest r = request("minutes");
    r.learn = lines(8, "abc", true, 6);
    r.recipe.steps = 1'000'000;
    r.minutes = 0.03;
    const auto report = fineTune(r);
    ASSERT_TRUE(report.ok()) << report.error().detail;
    EXPECT_LT(report->stepsDone, 1'000'000);
    EXPECT_TRUE(nn::readModel(r.output).ok());
}

TEST_F(FineTunerTest, RefusesLinesWhoseTextsDoNotFit)
{
    FineTuneRequest r = request("refused");
    std::mt19937 random(7);
    r.learn = {{test::drawn("a", random), "a text that is far too long for so narrow a picture"}};
    const auto report = fineTune(r);
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().code, ErrorCode::InvalidInput);
    EXPECT_FALSE(std::filesystem::exists(r.output));
}

TEST_F(FineTunerTest, GrowingTheAlphabetKeepsTheOldWeightsBitIdentical)
{
    const auto base = nn::readModel(*s_folder / "base.safetensors").value();
    const auto grown = growAlphabet(nn::readModel(*s_folder / "base.safetensors").value(), U"\u017F\u00E6");
    ASSERT_TRUE(grown.ok());
    EXPECT_EQ(grown->info.alphabet.characters(), base.info.alphabet.characters() + U"\u017F\u00E6");
    const auto before = base.network->named_parameters(), after = grown->network->named_parameters();
    for (const auto& parameter : before) {
        const torch::Tensor old = parameter.value(), now = after[parameter.key()];
        EXPECT_TRUE(torch::equal(now.narrow(0, 0, old.size(0)), old)) << parameter.key();
    }
    const auto& head = after["head.weight"];
    EXPECT_EQ(head.size(0), grown->info.alphabet.classCount());
}

TEST_F(FineTunerTest, SoftTargetsVanishForTheBaseItselfAndPullALearntModelBack)
{
    auto base = nn::readModel(*s_folder / "base.safetensors").value();
    const auto pack = LinePack::open(*s_folder / "rehearsal.pack").value();
    Sample sample{&pack, &pack.items().front(), {}};
    for (const char32_t c : text::toCodePoints(sample.item->text))
        sample.target.push_back(base.info.alphabet.classOf(c));
    const Sample* const line = &sample;
    const auto batch = prepareBatch({&line, 1}, base.info.architecture, nullptr, std::mt19937_64(1));

    const auto divergenceGradient = [&](double change) {
        Replica replica;
        replica.network = copyOf(*base.network, base.info, 0);
        replica.network->train();
        for (const auto& module : replica.network->modules())
            if (auto* norm = module->as<torch::nn::BatchNorm2d>())
                norm->eval();
        replica.parameters = flatten(*replica.network);
        replica.parameters.weights.mul_(1 + change);
        // So large a divisor leaves nothing of CTC's loss beside the divergence, which is weighted up again.
        accumulateSoftTargets(replica, base.network, batch, LossConfig{0, 1e12}, 1e12);
        return replica.parameters.gradients.norm().item<double>();
    };
    EXPECT_LT(divergenceGradient(0), 1e-3);
    EXPECT_GT(divergenceGradient(0.05), 1e-2);
}

#include "longhand/training/trainer.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "drawn_lines.h"
#include "longhand/base/files.h"
#include "longhand/training/line_pack.h"
#include "longhand/training/selftest.h"
#include "temporary_folder.h"
#include "training/replica.h"

using namespace longhand;
using namespace longhand::training;
using test::drawn;
using test::kHeight;
using testing::HasSubstr;

namespace
{

std::filesystem::path writePack(const test::TemporaryFolder& folder, const std::vector<std::string>& texts,
                                int height = kHeight)
{
    std::mt19937 random(1);
    auto path = folder / ("lines" + std::to_string(height) + ".pack");
    auto writer = PackWriter::create(path, height).value();
    for (const std::string& text : texts)
        for (const char* split : {"train", "val"}) {
            GrayImage line = drawn(text, random);
            line.height = height;
            line.pixels.resize(static_cast<std::size_t>(line.width) * static_cast<std::size_t>(height), 255);
            EXPECT_TRUE(writer.add(line, {"bars", "w", split, "en", text}).ok());
        }
    EXPECT_TRUE(writer.finish().ok());
    return path;
}

const std::vector<std::string> kEightLines{"abc cab", "bba", "c a b", "aabbcc", "ccc b", "ab ab a", "cba", "bcb aa c"};

TrainConfig tinyConfig(const test::TemporaryFolder& folder, const std::string& run)
{
    TrainConfig config;
    config.packs = {writePack(folder, kEightLines)};
    config.output = folder / (run + ".safetensors");
    config.workFolder = folder / run;
    config.architecture = "tiny";
    config.replicas = 2;
    config.columnsPerBatch = 500;
    config.augment = false;
    config.bfloat16 = false;
    config.dropout = 0.1;
    config.warmUpSteps = 10;
    config.validateEvery = 1000;
    config.seed = 3;
    return config;
}

} // namespace

TEST(Trainer, LearnsEightLinesByHeart)
{
    const test::TemporaryFolder folder;
    TrainConfig config = tinyConfig(folder, "run");
    config.steps = 400;
    config.learningRate = 5e-3;
    config.averageDecay = 0.9;
    const auto report = train(config);
    ASSERT_TRUE(report.ok()) << report.error().detail;
    EXPECT_EQ(report->stepsDone, 400);
    EXPECT_DOUBLE_EQ(report->validationCer, 0.0);
    EXPECT_TRUE(std::filesystem::exists(config.output));
}

TEST(Trainer, AResumedRunEndsBitIdenticalToAnUninterruptedOne)
{
    const test::TemporaryFolder folder;
    TrainConfig straight = tinyConfig(folder, "straight");
    straight.steps = 12;
    ASSERT_TRUE(train(straight).ok());

    TrainConfig resumed = tinyConfig(folder, "resumed");
    resumed.steps = 12;
    std::stop_source stop;
    const auto stopped = train(resumed, stop.get_token(), [&](const TrainProgress& p) {
        if (p.step == 5)
            stop.request_stop();
    });
    ASSERT_TRUE(stopped.ok());
    EXPECT_TRUE(stopped->stopped);
    EXPECT_EQ(stopped->stepsDone, 5);
    const auto finished = train(resumed);
    ASSERT_TRUE(finished.ok());
    EXPECT_FALSE(finished->stopped);
    EXPECT_EQ(readFile(straight.output).value(), readFile(resumed.output).value());
}

// The model file holds the best weights, the checkpoint the last; a rate far too high makes the last worse.
TEST(Trainer, EndsWhenGainsEndAndKeepsTheBest)
{
    const test::TemporaryFolder folder;
    TrainConfig config = tinyConfig(folder, "run");
    config.steps = 400;
    config.learningRate = 5e-3;
    config.averageDecay = 0.9;
    config.validateEvery = 5;
    config.patience = 3;
    std::vector<double> cers;
    const auto report = train(config, {}, [&](const TrainProgress& p) {
        if (p.step % 5 == 0)
            cers.push_back(p.validationCer);
    });
    ASSERT_TRUE(report.ok());
    EXPECT_TRUE(report->gainsEnded);
    EXPECT_FALSE(report->stopped);
    EXPECT_LT(report->stepsDone, 400);
    ASSERT_GT(cers.size(), 3u);
    EXPECT_DOUBLE_EQ(report->validationCer, *std::min_element(cers.begin(), cers.end()));
    for (std::size_t i = cers.size() - 3; i < cers.size(); ++i)
        EXPECT_GT(cers[i], report->validationCer);
    EXPECT_TRUE(std::filesystem::exists(config.workFolder / "curve.svg"));
    EXPECT_TRUE(std::filesystem::exists(config.output));
}

TEST(Trainer, PenStrokesAreDrawnAnewForEveryBatchAndPicturesAreNot)
{
    const test::TemporaryFolder folder;
    auto writer = PackWriter::create(folder / "x.pack", kHeight).value();
    std::mt19937 random(1);
    PackItem item;
    item.text = "ll";
    ASSERT_TRUE(writer.add(PenStrokes{{{0, 0}, {0, 100}}, {{60, 0}, {60, 100}}}, item).ok());
    ASSERT_TRUE(writer.add(drawn("ab", random), item).ok());
    ASSERT_TRUE(writer.finish().ok());
    const LinePack pack = LinePack::open(folder / "x.pack").value();
    const Sample strokes{&pack, &pack.items()[0], {1, 1}}, picture{&pack, &pack.items()[1], {1, 1}};
    const auto ink = [&](const Sample& sample, std::uint64_t seed) {
        const Sample* lines[] = {&sample};
        return prepareBatch(lines, nn::Architecture::tiny(), nullptr, std::mt19937_64(seed)).input.ink;
    };
    EXPECT_TRUE(torch::equal(ink(strokes, 1), ink(strokes, 1)));
    EXPECT_FALSE(torch::equal(ink(strokes, 1), ink(strokes, 2)));
    EXPECT_TRUE(torch::equal(ink(picture, 1), ink(picture, 2)));
}

TEST(Trainer, DivergenceIsSaidAndTheLastGoodCheckpointKept)
{
    const test::TemporaryFolder folder;
    TrainConfig config = tinyConfig(folder, "run");
    config.steps = 3;
    ASSERT_TRUE(train(config).ok());
    const std::string checkpoint = readFile(config.workFolder / "checkpoint.safetensors").value();
    const std::string model = readFile(config.output).value();
    config.steps = 60;
    config.warmUpSteps = 0;
    config.learningRate = 1e37; // one step, and every output is no number
    config.validateEvery = 5;
    config.checkpointEvery = 5;
    const auto report = train(config);
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().code, ErrorCode::Internal);
    EXPECT_THAT(report.error().detail, HasSubstr("diverged at step"));
    EXPECT_EQ(readFile(config.workFolder / "checkpoint.safetensors").value(), checkpoint);
    EXPECT_EQ(readFile(config.output).value(), model);
    EXPECT_THAT(readFile(config.workFolder / "log.jsonl").value(), HasSubstr("skipped"));
}

TEST(Trainer, ADistortionIsAskedForByName)
{
    const test::TemporaryFolder folder;
    TrainConfig config = tinyConfig(folder, "usual");
    config.augment = true;
    config.steps = 2;
    ASSERT_TRUE(train(config).ok());
    TrainConfig stronger = config;
    stronger.distortions = {{"shear", 1.5}};
    stronger.workFolder = folder / "stronger";
    stronger.output = folder / "stronger.safetensors";
    ASSERT_TRUE(train(stronger).ok());
    const auto weights = [](const TrainConfig& run) {
        return nn::readModel(run.output).value().network->parameters().front();
    };
    EXPECT_FALSE(torch::equal(weights(config), weights(stronger))) << "other lines were learnt from";
    config.distortions = {{"rotation", 1}};
    EXPECT_THAT(train(config).error().detail, HasSubstr("'rotation'"));
}

TEST(Trainer, ADeviceThatIsNotThereIsRefused)
{
    const test::TemporaryFolder folder;
    TrainConfig config = tinyConfig(folder, "run");
    config.device = "abacus";
    EXPECT_THAT(train(config).error().detail, HasSubstr("abacus"));
}

TEST(Trainer, LinesThatCannotBeLearntAreCountedNotDropped)
{
    const test::TemporaryFolder folder;
    TrainConfig config = tinyConfig(folder, "run");
    std::vector<std::string> texts = kEightLines;
    texts.push_back("ab\u20AC"); // too rare for the alphabet
    texts.push_back("abc");
    config.packs = {writePack(folder, texts)};
    config.steps = 1;
    const auto report = train(config);
    ASSERT_TRUE(report.ok());
    ASSERT_EQ(report->warnings.size(), 1u);
    EXPECT_THAT(report->warnings[0], HasSubstr("1 lines"));
}

TEST(Trainer, RefusesPacksThatDoNotFit)
{
    const test::TemporaryFolder folder;
    TrainConfig config = tinyConfig(folder, "run");
    config.packs = {writePack(folder, kEightLines, 40)};
    EXPECT_EQ(train(config).error().code, ErrorCode::InvalidInput); // the tiny network reads 32 px
    config.packs.push_back(writePack(folder, kEightLines));
    EXPECT_THAT(train(config).error().detail, HasSubstr("different heights"));
    config.packs = {};
    EXPECT_EQ(train(config).error().code, ErrorCode::InvalidInput);
    config.packs = {folder / "none.pack"};
    EXPECT_EQ(train(config).error().code, ErrorCode::NotFound);
}

TEST(Trainer, TwoRunsNeverShareAWorkFolder)
{
    const test::TemporaryFolder folder;
    TrainConfig config = tinyConfig(folder, "run");
    config.steps = 1;
    std::string refusal;
    const auto first = train(config, {}, [&](const TrainProgress&) { refusal = train(config).error().detail; });
    EXPECT_TRUE(first.ok());
    EXPECT_THAT(refusal, HasSubstr("Another training still works in"));
    EXPECT_TRUE(train(config).ok()) << "the first one has let go of it";
}

TEST(Trainer, ADamagedCheckpointIsNotOverwritten)
{
    const test::TemporaryFolder folder;
    TrainConfig config = tinyConfig(folder, "run");
    config.steps = 2;
    ASSERT_TRUE(train(config).ok());
    ASSERT_TRUE(writeFileAtomically(config.workFolder / "checkpoint.safetensors", "broken").ok());
    config.steps = 4;
    EXPECT_EQ(train(config).error().code, ErrorCode::Damaged);
    EXPECT_EQ(readFile(config.workFolder / "checkpoint.safetensors").value(), "broken");
}

TEST(Trainer, GoesOnFromAModel)
{
    const test::TemporaryFolder folder;
    TrainConfig config = tinyConfig(folder, "first");
    config.steps = 3;
    ASSERT_TRUE(train(config).ok());
    TrainConfig second = tinyConfig(folder, "second");
    second.startModel = config.output;
    second.steps = 0;
    ASSERT_TRUE(train(second).ok());

    TrainConfig wider = tinyConfig(folder, "wider");
    wider.startModel = config.output;
    wider.stretch = 1.3;
    wider.steps = 1;
    ASSERT_TRUE(train(wider).ok());
    EXPECT_EQ(nn::readModel(wider.output).value().info.architecture.stretch, 1.3);
    TrainConfig onwards = tinyConfig(folder, "onwards");
    onwards.startModel = wider.output;
    onwards.steps = 1;
    ASSERT_TRUE(train(onwards).ok());
    EXPECT_EQ(nn::readModel(onwards.output).value().info.architecture.stretch, 1.3) << "kept where none is asked for";
}

TEST(SelfTest, PassesOnThisMachine)
{
    std::vector<std::string> lines;
    const auto result = runSelfTest([&](const std::string& line) { lines.push_back(line); });
    EXPECT_TRUE(result.ok()) << result.error().detail;
    EXPECT_THAT(lines, testing::Contains(HasSubstr("CER 0.0")));
}

#include "longhand/recognition/recognizer.h"

#include <fstream>
#include <gmock/gmock.h>
#include <random>

#include "longhand/language/build.h"
#include "longhand/training/trainer.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::recognition;

namespace
{

class RecognizerTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(training::writeUntrainedModel(model(), "tiny", " abcdefgh", 7).ok());
    }
    [[nodiscard]] std::filesystem::path model() const { return m_folder / "model.safetensors"; }
    [[nodiscard]] std::unique_ptr<Recognizer> open(const Options& options) const
    {
        auto opened = Recognizer::open(model(), options);
        EXPECT_TRUE(opened.ok());
        return std::move(*opened);
    }
    static std::vector<GrayImage> noiseLines(const std::vector<int>& widths, int height)
    {
        std::mt19937 random(3);
        std::vector<GrayImage> lines;
        for (const int width : widths) {
            lines.emplace_back(width, height);
            for (auto& pixel : lines.back().pixels)
                pixel = static_cast<std::uint8_t>(random() % 256);
        }
        return lines;
    }

private:
    test::TemporaryFolder m_folder;
};

} // namespace

TEST_F(RecognizerTest, ALineReadsTheSameAloneAndInABatchWithWiderOnes)
{
    Options options;
    options.decoder = Decoder::Beam;
    const auto recognizer = open(options);
    const auto lines = noiseLines({64, 200, 333, 90, 500, 81}, recognizer->lineHeightPx());
    const auto together = recognizer->read(lines).value();
    ASSERT_EQ(together.size(), lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto alone = recognizer->read({&lines[i], 1}).value();
        EXPECT_EQ(alone[0].text, together[i].text) << i;
        EXPECT_NEAR(alone[0].confidence, together[i].confidence, 0.02) << i;
    }
}

TEST_F(RecognizerTest, BeamGivesNBestWhoseFirstIsTheReading)
{
    Options options;
    options.decoder = Decoder::Beam;
    options.alternatives = 3;
    const auto recognizer = open(options);
    const auto readings = recognizer->read(noiseLines({240}, recognizer->lineHeightPx())).value();
    ASSERT_EQ(readings[0].alternatives.size(), 3u);
    EXPECT_EQ(readings[0].alternatives[0].text, readings[0].text);
    EXPECT_GE(readings[0].alternatives[0].logProbability, readings[0].alternatives[1].logProbability);
}

TEST_F(RecognizerTest, ALanguageModelChangesWhatTheBeamReadsOnly)
{
    const test::TemporaryFolder folder;
    const std::vector<language::WeightedText> texts{{{U"abcd abcd", U"dcba abcd abcd"}}};
    std::ofstream(folder / "test.lm", std::ios::binary) << language::buildModel(texts, {.order = 3}).value();
    const auto textsOf = [&](Decoder decoder, const std::filesystem::path& languageModel) {
        Options options;
        options.decoder = decoder;
        options.language = {languageModel, 3.0, 1.0};
        const auto recognizer = open(options);
        std::vector<std::string> read;
        const auto readings = recognizer->read(noiseLines({160, 240, 333}, recognizer->lineHeightPx())).value();
        for (const LineReading& reading : readings)
            read.push_back(reading.text);
        return read;
    };
    EXPECT_EQ(textsOf(Decoder::Greedy, folder / "test.lm"), textsOf(Decoder::Greedy, {}));
    EXPECT_NE(textsOf(Decoder::Beam, folder / "test.lm"), textsOf(Decoder::Beam, {}));
}

TEST_F(RecognizerTest, ADamagedLanguageModelIsRefused)
{
    const test::TemporaryFolder folder;
    std::ofstream(folder / "bad.lm") << "no model";
    Options options;
    options.decoder = Decoder::Beam;
    options.language.model = folder / "bad.lm";
    EXPECT_EQ(Recognizer::open(model(), options).error().code, ErrorCode::Unsupported);
}

TEST_F(RecognizerTest, ItsCalibrationMakesWordsMoreOrLessSure)
{
    const auto confidenceOf = [&](std::optional<nn::Calibration> calibration) {
        Options options;
        options.calibration = calibration;
        const auto recognizer = open(options);
        return recognizer->read(noiseLines({240}, recognizer->lineHeightPx())).value()[0].words.at(0).confidence;
    };
    const nn::Calibration sure{1, {50, 1}, {50, 1}}, unsure{1, {0.01, 1}, {0.01, 1}};
    EXPECT_GT(confidenceOf(sure), confidenceOf(std::nullopt));
    EXPECT_LT(confidenceOf(unsure), confidenceOf(std::nullopt));
    const double before = confidenceOf(std::nullopt);
    ASSERT_TRUE(storeCalibration(model(), sure).ok());
    EXPECT_GT(confidenceOf(std::nullopt), before);
}

TEST_F(RecognizerTest, GreedyOrBeamTheReadingSaysHowLikelyItIs)
{
    for (const Decoder decoder : {Decoder::Greedy, Decoder::Beam}) {
        Options options;
        options.decoder = decoder;
        const auto recognizer = open(options);
        const auto lines = noiseLines({240}, recognizer->lineHeightPx());
        const auto reading = recognizer->read(lines).value()[0];
        const std::vector<std::string> text{reading.text};
        EXPECT_LT(reading.alternatives[0].logProbability, 0);
        EXPECT_LE(reading.alternatives[0].logProbability, recognizer->score(lines, text).value()[0] + 1e-3)
            << "of some of the paths that all of them make up";
    }
}

TEST_F(RecognizerTest, RefusesALineOfTheWrongHeight)
{
    const auto recognizer = open({});
    const std::vector<GrayImage> lines{GrayImage(50, recognizer->lineHeightPx() + 1)};
    EXPECT_EQ(recognizer->read(lines).error().code, ErrorCode::InvalidInput);
}

TEST_F(RecognizerTest, StopsWhenAsked)
{
    const auto recognizer = open({});
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(recognizer->read(noiseLines({50}, recognizer->lineHeightPx()), stop.get_token()).error().code, ErrorCode::Stopped);
}

TEST_F(RecognizerTest, ReportsProgressUpToTheLastLine)
{
    const auto recognizer = open({});
    int last = 0;
    ASSERT_TRUE(recognizer->read(noiseLines({50, 60, 70}, recognizer->lineHeightPx()), {}, [&](int done, int total) {
        EXPECT_EQ(total, 3);
        last = std::max(last, done);
    }).ok());
    EXPECT_EQ(last, 3);
}

TEST_F(RecognizerTest, NoLinesNoReadings)
{
    EXPECT_TRUE(open({})->read({}).value().empty());
}

TEST_F(RecognizerTest, AMissingModelIsNamed)
{
    const auto result = Recognizer::open("/nowhere/model.safetensors");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::NotFound);
    EXPECT_THAT(result.error().detail, testing::HasSubstr("/nowhere/model.safetensors"));
}

TEST_F(RecognizerTest, ReadingOnKeepsTheBeginningEvenWithCharactersTheModelLacks)
{
    Options options;
    options.decoder = Decoder::Beam;
    const auto recognizer = open(options);
    const auto lines = noiseLines({300, 300, 8}, recognizer->lineHeightPx());
    const std::vector<std::string> beginnings{"bad \xc3\xa9gg ", "", "abcdefgh abcdefgh abcdefgh"};
    const auto readings = recognizer->readOn(lines, beginnings).value();
    EXPECT_THAT(readings[0].text, testing::StartsWith(beginnings[0]));
    EXPECT_EQ(readings[1].text, recognizer->read({&lines[1], 1}).value()[0].text);
    EXPECT_EQ(readings[2].text, "") << "it does not fit into eight columns";
    EXPECT_EQ(recognizer->readOn(lines, {}).error().code, ErrorCode::InvalidInput);
}

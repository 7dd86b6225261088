#include "longhand/nn/model_file.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "longhand/nn/safetensors.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::nn;
using testing::HasSubstr;

namespace
{

class ModelFileTest : public testing::Test
{
protected:
    void SetUp() override
    {
        torch::manual_seed(4);
        m_info.name = "test hand";
        m_info.license = "CC BY 4.0";
        m_info.alphabet = text::Alphabet::fromCharacters(U" abé").value();
        m_info.architecture = Architecture::tiny();
        m_info.historyJson = R"([{"steps":7}])";
        m_network = LineNetwork(m_info.architecture, m_info.alphabet.classCount());
        m_network->eval();
        ASSERT_TRUE(writeModel(path(), m_info, *m_network).ok());
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder / "model.safetensors"; }

    /// Changes the stored content and writes it back.
    template <class Change>
    void tamper(const Change& change)
    {
        auto content = readSafetensors(path()).value();
        auto header = nlohmann::json::parse(content.metadata.at("longhand"));
        change(content, header);
        if (content.metadata.contains("longhand"))
            content.metadata["longhand"] = header.dump();
        ASSERT_TRUE(writeSafetensors(path(), content).ok());
    }

    test::TemporaryFolder m_folder;
    ModelInfo m_info;
    LineNetwork m_network{nullptr};
};

} // namespace

TEST_F(ModelFileTest, ReadsWhatWasWritten)
{
    const auto model = readModel(path()).value();
    EXPECT_EQ(model.info.name, "test hand");
    EXPECT_EQ(model.info.alphabet.characters(), U" abé");
    EXPECT_EQ(model.info.architecture, m_info.architecture);
    EXPECT_EQ(model.info.historyJson, m_info.historyJson);
    const torch::NoGradGuard noGrad;
    const auto ink = torch::rand({1, 1, 32, 80});
    auto network = model.network;
    const auto difference =
        (network->forward(ink, {80}).logits - m_network->forward(ink, {80}).logits).abs().max().item<double>();
    EXPECT_LT(difference, 5e-3); // half precision
    EXPECT_EQ(readModelInfo(path())->name, "test hand");
}

TEST_F(ModelFileTest, TheCalibrationIsReplacedAndNothingElse)
{
    EXPECT_EQ(readModelInfo(path())->calibration, Calibration{});
    const Calibration calibration{1.3, {0.6, 1.1}, {2.5, 0.9, 0.7, 0.3}};
    const auto before = readSafetensors(path()).value();
    ASSERT_TRUE(writeCalibration(path(), calibration).ok());
    const auto model = readModel(path()).value();
    EXPECT_EQ(model.info.calibration, calibration);
    EXPECT_EQ(model.info.name, "test hand");
    EXPECT_EQ(model.info.historyJson, m_info.historyJson);
    const auto after = readSafetensors(path()).value();
    ASSERT_EQ(after.tensors.size(), before.tensors.size());
    for (const auto& [key, tensor] : before.tensors)
        EXPECT_TRUE(torch::equal(tensor, after.tensors.at(key))) << key;

    // Training goes on from such a model and writes it again.
    m_info.calibration = calibration;
    ASSERT_TRUE(writeModel(path(), m_info, *m_network).ok());
    EXPECT_EQ(readModelInfo(path())->calibration, calibration);
}

TEST_F(ModelFileTest, ACalibrationOutOfRangeIsDamage)
{
    EXPECT_EQ(writeCalibration(path(), {0, {}, {}}).error().code, ErrorCode::Damaged);
    for (const nlohmann::json& bad :
         {nlohmann::json{{"temperature", -1}}, nlohmann::json{{"temperature", "hot"}},
          nlohmann::json{{"words", {{"half", 0}}}}, nlohmann::json{{"words", {{"slope", 1e9}}}},
          nlohmann::json{{"words", {{"line_slope", -1}}}}, nlohmann::json{{"words", {{"rival_slope", 2e3}}}}}) {
        ASSERT_TRUE(writeModel(path(), m_info, *m_network).ok());
        tamper([&](auto&, auto& header) { header["calibration"] = bad; });
        EXPECT_EQ(readModel(path()).error().code, ErrorCode::Damaged) << bad;
    }
}

TEST_F(ModelFileTest, ANewerFormatIsRefusedWithTheRemedy)
{
    tamper([](auto&, auto& header) { header["format_version"] = kModelFormatVersion + 1; });
    const auto result = readModel(path());
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(result.error().detail, HasSubstr("Update Longhand"));
    EXPECT_EQ(readModelInfo(path()).error().code, ErrorCode::Unsupported);
}

TEST_F(ModelFileTest, ModelsOfBeforeTheWrittenRowsAreReadAndUnknownInputsAreRefused)
{
    tamper([](auto&, auto& header) { header["normalization"] = "height-scaled, contrast-stretched, ink 1, paper 0"; });
    EXPECT_TRUE(readModel(path()).ok());
    tamper([](auto&, auto& header) { header["normalization"] = "in colour"; });
    EXPECT_THAT(readModel(path()).error().detail, HasSubstr("Update Longhand"));
}

TEST_F(ModelFileTest, AnotherSafetensorsFileIsNotAModel)
{
    tamper([](auto& content, auto&) { content.metadata.erase("longhand"); });
    EXPECT_EQ(readModel(path()).error().code, ErrorCode::Unsupported);
}

TEST_F(ModelFileTest, AMissingWeightIsDamage)
{
    tamper([](auto& content, auto&) { content.tensors.erase("head.bias"); });
    const auto result = readModel(path());
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::Damaged);
    EXPECT_THAT(result.error().detail, HasSubstr("head.bias"));
}

TEST_F(ModelFileTest, AWeightOfAnotherShapeIsDamage)
{
    tamper([](auto& content, auto&) { content.tensors["head.bias"] = torch::zeros({3}); });
    EXPECT_EQ(readModel(path()).error().code, ErrorCode::Damaged);
}

TEST_F(ModelFileTest, AWeightThatIsNotANumberIsDamage)
{
    tamper([](auto& content, auto&) { content.tensors["head.bias"][0] = std::nan(""); });
    EXPECT_EQ(readModel(path()).error().code, ErrorCode::Damaged);
}

TEST_F(ModelFileTest, ANetworkFarLargerThanItsWeightsIsNotBuilt)
{
    tamper([](auto&, auto& header) {
        header["architecture"]["lstm_hidden"] = 4096;
        header["architecture"]["lstm_layers"] = 8;
    });
    EXPECT_EQ(readModel(path()).error().code, ErrorCode::Damaged);
}

TEST_F(ModelFileTest, MistypedDescriptionsAreDamage)
{
    for (const auto& [key, bad] : std::vector<std::pair<std::string, nlohmann::json>>{
             {"name", 5}, {"alphabet", ""}, {"alphabet", "aa"}, {"architecture", "big"}, {"format_version", "one"}}) {
        ASSERT_TRUE(writeModel(path(), m_info, *m_network).ok());
        tamper([&, k = key, b = bad](auto&, auto& header) { header[k] = b; });
        EXPECT_FALSE(readModel(path()).ok()) << key;
        EXPECT_FALSE(readModelInfo(path()).ok()) << key;
    }
}

TEST_F(ModelFileTest, DescribesItselfAsJson)
{
    const auto json = nlohmann::json::parse(describeModelFile(path()).value());
    EXPECT_EQ(json["license"], "CC BY 4.0");
    EXPECT_EQ(json["alphabet"], " abé");
}

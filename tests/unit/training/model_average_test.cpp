#include "longhand/training/model_average.h"

#include <array>

#include <gmock/gmock.h>

#include "longhand/nn/model_file.h"
#include "longhand/training/trainer.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::training;
using testing::HasSubstr;

TEST(ModelAverageTest, LiesInTheMiddleOfItsModels)
{
    const test::TemporaryFolder folder;
    const std::array models{folder / "a.safetensors", folder / "b.safetensors", folder / "c.safetensors"};
    for (std::size_t i = 0; i < models.size(); ++i)
        ASSERT_TRUE(writeUntrainedModel(models[i], "tiny", " abc", i + 1));
    auto measured = *nn::readModel(models[0]);
    measured.info.errorRatesJson = R"({"validation":{"own":{"cer":0.1}}})";
    ASSERT_TRUE(nn::writeModel(models[0], measured.info, *measured.network));
    const auto out = folder / "mean.safetensors";
    ASSERT_TRUE(averageModels(models, out));

    const auto mean = nn::readModel(out);
    ASSERT_TRUE(mean);
    EXPECT_EQ(mean->info.errorRatesJson, "{}") << "rates of one of them are none of the mean";
    std::vector<nn::LoadedModel> parts;
    for (const auto& path : models)
        parts.push_back(*nn::readModel(path));
    for (std::size_t p = 0; p < mean->network->parameters().size(); ++p) {
        auto expected = torch::zeros_like(mean->network->parameters()[p]);
        for (auto& part : parts)
            expected += part.network->parameters()[p] / 3;
        EXPECT_TRUE(torch::allclose(mean->network->parameters()[p], expected, 1e-2, 1e-3))
            << "half precision, part " << p;
    }
}

TEST(ModelAverageTest, RefusesModelsThatDoNotFitTogether)
{
    const test::TemporaryFolder folder;
    const std::array models{folder / "a.safetensors", folder / "b.safetensors"};
    ASSERT_TRUE(writeUntrainedModel(models[0], "tiny", " abc", 1));
    ASSERT_TRUE(writeUntrainedModel(models[1], "tiny", " abcd", 1));
    const auto averaged = averageModels(models, folder / "mean.safetensors");
    ASSERT_FALSE(averaged);
    EXPECT_THAT(averaged.error().detail, HasSubstr("b.safetensors"));
    EXPECT_FALSE(averageModels(std::span(models).first(1), folder / "mean.safetensors"));
    EXPECT_FALSE(std::filesystem::exists(folder / "mean.safetensors"));
}

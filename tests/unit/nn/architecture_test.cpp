#include "longhand/nn/architecture.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using namespace longhand;
using longhand::nn::Architecture;

TEST(Architecture, SurvivesJson)
{
    Architecture stretched = Architecture::standard();
    stretched.stretch = 1.3;
    for (const Architecture& a : {Architecture::standard(), Architecture::tiny(), stretched})
        EXPECT_EQ(Architecture::fromJson(a.toJson()).value(), a);
}

TEST(Architecture, FramesLieOverTheLineAsItComesHoweverFarItIsStretched)
{
    Architecture a = Architecture::standard();
    for (const double stretch : {0.7, 1.0, 1.3, 2.0}) {
        a.stretch = stretch;
        EXPECT_DOUBLE_EQ(a.frameStride(), 4 / stretch);
        EXPECT_NEAR(a.frames(1000) * a.frameStride(), 1000, 2 * a.frameStride());
    }
}

TEST(Architecture, NetworksOfEarlierVersionsDoNotStretchTheirLines)
{
    auto json = nlohmann::json::parse(Architecture::tiny().toJson());
    json.erase("stretch");
    EXPECT_EQ(Architecture::fromJson(json.dump()).value().stretch, 1);
    for (const nlohmann::json& bad :
         {nlohmann::json(0), nlohmann::json(-1), nlohmann::json(1e9), nlohmann::json("wide")}) {
        json["stretch"] = bad;
        EXPECT_FALSE(Architecture::fromJson(json.dump()).ok()) << bad;
    }
}

TEST(Architecture, RefusesSizesThatAreMissingMistypedOrAbsurd)
{
    const auto good = nlohmann::json::parse(Architecture::tiny().toJson());
    for (const auto& [key, bad] : std::vector<std::pair<std::string, nlohmann::json>>{
             {"input_height", 0},
             {"input_height", 1e9},
             {"lstm_hidden", "many"},
             {"lstm_hidden", 2000000000},
             {"lstm_layers", 2.5},
             {"stem_channels", -1},
             {"stages", nlohmann::json::array()},
             {"stages", {{{"channels", 8}, {"blocks", 1}, {"stride", {1}}}}},
             {"stages", {{{"channels", 8}, {"blocks", 99}, {"stride", {1, 1}}}}},
             {"kind", "transformer"}}) {
        auto json = good;
        json[key] = bad;
        EXPECT_FALSE(Architecture::fromJson(json.dump()).ok()) << key << ' ' << bad;
        json.erase(key);
        EXPECT_FALSE(Architecture::fromJson(json.dump()).ok()) << "without " << key;
    }
    EXPECT_FALSE(Architecture::fromJson("not json").ok());
    EXPECT_TRUE(Architecture::fromJson(good.dump()).ok());
}

#include "training/augmentation.h"

#include <gmock/gmock.h>

using namespace longhand::training;

namespace
{

torch::Tensor lineWithBar(int64_t width)
{
    auto line = torch::full({32, width}, 255, torch::kByte);
    line.narrow(0, 10, 12).narrow(1, width / 2 - 2, 4).fill_(0);
    return line;
}

TEST(Augmentation, IsScaledByName)
{
    const Augmentation usual;
    const auto changed = scaled(usual, {{"all", 0.5}, {"blur", 0.0}, {"shear", 2.0}});
    ASSERT_TRUE(changed);
    EXPECT_DOUBLE_EQ(changed->noise, usual.noise / 2);
    EXPECT_DOUBLE_EQ(changed->blurChance, 0);
    EXPECT_DOUBLE_EQ(changed->shearDeg, usual.shearDeg * 2);

    const auto unknown = scaled(usual, {{"rotation", 1.0}});
    ASSERT_FALSE(unknown);
    EXPECT_NE(unknown.error().detail.find("'rotation'"), std::string::npos);
    EXPECT_NE(unknown.error().detail.find("show-through"), std::string::npos);
}

} // namespace

TEST(InkBatch, WithoutAugmentationInkIsOneAndPaperZeroInTheMiddleOfThePadding)
{
    std::mt19937_64 random(1);
    const InkBatch batch = makeInkBatch({lineWithBar(40), lineWithBar(60)}, 8, nullptr, random);
    EXPECT_EQ(batch.ink.sizes(), (torch::IntArrayRef{2, 1, 32, 76}));
    EXPECT_THAT(batch.widths, testing::ElementsAre(56, 76));
    EXPECT_FLOAT_EQ(batch.ink[0][0][15][8 + 20].item<float>(), 1.0f);
    EXPECT_FLOAT_EQ(batch.ink[0][0][15][2].item<float>(), 0.0f);
    EXPECT_FLOAT_EQ(batch.ink[0].narrow(2, 56, 20).abs().max().item<float>(), 0.0f);
}

TEST(InkBatch, AugmentationIsReproducibleAndBounded)
{
    const Augmentation augmentation;
    std::mt19937_64 a(9), b(9), c(10);
    const std::vector<torch::Tensor> lines{lineWithBar(80), lineWithBar(120)};
    const InkBatch first = makeInkBatch(lines, 8, &augmentation, a);
    EXPECT_TRUE(torch::equal(first.ink, makeInkBatch(lines, 8, &augmentation, b).ink));
    const InkBatch other = makeInkBatch(lines, 8, &augmentation, c);
    EXPECT_FALSE(first.ink.sizes() == other.ink.sizes() && torch::equal(first.ink, other.ink));
    EXPECT_TRUE(torch::isfinite(first.ink).all().item<bool>());
    for (std::size_t n = 0; n < lines.size(); ++n) {
        const auto width = static_cast<double>(lines[n].size(1));
        EXPECT_NEAR(static_cast<double>(first.widths[n] - 16), width, width * augmentation.widthScale + 1);
    }
}

TEST(InkBatch, AugmentedInkStaysWhereTheScaleSaysItIs)
{
    Augmentation onlyScale = scaled({}, 0);
    onlyScale.widthScale = 0.2;
    std::mt19937_64 random(3);
    const InkBatch batch = makeInkBatch({lineWithBar(100)}, 8, &onlyScale, random);
    const auto columns = batch.ink[0][0].sum(0);
    const double centre =
        (columns * torch::arange(columns.size(0), torch::kFloat)).sum().item<double>() / columns.sum().item<double>();
    const double scale = static_cast<double>(batch.widths[0] - 16) / 100;
    EXPECT_NEAR(centre, 8 + 50 * scale, 1.5);
}

TEST(InkBatch, ElasticDistortionBendsALineButKeepsItsInkWhereItIs)
{
    Augmentation elastic = scaled({}, 0);
    elastic.letterElastic = 0.1;
    elastic.strokeElastic = 0.02;
    auto comb = torch::full({48, 400}, 255, torch::kByte);
    for (int64_t x = 20; x < 380; x += 20)
        comb.narrow(0, 12, 24).narrow(1, x, 3).fill_(0);
    std::mt19937_64 random(5);
    const auto straight = makeInkBatch({comb}, 8, nullptr, random).ink[0][0];
    const auto batch = makeInkBatch({comb}, 8, &elastic, random);
    ASSERT_EQ(batch.widths[0], straight.size(1));
    const auto bent = batch.ink[0][0].narrow(1, 0, batch.widths[0]);
    EXPECT_GT((bent - straight).abs().max().item<double>(), 0.5) << "bars stand somewhere else";
    EXPECT_NEAR(bent.sum().item<double>(), straight.sum().item<double>(), 0.1 * straight.sum().item<double>());
    // Ink never moves farther than a few standard deviations, so beyond that from a bar there is none.
    const auto rows = bent.sum(1);
    EXPECT_LT(rows[1].item<double>() + rows[46].item<double>(), 0.01 * rows.sum().item<double>());
}

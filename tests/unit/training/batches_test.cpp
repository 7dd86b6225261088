#include "training/batches.h"

#include <gmock/gmock.h>

using namespace longhand::training;

namespace
{

struct Lines {
    std::vector<PackItem> items;
    std::vector<Sample> samples;

    explicit Lines(int count)
    {
        for (int i = 0; i < count; ++i) {
            PackItem item;
            item.set = i % 2 == 0 ? "even" : "odd";
            item.widthPx = 50 + i * 37 % 400;
            items.push_back(item);
        }
        for (const PackItem& item : items)
            samples.push_back({nullptr, &item, {1}});
    }
};

} // namespace

TEST(BatchSampler, ABatchDependsOnSeedAndIndexAlone)
{
    const Lines lines(60);
    BatchSampler straight(lines.samples, {}, 1000, 8, 5), jumping(lines.samples, {}, 1000, 8, 5),
        other(lines.samples, {}, 1000, 8, 6);
    std::vector<std::vector<std::size_t>> batches;
    for (int i = 0; i < 150; ++i)
        batches.push_back(straight.batch(i));
    EXPECT_EQ(jumping.batch(149), batches[149]);
    EXPECT_EQ(jumping.batch(3), batches[3]);
    EXPECT_NE(other.batch(3), batches[3]);
}

TEST(BatchSampler, KeepsToTheColumnAndLineLimits)
{
    const Lines lines(60);
    BatchSampler sampler(lines.samples, {}, 1000, 8, 5);
    for (int i = 0; i < 200; ++i) {
        const auto batch = sampler.batch(i);
        ASSERT_FALSE(batch.empty());
        EXPECT_LE(batch.size(), 8u);
        int widest = 0;
        for (const auto line : batch)
            widest = std::max(widest, lines.items[line].widthPx);
        if (batch.size() > 1) {
            EXPECT_LE(widest * static_cast<int>(batch.size()), 1000);
        }
    }
}

TEST(BatchSampler, DrawsSetsAsOftenAsTheirWeights)
{
    const Lines lines(60);
    BatchSampler sampler(lines.samples, {{"odd", 3.0}}, 1000, 8, 5);
    double odd = 0, all = 0;
    for (int i = 0; i < 1000; ++i)
        for (const auto line : sampler.batch(i)) {
            odd += lines.items[line].set == "odd" ? 1 : 0;
            all += 1;
        }
    EXPECT_NEAR(odd / all, 0.75, 0.03);
}

#include "app/rows_to_learn.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>

using namespace longhand::app;
using testing::ElementsAreArray;
using testing::UnorderedElementsAreArray;

namespace
{

std::vector<LinesTableRow> diary()
{
    std::vector<LinesTableRow> rows{{{}, "test", {}, {}, "another page"}};
    for (int i = 0; i < 50; ++i)
        rows.push_back({{}, i % 10 == 9 ? "val" : "train", {}, {}, "line " + std::to_string(i)});
    return rows;
}

std::vector<std::string> textsOfTraining()
{
    std::vector<std::string> texts;
    for (const LinesTableRow& row : diary())
        if (row.split == "train")
            texts.push_back(row.text);
    return texts;
}

std::vector<std::string> drawn(LineOrder order, std::uint64_t seed)
{
    std::vector<std::string> texts;
    for (const LinesTableRow& row : rowsToLearn(diary(), order, seed))
        texts.push_back(row.text);
    return texts;
}

} // namespace

TEST(RowsToLearn, AreTheTrainingLinesShuffledBySeed)
{
    EXPECT_THAT(drawn(LineOrder::Random, 1), UnorderedElementsAreArray(textsOfTraining()));
    EXPECT_EQ(drawn(LineOrder::Random, 1), drawn(LineOrder::Random, 1));
    EXPECT_NE(drawn(LineOrder::Random, 1), drawn(LineOrder::Random, 2));
    EXPECT_NE(drawn(LineOrder::Random, 1), textsOfTraining());
}

// They were shuffled once, so that "from everywhere" meant nothing and the order's figures were of another order.
TEST(RowsToLearn, StayAsTheyWereWrittenWhereLinesAreChosenFromEverywhere)
{
    std::set<std::string> first;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        auto texts = drawn(LineOrder::Teaching, seed);
        first.insert(texts.front());
        std::rotate(texts.begin(), std::find(texts.begin(), texts.end(), "line 0"), texts.end());
        EXPECT_THAT(texts, ElementsAreArray(textsOfTraining()));
    }
    EXPECT_GT(first.size(), 1u);
    EXPECT_TRUE(rowsToLearn({}, LineOrder::Teaching, 1).empty());
}

#include "longhand/app/teaching_order.h"

#include <set>

#include <gmock/gmock.h>

using namespace longhand::app;
using testing::ElementsAre;

namespace
{

ReadCharacters line(const std::string& letters, double confidence)
{
    ReadCharacters characters;
    for (const char letter : letters)
        characters.push_back({std::string(1, letter), confidence});
    return characters;
}

} // namespace

TEST(TeachingOrder, BeginsWithWhatIsLeastCertain)
{
    const std::vector<ReadCharacters> lines = {line("abc", 0.99), line("abc", 0.2), line("abc", 0.7)};
    EXPECT_THAT(teachingOrder(lines, 3), ElementsAre(1, 2, 0));
    EXPECT_THAT(teachingOrder(lines, 1), ElementsAre(1));
}

TEST(TeachingOrder, PrefersWhatItHasNotSeenYet)
{
    // The third is a little surer than the second, but of other letters.
    const std::vector<ReadCharacters> lines = {line("ab", 0.2), line("ab", 0.3), line("xy", 0.4)};
    EXPECT_THAT(teachingOrder(lines, 3), ElementsAre(0, 2, 1));
}

TEST(TeachingOrder, TakesLinesFromEverywhereNotOnlyFromTheWorstPage)
{
    std::vector<ReadCharacters> lines;
    for (int i = 0; i < 100; ++i)
        lines.push_back(line("abcdefgh", i < 25 ? 0.1 : 0.9));
    const auto order = teachingOrder(lines, 8);
    std::vector<int> ofQuarter(4, 0);
    for (const std::size_t l : order)
        ++ofQuarter[l / 25];
    EXPECT_THAT(ofQuarter, testing::Each(testing::AllOf(testing::Ge(1), testing::Le(3))));

    lines[60] = line("abcdefgh", 0.2); // near five eighths, nothing else is as unsure
    EXPECT_THAT(teachingOrder(lines, 8), testing::Contains(60));
}

TEST(TeachingOrder, PutsEmptyLinesLastAndEveryLineOnce)
{
    std::vector<ReadCharacters> lines = {{}, line("a", 0.5), {}};
    for (int i = 0; i < 60; ++i)
        lines.push_back(line(std::string(1, static_cast<char>('a' + i % 26)) + "z", 0.5 + 0.008 * i));
    const auto order = teachingOrder(lines, lines.size());
    EXPECT_EQ(std::set<std::size_t>(order.begin(), order.end()).size(), lines.size());
    EXPECT_THAT(std::set<std::size_t>({order.end()[-1], order.end()[-2]}), ElementsAre(0, 2));
}

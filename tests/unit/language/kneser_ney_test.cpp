#include <cmath>
#include <map>
#include <set>

#include <gmock/gmock.h>

#include "sample_text.h"

using namespace longhand;
using namespace longhand::language;

namespace
{

/// Interpolated modified Kneser-Ney, straight from its definition: slow, and nothing is stored.
class Definition
{
public:
    Definition(const std::vector<std::u32string>& lines, int order) : m_order(order), m_counts(order + 1)
    {
        // '^' stands as often before a line as the longest n-gram reaches.
        for (const std::u32string& line : lines) {
            const std::u32string padded = std::u32string(order, U'^') + U' ' + line + U' ';
            for (std::size_t end = order + 2; end <= padded.size(); ++end) {
                const std::u32string_view seen = std::u32string_view(padded).substr(0, end);
                m_alphabet.insert(seen.back());
                ++m_counts[order][std::u32string(seen.substr(end - order))];
            }
        }
        for (int k = order - 1; k > 0; --k)
            for (const auto& [ngram, count] : m_counts[k + 1])
                ++m_counts[k][ngram.substr(1)];
        for (auto& counts : m_counts)
            std::erase_if(counts, [](const auto& item) { return item.first.starts_with(U'^'); });
    }

    [[nodiscard]] const std::set<char32_t>& alphabet() const { return m_alphabet; }

    [[nodiscard]] double probability(const std::u32string& context, char32_t c) const
    {
        double sum = 0, discounted = 0;
        for (const char32_t other : withUnknown()) {
            sum += count(context + other);
            discounted += discount(context + other);
        }
        const double lower =
            context.empty() ? 1.0 / static_cast<double>(m_alphabet.size() + 1) : probability(context.substr(1), c);
        if (sum == 0)
            return lower;
        return (count(context + c) - discount(context + c)) / sum + discounted / sum * lower;
    }

private:
    [[nodiscard]] std::u32string withUnknown() const { return {m_alphabet.begin(), m_alphabet.end()}; }
    [[nodiscard]] double count(const std::u32string& ngram) const
    {
        const auto& counts = m_counts[ngram.size()];
        const auto found = counts.find(ngram);
        return found == counts.end() ? 0 : found->second;
    }
    [[nodiscard]] double discount(const std::u32string& ngram) const
    {
        const int times = static_cast<int>(count(ngram));
        if (times == 0)
            return 0;
        std::vector<double> n(5);
        for (const auto& [other, seen] : m_counts[ngram.size()])
            if (seen < 5)
                ++n[seen];
        const int i = std::min(times, 3);
        const double y = n[1] / (n[1] + 2 * n[2]);
        const double result = i - (i + 1) * y * n[i + 1] / n[i];
        const bool usable = n[1] > 0 && n[2] > 0 && n[i] > 0 && result > 0 && result <= i;
        return usable ? result : i / 2.0;
    }

    int m_order;
    std::vector<std::map<std::u32string, int>> m_counts;
    std::set<char32_t> m_alphabet;
};

LanguageModel::State stateAfter(const LanguageModel& model, std::u32string_view line)
{
    auto state = model.start();
    for (const char32_t c : line)
        state = model.next(state, model.symbolOf(c));
    return state;
}

double sumOverAlphabet(const LanguageModel& model, const LanguageModel::State& state)
{
    double sum = 0;
    for (std::size_t symbol = 0; symbol <= model.characters().size(); ++symbol)
        sum += std::exp(model.logProbability(state, static_cast<LanguageModel::Symbol>(symbol)));
    return sum;
}

} // namespace

TEST(KneserNey, AgreesWithItsDefinition)
{
    const std::vector<std::u32string> lines{U"abracadabra", U"a cab", U"bad crab", U"drab abba", U"carra"};
    for (const int order : {2, 3, 4}) {
        const LanguageModel model = test::buildModel({{lines}}, {.order = order});
        const Definition expected(lines, order);
        for (const std::u32string line : {U"abra", U"cab b", U"dddd", U"r", U"a cra"}) {
            const std::u32string before = U' ' + line;
            const std::u32string context =
                before.substr(before.size() - std::min<std::size_t>(before.size(), order - 1));
            const auto state = stateAfter(model, line);
            for (const char32_t c : expected.alphabet())
                EXPECT_NEAR(std::exp(model.logProbability(state, model.symbolOf(c))), expected.probability(context, c),
                            1e-5)
                    << "order " << order;
        }
    }
}

TEST(KneserNey, ProbabilitiesSumToOne)
{
    const LanguageModel model = test::buildModel({{test::madeUpLines(200)}}, {.order = 5});
    for (const std::u32string_view line : {U"", U"the", U"three tea", U"xyz", U"tttttttt", U"heat the"})
        EXPECT_NEAR(sumOverAlphabet(model, stateAfter(model, line)), 1.0, 0.02);
}

TEST(KneserNey, EveryOrderUpToTheLongestIsBuilt)
{
    for (int order = 2; order <= kMaxOrder; ++order) {
        const LanguageModel model = test::buildModel({{test::madeUpLines(100)}}, {.order = order});
        EXPECT_EQ(model.order(), order);
        EXPECT_EQ(model.ngramCounts().size(), static_cast<std::size_t>(order));
    }
    for (const int order : {-1, 0, 1, kMaxOrder + 1})
        EXPECT_EQ(language::buildModel(std::vector<WeightedText>{{{U"text"}}}, {.order = order}).error().code,
                  ErrorCode::InvalidInput);
}

TEST(KneserNey, ALongerContextTellsMore)
{
    const auto lines = test::madeUpLines(300);
    double before = -1e9;
    for (const int order : {2, 3, 5}) {
        const LanguageModel model = test::buildModel({{lines}}, {.order = order});
        double now = 0;
        for (const std::u32string& line : lines)
            now += model.logProbability(line);
        EXPECT_GT(now, before);
        before = now;
    }
}

TEST(KneserNey, AnUnknownCharacterIsUnlikelyButNotImpossible)
{
    const LanguageModel model = test::buildModel({{test::madeUpLines(200)}}, {.order = 5});
    const float unknown = model.logProbability(model.start(), model.symbolOf(U'ß'));
    EXPECT_EQ(model.symbolOf(U'ß'), 0);
    EXPECT_LT(unknown, model.logProbability(model.start(), model.symbolOf(U'm')));
    EXPECT_GT(unknown, -20);
    EXPECT_GT(model.logProbability(U"thß the"), -200);
}

TEST(KneserNey, AWeightShiftsTheBalanceBetweenTexts)
{
    const std::vector<std::u32string> first(20, U"xa xa xa"), second(20, U"xb xb xb");
    const auto share = [&](double weight) {
        const LanguageModel model = test::buildModel({{first, weight}, {second, 1}}, {.order = 3});
        const auto state = stateAfter(model, U"x");
        return std::exp(model.logProbability(state, model.symbolOf(U'a')) -
                        model.logProbability(state, model.symbolOf(U'b')));
    };
    EXPECT_NEAR(share(1), 1, 1e-3);
    EXPECT_NEAR(share(4), 4, 0.1);
    EXPECT_NEAR(share(0.5), 0.5, 0.05);
}

TEST(KneserNey, WhiteSpaceIsFoldedAndEmptyLinesAreSkipped)
{
    const LanguageModel model = test::buildModel({{{U"  a\tb ", U"", U"\u00A0"}}}, {.order = 3});
    EXPECT_EQ(model.characters(), U" ab");
    EXPECT_EQ(language::buildModel(std::vector<WeightedText>{{{U" \u00A0", U""}}}, {}).error().code,
              ErrorCode::InvalidInput);
    EXPECT_EQ(language::buildModel({}, {}).error().code, ErrorCode::InvalidInput);
}

TEST(KneserNey, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(language::buildModel(std::vector<WeightedText>{{{U"text"}}}, {}, stop.get_token()).error().code,
              ErrorCode::Stopped);
}

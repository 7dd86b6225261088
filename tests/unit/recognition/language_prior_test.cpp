#include "recognition/language_prior.h"

#include <string>

#include <gtest/gtest.h>

#include "longhand/language/build.h"

namespace longhand::recognition
{

namespace
{

class LanguagePriorTest : public testing::Test
{
protected:
    LanguagePriorTest()
        : m_model(language::LanguageModel::parse(modelBytes(), "test").value()), m_prior(m_model, m_characters)
    {
    }

    [[nodiscard]] double of(std::u32string_view text) const
    {
        double sum = 0;
        LanguagePrior::State state = m_prior.start();
        for (const char32_t c : text) {
            const auto label = static_cast<int>(m_characters.find(c)) + 1;
            sum += m_prior.logProbability(state, label);
            state = m_prior.next(state, label);
        }
        return sum;
    }

    const language::LanguageModel m_model;

private:
    static std::string modelBytes()
    {
        const std::vector<language::WeightedText> texts{
            {{U"the cat sat on the mat", U"The cat was here, and the rat too", U"was that the NATO hat?"}}};
        return language::buildModel(texts, {.order = 5}).value();
    }
    const std::u32string m_characters = U"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ,?";
    const LanguagePrior m_prior;
};

} // namespace

TEST_F(LanguagePriorTest, OfOrdinaryTextIsWhatTheModelSays)
{
    for (const std::u32string_view text : {U"the cat was here", U"The Cat, that Rat?", U"A cat"})
        EXPECT_NEAR(of(text), m_model.logProbability(text), 1e-4);
}

TEST_F(LanguagePriorTest, KnowsBlockCapitalsByTheirSmallLetters)
{
    EXPECT_GT(of(U"THE CAT SAT ON THE MAT"), m_model.logProbability(U"THE CAT SAT ON THE MAT") + 20);
    EXPECT_GT(of(U"THE CAT"), of(U"THE CXT") + 2) << "and tells words from others";
    EXPECT_GT(of(U"the cat sat"), of(U"THE CAT SAT")) << "which are rarer all the same";
}

TEST_F(LanguagePriorTest, OnceInCapitalsEveryWordCostsWhatItsSmallLettersDo)
{
    const double more = of(U"THE CAT SAT ON THE MAT") - of(U"THE CAT");
    const double small = of(U"the cat sat on the mat") - of(U"the cat");
    EXPECT_NEAR(more, small, 1e-4);
}

TEST_F(LanguagePriorTest, MixedCasesAreNoWayAround)
{
    EXPECT_GT(of(U"THE CAT"), of(U"THe CAT"));
    EXPECT_GT(of(U"THE CAT"), of(U"THE CAt"));
    EXPECT_GT(of(U"NATO hat"), of(U"NATo hat"));
    EXPECT_NEAR(of(U"NATO hat"), m_model.logProbability(U"NATO hat"), 1e-4)
        << "a word the model knows in capitals stays what it is";
}

} // namespace longhand::recognition

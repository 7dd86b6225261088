#include <set>

#include <gmock/gmock.h>

#include "longhand/text/unicode.h"
#include "synthesis/line_texts.h"

namespace longhand::synthesis
{

using testing::Contains;

TEST(PhraseGrammar, fillsRulesNumbersAndDigits)
{
    const PhraseGrammar grammar(U"start: {animal} {3-5} {##} {00-09}\nanimal: cat | cat | dog\n");
    Random random(1);
    std::set<std::u32string> animals;
    for (int i = 0; i < 200; ++i) {
        const std::u32string text = grammar.make(U"start", random);
        ASSERT_EQ(text.size(), 11U) << text::toUtf8(text);
        animals.insert(text.substr(0, 3));
        EXPECT_TRUE(text[4] >= U'3' && text[4] <= U'5');
        EXPECT_TRUE(text[6] >= U'1' && text[6] <= U'9');
        EXPECT_EQ(text[9], U'0');
    }
    EXPECT_EQ(animals, (std::set<std::u32string>{U"cat", U"dog"}));
}

TEST(PhraseGrammar, everyLanguagesRulesAreComplete)
{
    for (const char* language : {"en", "fr", "de"}) {
        const PhraseGrammar* grammar = phrasesOf(language);
        ASSERT_NE(grammar, nullptr);
        Random random(7);
        for (int i = 0; i < 3000; ++i) {
            const std::u32string text = grammar->make(U"note", random);
            EXPECT_FALSE(text::foldWhiteSpace(text).empty());
            EXPECT_EQ(text.find_first_of(U"{}|"), std::u32string::npos) << text::toUtf8(text);
        }
    }
    EXPECT_EQ(phrasesOf("xx"), nullptr);
}

TEST(LineTexts, cutsAtWords)
{
    const LineTexts texts("one two three four five six seven eight nine ten eleven twelve thirteen fourteen\n",
                          nullptr);
    const std::set<std::u32string> words = {U"one",    U"two",    U"three",    U"four",    U"five",
                                            U"six",    U"seven",  U"eight",    U"nine",    U"ten",
                                            U"eleven", U"twelve", U"thirteen", U"fourteen"};
    Random random(1);
    for (int i = 0; i < 300; ++i) {
        std::u32string text = texts.runningText(random) + U' ';
        EXPECT_LE(text.size(), 71U);
        for (std::size_t end = text.find(U' '); end != std::u32string::npos; end = text.find(U' ')) {
            EXPECT_THAT(words, Contains(text.substr(0, end)));
            text.erase(0, end + 1);
        }
    }
}

TEST(LineTexts, writesPlainQuotesAndDashes)
{
    const LineTexts texts("\xE2\x80\x9CIt\xE2\x80\x99s _so_--so\xE2\x80\x9D\n", nullptr);
    Random random(1);
    EXPECT_EQ(texts.runningText(random), U"\"It's so - so\"");
}

TEST(LineTexts, blockCapitalsAreAsPeoplePrintThem)
{
    EXPECT_EQ(inCapitals(U"Stra\u00DFe 7, \u00E9t\u00E9, \u0153uf, 3 \u00F7 1!"),
              U"STRASSE 7, \u00C9T\u00C9, \u0152UF, 3 \u00F7 1!");
}

TEST(LineTexts, linesWithoutAnythingToWriteAreNone)
{
    EXPECT_TRUE(LineTexts("", nullptr).empty());
    EXPECT_TRUE(LineTexts("\n\n  \n", nullptr).empty());
    EXPECT_TRUE(LineTexts("{\xE4\xB8\xAD}\n", nullptr).empty());
}

} // namespace longhand::synthesis

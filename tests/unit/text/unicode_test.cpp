#include "longhand/text/unicode.h"

#include <gtest/gtest.h>

using namespace longhand::text;

TEST(Unicode, RoundTripsEveryLengthOfSequence)
{
    const std::u32string text = U"aß€😀";
    EXPECT_EQ(toCodePoints(toUtf8(text)), text);
}

TEST(Unicode, IllFormedBytesBecomeReplacementCharacters)
{
    EXPECT_EQ(toCodePoints("a\xFFz"), U"a\uFFFDz");
    EXPECT_EQ(toCodePoints("\xC3"), U"\uFFFD");             // truncated
    EXPECT_EQ(toCodePoints("\xC0\xAF"), U"\uFFFD\uFFFD");   // overlong '/'
    EXPECT_EQ(toCodePoints("\xED\xA0\x80"), U"\uFFFD");     // surrogate
}

TEST(Unicode, FoldsNoBreakSpacesToo)
{
    EXPECT_EQ(foldWhiteSpace(U"\u00A0a \u202F b\n"), U"a b");
}

TEST(Unicode, LettersHaveACapitalAndASmallForm)
{
    const std::u32string small = U"az\u00E9\u00FC\u0153\u00FF", capitals = U"AZ\u00C9\u00DC\u0152\u0178";
    for (std::size_t i = 0; i < small.size(); ++i) {
        EXPECT_EQ(capitalLetter(small[i]), capitals[i]);
        EXPECT_EQ(smallLetter(capitals[i]), small[i]);
        EXPECT_EQ(smallLetter(small[i]), small[i]);
    }
    for (const char32_t c : U"1 \u00DF\u00D7\u00F7") {
        EXPECT_EQ(smallLetter(c), c);
        EXPECT_EQ(capitalLetter(c), c);
    }
}

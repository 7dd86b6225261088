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

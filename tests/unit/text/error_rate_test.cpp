#include "longhand/text/error_rate.h"

#include <gtest/gtest.h>

using longhand::text::editDistance;
using longhand::text::ErrorCounts;

TEST(EditDistance, CountsSubstitutionsInsertionsAndDeletions)
{
    EXPECT_EQ(editDistance(U"kitten", U"sitting"), 3u);
    EXPECT_EQ(editDistance(U"", U"abc"), 3u);
    EXPECT_EQ(editDistance(U"abc", U""), 3u);
    EXPECT_EQ(editDistance(U"flaw", U"lawn"), 2u);
}

TEST(ErrorCounts, CountsCodePointsNotBytes)
{
    ErrorCounts counts;
    counts.add("été", "ete");
    EXPECT_EQ(counts.charEdits, 2u);
    EXPECT_EQ(counts.chars, 3u);
}

TEST(ErrorCounts, IgnoringCaseOnlyOtherLettersCount)
{
    ErrorCounts counts;
    counts.add("décédé à Mexico", "DÉCEDÉ A Mexico");
    ErrorCounts more;
    more.add("b", "C");
    counts += more;
    EXPECT_EQ(counts.charEdits, 8u);
    EXPECT_EQ(counts.charEditsIgnoringCase, 3u) << "two accents and a letter";
    EXPECT_DOUBLE_EQ(counts.cerIgnoringCase(), 3.0 / 16);
}

TEST(ErrorCounts, FoldsWhiteSpaceBeforeComparing)
{
    ErrorCounts counts;
    counts.add("  a b\tc ", "a  b c");
    EXPECT_EQ(counts.charEdits, 0u);
    EXPECT_EQ(counts.chars, 5u);
    EXPECT_EQ(counts.words, 3u);
}

TEST(ErrorCounts, SumsBeforeDividing)
{
    ErrorCounts counts;
    counts.add("aaaaaaaaa", "aaaaaaaaa");
    counts.add("b", "c");
    EXPECT_DOUBLE_EQ(counts.cer(), 0.1);
    EXPECT_DOUBLE_EQ(counts.wer(), 0.5);
}

TEST(ErrorCounts, AnInventedWordCountsAsOneWordError)
{
    ErrorCounts counts;
    counts.add("one two", "one big two");
    EXPECT_EQ(counts.wordEdits, 1u);
    EXPECT_EQ(counts.charEdits, 4u);
}

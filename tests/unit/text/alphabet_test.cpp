#include "longhand/text/alphabet.h"

#include <gtest/gtest.h>

using longhand::text::Alphabet;

TEST(Alphabet, ClassZeroIsTheBlank)
{
    const Alphabet alphabet = Alphabet::fromCharacters(U" aé").value();
    EXPECT_EQ(alphabet.classCount(), 4);
    EXPECT_EQ(alphabet.classOf(U' '), 1);
    EXPECT_EQ(alphabet.classOf(U'é'), 3);
    EXPECT_EQ(alphabet.character(3), U'é');
    EXPECT_EQ(alphabet.classOf(U'z'), -1);
}

TEST(Alphabet, NamesWhatItLacksOnce)
{
    EXPECT_EQ(Alphabet::fromCharacters(U"ab")->missingFrom(U"abzyz"), U"zy");
}

TEST(Alphabet, RefusesRepeatedEmptyAndNonCharacters)
{
    EXPECT_FALSE(Alphabet::fromCharacters(U"aba").ok());
    EXPECT_FALSE(Alphabet::fromCharacters(U"").ok());
    EXPECT_FALSE(Alphabet::fromCharacters(U"a\n").ok());
    EXPECT_FALSE(Alphabet::fromCharacters(std::u32string{0xD800}).ok());
}

#include "training/text_codec.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

using namespace longhand::training;

TEST(TextCodec, ReturnsEveryText)
{
    std::mt19937 random(1);
    std::string noise;
    for (int i = 0; i < 5000; ++i)
        noise.push_back(static_cast<char>(random()));
    for (const std::string& text : {std::string(), std::string("\0\xff", 2), std::string("été à Würzburg"), noise})
        EXPECT_EQ(decodeText(encodeText(text)), text);
}

TEST(TextCodec, WhatRepeatsItselfCostsLittle)
{
    std::string index;
    for (int i = 0; i < 1000; ++i)
        index += R"({"set":"diary","group":"page )" + std::to_string(i / 20) + R"(","split":"train","width":)" +
                 std::to_string(500 + i * 37 % 300) + "}";
    EXPECT_LT(encodeText(index).size() * 20, index.size());
}

TEST(TextCodec, EveryTruncationIsNoticed)
{
    const auto bytes = encodeText("some text, some more text");
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(decodeText(std::span(bytes).first(length))) << length;
}

// Damaged bytes may say that there are more of them than any computer holds.
TEST(TextCodec, ALengthThatCannotBeEndsWithTheBytes)
{
    auto bytes = encodeText("short");
    bytes[7] = 0x7F;
    EXPECT_FALSE(decodeText(bytes));
}

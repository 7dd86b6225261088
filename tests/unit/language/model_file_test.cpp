#include <fstream>
#include <functional>
#include <limits>

#include <gmock/gmock.h>

#include "language/trie.h"
#include "sample_text.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::language;
using testing::HasSubstr;

namespace
{

std::string sampleBytes()
{
    return language::buildModel(std::vector<WeightedText>{{test::madeUpLines(60)}},
                                {.order = 4, .description = "sample"})
        .value();
}

/// The sample with one thing wrong, and a checksum that fits.
template <class Change>
Result<Trie> afterChange(const Change& change)
{
    Trie trie = trieFromBytes(sampleBytes(), "sample").value();
    change(trie);
    return trieFromBytes(toBytes(trie), "changed");
}

} // namespace

TEST(LanguageModelFile, IsReadAsItWasWritten)
{
    const test::TemporaryFolder folder;
    std::ofstream(folder / "sample.lm", std::ios::binary) << sampleBytes();
    const auto model = LanguageModel::open(folder / "sample.lm");
    ASSERT_TRUE(model.ok());
    EXPECT_EQ(model->order(), 4);
    EXPECT_EQ(model->description(), "sample");
    EXPECT_EQ(toBytes(trieFromBytes(sampleBytes(), "sample").value()), sampleBytes());
}

TEST(LanguageModelFile, AMissingFileIsNamed)
{
    const auto model = LanguageModel::open("/nowhere/some.lm");
    EXPECT_EQ(model.error().code, ErrorCode::NotFound);
    EXPECT_THAT(model.error().detail, HasSubstr("/nowhere/some.lm"));
}

TEST(LanguageModelFile, AnotherFileIsRefused)
{
    EXPECT_EQ(trieFromBytes("", "x").error().code, ErrorCode::Unsupported);
    EXPECT_EQ(
        trieFromBytes("a line of text that is long enough for a header, and then some more of it, to be sure", "x")
            .error()
            .code,
        ErrorCode::Unsupported);
}

TEST(LanguageModelFile, ANewerVersionIsRefusedWithTheRemedy)
{
    std::string bytes = sampleBytes();
    bytes[8] = 2;
    const auto result = trieFromBytes(bytes, "x");
    EXPECT_EQ(result.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(result.error().detail, HasSubstr("Update Longhand"));
}

TEST(LanguageModelFile, EveryCutAndEveryChangedByteIsNoticed)
{
    const std::string bytes = sampleBytes();
    for (std::size_t length = 0; length < bytes.size(); length += 1 + length / 7)
        EXPECT_FALSE(trieFromBytes(bytes.substr(0, length), "cut").ok()) << length;
    EXPECT_FALSE(trieFromBytes(bytes + '\0', "longer").ok());
    for (std::size_t at = 0; at < bytes.size(); at += 1 + at / 50) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x41);
        EXPECT_FALSE(trieFromBytes(changed, "changed").ok()) << at;
    }
}

TEST(LanguageModelFile, NumbersThatDoNotFitAreDamageEvenWithAValidChecksum)
{
    EXPECT_TRUE(afterChange([](Trie&) {}).ok());
    const std::vector<std::function<void(Trie&)>> changes{
        [](Trie& trie) { trie.levels[1].firstChild[1] += 200; },
        [](Trie& trie) { trie.levels[2].symbols.front() = 255; },
        [](Trie& trie) { std::swap(trie.levels[0].symbols[1], trie.levels[0].symbols[2]); },
        [](Trie& trie) { trie.levels[0].probabilityBook[3] = std::numeric_limits<float>::quiet_NaN(); },
        [](Trie& trie) { trie.levels[1].probabilityBook[3] = 2; },
        [](Trie& trie) { trie.levels[1].backoffBook[3] = std::numeric_limits<float>::infinity(); },
        [](Trie& trie) { trie.characters[1] = trie.characters[2]; },
        [](Trie& trie) { trie.characters[1] = 0xD800; },
        [](Trie& trie) { trie.levels[3].symbols.pop_back(); },
        [](Trie& trie) { trie.characters.pop_back(); },
    };
    for (std::size_t i = 0; i < changes.size(); ++i)
        EXPECT_EQ(afterChange(changes[i]).error().code, ErrorCode::Damaged) << i;
}

TEST(LanguageModelFile, SingleCharactersAreAModelAndNoneAreNot)
{
    Trie trie = trieFromBytes(sampleBytes(), "sample").value();
    trie.levels.resize(1);
    trie.levels[0].firstChild.clear();
    trie.levels[0].backoffs.clear();
    EXPECT_TRUE(trieFromBytes(toBytes(trie), "order 1").ok());
    trie.levels.clear();
    EXPECT_EQ(trieFromBytes(toBytes(trie), "order 0").error().code, ErrorCode::Damaged);
}

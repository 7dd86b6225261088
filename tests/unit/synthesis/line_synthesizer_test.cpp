#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include <gmock/gmock.h>

#include "longhand/synthesis/line_synthesizer.h"
#include "longhand/text/unicode.h"
#include "temporary_folder.h"

namespace longhand::synthesis
{

using testing::HasSubstr;

namespace
{

class LineSynthesizerTest : public testing::Test
{
protected:
    void SetUp() override
    {
        std::filesystem::create_directory(m_folder / "fonts");
        std::filesystem::create_symlink(LONGHAND_TEST_FONT, m_folder / "fonts/dejavu.ttf");
        std::ofstream(m_folder / "text.txt")
            << "It was a bright cold day in April, and the clocks were striking.\n"
               "Nothing is so painful to the human mind as a great and sudden change.\n";
    }
    [[nodiscard]] SynthesisSources sources(std::uint64_t seed = 1) const
    {
        return {{m_folder / "text.txt"}, m_folder / "fonts", "en", seed};
    }
    [[nodiscard]] LineSynthesizer open(std::uint64_t seed = 1) const
    {
        auto synthesizer = LineSynthesizer::open(sources(seed));
        EXPECT_TRUE(synthesizer) << synthesizer.error().detail;
        return std::move(*synthesizer);
    }

    test::TemporaryFolder m_folder;
};

} // namespace

TEST_F(LineSynthesizerTest, sameSeedSameBytesWhoeverDraws)
{
    const LineSynthesizer first = open();
    const auto another = first.another();
    ASSERT_TRUE(another);
    std::vector<std::string> inOrder(24);
    for (std::size_t i = 0; i < inOrder.size(); ++i)
        inOrder[i] = first.line(i)->jpeg;
    std::thread backwards([&] {
        for (std::size_t i = inOrder.size(); i-- > 0;) {
            const auto line = another->line(i);
            EXPECT_EQ(line->jpeg, inOrder[i]) << "line " << i;
        }
    });
    backwards.join();
    EXPECT_EQ(open().line(5)->jpeg, inOrder[5]);
}

TEST_F(LineSynthesizerTest, anotherSeedDrawsOtherLines)
{
    const LineSynthesizer one = open(1);
    const LineSynthesizer two = open(2);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < 10; ++i) {
        seen.insert(one.line(i)->jpeg);
        seen.insert(two.line(i)->jpeg);
    }
    EXPECT_EQ(seen.size(), 20U);
}

TEST_F(LineSynthesizerTest, textsAreCleanAndMixed)
{
    const LineSynthesizer synthesizer = open();
    int withDigits = 0;
    int fromTheText = 0;
    for (std::size_t i = 0; i < 300; ++i) {
        const auto line = synthesizer.line(i);
        ASSERT_TRUE(line) << line.error().detail;
        const std::u32string text = text::toCodePoints(line->text);
        EXPECT_FALSE(text.empty());
        EXPECT_LE(text.size(), 80U);
        EXPECT_EQ(text, text::foldWhiteSpace(text));
        EXPECT_THAT(line->writer, testing::StartsWith("dejavu-"));
        EXPECT_FALSE(line->forValidation) << "the only font is for training";
        withDigits += line->text.find_first_of("0123456789") != std::string::npos ? 1 : 0;
        fromTheText += line->text.find("clocks") != std::string::npos || line->text.find("mind") != std::string::npos;
    }
    EXPECT_GT(withDigits, 30);
    EXPECT_GT(fromTheText, 30);
}

TEST_F(LineSynthesizerTest, writesAsManyLinesInCapitalsAsWished)
{
    const auto small = [this](double share) {
        SynthesisSources wanted = sources();
        wanted.capitals = share;
        const auto synthesizer = LineSynthesizer::open(wanted);
        int count = 0;
        for (std::size_t i = 0; i < 40; ++i) {
            const std::string text = synthesizer->line(i)->text;
            count += std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }) ? 1 : 0;
        }
        return count;
    };
    EXPECT_EQ(small(1), 0);
    EXPECT_GT(small(0), 25) << "dates and sums need no letters";
}

TEST_F(LineSynthesizerTest, passesOverWhatTheFontLacks)
{
    std::ofstream(m_folder / "text.txt") << "Plain words that every font can write without any trouble.\n"
                                            "\u0222\u0223 letters\n";
    const LineSynthesizer synthesizer = open();
    for (std::size_t i = 0; i < 40; ++i) {
        const auto line = synthesizer.line(i);
        ASSERT_TRUE(line);
        EXPECT_FALSE(line->picture.empty());
    }
}

TEST_F(LineSynthesizerTest, namesTheFontThatIsBroken)
{
    std::ofstream(m_folder / "fonts/bad.ttf") << "no font";
    const auto synthesizer = LineSynthesizer::open(sources());
    ASSERT_FALSE(synthesizer);
    EXPECT_EQ(synthesizer.error().code, ErrorCode::Damaged);
    EXPECT_THAT(synthesizer.error().detail, HasSubstr("bad.ttf"));
}

TEST_F(LineSynthesizerTest, saysWhatIsMissing)
{
    auto noFonts = sources();
    noFonts.fonts = m_folder / "nowhere";
    EXPECT_EQ(LineSynthesizer::open(noFonts).error().code, ErrorCode::NotFound);
    std::filesystem::create_directory(m_folder / "empty");
    noFonts.fonts = m_folder / "empty";
    EXPECT_THAT(LineSynthesizer::open(noFonts).error().detail, HasSubstr("install-fonts"));

    auto noText = sources();
    noText.texts = {m_folder / "none.txt"};
    EXPECT_EQ(LineSynthesizer::open(noText).error().code, ErrorCode::NotFound);
    std::ofstream(m_folder / "blank.txt") << "\n \n";
    noText.texts = {m_folder / "blank.txt"};
    EXPECT_EQ(LineSynthesizer::open(noText).error().code, ErrorCode::InvalidInput);
}

} // namespace longhand::synthesis

#include "longhand/app/enrolment.h"

#include <set>

#include <gmock/gmock.h>

#include "longhand/feedback/feedback_store.h"
#include "longhand/text/unicode.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using test::TemporaryFolder;
using testing::SizeIs;

namespace
{

std::set<char32_t> charactersOf(const std::string& language)
{
    std::set<char32_t> characters;
    for (const std::string& sentence : enrolmentSentences(language))
        for (const char32_t c : text::toCodePoints(sentence))
            characters.insert(c);
    return characters;
}

} // namespace

TEST(EnrolmentSentences, CoverLettersFiguresAndMarks)
{
    for (const std::string& language : enrolmentLanguages()) {
        const auto characters = charactersOf(language);
        for (const char32_t c : std::u32string(U"abcdefghijklmnopqrstuvwxyz0123456789.,;:!?()&"))
            EXPECT_TRUE(characters.contains(c) || (language != "en" && c == U';'))
                << language << ' ' << text::toUtf8({c});
        int capitals = 0;
        for (char32_t c = U'A'; c <= U'Z'; ++c)
            capitals += characters.contains(c) ? 1 : 0;
        EXPECT_GE(capitals, language == "en" ? 26 : 20) << language;
    }
    for (const char32_t c : std::u32string(U"äöüßÄÖÜ"))
        EXPECT_TRUE(charactersOf("de").contains(c)) << text::toUtf8({c});
    for (const char32_t c : std::u32string(U"éèêëàâçîïôùûœ"))
        EXPECT_TRUE(charactersOf("fr").contains(c)) << text::toUtf8({c});
}

TEST(EnrolmentSentences, AreSixteenThatFitOnALine)
{
    for (const std::string& language : enrolmentLanguages()) {
        EXPECT_THAT(enrolmentSentences(language), SizeIs(16));
        for (const std::string& sentence : enrolmentSentences(language))
            EXPECT_LE(text::toCodePoints(sentence).size(), 48U) << sentence;
    }
    EXPECT_EQ(enrolmentSentences("xx"), enrolmentSentences("en"));
}

TEST(Enrolment, OnlyLinesWithATextAreKept)
{
    const TemporaryFolder folder;
    EnrolmentSheet sheet;
    sheet.source.pasted = QImage(40, 40, QImage::Format_RGB32);
    sheet.source.pasted.fill(Qt::white);
    sheet.language = "de";
    for (const char* text : {"erste", "", "dritte"}) {
        EnrolledLine& line = sheet.lines.emplace_back();
        line.picture = GrayImage(100, 30, static_cast<std::uint8_t>(200 + sheet.lines.size()));
        line.line.id = std::to_string(sheet.lines.size());
        line.line.text = "gelesen";
        line.text = text;
    }
    const auto kept = keepEnrolment(folder / "feedback.sqlite", sheet, "Anna");
    ASSERT_TRUE(kept.ok()) << kept.error().detail;
    EXPECT_EQ(*kept, 2U);
    const auto lines = feedback::FeedbackStore::open(folder / "feedback.sqlite").value()->lines();
    ASSERT_THAT(*lines, SizeIs(2));
    EXPECT_EQ(lines->back().humanText, "dritte");
    EXPECT_EQ(lines->back().writer, "Anna");
    EXPECT_EQ(lines->back().state, feedback::LabelState::Trusted);
    for (EnrolledLine& line : sheet.lines)
        line.text.clear();
    EXPECT_FALSE(keepEnrolment(folder / "feedback.sqlite", sheet, "Anna").ok());
}

#include "longhand/app/evaluation.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "drawn_page.h"
#include "longhand/base/files.h"
#include "longhand/formats/export.h"
#include "longhand/imaging/page_reader.h"
#include "scripted_recognizer.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using longhand::test::drawPage;
using longhand::test::evenReading;
using longhand::test::ScriptedRecognizer;
using longhand::test::TemporaryFolder;
using testing::HasSubstr;

namespace
{

Polygon box(double x, double y, double width, double height)
{
    return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
}

formats::Page pageWith(const std::vector<Polygon>& outlines)
{
    formats::Page page;
    for (const Polygon& outline : outlines)
        page.lines.emplace_back().outline = outline;
    return page;
}

class EvaluatePages : public testing::Test
{
protected:
    void addText(const std::string& name, int lines, const std::string& text)
    {
        addPicture(name, lines);
        ASSERT_TRUE(writeFileAtomically(m_folder / (name + ".txt"), text));
    }
    /// The reference has the drawn outlines of the first `transcribed` lines and, on each of them, `text`.
    void addPageXml(const std::string& name, int lines, const std::string& text, std::size_t transcribed = 99)
    {
        formats::Document document;
        document.pages.push_back(addPicture(name, lines));
        auto& drawn = document.pages.front().lines;
        drawn.resize(std::min(drawn.size(), transcribed));
        int number = 0;
        for (formats::Line& line : document.pages.front().lines) {
            line.id = "l" + std::to_string(++number);
            line.text = text;
            line.baseline = {line.outline[3], line.outline[2]};
        }
        const auto xml = formats::serialize(document, formats::Format::PageXml);
        ASSERT_TRUE(xml.ok()) << xml.error().detail;
        ASSERT_TRUE(writeFileAtomically(m_folder / (name + ".xml"), *xml));
    }
    formats::Page addPicture(const std::string& name, int lines)
    {
        auto page = drawPage({.widthPx = 800, .heightPx = 1000, .lines = lines});
        page.reference.imageName = name + ".png";
        EXPECT_TRUE(imaging::writePng(m_folder / (name + ".png"), page.picture));
        return page.reference;
    }
    Result<PagesEvaluation> evaluate(const std::string& glob = "*")
    {
        return evaluatePages(m_transcriber, m_folder.path(), {.glob = glob});
    }

    TemporaryFolder m_folder;
    PageTranscriber m_transcriber{
        std::make_unique<ScriptedRecognizer>([](std::size_t) { return evenReading("one two"); })};
};

} // namespace

TEST_F(EvaluatePages, PageTextIsItsLinesJoinedBySpaces)
{
    addText("a", 2, "one two\none too\n");
    const auto evaluation = evaluate();
    ASSERT_TRUE(evaluation.ok()) << evaluation.error().detail;
    ASSERT_EQ(evaluation->pages.size(), 1U);
    EXPECT_EQ(evaluation->pages[0].name, "a");
    EXPECT_EQ(evaluation->errors.chars, 15U);
    EXPECT_EQ(evaluation->errors.charEdits, 1U);
    EXPECT_EQ(evaluation->errors.words, 4U);
    EXPECT_EQ(evaluation->errors.wordEdits, 1U);
    EXPECT_FALSE(evaluation->pages[0].lines) << "plain text has no outlines";
    EXPECT_FALSE(evaluation->lines);
}

TEST_F(EvaluatePages, OutlinesOfPageXmlAreCompared)
{
    addPageXml("a", 3, "one two");
    addText("b", 1, "one two");
    const auto evaluation = evaluate();
    ASSERT_TRUE(evaluation.ok()) << evaluation.error().detail;
    ASSERT_EQ(evaluation->pages.size(), 2U);
    EXPECT_EQ(evaluation->errors.charEdits, 0U);
    ASSERT_TRUE(evaluation->lines);
    EXPECT_EQ(evaluation->lines->reference, 3U);
    EXPECT_EQ(evaluation->lines->f1(), 1);
    EXPECT_GT(evaluation->pagesPerSecond(), 0);
}

TEST_F(EvaluatePages, CoveredErrorsLeaveOutWhatTheReferenceDoesNotTranscribe)
{
    addPageXml("half", 4, "one two", 2);
    const auto evaluation = evaluate();
    ASSERT_TRUE(evaluation.ok()) << evaluation.error().detail;
    EXPECT_EQ(evaluation->errors.charEdits, 16U) << "two other lines of a space and seven letters";
    EXPECT_EQ(evaluation->coveredErrors.charEdits, 0U);
    EXPECT_EQ(evaluation->coveredErrors.chars, evaluation->errors.chars);
}

TEST_F(EvaluatePages, CoveredErrorsAreAllErrorsWherePagesHaveNoOutlines)
{
    addText("half", 4, "one two\none two");
    addPageXml("whole", 1, "one too");
    const auto evaluation = evaluate();
    ASSERT_TRUE(evaluation.ok()) << evaluation.error().detail;
    EXPECT_EQ(evaluation->errors.charEdits, 16U + 1U);
    EXPECT_EQ(evaluation->coveredErrors.charEdits, evaluation->errors.charEdits);
}

TEST_F(EvaluatePages, TheGlobChoosesByName)
{
    addText("set-val-01", 1, "one two");
    addText("set-test-10", 1, "one two");
    addText("set-test-9", 1, "one two");
    const auto evaluation = evaluate("*-test-*");
    ASSERT_TRUE(evaluation.ok());
    ASSERT_EQ(evaluation->pages.size(), 2U);
    EXPECT_EQ(evaluation->pages[0].name, "set-test-9") << "natural order";
    EXPECT_EQ(evaluation->pages[1].name, "set-test-10");
}

TEST_F(EvaluatePages, WhatCannotBeReadIsNamedAndTheRestMeasured)
{
    addText("a", 1, "one two");
    addPicture("b", 1);
    ASSERT_TRUE(writeFileAtomically(m_folder / "b.xml", "<PcGts"));
    ASSERT_TRUE(writeFileAtomically(m_folder / "c.jpg", "not a picture"));
    ASSERT_TRUE(writeFileAtomically(m_folder / "c.txt", "one two"));
    const auto evaluation = evaluate();
    ASSERT_TRUE(evaluation.ok());
    EXPECT_EQ(evaluation->pages.size(), 1U);
    ASSERT_EQ(evaluation->unreadable.size(), 2U);
    EXPECT_THAT(evaluation->unreadable[0].detail, HasSubstr("b.xml"));
    EXPECT_THAT(evaluation->unreadable[1].detail, HasSubstr("c.jpg"));
}

TEST_F(EvaluatePages, NoPageToMeasureIsAnError)
{
    addPicture("alone", 1);
    const auto evaluation = evaluate();
    ASSERT_FALSE(evaluation.ok());
    EXPECT_EQ(evaluation.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(evaluatePages(m_transcriber, m_folder / "nowhere").error().code, ErrorCode::NotFound);
}

TEST(MatchLines, CountsPairsThatOverlapByHalf)
{
    const auto reference = pageWith({box(0, 0, 100, 20), box(0, 30, 100, 20), box(0, 60, 100, 20)});
    // The first exactly, the second by a third, the third not at all, and one where there is nothing.
    const auto found = pageWith({box(0, 0, 100, 20), box(0, 40, 100, 20), box(0, 200, 100, 20), box(0, 300, 50, 20)});
    const LineMatches matches = matchLines(reference, found);
    EXPECT_EQ(matches.matched, 1U);
    EXPECT_DOUBLE_EQ(matches.precision(), 1.0 / 4);
    EXPECT_DOUBLE_EQ(matches.recall(), 1.0 / 3);
    EXPECT_DOUBLE_EQ(matches.f1(), 2.0 / 7);
}

TEST(MatchLines, OneLineIsFoundOnceOnly)
{
    const auto reference = pageWith({box(0, 0, 100, 20)});
    const auto found = pageWith({box(0, 2, 100, 20), box(0, 0, 100, 20)});
    EXPECT_EQ(matchLines(reference, found).matched, 1U);
    EXPECT_EQ(matchLines(found, reference).matched, 1U);
}

TEST(MatchLines, ReferencesWithoutOutlineAreNotMeasured)
{
    const auto reference = pageWith({{}, box(0, 0, 100, 20)});
    EXPECT_EQ(matchLines(reference, pageWith({box(0, 0, 100, 20)})).f1(), 1);
}

TEST(MatchLines, NothingToFindAndNothingFoundIsPerfect)
{
    EXPECT_EQ(matchLines({}, {}).f1(), 1);
    EXPECT_EQ(matchLines({}, pageWith({box(0, 0, 9, 9)})).f1(), 0);
    EXPECT_EQ(matchLines(pageWith({box(0, 0, 9, 9)}), {}).f1(), 0);
}

TEST(CoveredLines, StayFromAQuarterOfTheirArea)
{
    auto reference = pageWith({box(0, 0, 100, 20), box(0, 300, 100, 20)});
    reference.lines[0].text = "transcribed";
    // On it, half beside it, far below it, and on an outline without text.
    const auto found = pageWith({box(0, 2, 90, 20), box(60, 0, 80, 20), box(0, 100, 100, 20), box(0, 300, 100, 20)});
    const auto covered = coveredLines(reference, found);
    ASSERT_EQ(covered.lines.size(), 2U);
    EXPECT_EQ(covered.lines[0].outline, found.lines[0].outline);
    EXPECT_EQ(covered.lines[1].outline, found.lines[1].outline);
}

TEST(CoveredLines, AllStayWhereItIsUnknownWhatTheReferenceCovers)
{
    const auto found = pageWith({box(0, 0, 100, 20), box(0, 300, 100, 20)});
    auto reference = pageWith({box(0, 0, 100, 20), {}});
    EXPECT_EQ(coveredLines(reference, found).lines.size(), 2U) << "no text";
    reference.lines[0].text = "here";
    reference.lines[1].text = "somewhere";
    EXPECT_EQ(coveredLines(reference, found).lines.size(), 2U) << "a text without a place";
    reference.lines[1].text.clear();
    EXPECT_EQ(coveredLines(reference, found).lines.size(), 1U);
}

#include "longhand/app/data_align.h"

#include <gmock/gmock.h>

#include "app/lines_table.h"
#include "drawn_page.h"
#include "longhand/base/files.h"
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

const std::vector<std::string> kText = {"the first of the lines", "another has other words", "Uncle sends his regards",
                                        "weather has been cold",  "we shall be home soon",   "yours very truly John"};

class DataAlign : public testing::Test
{
protected:
    void SetUp() override
    {
        std::filesystem::create_directories(m_folder / "pages");
        m_request.pages = m_folder / "pages";
        m_request.output = m_folder / "set";
        m_request.language = "en";
    }
    void addPage(const std::string& name, const std::vector<std::string>& lines)
    {
        ASSERT_TRUE(imaging::writePng(m_request.pages / (name + ".png"), drawPage({}).picture));
        std::string text;
        for (const std::string& line : lines)
            text += line + '\n';
        ASSERT_TRUE(writeFileAtomically(m_request.pages / (name + ".txt"), text));
    }
    /// Every page is read as kText, with some mistakes.
    Result<AlignReport> align()
    {
        ScriptedRecognizer recognizer([](std::size_t i) {
            std::string reading = kText[i % kText.size()];
            reading[i % reading.size()] = 'z';
            return evenReading(reading);
        });
        return alignPages(recognizer, m_request);
    }

    TemporaryFolder m_folder;
    AlignRequest m_request;
};

} // namespace

TEST_F(DataAlign, WritesTheLinesOfAPageWithTheirText)
{
    addPage("pettibone-letter1", kText);
    const auto report = align();
    ASSERT_TRUE(report.ok()) << report.error().detail;
    ASSERT_EQ(report->pages.size(), 1U);
    EXPECT_EQ(report->pages[0].textLines, 6U);
    EXPECT_EQ(report->pages[0].foundLines, 6U);
    EXPECT_EQ(report->pages[0].aligned, 6U);
    EXPECT_EQ(report->pages[0].alignedText, 6U);

    const auto table = readLinesTable(m_request.output);
    ASSERT_TRUE(table.ok()) << table.error().detail;
    ASSERT_EQ(table->size(), 6U);
    for (std::size_t i = 0; i < table->size(); ++i) {
        const LinesTableRow& row = (*table)[i];
        EXPECT_EQ(row.text, kText[i]);
        EXPECT_EQ(row.writer, "pettibone");
        EXPECT_EQ(row.language, "en");
        EXPECT_EQ(row.split, (*table)[0].split); // a page is in one split
        const auto picture = imaging::readGray(row.picture);
        ASSERT_TRUE(picture.ok()) << picture.error().detail;
        EXPECT_LE(picture->height, 96);
        EXPECT_GT(picture->width, 5 * picture->height);
    }
}

TEST_F(DataAlign, EditorialMarksKeepALineOutUnlessAskedFor)
{
    auto text = kText;
    text[2] = "Uncle sends [?] regards";
    addPage("a", text);
    auto report = align();
    ASSERT_TRUE(report.ok()) << report.error().detail;
    EXPECT_EQ(report->pages[0].marked, 1U);
    EXPECT_EQ(report->pages[0].aligned, 5U);

    m_request.keepMarked = true;
    m_request.output = m_folder / "second";
    report = align();
    ASSERT_TRUE(report.ok()) << report.error().detail;
    EXPECT_EQ(report->pages[0].marked, 0U);
    EXPECT_EQ(report->pages[0].aligned, 6U);
}

TEST_F(DataAlign, APageThatCannotBeReadDoesNotCostTheOthers)
{
    addPage("a", kText);
    addPage("b", kText);
    ASSERT_TRUE(writeFileAtomically(m_request.pages / "a.png", "no picture"));
    const auto report = align();
    ASSERT_TRUE(report.ok()) << report.error().detail;
    ASSERT_EQ(report->unreadable.size(), 1U);
    EXPECT_THAT(report->unreadable[0].detail, HasSubstr("a.png"));
    ASSERT_EQ(report->pages.size(), 1U);
    EXPECT_EQ(report->pages[0].name, "b");
    EXPECT_EQ(report->pages[0].aligned, 6U);
}

TEST_F(DataAlign, RefusesAFolderWithoutTextsAndAnExistingSet)
{
    ASSERT_TRUE(imaging::writePng(m_request.pages / "a.png", drawPage({}).picture));
    const auto withoutText = align();
    ASSERT_FALSE(withoutText.ok());
    EXPECT_EQ(withoutText.error().code, ErrorCode::InvalidInput);
    EXPECT_THAT(withoutText.error().detail, HasSubstr("NAME.txt"));

    addPage("a", kText);
    ASSERT_TRUE(align().ok());
    const auto again = align();
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, ErrorCode::InvalidInput);
}

TEST_F(DataAlign, StopsOnRequest)
{
    addPage("a", kText);
    std::stop_source stop;
    stop.request_stop();
    ScriptedRecognizer recognizer([](std::size_t) { return evenReading("x"); });
    const auto report = alignPages(recognizer, m_request, stop.get_token());
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().code, ErrorCode::Stopped);
}

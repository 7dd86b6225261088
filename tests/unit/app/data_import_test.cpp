#include "longhand/app/data_import.h"

#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>

#include "app/lines_table.h"
#include "drawn_page.h"
#include "longhand/app/data_pack.h"
#include "longhand/base/files.h"
#include "longhand/formats/export.h"
#include "longhand/imaging/page_reader.h"
#include "longhand/training/line_pack.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using longhand::test::drawPage;
using longhand::test::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;

namespace
{

class DataImport : public testing::Test
{
protected:
    void SetUp() override
    {
        m_request.source = m_folder / "source";
        m_request.output = m_folder / "set";
        m_request.valShare = 0;
        m_request.testShare = 0;
    }
    void write(const std::string& name, const std::string& bytes)
    {
        const auto file = m_request.source / name;
        std::filesystem::create_directories(file.parent_path());
        ASSERT_TRUE(writeFileAtomically(file, bytes));
    }
    /// A picture unlike any other of another `kind`.
    void writePicture(const std::string& name, int kind, int heightPx = 60)
    {
        GrayImage picture(200, heightPx);
        for (int x = 0; x < 8; ++x)
            picture.row(heightPx / 2)[20 + x] = (kind >> x & 1) != 0 ? 0 : 200;
        const auto file = m_request.source / name;
        std::filesystem::create_directories(file.parent_path());
        ASSERT_TRUE(imaging::writePng(file, picture));
    }
    ImportReport import()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_request.output, ignored);
        auto report = importLines(m_request);
        EXPECT_TRUE(report.ok()) << report.error().detail;
        return report ? *report : ImportReport{};
    }
    [[nodiscard]] std::vector<LinesTableRow> rows() const
    {
        auto table = readLinesTable(m_request.output);
        EXPECT_TRUE(table.ok()) << table.error().detail;
        return table ? *table : std::vector<LinesTableRow>{};
    }
    [[nodiscard]] std::vector<std::string> texts() const
    {
        std::vector<std::string> result;
        for (const LinesTableRow& row : rows())
            result.push_back(row.text);
        return result;
    }

    TemporaryFolder m_folder;
    ImportRequest m_request;
};

} // namespace

TEST_F(DataImport, PairsOfPictureAndTextInAnyOfTheUsualNames)
{
    writePicture("anna/p1_01.png", 1);
    write("anna/p1_01.gt.txt", "first line\n");
    writePicture("anna/p1_02.bin.png", 2);
    write("anna/p1_02.gt.txt", " e\u0301t\u00e9  again\n");
    writePicture("bert/x.tif.png", 3);
    writePicture("bert/x.png", 4);
    write("bert/x.gt.txt", "third");
    const ImportReport report = import();
    EXPECT_EQ(report.format, SampleFormat::TextPairs);
    EXPECT_EQ(report.lines, 3U);
    EXPECT_EQ(report.writers, 2U);
    EXPECT_THAT(texts(), ElementsAre("first line", "\u00e9t\u00e9 again", "third")); // NFC, white space folded
    EXPECT_EQ(rows()[0].writer, "anna");
    EXPECT_EQ(rows()[2].writer, "bert");
}

TEST_F(DataImport, WhatIsBrokenIsCountedAndNamed)
{
    writePicture("good.png", 1);
    write("good.gt.txt", "good");
    write("lonely.gt.txt", "no picture");
    writePicture("mute.png", 2);
    writePicture("empty.png", 3);
    write("empty.gt.txt", " \n");
    write("damaged.png", "not a picture");
    write("damaged.gt.txt", "damaged");
    writePicture("small.png", 5, 4);
    write("small.gt.txt", "small");
    writePicture("twin.png", 1);
    write("twin.gt.txt", "good");
    writePicture("other.png", 1);
    write("other.gt.txt", "bad");
    const ImportReport report = import();
    EXPECT_EQ(report.lines, 1U);
    EXPECT_THAT(texts(), ElementsAre("good"));
    for (const ImportProblem problem :
         {ImportProblem::NoPicture, ImportProblem::NoTextFile, ImportProblem::EmptyText, ImportProblem::Unreadable,
          ImportProblem::TooSmall, ImportProblem::Duplicate, ImportProblem::Contradiction})
        EXPECT_EQ(report.problems.count(problem), 1U) << describe(problem);
    EXPECT_THAT(report.problems.kinds().at(ImportProblem::Unreadable).examples[0], HasSubstr("damaged.png"));
    EXPECT_THAT(report.problems.kinds().at(ImportProblem::Contradiction).examples[0], HasSubstr("other"));
}

TEST_F(DataImport, OnlySomeExamplesAreKeptOfManyProblems)
{
    writePicture("good.png", 1);
    write("good.gt.txt", "good");
    for (int i = 0; i < 9; ++i)
        write("lonely" + std::to_string(i) + ".gt.txt", "x");
    const ImportReport report = import();
    const auto& kind = report.problems.kinds().at(ImportProblem::NoPicture);
    EXPECT_EQ(kind.count, 9U);
    EXPECT_EQ(kind.examples.size(), ImportProblems::kExamples);
}

TEST_F(DataImport, CurlyQuotesAreKeptUnlessFolded)
{
    writePicture("a.png", 1);
    write("a.gt.txt", "\u201cit\u2019s\u201d");
    import();
    EXPECT_THAT(texts(), ElementsAre("\u201cit\u2019s\u201d"));
    m_request.foldQuotes = true;
    import();
    EXPECT_THAT(texts(), ElementsAre("\"it's\""));
}

TEST_F(DataImport, AWriterIsInOneSplitAndTheSameSeedGivesTheSameSplits)
{
    for (int i = 0; i < 60; ++i) {
        const std::string name = "w" + std::to_string(i / 3) + "/line" + std::to_string(i);
        writePicture(name + ".png", i + 1);
        write(name + ".gt.txt", "text " + std::to_string(i));
    }
    m_request.valShare = 0.3;
    m_request.testShare = 0.3;
    const ImportReport report = import();
    EXPECT_EQ(report.splitBy, SplitBy::Writer);
    EXPECT_EQ(report.splits.size(), 3U);
    std::map<std::string, std::set<std::string>> splitsOfWriter;
    std::map<std::string, std::string> splitOfText;
    for (const LinesTableRow& row : rows()) {
        splitsOfWriter[row.writer].insert(row.split);
        splitOfText[row.text] = row.split;
    }
    EXPECT_EQ(splitsOfWriter.size(), 20U);
    for (const auto& [writer, splits] : splitsOfWriter)
        EXPECT_EQ(splits.size(), 1U) << writer;

    import();
    for (const LinesTableRow& row : rows())
        EXPECT_EQ(row.split, splitOfText[row.text]);
}

TEST_F(DataImport, OneWriterIsSplitByPage)
{
    for (int page = 0; page < 20; ++page)
        for (int line = 0; line < 2; ++line) {
            const std::string name = "diary-p" + std::to_string(page) + "_" + std::to_string(line);
            writePicture(name + ".png", 1 + 2 * page + line);
            write(name + ".gt.txt", std::to_string(page) + " x " + std::to_string(line));
        }
    m_request.valShare = 0.4;
    const ImportReport report = import();
    EXPECT_EQ(report.splitBy, SplitBy::Page);
    EXPECT_EQ(report.writers, 1U);
    EXPECT_EQ(report.splits.size(), 2U);
    std::map<std::string, std::set<std::string>> splitsOfPage;
    for (const LinesTableRow& row : rows())
        splitsOfPage[row.text.substr(0, row.text.find(' '))].insert(row.split);
    for (const auto& [page, splits] : splitsOfPage)
        EXPECT_EQ(splits.size(), 1U) << page;
}

TEST_F(DataImport, ALineSetKeepsItsSplitsAndItsFiles)
{
    writePicture("a.png", 1);
    writePicture("b.png", 2, 200);
    write("lines.tsv", "file\tsplit\twriter\tlang\ttext\na.png\ttest\tw1\tfr\tune\nb.png\tval\tw1\tfr\tdeux\n");
    const ImportReport report = import();
    EXPECT_EQ(report.format, SampleFormat::LinesTable);
    ASSERT_EQ(rows().size(), 2U);
    EXPECT_EQ(rows()[0].split, "test");
    EXPECT_EQ(rows()[1].split, "val");
    EXPECT_EQ(rows()[0].language, "fr");
    EXPECT_EQ(*readFile(rows()[0].picture), *readFile(m_request.source / "a.png"));
    EXPECT_EQ(imaging::readGray(rows()[1].picture)->height, 96); // reduced
}

TEST_F(DataImport, IamLinesHaveTheirWritersAndText)
{
    write("ascii/lines.txt", "#--- lines.txt\n"
                             "a01-000u-00 ok 154 19 408 746 1661 89 A|MOVE|to|stop|Mr.|Gaitskell|,|from\n"
                             "a01-000u-01 err 154 19 395 932 1850 105 \"|nominating|\"|Foot|'s|(|left|)|.\n"
                             "b02-003-00 ok 154 19 395 932 1850 105 gone\n");
    write("ascii/forms.txt", "# forms\na01-000u 042 2 prt 7/5 52/36\n");
    writePicture("lines/a01/a01-000u/a01-000u-00.png", 1);
    writePicture("lines/a01/a01-000u/a01-000u-01.png", 2);
    const ImportReport report = import();
    EXPECT_EQ(report.format, SampleFormat::Iam);
    EXPECT_THAT(texts(), ElementsAre("A MOVE to stop Mr. Gaitskell, from", "\"nominating\" Foot's (left)."));
    EXPECT_EQ(rows()[0].writer, "042");
    EXPECT_EQ(rows()[0].language, "en");
    EXPECT_EQ(report.problems.count(ImportProblem::NoPicture), 1U);
}

TEST_F(DataImport, LinesAreCutOutOfPages)
{
    for (const formats::Format format : {formats::Format::PageXml, formats::Format::Alto}) {
        auto page = drawPage({.lines = 3});
        page.reference.imageName = "letter.png";
        for (std::size_t i = 0; i < page.reference.lines.size(); ++i) {
            formats::Line& line = page.reference.lines[i];
            line.id = "l" + std::to_string(i);
            line.text = "line " + std::to_string(i);
        }
        formats::Line outside = page.reference.lines[0];
        outside.id = "outside";
        outside.text = "outside";
        for (Point& p : outside.outline)
            p.x += page.reference.widthPx;
        for (Point& p : outside.baseline)
            p.x += page.reference.widthPx;
        page.reference.lines.push_back(outside);
        std::filesystem::remove_all(m_request.source);
        formats::Document document;
        document.pages = {page.reference};
        const auto xml = formats::serialize(document, format);
        ASSERT_TRUE(xml.ok()) << xml.error().detail;
        write("doc/page/letter.xml", *xml);
        write("doc/mets.xml", "<mets/>");
        ASSERT_TRUE(imaging::writePng(m_request.source / "doc/letter.png", page.picture));

        const ImportReport report = import();
        EXPECT_EQ(report.format, SampleFormat::PageXml);
        EXPECT_THAT(texts(), ElementsAre("line 0", "line 1", "line 2"));
        EXPECT_EQ(report.problems.count(ImportProblem::OutsidePage), 1U);
        for (const LinesTableRow& row : rows()) {
            EXPECT_EQ(row.writer, "doc");
            const auto picture = imaging::readGray(row.picture);
            ASSERT_TRUE(picture.ok());
            EXPECT_GT(picture->width, 4 * picture->height);
            EXPECT_NE(std::count_if(picture->pixels.begin(), picture->pixels.end(), [](auto p) { return p < 128; }), 0);
        }
    }
}

TEST_F(DataImport, UnusableSourcesAreErrorsThatSayWhatIsExpected)
{
    EXPECT_EQ(importLines(m_request).error().code, ErrorCode::NotFound);
    write("readme.md", "x");
    const auto nothing = importLines(m_request);
    ASSERT_FALSE(nothing.ok());
    EXPECT_EQ(nothing.error().code, ErrorCode::InvalidInput);
    EXPECT_THAT(nothing.error().detail, HasSubstr("gt.txt"));

    write("a.gt.txt", "no picture anywhere");
    const auto noLine = importLines(m_request);
    ASSERT_FALSE(noLine.ok());
    EXPECT_THAT(noLine.error().detail, HasSubstr("1 missing pictures"));
    EXPECT_FALSE(std::filesystem::exists(m_request.output));
}

TEST_F(DataImport, APackTakesWhatCanBeImported)
{
    writePicture("a.png", 1);
    write("a.gt.txt", "packed");
    const auto report = packLineSets(
        {.lineSets = {m_request.source}, .output = m_folder / "x.pack", .splits = {"train", "val", "test"}});
    ASSERT_TRUE(report.ok()) << report.error().detail;
    EXPECT_EQ(report->lines, 1U);
    const auto pack = training::LinePack::open(m_folder / "x.pack");
    ASSERT_TRUE(pack.ok()) << pack.error().detail;
    EXPECT_EQ(pack->items()[0].text, "packed");
}

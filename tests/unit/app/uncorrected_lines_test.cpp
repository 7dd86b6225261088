#include "longhand/app/uncorrected_lines.h"

#include <gtest/gtest.h>

#include <QImage>

#include "app/learning_folder.h"
#include "app/line_set_writer.h"
#include "app/lines_table.h"
#include "drawn_page.h"
#include "longhand/base/files.h"
#include "longhand/imaging/page_reader.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using namespace longhand::test;

namespace
{

/// A page of `lines` drawn ones, each known as often as said.
UncorrectedPage pageWith(int lines, std::size_t known = 1)
{
    const DrawnPage drawn = drawPage({.lines = lines});
    UncorrectedPage page;
    page.source.pasted = QImage(drawn.picture.pixels.data(), drawn.picture.width, drawn.picture.height,
                                drawn.picture.width * qsizetype{3}, QImage::Format_RGB888)
                             .copy();
    page.source.writer = "Anna";
    for (std::size_t time = 0; time < known; ++time)
        for (formats::Line line : drawn.reference.lines) {
            line.baseline = {line.outline[3], line.outline[2]};
            page.lines.push_back(std::move(line));
        }
    return page;
}

} // namespace

TEST(UncorrectedLines, AreCutOutOfTheirPagesIntoASetWithoutTexts)
{
    const TemporaryFolder folder;
    const auto cut = cutUncorrectedLines({pageWith(4), pageWith(2)}, folder / "set");
    ASSERT_TRUE(cut.ok()) << cut.error().detail;
    EXPECT_EQ(*cut, 6U);
    const auto rows = readLinesTable(folder / "set");
    ASSERT_TRUE(rows.ok()) << rows.error().detail;
    ASSERT_EQ(rows->size(), 6U);
    for (const LinesTableRow& row : *rows) {
        EXPECT_EQ(row.writer, "Anna");
        EXPECT_EQ(row.text, "");
        const auto picture = imaging::readGray(row.picture);
        ASSERT_TRUE(picture.ok()) << picture.error().detail;
        EXPECT_LE(picture->height, kMaxLineSetHeightPx);
        EXPECT_GT(picture->width, 3 * picture->height) << "a line, not a corner of the page";
    }

    const auto again = cutUncorrectedLines({pageWith(3)}, folder / "set");
    ASSERT_TRUE(again.ok()) << again.error().detail;
    EXPECT_EQ(readLinesTable(folder / "set")->size(), 3U) << "in the place of what was there";
}

TEST(UncorrectedLines, OfVeryManyAFewAreTakenFromEveryPage)
{
    const TemporaryFolder folder;
    const std::size_t most = kMostUncorrectedLines;
    const UncorrectedPage page = pageWith(4, most / 4);
    UncorrectedPage gone = page;
    gone.source.pasted = {};
    gone.source.file = folder / "gone.jpg";
    const auto cut = cutUncorrectedLines({page, page}, folder / "set");
    ASSERT_TRUE(cut.ok()) << cut.error().detail;
    EXPECT_EQ(*cut, most);
    const auto half = cutUncorrectedLines({gone, page}, folder / "set");
    ASSERT_TRUE(half.ok()) << half.error().detail;
    EXPECT_EQ(*half, most / 2) << "the page that is there gave no more than its share";
}

TEST(UncorrectedLines, APageThatIsGoneIsLeftOutAndWithoutLinesThereIsNoSet)
{
    const TemporaryFolder folder;
    UncorrectedPage gone = pageWith(2);
    gone.source.pasted = {};
    gone.source.file = folder / "gone.jpg";
    const auto some = cutUncorrectedLines({gone, pageWith(2)}, folder / "set");
    ASSERT_TRUE(some.ok()) << some.error().detail;
    EXPECT_EQ(*some, 2U);
    const auto none = cutUncorrectedLines({gone}, folder / "set");
    ASSERT_TRUE(none.ok()) << none.error().detail;
    EXPECT_EQ(*none, 0U);
    EXPECT_FALSE(std::filesystem::exists(folder / "set"));

    std::stop_source stop;
    stop.request_stop();
    const auto stopped = cutUncorrectedLines({pageWith(2)}, folder / "set", stop.get_token());
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, ErrorCode::Stopped);
    EXPECT_FALSE(std::filesystem::exists(folder / "set")) << "the window was closed";
}

TEST(UncorrectedLines, WhatARunLearnsFromIsLeftAlone)
{
    const TemporaryFolder folder;
    const auto ofTheRun = uncorrectedFolder(folder.path());
    ASSERT_TRUE(cutUncorrectedLinesForRun({pageWith(4)}, folder.path()).ok());
    const auto before = readFile(ofTheRun / "lines.tsv");
    {
        const auto runAtWork = FileLock::acquire(folder / kLockFile);
        const auto refused = cutUncorrectedLinesForRun({pageWith(2)}, folder.path());
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().code, ErrorCode::InvalidInput);
        dropUncorrectedLines(folder.path());
        EXPECT_EQ(readFile(ofTheRun / "lines.tsv").value(), before.value());
    }
    dropUncorrectedLines(folder.path());
    EXPECT_FALSE(std::filesystem::exists(ofTheRun));
}

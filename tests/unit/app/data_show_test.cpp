#include "longhand/app/data_show.h"

#include <gmock/gmock.h>

#include "longhand/app/data_pack.h"
#include "longhand/base/files.h"
#include "longhand/imaging/page_reader.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using longhand::test::TemporaryFolder;
using testing::HasSubstr;

namespace
{

class DataShow : public testing::Test
{
protected:
    void SetUp() override
    {
        addSet("one", "a.png\ttrain\tw1\ten\tab ab\nb.png\tval\tw2\ten\t\u00e9\ngone.png\ttrain\tw2\ten\tc\n");
        addSet("two", "a.png\ttrain\tw1\tfr\txyz\nb.png\ttrain\tw1\tfr\tx\n");
    }
    void addSet(const std::string& name, const std::string& table)
    {
        std::filesystem::create_directories(m_folder / name);
        ASSERT_TRUE(writeFileAtomically(m_folder / name / "lines.tsv", "file\tsplit\twriter\tlang\ttext\n" + table));
        ASSERT_TRUE(imaging::writePng(m_folder / name / "a.png", GrayImage(200, 48, 128)));
        ASSERT_TRUE(imaging::writePng(m_folder / name / "b.png", GrayImage(200, 96, 128)));
    }

    TemporaryFolder m_folder;
};

} // namespace

TEST_F(DataShow, CountsWhatASetHolds)
{
    const auto sets = showData({.source = m_folder / "one"});
    ASSERT_TRUE(sets.ok()) << sets.error().detail;
    ASSERT_EQ(sets->size(), 1U);
    const SetSummary& set = sets->front();
    EXPECT_EQ(set.name, "one");
    EXPECT_EQ(set.lines, 3U);
    EXPECT_EQ(set.characters, 7U);
    EXPECT_EQ(set.words, 4U);
    EXPECT_EQ(set.writers.size(), 2U);
    EXPECT_EQ(set.splits, (std::map<std::string, std::size_t>{{"train", 2}, {"val", 1}}));
    EXPECT_EQ(set.alphabet,
              (std::map<char32_t, std::size_t>{{U' ', 1}, {U'a', 2}, {U'b', 2}, {U'c', 1}, {U'\u00e9', 1}}));
    EXPECT_EQ(set.widthsPx, (std::vector<int>{100, 200}));
    ASSERT_EQ(set.unreadable.size(), 1U);
    EXPECT_THAT(set.unreadable[0].detail, HasSubstr("gone.png"));
}

TEST_F(DataShow, AFolderOfSetsShowsAllOrThoseNamed)
{
    const auto all = showData({.source = m_folder.path()});
    ASSERT_TRUE(all.ok()) << all.error().detail;
    ASSERT_EQ(all->size(), 2U);
    SetSummary sum = (*all)[0];
    sum += (*all)[1];
    EXPECT_EQ(sum.lines, 5U);
    EXPECT_EQ(sum.widthsPx, (std::vector<int>{100, 100, 200, 200}));

    const auto two = showData({.source = m_folder.path(), .sets = {"two"}});
    ASSERT_TRUE(two.ok());
    ASSERT_EQ(two->size(), 1U);
    EXPECT_EQ(two->front().languages.at("fr"), 2U);

    const auto none = showData({.source = m_folder.path(), .sets = {"three"}});
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().code, ErrorCode::InvalidInput);
}

TEST_F(DataShow, APackShowsTheSame)
{
    ASSERT_TRUE(packLineSets({.lineSets = {m_folder / "one", m_folder / "two"}, .output = m_folder / "x.pack"}).ok());
    const auto sets = showData({.source = m_folder / "x.pack"});
    ASSERT_TRUE(sets.ok()) << sets.error().detail;
    ASSERT_EQ(sets->size(), 2U);
    EXPECT_EQ((*sets)[0].lines, 2U); // the missing picture is not in it
    EXPECT_EQ((*sets)[0].widthsPx, (std::vector<int>{100, 200}));
    EXPECT_EQ((*sets)[1].characters, 4U);
}

TEST_F(DataShow, TheSheetShowsPicturesAndText)
{
    const auto sets = showData({.source = m_folder.path(), .sheet = m_folder / "sheet.png", .sheetLines = 3});
    ASSERT_TRUE(sets.ok()) << sets.error().detail;
    const auto sheet = imaging::readPages(m_folder / "sheet.png");
    ASSERT_TRUE(sheet.ok()) << sheet.error().detail;
    const RgbImage& image = sheet->front().color;
    std::size_t grey = 0;
    std::size_t blue = 0;
    for (std::size_t i = 0; i + 2 < image.pixels.size(); i += 3) {
        grey += image.pixels[i] == 128 && image.pixels[i + 2] == 128 ? 1 : 0;
        blue += image.pixels[i] < 60 && image.pixels[i + 2] > 120 ? 1 : 0;
    }
    EXPECT_GT(grey, 3U * 50 * 50); // the pictures
    EXPECT_GT(blue, 10U);          // the texts' colour
}

TEST_F(DataShow, WhatIsNoDataIsAnError)
{
    EXPECT_EQ(showData({.source = m_folder / "nowhere"}).error().code, ErrorCode::NotFound);
    std::filesystem::create_directories(m_folder / "empty");
    const auto empty = showData({.source = m_folder / "empty"});
    ASSERT_FALSE(empty.ok());
    EXPECT_THAT(empty.error().detail, HasSubstr("lines.tsv"));
}

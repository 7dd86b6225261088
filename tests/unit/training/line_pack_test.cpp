#include "longhand/training/line_pack.h"

#include <gmock/gmock.h>

#include "longhand/base/files.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::training;

namespace
{

GrayImage striped(int width, int height)
{
    GrayImage image(width, height);
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        image.pixels[i] = static_cast<std::uint8_t>(i * 7);
    return image;
}

PackItem textOnly(const std::string& text, LineCoding coding = LineCoding::Pixels)
{
    PackItem item;
    item.text = text;
    item.coding = coding;
    return item;
}

void writeTwoLines(const std::filesystem::path& path)
{
    auto writer = PackWriter::create(path, 5).value();
    ASSERT_TRUE(writer.add(striped(13, 5), {"set", "w1", "train", "fr", "été"}).ok());
    ASSERT_TRUE(writer.add(striped(4, 5), {"set", "w2", "val", "en", "a"}).ok());
    ASSERT_TRUE(writer.finish().ok());
}

} // namespace

TEST(LinePack, ReturnsTheLinesThatWereAdded)
{
    const test::TemporaryFolder folder;
    writeTwoLines(folder / "x.pack");
    const auto opened = LinePack::open(folder / "x.pack");
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened->heightPx(), 5);
    ASSERT_EQ(opened->items().size(), 2u);
    const PackItem& first = opened->items()[0];
    EXPECT_EQ(first.text, "été");
    EXPECT_EQ(first.group, "w1");
    EXPECT_EQ(first.split, "train");
    EXPECT_EQ(opened->picture(first), striped(13, 5));
    EXPECT_EQ(opened->picture(opened->items()[1]), striped(4, 5));
}

TEST(LinePack, KeepsCompactLinesAndPenStrokes)
{
    const test::TemporaryFolder folder;
    const PenStrokes strokes{{{0, 0}, {50, 100}}, {{80, 20}, {200, 25}}};
    auto writer = PackWriter::create(folder / "x.pack", 48).value();
    ASSERT_TRUE(writer.add(GrayImage(200, 48), textOnly("blank", LineCoding::Compact)).ok());
    ASSERT_TRUE(writer.add(strokes, textOnly("v-")).ok());
    EXPECT_EQ(writer.add(PenStrokes{{}}, {}).error().code, ErrorCode::InvalidInput);
    ASSERT_TRUE(writer.finish().ok());
    const auto opened = LinePack::open(folder / "x.pack");
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened->picture(opened->items()[0]), GrayImage(200, 48));
    EXPECT_LT(opened->items()[0].bytes, 200u);
    EXPECT_TRUE(opened->strokes(opened->items()[0]).empty());
    EXPECT_EQ(opened->strokes(opened->items()[1]), strokes);
    EXPECT_TRUE(opened->picture(opened->items()[1]).empty());
    EXPECT_NEAR(opened->items()[1].widthPx, 2.0 * 48, 30);
}

TEST(LinePack, EveryFlippedByteAndEveryTruncationIsNoticed)
{
    const test::TemporaryFolder folder;
    writeTwoLines(folder / "x.pack");
    const std::string whole = readFile(folder / "x.pack").value();
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string flipped = whole;
        flipped[i] = static_cast<char>(flipped[i] ^ 0x10);
        ASSERT_TRUE(writeFileAtomically(folder / "bad", flipped).ok());
        EXPECT_FALSE(LinePack::open(folder / "bad").ok()) << i;
        ASSERT_TRUE(writeFileAtomically(folder / "bad", whole.substr(0, i)).ok());
        EXPECT_FALSE(LinePack::open(folder / "bad").ok()) << i;
    }
}

TEST(LinePack, AnUnfinishedPackLeavesNothingBehind)
{
    const test::TemporaryFolder folder;
    {
        auto writer = PackWriter::create(folder / "x.pack", 5).value();
        ASSERT_TRUE(writer.add(striped(3, 5), {}).ok());
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(LinePack, RefusesALineOfAnotherHeight)
{
    const test::TemporaryFolder folder;
    auto writer = PackWriter::create(folder / "x.pack", 5).value();
    EXPECT_EQ(writer.add(striped(3, 6), {}).error().code, ErrorCode::InvalidInput);
}

TEST(LinePack, AMissingPackIsNamed)
{
    const auto result = LinePack::open("/nowhere/x.pack");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::NotFound);
    EXPECT_THAT(result.error().detail, testing::HasSubstr("/nowhere/x.pack"));
}

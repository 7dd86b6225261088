#include "longhand/app/picture_source.h"

#include <array>
#include <cstdint>
#include <string>

#include <gmock/gmock.h>

#include "longhand/base/files.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using longhand::test::TemporaryFolder;
using testing::HasSubstr;

namespace
{

void addNumber(std::string& to, std::uint64_t value, int byteCount)
{
    for (int i = 0; i < byteCount; ++i)
        to += static_cast<char>(value >> (8 * i) & 0xff);
}

/// One directory of a little-endian TIFF file: a grey page whose pixels are the byte at `pixelsAt`.
void addPage(std::string& tiff, std::uint64_t widthPx, std::uint64_t heightPx, std::uint64_t pixelsAt, bool isLast)
{
    constexpr int kShort = 3;
    constexpr int kLong = 4;
    struct Entry {
        int tag, type;
        std::uint64_t value;
    };
    const std::array entries{Entry{256, kLong, widthPx}, Entry{257, kLong, heightPx}, Entry{258, kShort, 8},
                             Entry{259, kShort, 1},      Entry{262, kShort, 1},       Entry{273, kLong, pixelsAt},
                             Entry{277, kShort, 1},      Entry{278, kLong, heightPx}, Entry{279, kLong, 1}};
    addNumber(tiff, entries.size(), 2);
    for (const Entry& entry : entries) {
        addNumber(tiff, static_cast<std::uint64_t>(entry.tag), 2);
        addNumber(tiff, static_cast<std::uint64_t>(entry.type), 2);
        addNumber(tiff, 1, 4);
        addNumber(tiff, entry.value, 4);
    }
    addNumber(tiff, isLast ? 0 : tiff.size() + 4, 4);
}

/// Two pages of one pixel, 10 and 200, and between them one far too large to decode.
std::string threePages()
{
    std::string tiff = "II";
    addNumber(tiff, 42, 2);
    addNumber(tiff, 10, 4);
    tiff += "\x0a\xc8";
    addPage(tiff, 1, 1, 8, false);
    addPage(tiff, 20000, 20000, 8, false);
    addPage(tiff, 1, 1, 9, true);
    return tiff;
}

class PictureSources : public testing::Test
{
protected:
    [[nodiscard]] Result<RgbImage> read(int pageIndex) const
    {
        return readPicture({.file = m_folder / "scan.tif", .pasted = {}, .name = "scan.tif", .pageIndex = pageIndex});
    }

    TemporaryFolder m_folder;
};

} // namespace

TEST_F(PictureSources, OnePageIsReadWithoutDecodingTheOthers)
{
    ASSERT_TRUE(writeFileAtomically(m_folder / "scan.tif", threePages()));
    const auto first = read(0);
    const auto last = read(2);
    ASSERT_TRUE(first.ok()) << first.error().detail;
    ASSERT_TRUE(last.ok()) << last.error().detail;
    EXPECT_EQ(*first, RgbImage(1, 1, 10));
    EXPECT_EQ(*last, RgbImage(1, 1, 200));
    EXPECT_EQ(read(1).error().code, ErrorCode::TooLarge);
}

TEST_F(PictureSources, APageThatIsNoLongerThereIsAnError)
{
    ASSERT_TRUE(writeFileAtomically(m_folder / "scan.tif", threePages()));
    for (const int pageIndex : {3, -1}) {
        const auto page = read(pageIndex);
        ASSERT_FALSE(page.ok());
        EXPECT_EQ(page.error().code, ErrorCode::Damaged);
        EXPECT_THAT(page.error().detail, HasSubstr("scan.tif"));
    }
}

TEST_F(PictureSources, APastedPictureIsLaidOverWhite)
{
    QImage clear(2, 1, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    const auto picture = readPicture({.file = {}, .pasted = clear, .name = "Pasted", .pageIndex = 0});
    ASSERT_TRUE(picture.ok()) << picture.error().detail;
    EXPECT_EQ(*picture, RgbImage(2, 1, 255));
}

#include "longhand/app/picture_source.h"

#include <gmock/gmock.h>

#include "longhand/base/files.h"
#include "temporary_folder.h"
#include "three_page_scan.h"

using namespace longhand;
using namespace longhand::app;
using longhand::test::TemporaryFolder;
using longhand::test::threePageScan;
using testing::HasSubstr;

namespace
{

class PictureSources : public testing::Test
{
protected:
    [[nodiscard]] Result<RgbImage> read(int pageIndex) const
    {
        return readPicture({.file = m_folder / "scan.tif",
                            .pasted = {},
                            .name = "scan.tif",
                            .pageIndex = pageIndex,
                            .preprocess = {},
                            .writer = {}});
    }

    TemporaryFolder m_folder;
};

} // namespace

TEST_F(PictureSources, OnePageIsReadWithoutDecodingTheOthers)
{
    ASSERT_TRUE(writeFileAtomically(m_folder / "scan.tif", threePageScan()));
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
    ASSERT_TRUE(writeFileAtomically(m_folder / "scan.tif", threePageScan()));
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
    const auto picture =
        readPicture({.file = {}, .pasted = clear, .name = "Pasted", .pageIndex = 0, .preprocess = {}, .writer = {}});
    ASSERT_TRUE(picture.ok()) << picture.error().detail;
    EXPECT_EQ(*picture, RgbImage(2, 1, 255));
}

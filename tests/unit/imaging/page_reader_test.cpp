#include "longhand/imaging/page_reader.h"

#include <array>
#include <fstream>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "longhand/base/files.h"
#include "temporary_folder.h"
#include "tiny_pictures.h"

using namespace longhand;
using namespace longhand::imaging;
using longhand::test::bytesOf;
using longhand::test::ByteWriter;
using longhand::test::TinyTiff;

namespace
{

using Rgb = std::array<int, 3>;

Rgb pixel(const RgbImage& image, int x, int y)
{
    const std::uint8_t* p = image.row(y) + 3 * x;
    return {p[0], p[1], p[2]};
}

void expectNear(const Rgb& actual, const Rgb& expected, int tolerance)
{
    for (std::size_t c = 0; c < 3; ++c)
        EXPECT_NEAR(actual[c], expected[c], tolerance) << "channel " << c;
}

/// 40 x 20 pixels, red at the left, blue at the right, with a green corner at the top left.
cv::Mat flag()
{
    cv::Mat bgr(20, 40, CV_8UC3, cv::Scalar(0, 0, 255));
    bgr.colRange(20, 40).setTo(cv::Scalar(255, 0, 0));
    bgr(cv::Rect(0, 0, 8, 8)).setTo(cv::Scalar(0, 255, 0));
    return bgr;
}

class PageReader : public testing::Test
{
protected:
    std::filesystem::path encoded(const std::string& name, const cv::Mat& picture, const std::string& format)
    {
        std::vector<std::uint8_t> bytes;
        EXPECT_TRUE(cv::imencode(format, picture, bytes));
        return stored(name, {bytes.begin(), bytes.end()});
    }
    std::filesystem::path stored(const std::string& name, const std::string& bytes)
    {
        std::ofstream(m_folder / name, std::ios::binary) << bytes;
        return m_folder / name;
    }
    static RgbImage onlyPage(const std::filesystem::path& path)
    {
        Result<std::vector<PageImage>> pages = readPages(path);
        EXPECT_TRUE(pages.ok()) << (pages.ok() ? "" : pages.error().detail);
        if (!pages.ok())
            return {};
        EXPECT_EQ((*pages).size(), 1u);
        return (*pages)[0].color;
    }

    test::TemporaryFolder m_folder;
};

/// What an EXIF block holds that says nothing but how the camera was held.
std::string exif(int orientation)
{
    return ByteWriter()
        .text("II")
        .number(42, 2)
        .number(8, 4)
        .number(1, 2)
        .number(274, 2)
        .number(3, 2)
        .number(1, 4)
        .number(static_cast<std::uint64_t>(orientation), 4)
        .number(0, 4)
        .bytes();
}

} // namespace

TEST_F(PageReader, ReadsEveryFormat)
{
    for (const std::string format : {".jpg", ".png", ".tif", ".webp", ".bmp"}) {
        SCOPED_TRACE(format);
        const RgbImage image = onlyPage(encoded("page" + format, flag(), format));
        ASSERT_EQ(image.width, 40);
        ASSERT_EQ(image.height, 20);
        expectNear(pixel(image, 3, 3), {0, 255, 0}, 12);
        expectNear(pixel(image, 12, 15), {255, 0, 0}, 12);
        expectNear(pixel(image, 33, 15), {0, 0, 255}, 12);
    }
}

TEST_F(PageReader, TheContentDecidesNotTheSuffix)
{
    EXPECT_EQ(onlyPage(encoded("really-a-png.jpg", flag(), ".png")).width, 40);
    EXPECT_EQ(onlyPage(encoded("no suffix at all", flag(), ".jpg")).width, 40);
}

TEST_F(PageReader, ReadsNamesWithSpacesQuotesAndAccents)
{
    EXPECT_EQ(onlyPage(encoded("l'été \"n° 1\" – дом.png", flag(), ".png")).height, 20);
}

TEST_F(PageReader, ReadsAllPagesOfATiffFileInOrder)
{
    const cv::Mat first(10, 30, CV_8UC3, cv::Scalar::all(10)), second(50, 20, CV_8UC3, cv::Scalar::all(200));
    const auto path = m_folder / "pages.tif";
    ASSERT_TRUE(cv::imwrite(path.string(), std::vector<cv::Mat>{first, second}));
    const auto pages = readPages(path);
    ASSERT_TRUE(pages.ok());
    ASSERT_EQ((*pages).size(), 2u);
    EXPECT_EQ((*pages)[0].color.width, 30);
    EXPECT_EQ((*pages)[0].pageIndex, 0);
    EXPECT_EQ((*pages)[1].color.height, 50);
    EXPECT_EQ((*pages)[1].pageIndex, 1);
    EXPECT_EQ(pixel((*pages)[1].color, 5, 5), (Rgb{200, 200, 200}));
}

TEST_F(PageReader, OnePageAtATimeComesOutTheSame)
{
    const auto path = m_folder / "pages.tif";
    ASSERT_TRUE(cv::imwrite(path.string(), std::vector<cv::Mat>{flag(), cv::Mat(5, 6, CV_8UC3, cv::Scalar::all(9))}));
    const auto file = PictureFile::open(path);
    ASSERT_TRUE(file.ok());
    EXPECT_EQ((*file).pageCount(), 2);
    EXPECT_EQ((*(*file).page(1)).color.width, 6);
    EXPECT_EQ((*file).page(2).error().code, ErrorCode::InvalidInput);
}

TEST_F(PageReader, TurnsAJpegTheWayTheCameraWasHeld)
{
    std::vector<std::uint8_t> jpeg;
    ASSERT_TRUE(cv::imencode(".jpg", flag(), jpeg));
    // Where the green corner, stored at the top left, belongs; from the EXIF standard.
    struct Case {
        int orientation;
        bool right, bottom, onItsSide;
    };
    for (const Case& c : {Case{1, false, false, false}, Case{2, true, false, false}, Case{3, true, true, false},
                          Case{4, false, true, false}, Case{5, false, false, true}, Case{6, true, false, true},
                          Case{7, true, true, true}, Case{8, false, true, true}}) {
        SCOPED_TRACE(c.orientation);
        const std::string block = exif(c.orientation);
        std::string bytes(jpeg.begin(), jpeg.end());
        const std::size_t length = block.size() + 8;
        std::string segment = "\xff\xe1";
        segment += static_cast<char>(length >> 8);
        segment += static_cast<char>(length & 0xff);
        segment += std::string("Exif\0\0", 6) + block;
        bytes.insert(2, segment);
        const RgbImage image = onlyPage(stored("turned.jpg", bytes));
        ASSERT_EQ(image.width, c.onItsSide ? 20 : 40);
        ASSERT_EQ(image.height, c.onItsSide ? 40 : 20);
        expectNear(pixel(image, c.right ? image.width - 4 : 3, c.bottom ? image.height - 4 : 3), {0, 255, 0}, 12);
        const auto small = PictureFile::open(m_folder / "turned.jpg")->smallPage(0, 16);
        ASSERT_TRUE(small.ok()) << small.error().detail;
        EXPECT_EQ(small->widthPx, image.width);
        EXPECT_EQ(small->heightPx, image.height);
        ASSERT_EQ(small->color.width, image.width / 2);
        expectNear(pixel(small->color, c.right ? small->color.width - 2 : 1, c.bottom ? small->color.height - 2 : 1),
                   {0, 255, 0}, 30);
    }
}

TEST_F(PageReader, ASmallPageIsNeverSmallerThanAsked)
{
    cv::Mat picture;
    cv::resize(flag(), picture, {1600, 800}, 0, 0, cv::INTER_NEAREST);
    const auto file = PictureFile::open(encoded("large.jpg", picture, ".jpg"));
    for (const auto& [asked, width] : {std::pair{200, 200}, {201, 400}, {800, 800}, {801, 1600}, {9000, 1600}}) {
        const auto small = file->smallPage(0, asked);
        ASSERT_TRUE(small.ok()) << small.error().detail;
        EXPECT_EQ(small->color.width, width) << "asked for " << asked;
        EXPECT_EQ(small->widthPx, 1600);
        EXPECT_EQ(small->heightPx, 800);
    }
    EXPECT_FALSE(file->smallPage(1, 200).ok());
    const auto whole = PictureFile::open(encoded("large.png", picture, ".png"))->smallPage(0, 200);
    ASSERT_TRUE(whole.ok()) << whole.error().detail;
    EXPECT_EQ(whole->color.width, 1600);
}

TEST_F(PageReader, TurnsATiffTheWayItsTagSays)
{
    TinyTiff tiff{.width = 2, .height = 1, .pixels = std::string("\x0a\xc8", 2)};
    tiff.orientation = 6;
    const RgbImage image = onlyPage(stored("turned.tif", tiff.bytes()));
    ASSERT_EQ(image.width, 1);
    ASSERT_EQ(image.height, 2);
    EXPECT_EQ(pixel(image, 0, 0)[0], 10);
    EXPECT_EQ(pixel(image, 0, 1)[0], 200);
}

TEST_F(PageReader, LaysTransparencyOverWhite)
{
    cv::Mat bgra(4, 4, CV_8UC4, cv::Scalar(0, 0, 200, 255));
    bgra.row(0).setTo(cv::Scalar(0, 0, 0, 0));
    bgra.row(1).setTo(cv::Scalar(0, 0, 200, 128));
    for (const std::string format : {".png", ".webp"}) {
        SCOPED_TRACE(format);
        const RgbImage image = onlyPage(encoded("clear" + format, bgra, format));
        expectNear(pixel(image, 0, 0), {255, 255, 255}, 2);
        expectNear(pixel(image, 0, 1), {227, 127, 127}, 3);
        expectNear(pixel(image, 0, 2), {200, 0, 0}, 2);
    }
}

TEST_F(PageReader, LaysTransparentTiffsOverWhite)
{
    TinyTiff tiff{.samples = 4, .photometric = 2, .extraSample = 2, .pixels = std::string("\xc8\x00\x00\x80", 4)};
    expectNear(pixel(onlyPage(stored("plain.tif", tiff.bytes())), 0, 0), {227, 127, 127}, 3);
    tiff.extraSample = 1; // colours already multiplied
    tiff.pixels = std::string("\x64\x00\x00\x80", 4);
    expectNear(pixel(onlyPage(stored("multiplied.tif", tiff.bytes())), 0, 0), {227, 127, 127}, 3);
}

TEST_F(PageReader, LaysTransparentGreyOverWhite)
{
    const TinyTiff tiff{
        .width = 2, .height = 1, .samples = 2, .extraSample = 2, .pixels = std::string("\x64\x80\x64\xff", 4)};
    const RgbImage image = onlyPage(stored("grey.tif", tiff.bytes()));
    EXPECT_NEAR(pixel(image, 0, 0)[0], 177, 2);
    EXPECT_EQ(pixel(image, 1, 0)[0], 100);
}

TEST_F(PageReader, ScalesSixteenBits)
{
    const cv::Mat deep(3, 3, CV_16UC3, cv::Scalar(0, 0x8080, 0xffff));
    const cv::Mat deepGray(3, 3, CV_16U, cv::Scalar(0x4040));
    for (const std::string format : {".png", ".tif"}) {
        SCOPED_TRACE(format);
        expectNear(pixel(onlyPage(encoded("deep" + format, deep, format)), 1, 1), {255, 128, 0}, 1);
        expectNear(pixel(onlyPage(encoded("gray" + format, deepGray, format)), 1, 1), {64, 64, 64}, 1);
    }
}

TEST_F(PageReader, ConvertsPalettesAndTheirTransparency)
{
    const RgbImage image = onlyPage(stored("palette.png", bytesOf(test::kPalettePng)));
    EXPECT_EQ(pixel(image, 0, 0), (Rgb{255, 0, 0}));
    EXPECT_EQ(pixel(image, 1, 0), (Rgb{255, 255, 255}));
    EXPECT_EQ(pixel(image, 2, 0), (Rgb{0, 128, 0}));
}

TEST_F(PageReader, ConvertsCmyk)
{
    expectNear(pixel(onlyPage(stored("cmyk.jpg", bytesOf(test::kCmykJpeg))), 8, 8), {200, 40, 60}, 6);
    const TinyTiff tiff{.samples = 4, .photometric = 5, .pixels = std::string("\x00\xff\xff\x00", 4)};
    expectNear(pixel(onlyPage(stored("cmyk.tif", tiff.bytes())), 0, 0), {255, 0, 0}, 2);
}

TEST_F(PageReader, ReadsOneAndFourBitScans)
{
    TinyTiff fax{.width = 8, .height = 1, .bitsPerSample = 1, .photometric = 0, .pixels = "\x0f"};
    RgbImage image = onlyPage(stored("fax.tif", fax.bytes()));
    EXPECT_EQ(pixel(image, 0, 0)[0], 255);
    EXPECT_EQ(pixel(image, 7, 0)[0], 0);
    const TinyTiff nibbles{.width = 2, .height = 1, .bitsPerSample = 4, .pixels = "\x0f"};
    image = onlyPage(stored("nibbles.tif", nibbles.bytes()));
    EXPECT_EQ(pixel(image, 0, 0)[0], 0);
    EXPECT_EQ(pixel(image, 1, 0)[0], 255);
}

TEST_F(PageReader, GreyIsTheFirstPageByBrightness)
{
    cv::Mat bgr(2, 2, CV_8UC3, cv::Scalar(255, 0, 0));
    const auto gray = readGray(encoded("blue.png", bgr, ".png"));
    ASSERT_TRUE(gray.ok());
    EXPECT_NEAR((*gray).pixels[0], 29, 1); // blue is dark to the eye
}

TEST_F(PageReader, WhatIsWrittenReadsBackTheSame)
{
    RgbImage color(3, 2, 77);
    color.pixels[0] = 200;
    ASSERT_TRUE(writePng(m_folder / "color.png", color).ok());
    EXPECT_EQ(onlyPage(m_folder / "color.png"), color);
    GrayImage gray(5, 4, 99);
    gray.pixels[7] = 1;
    ASSERT_TRUE(writePng(m_folder / "gray.png", gray).ok());
    EXPECT_EQ(*readGray(m_folder / "gray.png"), gray);
}

TEST_F(PageReader, WritingWhereThereIsNoFolderNamesTheFile)
{
    const auto written = writePng(m_folder / "missing/out.png", GrayImage(2, 2));
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().code, ErrorCode::NotFound);
    EXPECT_THAT(written.error().detail, testing::HasSubstr("out.png"));
    EXPECT_EQ(writePng(m_folder / "empty.png", GrayImage()).error().code, ErrorCode::InvalidInput);
}

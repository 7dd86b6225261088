#include "longhand/imaging/page_reader.h"

#include <chrono>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

#include "temporary_folder.h"
#include "tiny_pictures.h"

using namespace longhand;
using namespace longhand::imaging;
using longhand::test::TinyTiff;

namespace
{

class BadPicture : public testing::Test
{
protected:
    std::filesystem::path stored(const std::string& name, const std::string& bytes)
    {
        std::ofstream(m_folder / name, std::ios::binary) << bytes;
        return m_folder / name;
    }
    /// The message is one that a person can act on, and nothing else is printed.
    static void expectError(const std::filesystem::path& path, ErrorCode code)
    {
        SCOPED_TRACE(path.filename());
        testing::internal::CaptureStderr();
        const auto pages = readPages(path);
        EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
        ASSERT_FALSE(pages.ok());
        EXPECT_EQ(pages.error().code, code) << pages.error().detail;
        EXPECT_THAT(pages.error().detail, testing::HasSubstr(path.filename().string()));
        EXPECT_THAT(pages.error().detail, testing::EndsWith("."));
    }

    test::TemporaryFolder m_folder;
};

std::string encode(const std::string& format)
{
    cv::Mat picture(60, 80, CV_8UC3);
    cv::randu(picture, 0, 256);
    std::vector<std::uint8_t> bytes;
    EXPECT_TRUE(cv::imencode(format, picture, bytes));
    return {bytes.begin(), bytes.end()};
}

std::string bigEndian(std::uint32_t value)
{
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
            static_cast<char>(value)};
}

std::uint32_t crc32(const std::string& bytes)
{
    std::uint32_t crc = 0xffffffffu;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
    }
    return ~crc;
}

/// A PNG file of a hundred bytes that claims to be large.
std::string hugePng(std::uint32_t side)
{
    std::vector<std::uint8_t> tiny;
    EXPECT_TRUE(cv::imencode(".png", cv::Mat(1, 1, CV_8U, cv::Scalar(0)), tiny));
    std::string bytes(tiny.begin(), tiny.end());
    bytes.replace(16, 8, bigEndian(side) + bigEndian(side));
    bytes.replace(29, 4, bigEndian(crc32(bytes.substr(12, 17))));
    return bytes;
}

} // namespace

TEST_F(BadPicture, Missing)
{
    expectError(m_folder / "no such page.jpg", ErrorCode::NotFound);
}

TEST_F(BadPicture, Empty)
{
    expectError(stored("empty.jpg", ""), ErrorCode::InvalidInput);
}

TEST_F(BadPicture, AFolder)
{
    expectError(m_folder.path(), ErrorCode::InvalidInput);
}

TEST_F(BadPicture, NotAPicture)
{
    expectError(stored("letter.jpg", "Dear Sir, this is a text file.\n"), ErrorCode::InvalidInput);
    expectError(stored("one byte.png", "x"), ErrorCode::InvalidInput);
}

TEST_F(BadPicture, AFormatLonghandDoesNotRead)
{
    expectError(stored("scan.jpg", "%PDF-1.7\n%..."), ErrorCode::Unsupported);
    expectError(stored("photo.heic", std::string("\0\0\0\x18", 4) + "ftypheic" + std::string(40, '\0')),
                ErrorCode::Unsupported);
}

TEST_F(BadPicture, UnreadablePermission)
{
    const auto path = stored("private.png", encode(".png"));
    ::chmod(path.c_str(), 0);
    // Root reads everything, so the test does without for a moment.
    const uid_t user = ::geteuid();
    if (user == 0) {
        ASSERT_EQ(::seteuid(65534), 0);
    }
    const auto pages = readPages(path);
    if (user == 0) {
        ASSERT_EQ(::seteuid(user), 0);
    }
    ASSERT_FALSE(pages.ok());
    EXPECT_EQ(pages.error().code, ErrorCode::NoPermission);
    EXPECT_THAT(pages.error().detail, testing::HasSubstr("private.png"));
}

TEST_F(BadPicture, CutOffAnywhere)
{
    for (const std::string format : {".jpg", ".png", ".tif", ".webp", ".bmp"}) {
        const std::string whole = encode(format);
        for (const double share : {0.01, 0.3, 0.6, 0.95}) {
            const auto length = static_cast<std::size_t>(share * static_cast<double>(whole.size()));
            const auto path = stored("cut" + std::to_string(length) + format, whole.substr(0, length));
            expectError(path, ErrorCode::Damaged);
        }
    }
}

TEST_F(BadPicture, OverwrittenInTheMiddle)
{
    std::string png = encode(".png");
    png.replace(png.size() / 2, 40, std::string(40, 'x'));
    expectError(stored("scratched.png", png), ErrorCode::Damaged);
}

TEST_F(BadPicture, TooLargeIsRefusedBeforeItIsDecoded)
{
    const auto path = stored("huge.png", hugePng(20000));
    const auto start = std::chrono::steady_clock::now();
    expectError(path, ErrorCode::TooLarge);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(200));
    EXPECT_THAT(readPages(path).error().detail, testing::HasSubstr("20000 x 20000"));
    TinyTiff tiff;
    tiff.width = tiff.height = 30000;
    tiff.pixels = "x";
    expectError(stored("huge.tif", tiff.bytes()), ErrorCode::TooLarge);
}

TEST_F(BadPicture, ARingOfTiffPagesEnds)
{
    TinyTiff tiff;
    tiff.pixels = "x";
    tiff.nextIsItself = true;
    const auto pages = readPages(stored("ring.tif", tiff.bytes()));
    ASSERT_TRUE(pages.ok());
    EXPECT_EQ((*pages).size(), 1u);
}

TEST_F(BadPicture, ASinglePixelReads)
{
    const auto path = m_folder / "dot.png";
    ASSERT_TRUE(writePng(path, GrayImage(1, 1, 40)).ok());
    const auto pages = readPages(path);
    ASSERT_TRUE(pages.ok());
    EXPECT_EQ((*pages)[0].color.width, 1);
}

TEST_F(BadPicture, NoByteSequenceCrashesTheReader)
{
    std::srand(7);
    for (const std::string format : {".jpg", ".png", ".tif", ".webp", ".bmp"}) {
        const std::string whole = encode(format);
        for (int round = 0; round < 60; ++round) {
            std::string bytes = whole;
            const std::size_t headerBytes = std::min<std::size_t>(bytes.size(), 200);
            for (int i = 0; i < 4; ++i)
                bytes[static_cast<std::size_t>(std::rand()) % headerBytes] = static_cast<char>(std::rand());
            testing::internal::CaptureStderr();
            const auto pages = readPages(stored("noise" + format, bytes));
            testing::internal::GetCapturedStderr();
            if (pages.ok()) {
                EXPECT_FALSE((*pages)[0].color.empty());
            } else {
                EXPECT_THAT(pages.error().detail, testing::HasSubstr("noise"));
            }
        }
    }
}

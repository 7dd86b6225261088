#include "longhand/formats/export.h"

#include <set>

#include <gmock/gmock.h>

#include "sample_document.h"

using namespace longhand;
using namespace longhand::formats;
using testing::HasSubstr;

TEST(Export, EveryFormatHasANameThatFindsItAgain)
{
    std::set<std::string_view> names, suffixes;
    for (const Format format : allFormats()) {
        EXPECT_EQ(formatFromName(formatName(format)), format);
        names.insert(formatName(format));
        suffixes.insert(fileSuffix(format));
    }
    EXPECT_EQ(names, (std::set<std::string_view>{"txt", "md", "json", "hocr", "alto", "page", "pdf", "odt", "docx"}));
    EXPECT_EQ(suffixes.size(), 9u);
    EXPECT_EQ(fileSuffix(Format::Alto), ".alto.xml");
    EXPECT_EQ(fileSuffix(Format::PageXml), ".page.xml");
}

TEST(Export, UnknownNamesAreNoFormat)
{
    EXPECT_EQ(formatFromName("rtf"), std::nullopt);
    EXPECT_EQ(formatFromName("TXT"), std::nullopt);
    EXPECT_EQ(formatFromName(""), std::nullopt);
}

TEST(Export, OnePageFormatsRefuseMorePagesAndSayWhatToDo)
{
    for (const Format format : {Format::Alto, Format::PageXml}) {
        const auto result = serialize(test::twoPages(), format);
        ASSERT_FALSE(result.ok());
        EXPECT_EQ(result.error().code, ErrorCode::InvalidInput);
        EXPECT_THAT(result.error().detail, HasSubstr("Write every page into a file of its own"));
    }
}

TEST(Export, ADocumentWithoutPagesIsRefusedWhereTheFormatNeedsAPage)
{
    for (const Format format : allFormats()) {
        const bool needsPage = format == Format::Alto || format == Format::PageXml || format == Format::Pdf;
        const auto result = serialize(Document{}, format);
        EXPECT_EQ(result.ok(), !needsPage) << formatName(format);
        if (!result.ok()) {
            EXPECT_EQ(result.error().code, ErrorCode::InvalidInput);
        }
    }
}

TEST(Export, APdfAsksForOnePictureAfterTheOther)
{
    Document document;
    document.pages = {formats::test::samplePage(), formats::test::samplePage(), formats::test::samplePage()};
    std::vector<std::size_t> asked;
    const RgbImage picture(10, 8);
    const auto pictureOf = [&](std::size_t page) -> Result<const RgbImage*> {
        asked.push_back(page);
        if (page == 1)
            return Error{ErrorCode::NotFound, "\"b.jpg\" is not there."};
        return &picture;
    };
    const auto bytes = serialize(document, Format::Pdf, pictureOf);
    ASSERT_FALSE(bytes.ok());
    EXPECT_EQ(bytes.error().code, ErrorCode::NotFound);
    EXPECT_EQ(asked, (std::vector<std::size_t>{0, 1}));
}

TEST(Export, APdfNeedsAPictureForEveryPageOrNone)
{
    const auto result = serialize(test::twoPages(), Format::Pdf, {RgbImage(10, 10)});
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::InvalidInput);
}

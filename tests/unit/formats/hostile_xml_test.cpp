#include <gmock/gmock.h>

#include "longhand/base/files.h"
#include "xml_file.h"

using namespace longhand;
using namespace longhand::formats;
using namespace longhand::formats::test;
using testing::HasSubstr;

namespace
{

std::string pageWith(const std::string& content)
{
    return "<PcGts><Page>" + content + "</Page></PcGts>";
}

void expectError(const Result<Page>& result, ErrorCode code, const std::string& hint = "a.xml'")
{
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, code) << result.error().detail;
    EXPECT_THAT(result.error().detail, HasSubstr(hint));
    EXPECT_THAT(result.error().detail, HasSubstr("a.xml'"));
}

std::string repeated(const std::string& text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

TEST(HostileXml, MissingFilesAndFoldersAreNamed)
{
    const longhand::test::TemporaryFolder folder;
    EXPECT_EQ(readTranscription(folder / "none.xml").error().code, ErrorCode::NotFound);
    EXPECT_EQ(readTranscription(folder.path()).error().code, ErrorCode::InvalidInput);
}

TEST(HostileXml, EmptyTruncatedAndBrokenFilesAreDamaged)
{
    expectError(readXml(""), ErrorCode::Damaged, "empty");
    expectError(readXml("   \n"), ErrorCode::Damaged);
    expectError(readXml("not xml"), ErrorCode::Damaged);
    expectError(readXml("\x89PNG\r\n\x1a\n"), ErrorCode::Damaged);
    expectError(readXml("<PcGts><Page></PcGts>"), ErrorCode::Damaged);
    expectError(readXml(pageWith("") + "<more/>"), ErrorCode::Damaged);
    expectError(readXml(pageWith("<TextRegion id=a/>")), ErrorCode::Damaged);
    expectError(readXml("<PcGts/>"), ErrorCode::Damaged, "no <Page>");
    expectError(readXml("<alto/>"), ErrorCode::Damaged, "no <Page>");
}

TEST(HostileXml, EveryTruncationIsReportedAndNoneCrashes)
{
    const std::string whole =
        "<?xml version=\"1.0\"?><PcGts><Page imageWidth=\"5\"><ReadingOrder><OrderedGroup><RegionRefIndexed "
        "index=\"0\" "
        "regionRef=\"r\"/></OrderedGroup></ReadingOrder><TextRegion id=\"r\"><TextLine id=\"l\"><Coords points=\"1,2 "
        "3,4\"/><Word id=\"w\"><Glyph "
        "id=\"g\"/></Word><TextEquiv><Unicode>x</Unicode></TextEquiv></TextLine></TextRegion>"
        "</Page></PcGts>";
    ASSERT_TRUE(readXml(whole).ok());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto result = readXml(whole.substr(0, length));
        ASSERT_FALSE(result.ok()) << length;
        EXPECT_EQ(result.error().code, ErrorCode::Damaged) << length;
    }
}

TEST(HostileXml, AnotherRootIsUnsupportedAndNamed)
{
    expectError(readXml("<html/>"), ErrorCode::Unsupported, "<html>");
    const longhand::test::TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "a.xml", "<alto><Layout><Page/></Layout></alto>"));
    expectError(readPageXml(folder / "a.xml"), ErrorCode::Unsupported);
    EXPECT_TRUE(readAlto(folder / "a.xml").ok());
    ASSERT_TRUE(writeFileAtomically(folder / "a.xml", pageWith("")));
    expectError(readAlto(folder / "a.xml"), ErrorCode::Unsupported);
    EXPECT_TRUE(readPageXml(folder / "a.xml").ok());
}

TEST(HostileXml, EntitiesAreNeitherExpandedNorFetched)
{
    std::string laughs = "<!DOCTYPE x [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 20; ++i)
        laughs += "<!ENTITY a" + std::to_string(i) + " \"" + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
    expectError(readXml(laughs + "]>" + pageWith("&a19;")), ErrorCode::Unsupported, "entities");
    expectError(readXml("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + pageWith("&e;")),
                ErrorCode::Unsupported, "entities");
    expectError(readXml(pageWith("&undeclared;")), ErrorCode::Damaged);
    EXPECT_TRUE(readXml("<!DOCTYPE PcGts SYSTEM \"http://localhost:1/page.dtd\">" + pageWith("")).ok());
}

TEST(HostileXml, DeepNestingEndsInAnErrorOrIsSkipped)
{
    constexpr int kDeep = 200000;
    expectError(readXml(pageWith(repeated("<TextRegion>", kDeep) + repeated("</TextRegion>", kDeep))),
                ErrorCode::Damaged, "nested");
    expectError(readXml(pageWith("<ReadingOrder>" + repeated("<OrderedGroup>", kDeep) +
                                 repeated("</OrderedGroup>", kDeep) + "</ReadingOrder>")),
                ErrorCode::Damaged, "nested");
    expectError(readXml("<alto><Layout><Page><PrintSpace>" + repeated("<ComposedBlock>", kDeep)), ErrorCode::Damaged);
    EXPECT_TRUE(readXml(pageWith(repeated("<x>", kDeep) + repeated("</x>", kDeep))).ok());
}

TEST(HostileXml, NumbersThatCannotBeCoordinatesAreRefused)
{
    for (const std::string points :
         {"1e300,2 3,4", "nan,1 2,3", "inf,0 1,1", "1,2 3", "a,b", "1,2 99999999999999999999,4", "0x10,1 2,2"}) {
        SCOPED_TRACE(points);
        expectError(
            readXml(pageWith("<TextRegion><TextLine><Coords points=\"" + points + "\"/></TextLine></TextRegion>")),
            ErrorCode::Damaged);
    }
    expectError(readXml("<PcGts><Page imageWidth=\"" + std::string(1000000, '9') + "\"/></PcGts>"), ErrorCode::Damaged,
                "coordinate");
    expectError(readXml("<alto><Layout><Page WIDTH=\"1e400\"/></Layout></alto>"), ErrorCode::Damaged);
    expectError(
        readXml("<alto><Layout><Page><PrintSpace><TextBlock><TextLine BASELINE=\"1e99\"/></TextBlock></PrintSpace>"
                "</Page></Layout></alto>"),
        ErrorCode::Damaged);
    // A page of negative size is one of unknown size; an odd confidence or index is none.
    const auto odd =
        readXml("<PcGts><Page imageWidth=\"-5\"><TextRegion><TextLine><TextEquiv conf=\"nan\" "
                "index=\"99999999999999\"><Unicode>x</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>");
    ASSERT_TRUE(odd.ok()) << odd.error().detail;
    EXPECT_EQ(odd->widthPx, 0);
    EXPECT_EQ(odd->lines[0].confidence, 0);
}

TEST(HostileXml, AMillionPointsAreJustPoints)
{
    const auto read = readXml(pageWith("<TextRegion><TextLine><Coords points=\"" + repeated("10,20 30,40 ", 500000) +
                                       "\"/></TextLine></TextRegion>"));
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(read->lines[0].outline.size(), 1000000u);
}

TEST(HostileXml, DeclaredEncodingsAreReadOrRefusedButNeverGarbled)
{
    const std::string body = "<PcGts><Page><TextRegion><TextLine><TextEquiv><Unicode>\xE9t\xE9</Unicode></TextEquiv>"
                             "</TextLine></TextRegion></Page></PcGts>";
    const auto latin1 = readXml("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + body);
    ASSERT_TRUE(latin1.ok()) << latin1.error().detail;
    EXPECT_EQ(latin1->lines[0].text, "\xC3\xA9t\xC3\xA9");
    expectError(readXml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body), ErrorCode::Damaged);
    expectError(readXml("<?xml version=\"1.0\" encoding=\"no-such-code\"?>" + body), ErrorCode::Damaged);

    std::string utf16 = "\xFF\xFE";
    for (const char c : std::string("<?xml version=\"1.0\" encoding=\"UTF-16\"?>") + body)
        utf16 += std::string{c, '\0'};
    const auto wide = readXml(utf16);
    ASSERT_TRUE(wide.ok()) << wide.error().detail;
    EXPECT_EQ(wide->lines[0].text, "\xC3\xA9t\xC3\xA9");

    EXPECT_TRUE(readXml("\xEF\xBB\xBF" + pageWith("")).ok());
}

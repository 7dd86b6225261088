#include <QXmlStreamReader>
#include <gmock/gmock.h>

#include "longhand/formats/export.h"
#include "sample_document.h"
#include "xml_file.h"

using namespace longhand;
using namespace longhand::formats;
using namespace longhand::formats::test;
using testing::ElementsAre;

namespace
{

using Texts = std::vector<std::string>;

std::string pcGts(const std::string& content, const std::string& year = "2013-07-15")
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PcGts "
           "xmlns=\"http://schema.primaresearch.org/PAGE/gts/pagecontent/" +
           year + "\"><Metadata><Creator>x</Creator></Metadata>" + content + "</PcGts>";
}

std::string line(const std::string& id, const std::string& text, const std::string& attributes = {})
{
    return "<TextLine id=\"" + id + "\" " + attributes + "><TextEquiv><Unicode>" + text +
           "</Unicode></TextEquiv></TextLine>";
}

} // namespace

TEST(PageXml, ComesBackAsItWasWritten)
{
    const auto read = readXml(serialize(sampleDocument(), Format::PageXml).value());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    const Page expected = samplePage();
    EXPECT_EQ(read->imageName, expected.imageName);
    EXPECT_EQ(read->widthPx, 1000);
    EXPECT_EQ(read->heightPx, 800);
    ASSERT_EQ(read->lines.size(), expected.lines.size());
    for (std::size_t i = 0; i < expected.lines.size(); ++i) {
        const Line &a = read->lines[i], &b = expected.lines[i];
        EXPECT_EQ(a.id, b.id);
        EXPECT_EQ(a.text, b.text);
        EXPECT_EQ(a.confidence, b.confidence);
        EXPECT_EQ(a.outline, b.outline);
        EXPECT_EQ(a.baseline, b.baseline);
        EXPECT_EQ(a.alternatives, b.alternatives);
        ASSERT_EQ(a.words.size(), b.words.size());
        for (std::size_t w = 0; w < b.words.size(); ++w) {
            EXPECT_EQ(a.words[w].text, b.words[w].text);
            EXPECT_EQ(a.words[w].confidence, b.words[w].confidence);
            EXPECT_EQ(a.words[w].outline, b.words[w].outline);
            EXPECT_EQ(a.words[w].alternatives, b.words[w].alternatives);
            ASSERT_EQ(a.words[w].glyphs.size(), b.words[w].glyphs.size());
            for (std::size_t g = 0; g < b.words[w].glyphs.size(); ++g) {
                EXPECT_EQ(a.words[w].glyphs[g].text, b.words[w].glyphs[g].text);
                EXPECT_EQ(a.words[w].glyphs[g].outline, b.words[w].glyphs[g].outline);
                EXPECT_NEAR(a.words[w].glyphs[g].confidence, b.words[w].glyphs[g].confidence, 1e-4);
            }
        }
    }
}

TEST(PageXml, EveryIdIsValidAndUsedOnce)
{
    Document document = sampleDocument();
    for (const char* id : {"l1", "", "l1_w1", "1 'odd'", "region_1"}) {
        document.pages[0].lines.push_back(document.pages[0].lines[0]);
        document.pages[0].lines.back().id = id;
    }
    for (const Format format : {Format::PageXml, Format::Alto}) {
        QXmlStreamReader xml(QByteArray::fromStdString(serialize(document, format).value()));
        std::set<std::string> ids;
        while (!xml.atEnd()) {
            xml.readNext();
            for (const QString& name : {QStringLiteral("id"), QStringLiteral("ID")}) {
                if (!xml.attributes().hasAttribute(name))
                    continue;
                const std::string id = xml.attributes().value(name).toString().toStdString();
                EXPECT_TRUE(ids.insert(id).second) << id;
                EXPECT_EQ(id.find_first_of(" '"), std::string::npos) << id;
                EXPECT_FALSE(std::isdigit(static_cast<unsigned char>(id.front()))) << id;
            }
        }
        EXPECT_FALSE(xml.hasError());
    }
    // What was valid and free stays.
    const auto read = readXml(serialize(document, Format::PageXml).value());
    EXPECT_EQ(idsOf(*read)[0], "l1");
    EXPECT_EQ(idsOf(*read)[4], "l1_w1");
    EXPECT_EQ(idsOf(*read)[6], "region_1");
}

TEST(PageXml, CoordinatesAreWholeAndOnThePage)
{
    Document document = sampleDocument();
    document.pages[0].lines[1].outline = {{-5, -3.2}, {1200, 0.4}, {99.5, 900}};
    document.pages[0].lines[0].outline.clear();
    document.pages[0].lines[0].words[2].outline.clear();
    const auto read = readXml(serialize(document, Format::PageXml).value());
    EXPECT_EQ(read->lines[1].outline, (Polygon{{0, 0}, {1000, 0}, {100, 800}}));
    // A line without an outline gets the box around its words and baseline, a word without one its line's.
    EXPECT_EQ(boundingBox(read->lines[0].outline), (Rect{100, 90, 690, 60}));
    EXPECT_EQ(read->lines[0].words[2].outline, read->lines[0].outline);
}

TEST(PageXml, APageWithoutLinesAndALineWithoutAnythingComeBack)
{
    Document document;
    document.pages.emplace_back();
    EXPECT_TRUE(readXml(serialize(document, Format::PageXml).value())->lines.empty());
    document.pages[0].lines.emplace_back();
    const auto read = readXml(serialize(document, Format::PageXml).value());
    ASSERT_EQ(read->lines.size(), 1u);
    EXPECT_EQ(read->lines[0].text, "");
    EXPECT_TRUE(read->lines[0].outline.empty());
    EXPECT_TRUE(read->lines[0].baseline.empty());
}

TEST(PageXml, StaysWellFormedWithControlCharacters)
{
    const auto read = readXml(serialize(nastyDocument(), Format::PageXml).value());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(read->lines[0].text, kNastyCleaned);
    EXPECT_EQ(read->lines[0].words[0].alternatives, Texts{kNastyCleaned});
}

TEST(PageXmlReader, FollowsTheReadingOrderOfNestedGroups)
{
    const auto read = readXml(
        pcGts("<Page imageFilename=\"C:\\scans\\a b.tif\" imageWidth=\"10\" imageHeight=\"20\"><ReadingOrder>"
              "<OrderedGroup id=\"g\"><RegionRefIndexed index=\"2\" regionRef=\"r1\"/>"
              "<OrderedGroupIndexed id=\"h\" index=\"0\"><RegionRefIndexed index=\"1\" regionRef=\"r2\"/>"
              "<RegionRefIndexed index=\"0\" regionRef=\"r3\"/></OrderedGroupIndexed>"
              "<UnorderedGroupIndexed id=\"u\" index=\"1\"><RegionRef regionRef=\"r4\"/></UnorderedGroupIndexed>"
              "</OrderedGroup></ReadingOrder>"
              "<TextRegion id=\"r0\">" +
              line("a", "not in the order") +
              "</TextRegion>"
              "<TextRegion id=\"r1\">" +
              line("b", "fourth") + line("c", "fifth") +
              "</TextRegion>"
              "<TextRegion id=\"r2\">" +
              line("d", "second") +
              "</TextRegion>"
              "<TableRegion id=\"r3\"><TextRegion id=\"cell\">" +
              line("e", "first") +
              "</TextRegion></TableRegion>"
              "<TextRegion id=\"r4\">" +
              line("f", "third") + "</TextRegion></Page>"));
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(textsOf(*read), (Texts{"first", "second", "third", "fourth", "fifth", "not in the order"}));
    EXPECT_EQ(read->imageName, "a b.tif");
}

TEST(PageXmlReader, AReadingOrderMayReferToLines)
{
    const auto read = readXml(pcGts("<Page><ReadingOrder><OrderedGroup id=\"g\"><RegionRefIndexed index=\"0\" "
                                    "regionRef=\"b\"/><RegionRefIndexed index=\"1\" regionRef=\"a\"/></OrderedGroup>"
                                    "</ReadingOrder><TextRegion id=\"r\">" +
                                    line("a", "A") + line("b", "B") + "</TextRegion></Page>"));
    EXPECT_EQ(textsOf(*read), (Texts{"B", "A"}));
}

TEST(PageXmlReader, FollowsTranskribusOrderWithinARegion)
{
    const auto custom = [](int n) {
        return "custom=\"structure {type:x;} readingOrder {index:" + std::to_string(n) + ";}\"";
    };
    const std::string region = "<TextRegion id=\"r\" custom=\"readingOrder {index:0;}\">" + line("a", "A", custom(10)) +
                               line("b", "B", custom(2)) +
                               "<TextEquiv><Unicode>A\nB</Unicode></TextEquiv></TextRegion>";
    EXPECT_EQ(textsOf(*readXml(pcGts("<Page>" + region + "</Page>"))), (Texts{"B", "A"}));
    // An index on some lines only is no order.
    const std::string partly = "<TextRegion id=\"r\">" + line("a", "A", custom(1)) + line("b", "B") + "</TextRegion>";
    EXPECT_EQ(textsOf(*readXml(pcGts("<Page>" + partly + "</Page>"))), (Texts{"A", "B"}));
}

TEST(PageXmlReader, TakesTheFirstReadingByIndexAndKeepsTheOthers)
{
    const auto read = readXml(pcGts("<Page><TextRegion id=\"r\"><TextLine id=\"a\">"
                                    "<TextEquiv index=\"2\" conf=\"0.1\"><Unicode>third</Unicode></TextEquiv>"
                                    "<TextEquiv index=\"0\" conf=\"0.75\"><PlainText>plain</PlainText><Unicode>first"
                                    "</Unicode></TextEquiv><TextEquiv index=\"1\"><PlainText>second</PlainText>"
                                    "</TextEquiv></TextLine></TextRegion></Page>"));
    ASSERT_EQ(read->lines.size(), 1u);
    EXPECT_EQ(read->lines[0].text, "first");
    EXPECT_EQ(read->lines[0].confidence, 0.75);
    EXPECT_EQ(read->lines[0].alternatives, (Texts{"second", "third"}));
}

TEST(PageXmlReader, KeepsLinesWithoutBaselineOrText)
{
    const auto read = readXml(pcGts("<Page><TextRegion id=\"r\"><TextLine id=\"a\"><Coords points=\"1,2 3,4 5.5,-6\"/>"
                                    "</TextLine><TextLine><Coords points=\"\"/><TextEquiv><Unicode/></TextEquiv>"
                                    "</TextLine></TextRegion></Page>",
                                    "2019-07-15"));
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(textsOf(*read), (Texts{"", ""}));
    EXPECT_EQ(read->lines[0].outline, (Polygon{{1, 2}, {3, 4}, {5.5, -6}}));
    EXPECT_TRUE(read->lines[0].baseline.empty());
    EXPECT_EQ(idsOf(*read), (Texts{"a", "line_2"}));
}

TEST(PageXmlReader, ReadsPointsAsElementsAsTheOldestFilesHaveThem)
{
    const auto read = readXml(pcGts("<Page imageFilename=\"a.png\" imageWidth=\"7\" imageHeight=\"8\"><TextRegion "
                                    "id=\"r\"><TextLine id=\"a\"><Coords><Point x=\"1\" y=\"2\"/><Point x=\"3\" "
                                    "y=\"4\"/><Point x=\"0\" y=\"9\"/></Coords></TextLine></TextRegion></Page>",
                                    "2010-03-19"));
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(read->lines[0].outline, (Polygon{{1, 2}, {3, 4}, {0, 9}}));
}

TEST(PageXmlReader, TextOfALineWithWordsOnlyIsItsWords)
{
    const auto read = readXml(pcGts("<Page><TextRegion id=\"r\"><TextLine id=\"a\"><Word id=\"w\"><TextEquiv><Unicode>"
                                    "two</Unicode></TextEquiv></Word><Word id=\"v\"><TextEquiv><Unicode>words</Unicode>"
                                    "</TextEquiv></Word></TextLine></TextRegion></Page>"));
    EXPECT_EQ(textsOf(*read), Texts{"two words"});
}

TEST(PageXmlReader, TextIsComposedTrimmedAndOnOneLine)
{
    const auto read =
        readXml(pcGts("<Page><TextRegion id=\"r\">" + line("a", "\n  e\xCC\x81t\xC3\xA9 &lt;&#x20AC;&gt;\n b ") +
                      "</TextRegion></Page>"));
    EXPECT_EQ(textsOf(*read), Texts{"\xC3\xA9t\xC3\xA9 <\xE2\x82\xAC>  b"});
}

TEST(PageXmlReader, RepeatedIdsAreToldApart)
{
    const auto read = readXml(pcGts("<Page><TextRegion id=\"r\">" + line("a", "1") + line("a", "2") + line("a_2", "3") +
                                    "</TextRegion></Page>"));
    const auto ids = idsOf(*read);
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 3u);
    EXPECT_EQ(ids[0], "a");
    EXPECT_EQ(ids[2], "a_2");
}

TEST(PageXmlReader, NamespacePrefixesDoNotMatter)
{
    const auto read = readXml("<p:PcGts xmlns:p=\"urn:x\"><p:Page imageFilename=\"a.jpg\"><p:TextRegion><p:TextLine "
                              "id=\"a\"><p:TextEquiv><p:Unicode>x</p:Unicode></p:TextEquiv></p:TextLine></p:TextRegion>"
                              "</p:Page></p:PcGts>");
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(textsOf(*read), Texts{"x"});
}

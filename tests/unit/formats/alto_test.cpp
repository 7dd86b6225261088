#include <QImage>
#include <QXmlStreamReader>
#include <gmock/gmock.h>

#include "longhand/base/files.h"
#include "longhand/formats/export.h"
#include "sample_document.h"
#include "xml_file.h"

using namespace longhand;
using namespace longhand::formats;
using namespace longhand::formats::test;

namespace
{

using Texts = std::vector<std::string>;

std::string alto(const std::string& printSpace, const std::string& unit = "pixel",
                 const std::string& version = "ns-v4#", const std::string& beforeLayout = {})
{
    return "<?xml version=\"1.0\"?><alto xmlns=\"http://www.loc.gov/standards/alto/" + version +
           "\"><Description><MeasurementUnit>" + unit +
           "</MeasurementUnit><sourceImageInformation><fileName>dir/scan.png</fileName></sourceImageInformation>"
           "</Description>" +
           beforeLayout + "<Layout><Page ID=\"p\" WIDTH=\"2540\" HEIGHT=\"1200\"><PrintSpace>" + printSpace +
           "</PrintSpace></Page></Layout></alto>";
}

std::string block(const std::string& id, const std::string& lines)
{
    return "<TextBlock ID=\"" + id + "\">" + lines + "</TextBlock>";
}

std::string altoLine(const std::string& content, const std::string& attributes = {})
{
    return "<TextLine " + attributes + ">" + content + "</TextLine>";
}

} // namespace

TEST(Alto, ComesBackAsItWasWritten)
{
    const auto read = readXml(serialize(sampleDocument(), Format::Alto).value());
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
        EXPECT_EQ(a.outline, b.outline);
        EXPECT_EQ(a.baseline, b.baseline);
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

TEST(Alto, WritesTheBoxesAndAttributesOfTheSchema)
{
    QXmlStreamReader xml(QByteArray::fromStdString(serialize(sampleDocument(), Format::Alto).value()));
    std::vector<std::string> elements;
    std::string lineAttributes, spaceAttributes;
    const auto all = [&xml] {
        std::string text;
        for (const QXmlStreamAttribute& a : xml.attributes())
            text += (a.name().toString() + u'=' + a.value().toString() + u' ').toStdString();
        return text;
    };
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        EXPECT_EQ(xml.namespaceUri(), u"http://www.loc.gov/standards/alto/ns-v4#");
        if (xml.name() == u"TextLine" && lineAttributes.empty())
            lineAttributes = all();
        if (xml.name() == u"SP" && spaceAttributes.empty())
            spaceAttributes = all();
        if (xml.name() == u"TextBlock") {
            EXPECT_EQ(all(), "ID=block_1 HPOS=90 VPOS=80 WIDTH=710 HEIGHT=160 LANG=de-AT ");
        }
        elements.push_back(xml.name().toString().toStdString());
    }
    ASSERT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    EXPECT_EQ(lineAttributes, "ID=l1 BASELINE=100,140 450,142 790,150 HPOS=90 VPOS=80 WIDTH=710 HEIGHT=80 ");
    EXPECT_EQ(spaceAttributes, "HPOS=300 VPOS=90 WIDTH=20 ");
    EXPECT_EQ(std::count(elements.begin(), elements.end(), "SP"), 3);
    EXPECT_EQ(std::count(elements.begin(), elements.end(), "String"), 5);
    EXPECT_EQ(std::count(elements.begin(), elements.end(), "Glyph"), 5);
}

TEST(Alto, LinesWithoutWordsOrAnythingComeBack)
{
    Document document;
    document.pages.emplace_back();
    EXPECT_TRUE(readXml(serialize(document, Format::Alto).value())->lines.empty());
    document.pages[0].lines.push_back({"a", "whole line of text", 0.5, {}, {}, {}, {}});
    document.pages[0].lines.push_back({});
    const auto read = readXml(serialize(document, Format::Alto).value());
    EXPECT_EQ(textsOf(*read), (Texts{"whole line of text", ""}));
    EXPECT_EQ(read->lines[0].confidence, 0.5);
    EXPECT_TRUE(read->lines[0].words.empty());
    EXPECT_TRUE(read->lines[1].words.empty());
}

TEST(Alto, StaysWellFormedWithControlCharacters)
{
    const auto read = readXml(serialize(nastyDocument(), Format::Alto).value());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(read->lines[0].text, kNastyCleaned);
}

TEST(Alto, GlyphsAreSingleCharactersAsTheSchemaWants)
{
    Document document = sampleDocument();
    auto& glyphs = document.pages[0].lines[0].words[0].glyphs;
    glyphs[0].text = "";
    glyphs[1].text = "ff";
    glyphs[2].text = "\xF0\x9D\x94\x84"; // one code point, two UTF-16 units
    const auto read = readXml(serialize(document, Format::Alto).value());
    ASSERT_EQ(read->lines[0].words[0].glyphs.size(), 3u);
    EXPECT_EQ(read->lines[0].words[0].glyphs[0].text, "\xF0\x9D\x94\x84");
}

TEST(AltoReader, JoinsStringsBySpacesAndHyphens)
{
    const auto read = readXml(alto(block(
        "b", altoLine("<String CONTENT=\"two\"/><SP/><String CONTENT=\"words\"/>") +
                 altoLine("<String CONTENT=\"no\"/><String CONTENT=\"SP\"/>") +
                 altoLine("<String CONTENT=\"l'\"/><String CONTENT=\"eau\"/><SP/><String CONTENT=\"de\"/>") +
                 altoLine("<String CONTENT=\"the\"/><SP/><String CONTENT=\"hyphen\" SUBS_TYPE=\"HypPart1\" "
                          "SUBS_CONTENT=\"hyphenated\"/><HYP CONTENT=\"\xC2\xAD\"/>") +
                 altoLine("<String CONTENT=\"ated\" SUBS_TYPE=\"HypPart2\" SUBS_CONTENT=\"hyphenated\"/><SP/><String "
                          "CONTENT=\"x\"/><HYP/>") +
                 altoLine("<String CONTENT=\"a whole line, e\xCC\x81t\xC3\xA9\"/>"))));
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(textsOf(*read),
              (Texts{"two words", "no SP", "l'eau de", "the hyphen-", "ated x-", "a whole line, \xC3\xA9t\xC3\xA9"}));
    EXPECT_EQ(read->lines[0].words.size(), 2u);
    EXPECT_TRUE(read->lines[5].words.empty());
    EXPECT_EQ(read->imageName, "scan.png");
}

TEST(AltoReader, ReadsEveryKindOfBaselineAndOutline)
{
    const std::string text = "<String CONTENT=\"x\"/>";
    const std::string shape = "<Shape><Polygon POINTS=\"1 2 3 4 5 6\"/></Shape>";
    const auto read = readXml(alto(
        block("b", altoLine(shape + text, "BASELINE=\"10,20 30,40\" HPOS=\"1\" VPOS=\"2\" WIDTH=\"3\" HEIGHT=\"4\"") +
                       altoLine(text, "BASELINE=\"10 20 30 40.5\"") +
                       altoLine(text, "BASELINE=\"77\" HPOS=\"10\" VPOS=\"60\" WIDTH=\"100\" HEIGHT=\"20\"") +
                       altoLine(text, "BASELINE=\"1,2,3,4\""))));
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(read->lines[0].baseline, (Polyline{{10, 20}, {30, 40}}));
    EXPECT_EQ(read->lines[0].outline, (Polygon{{1, 2}, {3, 4}, {5, 6}}));
    EXPECT_EQ(read->lines[1].baseline, (Polyline{{10, 20}, {30, 40.5}}));
    EXPECT_TRUE(read->lines[1].outline.empty());
    EXPECT_EQ(read->lines[2].baseline, (Polyline{{10, 77}, {110, 77}}));
    EXPECT_EQ(read->lines[2].outline, (Polygon{{10, 60}, {110, 60}, {110, 80}, {10, 80}}));
    EXPECT_EQ(read->lines[3].baseline, (Polyline{{1, 2}, {3, 4}}));
}

TEST(AltoReader, WithoutThePictureMillimetresAndInchesMeanThreeHundredDpi)
{
    const std::string lines =
        block("b", altoLine("<String CONTENT=\"x\"/>", "HPOS=\"254\" VPOS=\"508\" WIDTH=\"254\" HEIGHT=\"254\""));
    const auto mm10 = readXml(alto(lines, "mm10", "ns-v2#"));
    const Rect box = boundingBox(mm10->lines[0].outline);
    EXPECT_NEAR(box.x, 300, 1e-6);
    EXPECT_NEAR(box.y, 600, 1e-6);
    EXPECT_NEAR(box.width, 300, 1e-6);
    EXPECT_NEAR(box.height, 300, 1e-6);
    EXPECT_EQ(mm10->widthPx, 3000);
    const auto inch1200 = readXml(alto(lines, "inch1200", "ns-v3#"));
    EXPECT_EQ(inch1200->heightPx, 300);
    EXPECT_EQ(inch1200->lines[0].outline[0], (Point{63.5, 127}));
}

TEST(AltoReader, ThePictureBesideTheFileGivesTheScale)
{
    const longhand::test::TemporaryFolder folder;
    ASSERT_TRUE(
        QImage(1270, 300, QImage::Format_Grayscale8).save(QString::fromStdString((folder / "scan.png").string())));
    const std::string lines = block("b", altoLine("<String CONTENT=\"x\"/>", "BASELINE=\"100,200 300,400\""));
    ASSERT_TRUE(writeFileAtomically(folder / "scan.xml", alto(lines, "mm10")));
    const auto read = readAlto(folder / "scan.xml");
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(read->widthPx, 1270);
    EXPECT_EQ(read->heightPx, 300);
    EXPECT_EQ(read->lines[0].baseline, (Polyline{{50, 50}, {150, 100}}));
}

TEST(AltoReader, FollowsItsReadingOrderAndFindsNestedBlocks)
{
    const auto text = [](const std::string& t) { return altoLine("<String CONTENT=\"" + t + "\"/>"); };
    const std::string order = "<ReadingOrder><OrderedGroup ID=\"o\"><ElementRef ID=\"e1\" REF=\"b2\"/><ElementRef "
                              "ID=\"e2\" REF=\"b4 b1\"/></OrderedGroup></ReadingOrder>";
    const std::string blocks = block("b1", text("three")) + "<ComposedBlock ID=\"c\">" + block("b2", text("one")) +
                               "</ComposedBlock><Illustration ID=\"i\"/>" + block("b3", text("four")) +
                               block("b4", text("two"));
    EXPECT_EQ(textsOf(*readXml(alto(blocks, "pixel", "ns-v4#", order))), (Texts{"one", "two", "three", "four"}));
    EXPECT_EQ(textsOf(*readXml(alto(blocks))), (Texts{"three", "one", "four", "two"}));
}

TEST(AltoReader, MarginsHoldTextToo)
{
    const auto read =
        readXml("<alto><Layout><Page><LeftMargin>" + block("m", altoLine("<String CONTENT=\"note\"/>")) +
                "</LeftMargin><PrintSpace WIDTH=\"30\" HEIGHT=\"40\" HPOS=\"5\" VPOS=\"0\">" +
                block("b", altoLine("<String CONTENT=\"text\"/>")) + "</PrintSpace></Page></Layout></alto>");
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(textsOf(*read), (Texts{"note", "text"}));
    EXPECT_EQ(read->widthPx, 35);
    EXPECT_EQ(read->heightPx, 40);
}

TEST(AltoReader, SeveralPagesAreRefused)
{
    const auto read = readXml("<alto><Layout><Page/><Page/></Layout></alto>");
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(read.error().detail, testing::HasSubstr("several pages"));
}

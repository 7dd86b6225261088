#include <QXmlStreamReader>
#include <gtest/gtest.h>

#include "longhand/formats/export.h"
#include "sample_document.h"
#include "unzip.h"

using namespace longhand;
using namespace longhand::formats;
using namespace longhand::formats::test;

namespace
{

struct Paragraph {
    std::string text;
    std::string style;
    bool operator==(const Paragraph&) const = default;
};

std::vector<Paragraph> paragraphs(const Document& document)
{
    const auto entries = unzip(serialize(document, Format::Odt).value());
    QXmlStreamReader xml(QByteArray::fromStdString(entryNamed(entries, "content.xml")));
    const QString text = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:text:1.0");
    std::vector<Paragraph> found;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.namespaceUri() == text && xml.name() == u"p")
            found.push_back({{}, xml.attributes().value(text, QStringLiteral("style-name")).toString().toStdString()});
        else if (xml.isStartElement() && xml.namespaceUri() == text && xml.name() == u"s")
            found.back().text += ' ';
        else if (xml.isCharacters() && !found.empty())
            found.back().text += xml.text().toString().toStdString();
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return found;
}

} // namespace

TEST(Odt, StartsWithItsTypeUncompressed)
{
    const std::string bytes = serialize(sampleDocument(), Format::Odt).value();
    // Where the specification puts it, so that the type can be read without unzipping.
    EXPECT_EQ(bytes.substr(30, 8 + 39), "mimetypeapplication/vnd.oasis.opendocument.text");
    const auto entries = unzip(bytes);
    ASSERT_FALSE(entries.empty());
    EXPECT_EQ(entries[0].name, "mimetype");
    EXPECT_TRUE(entries[0].stored);
}

TEST(Odt, TheManifestListsEveryPart)
{
    const auto entries = unzip(serialize(sampleDocument(), Format::Odt).value());
    const std::string manifest = entryNamed(entries, "META-INF/manifest.xml");
    for (const Entry& entry : entries) {
        QXmlStreamReader xml(QByteArray::fromStdString(entry.bytes));
        if (entry.name == "mimetype" || entry.name == "META-INF/manifest.xml")
            continue;
        EXPECT_NE(manifest.find("full-path=\"" + entry.name + "\""), std::string::npos) << entry.name;
        while (!xml.atEnd())
            xml.readNext();
        EXPECT_FALSE(xml.hasError()) << entry.name << ": " << xml.errorString().toStdString();
    }
}

TEST(Odt, OneParagraphALineAndAPageBreakBetweenPages)
{
    Document document = twoPages();
    document.pages[0].lines[1].text = "  two  spaces";
    document.pages.insert(document.pages.begin() + 1, Page{});
    EXPECT_EQ(paragraphs(document), (std::vector<Paragraph>{{"Grüße à <l'œuvre>&\"€\"", "Standard"},
                                                            {"  two  spaces", "Standard"},
                                                            {"", "NewPage"},
                                                            {"on the other page", "NewPage"}}));
    const auto entries = unzip(serialize(document, Format::Odt).value());
    EXPECT_NE(entryNamed(entries, "content.xml").find("fo:break-before=\"page\""), std::string::npos);
    EXPECT_NE(entryNamed(entries, "styles.xml").find("fo:language=\"de\" fo:country=\"AT\""), std::string::npos);
}

TEST(Odt, SurvivesEmptyDocumentsAndControlCharacters)
{
    EXPECT_EQ(paragraphs(Document{}), (std::vector<Paragraph>{{"", "Standard"}}));
    EXPECT_EQ(paragraphs(nastyDocument()), (std::vector<Paragraph>{{kNastyCleaned, "Standard"}}));
}

TEST(Odt, TheSameDocumentGivesTheSameBytes)
{
    EXPECT_EQ(serialize(twoPages(), Format::Odt).value(), serialize(twoPages(), Format::Odt).value());
}

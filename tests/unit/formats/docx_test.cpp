#include <QXmlStreamReader>
#include <gmock/gmock.h>

#include "longhand/formats/export.h"
#include "sample_document.h"
#include "unzip.h"

using namespace longhand;
using namespace longhand::formats;
using namespace longhand::formats::test;
using testing::ElementsAre;
using testing::HasSubstr;

namespace
{

const QString kWord = QStringLiteral("http://schemas.openxmlformats.org/wordprocessingml/2006/main");

/// The text of every paragraph; a form feed before it where it begins a new page.
std::vector<std::string> paragraphs(const Document& document)
{
    const auto entries = unzip(serialize(document, Format::Docx).value());
    QXmlStreamReader xml(QByteArray::fromStdString(entryNamed(entries, "word/document.xml")));
    std::vector<std::string> found;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.namespaceUri() == kWord && xml.name() == u"p")
            found.emplace_back();
        else if (xml.isStartElement() && xml.name() == u"pageBreakBefore")
            found.back() += '\f';
        else if (xml.isStartElement() && xml.name() == u"t")
            EXPECT_EQ(xml.attributes().value(QStringLiteral("xml:space")), u"preserve");
        else if (xml.isCharacters() && !found.empty())
            found.back() += xml.text().toString().toStdString();
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return found;
}

} // namespace

TEST(Docx, EveryPartIsWellFormedAndHasAType)
{
    const auto entries = unzip(serialize(sampleDocument(), Format::Docx).value());
    ASSERT_FALSE(entries.empty());
    EXPECT_EQ(entries[0].name, "[Content_Types].xml");
    for (const Entry& entry : entries) {
        QXmlStreamReader xml(QByteArray::fromStdString(entry.bytes));
        while (!xml.atEnd())
            xml.readNext();
        EXPECT_FALSE(xml.hasError()) << entry.name << ": " << xml.errorString().toStdString();
        if (entry.name != "[Content_Types].xml" && !entry.name.ends_with(".rels")) {
            EXPECT_THAT(entries[0].bytes, HasSubstr("PartName=\"/" + entry.name + "\""));
        }
    }
    EXPECT_THAT(entryNamed(entries, "_rels/.rels"), HasSubstr("Target=\"word/document.xml\""));
    EXPECT_THAT(entryNamed(entries, "word/_rels/document.xml.rels"), HasSubstr("Target=\"styles.xml\""));
}

TEST(Docx, OneParagraphALineAndAPageBreakBetweenPages)
{
    Document document = twoPages();
    document.pages[0].lines[1].text = "  two  spaces";
    document.pages.insert(document.pages.begin() + 1, Page{});
    EXPECT_THAT(paragraphs(document),
                ElementsAre("Grüße à <l'œuvre>&\"€\"", "  two  spaces", "\f", "\fon the other page"));
    const auto entries = unzip(serialize(document, Format::Docx).value());
    EXPECT_THAT(entryNamed(entries, "word/styles.xml"), HasSubstr("w:lang w:val=\"de-AT\""));
}

TEST(Docx, SurvivesEmptyDocumentsAndControlCharacters)
{
    EXPECT_THAT(paragraphs(Document{}), ElementsAre(""));
    EXPECT_THAT(paragraphs(nastyDocument()), ElementsAre(kNastyCleaned));
}

TEST(Docx, TheSameDocumentGivesTheSameBytes)
{
    EXPECT_EQ(serialize(twoPages(), Format::Docx).value(), serialize(twoPages(), Format::Docx).value());
}

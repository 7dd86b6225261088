#include <QXmlStreamWriter>

#include "formats/memory_zip.h"
#include "formats/strings.h"
#include "formats/writers.h"

namespace longhand::formats
{

namespace
{

using namespace Qt::StringLiterals;

// Names of ECMA-376, Office Open XML, in its transitional form, which every word processor reads.
const QString kWord = u"http://schemas.openxmlformats.org/wordprocessingml/2006/main"_s;
const QString kContentTypes = u"http://schemas.openxmlformats.org/package/2006/content-types"_s;
const QString kRelationships = u"http://schemas.openxmlformats.org/package/2006/relationships"_s;
const QString kCoreProperties = u"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"_s;
const QString kExtendedProperties = u"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"_s;
const QString kDublinCore = u"http://purl.org/dc/elements/1.1/"_s;
const QString kOfficeTypes = u"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"_s;
const QString kPackageTypes = u"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"_s;

constexpr int kFontHalfPoints = 24;

template <class Write>
QByteArray xmlPart(const Write& write)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    write(xml);
    xml.writeEndDocument();
    return bytes;
}

void writeParagraph(QXmlStreamWriter& xml, const QString& line, bool onNewPage)
{
    xml.writeStartElement(kWord, u"p"_s);
    if (onNewPage) {
        xml.writeStartElement(kWord, u"pPr"_s);
        xml.writeEmptyElement(kWord, u"pageBreakBefore"_s);
        xml.writeEndElement();
    }
    if (!line.isEmpty()) {
        xml.writeStartElement(kWord, u"r"_s);
        xml.writeStartElement(kWord, u"t"_s);
        xml.writeAttribute(u"xml:space"_s, u"preserve"_s);
        xml.writeCharacters(line);
        xml.writeEndElement();
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

QByteArray documentXml(const Document& document)
{
    return xmlPart([&](QXmlStreamWriter& xml) {
        xml.writeNamespace(kWord, u"w"_s);
        xml.writeStartElement(kWord, u"document"_s);
        xml.writeStartElement(kWord, u"body"_s);
        for (std::size_t i = 0; i < document.pages.size(); ++i) {
            bool onNewPage = i > 0;
            if (document.pages[i].lines.empty())
                writeParagraph(xml, {}, onNewPage);
            for (const Line& line : document.pages[i].lines) {
                writeParagraph(xml, printableQt(line.text), onNewPage);
                onNewPage = false;
            }
        }
        if (document.pages.empty())
            writeParagraph(xml, {}, false);
    });
}

QByteArray stylesXml(const Document& document)
{
    return xmlPart([&](QXmlStreamWriter& xml) {
        xml.writeNamespace(kWord, u"w"_s);
        xml.writeStartElement(kWord, u"styles"_s);
        xml.writeStartElement(kWord, u"docDefaults"_s);
        xml.writeStartElement(kWord, u"rPrDefault"_s);
        xml.writeStartElement(kWord, u"rPr"_s);
        xml.writeEmptyElement(kWord, u"sz"_s);
        xml.writeAttribute(kWord, u"val"_s, QString::number(kFontHalfPoints));
        if (const QString tag = languageTag(document.language); !tag.isEmpty()) {
            // So that the word processor checks spelling in the right language.
            xml.writeEmptyElement(kWord, u"lang"_s);
            xml.writeAttribute(kWord, u"val"_s, tag);
        }
    });
}

QByteArray contentTypesXml()
{
    return xmlPart([&](QXmlStreamWriter& xml) {
        xml.writeDefaultNamespace(kContentTypes);
        xml.writeStartElement(kContentTypes, u"Types"_s);
        xml.writeEmptyElement(kContentTypes, u"Default"_s);
        xml.writeAttribute(u"Extension"_s, u"rels"_s);
        xml.writeAttribute(u"ContentType"_s, u"application/vnd.openxmlformats-package.relationships+xml"_s);
        const auto part = [&xml](const QString& name, const QString& type) {
            xml.writeEmptyElement(kContentTypes, u"Override"_s);
            xml.writeAttribute(u"PartName"_s, name);
            xml.writeAttribute(u"ContentType"_s, u"application/vnd.openxmlformats-"_s + type + u"+xml"_s);
        };
        part(u"/word/document.xml"_s, u"officedocument.wordprocessingml.document.main"_s);
        part(u"/word/styles.xml"_s, u"officedocument.wordprocessingml.styles"_s);
        part(u"/docProps/core.xml"_s, u"package.core-properties"_s);
        part(u"/docProps/app.xml"_s, u"officedocument.extended-properties"_s);
    });
}

struct Relationship {
    QString type;
    QString target;
};

QByteArray relationshipsXml(const std::vector<Relationship>& relationships)
{
    return xmlPart([&](QXmlStreamWriter& xml) {
        xml.writeDefaultNamespace(kRelationships);
        xml.writeStartElement(kRelationships, u"Relationships"_s);
        for (std::size_t i = 0; i < relationships.size(); ++i) {
            xml.writeEmptyElement(kRelationships, u"Relationship"_s);
            xml.writeAttribute(u"Id"_s, u"rId"_s + QString::number(i + 1));
            xml.writeAttribute(u"Type"_s, relationships[i].type);
            xml.writeAttribute(u"Target"_s, relationships[i].target);
        }
    });
}

QByteArray corePropertiesXml(const Document& document)
{
    return xmlPart([&](QXmlStreamWriter& xml) {
        xml.writeNamespace(kCoreProperties, u"cp"_s);
        xml.writeNamespace(kDublinCore, u"dc"_s);
        xml.writeStartElement(kCoreProperties, u"coreProperties"_s);
        if (!document.pages.empty())
            xml.writeTextElement(kDublinCore, u"title"_s, printableQt(document.pages.front().imageName));
    });
}

QByteArray extendedPropertiesXml(const Document& document)
{
    return xmlPart([&](QXmlStreamWriter& xml) {
        xml.writeDefaultNamespace(kExtendedProperties);
        xml.writeStartElement(kExtendedProperties, u"Properties"_s);
        xml.writeTextElement(kExtendedProperties, u"Application"_s, printableQt(document.creator));
    });
}

} // namespace

Result<std::string> writeDocx(const Document& document)
{
    MemoryZip zip;
    zip.add("[Content_Types].xml", contentTypesXml());
    zip.add("_rels/.rels", relationshipsXml({{kOfficeTypes + u"officeDocument"_s, u"word/document.xml"_s},
                                             {kPackageTypes + u"core-properties"_s, u"docProps/core.xml"_s},
                                             {kOfficeTypes + u"extended-properties"_s, u"docProps/app.xml"_s}}));
    zip.add("word/document.xml", documentXml(document));
    zip.add("word/_rels/document.xml.rels", relationshipsXml({{kOfficeTypes + u"styles"_s, u"styles.xml"_s}}));
    zip.add("word/styles.xml", stylesXml(document));
    zip.add("docProps/core.xml", corePropertiesXml(document));
    zip.add("docProps/app.xml", extendedPropertiesXml(document));
    return zip.finish();
}

} // namespace longhand::formats

#include <QLocale>
#include <QXmlStreamWriter>

#include "formats/memory_zip.h"
#include "formats/strings.h"
#include "formats/writers.h"

namespace longhand::formats
{

namespace
{

using namespace Qt::StringLiterals;

constexpr const char* kMimeType = "application/vnd.oasis.opendocument.text";

const QString kOffice = u"urn:oasis:names:tc:opendocument:xmlns:office:1.0"_s;
const QString kText = u"urn:oasis:names:tc:opendocument:xmlns:text:1.0"_s;
const QString kStyle = u"urn:oasis:names:tc:opendocument:xmlns:style:1.0"_s;
const QString kFo = u"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"_s;
const QString kMeta = u"urn:oasis:names:tc:opendocument:xmlns:meta:1.0"_s;
const QString kManifest = u"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"_s;
const QString kDublinCore = u"http://purl.org/dc/elements/1.1/"_s;

void startOfficeDocument(QXmlStreamWriter& xml, const QString& root)
{
    xml.writeStartDocument();
    xml.writeNamespace(kOffice, u"office"_s);
    xml.writeNamespace(kText, u"text"_s);
    xml.writeNamespace(kStyle, u"style"_s);
    xml.writeNamespace(kFo, u"fo"_s);
    xml.writeNamespace(kMeta, u"meta"_s);
    xml.writeNamespace(kDublinCore, u"dc"_s);
    xml.writeStartElement(kOffice, root);
    xml.writeAttribute(kOffice, u"version"_s, u"1.3"_s);
}

/// OpenDocument folds runs of spaces; what was written with several keeps them as <text:s/>.
void writeParagraph(QXmlStreamWriter& xml, const QString& style, const QString& line)
{
    xml.writeStartElement(kText, u"p"_s);
    xml.writeAttribute(kText, u"style-name"_s, style);
    QString run;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool folded = line[i] == u' ' && (i == 0 || line[i - 1] == u' ');
        if (!folded) {
            run += line[i];
            continue;
        }
        xml.writeCharacters(run);
        run.clear();
        xml.writeEmptyElement(kText, u"s"_s);
    }
    xml.writeCharacters(run);
    xml.writeEndElement();
}

QByteArray contentXml(const Document& document)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    startOfficeDocument(xml, u"document-content"_s);
    xml.writeStartElement(kOffice, u"automatic-styles"_s);
    xml.writeStartElement(kStyle, u"style"_s);
    xml.writeAttribute(kStyle, u"name"_s, u"NewPage"_s);
    xml.writeAttribute(kStyle, u"family"_s, u"paragraph"_s);
    xml.writeAttribute(kStyle, u"parent-style-name"_s, u"Standard"_s);
    xml.writeEmptyElement(kStyle, u"paragraph-properties"_s);
    xml.writeAttribute(kFo, u"break-before"_s, u"page"_s);
    xml.writeEndElement();
    xml.writeEndElement();

    xml.writeStartElement(kOffice, u"body"_s);
    xml.writeStartElement(kOffice, u"text"_s);
    bool firstPage = true;
    for (const Page& page : document.pages) {
        QString style = firstPage ? u"Standard"_s : u"NewPage"_s;
        firstPage = false;
        if (page.lines.empty())
            writeParagraph(xml, style, {});
        for (const Line& line : page.lines) {
            writeParagraph(xml, style, printableQt(line.text));
            style = u"Standard"_s;
        }
    }
    if (document.pages.empty())
        writeParagraph(xml, u"Standard"_s, {});
    xml.writeEndDocument();
    return bytes;
}

QByteArray stylesXml(const Document& document)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    startOfficeDocument(xml, u"document-styles"_s);
    xml.writeStartElement(kOffice, u"styles"_s);
    const QString tag = languageTag(document.language);
    if (!tag.isEmpty()) {
        // So that the word processor checks spelling in the right language.
        const QString country = QLocale(tag).name().section(u'_', 1, 1);
        xml.writeStartElement(kStyle, u"default-style"_s);
        xml.writeAttribute(kStyle, u"family"_s, u"paragraph"_s);
        xml.writeEmptyElement(kStyle, u"text-properties"_s);
        xml.writeAttribute(kFo, u"language"_s, tag.section(u'-', 0, 0));
        xml.writeAttribute(kFo, u"country"_s, country.isEmpty() ? u"none"_s : country);
        xml.writeEndElement();
    }
    xml.writeEmptyElement(kStyle, u"style"_s);
    xml.writeAttribute(kStyle, u"name"_s, u"Standard"_s);
    xml.writeAttribute(kStyle, u"family"_s, u"paragraph"_s);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

QByteArray metaXml(const Document& document)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    startOfficeDocument(xml, u"document-meta"_s);
    xml.writeStartElement(kOffice, u"meta"_s);
    xml.writeTextElement(kMeta, u"generator"_s, printableQt(document.creator));
    if (!document.pages.empty())
        xml.writeTextElement(kDublinCore, u"title"_s, printableQt(document.pages.front().imageName));
    xml.writeEndDocument();
    return bytes;
}

QByteArray manifestXml()
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeNamespace(kManifest, u"manifest"_s);
    xml.writeStartElement(kManifest, u"manifest"_s);
    xml.writeAttribute(kManifest, u"version"_s, u"1.3"_s);
    const auto entry = [&xml](const QString& path, const QString& type) {
        xml.writeEmptyElement(kManifest, u"file-entry"_s);
        xml.writeAttribute(kManifest, u"full-path"_s, path);
        xml.writeAttribute(kManifest, u"media-type"_s, type);
    };
    entry(u"/"_s, QString::fromLatin1(kMimeType));
    entry(u"content.xml"_s, u"text/xml"_s);
    entry(u"styles.xml"_s, u"text/xml"_s);
    entry(u"meta.xml"_s, u"text/xml"_s);
    xml.writeEndDocument();
    return bytes;
}

} // namespace

Result<std::string> writeOdt(const Document& document)
{
    MemoryZip zip;
    // OpenDocument wants the type first and uncompressed, so that it can be told from its first bytes.
    zip.add("mimetype", kMimeType, MemoryZip::Packing::Stored);
    zip.add("content.xml", contentXml(document));
    zip.add("styles.xml", stylesXml(document));
    zip.add("meta.xml", metaXml(document));
    zip.add("META-INF/manifest.xml", manifestXml());
    return zip.finish();
}

} // namespace longhand::formats

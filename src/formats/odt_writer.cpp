#include <ctime>

#include <QLocale>
#include <QXmlStreamWriter>
#include <zip.h>

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

/// A zip archive that grows in memory.
class MemoryZip
{
public:
    MemoryZip() : m_source(zip_source_buffer_create(nullptr, 0, 0, nullptr))
    {
        if (!m_source)
            return;
        zip_source_keep(m_source); // the archive takes one reference, finish() reads through the other
        m_archive = zip_open_from_source(m_source, ZIP_TRUNCATE, nullptr);
        if (!m_archive)
            zip_source_free(m_source);
    }
    ~MemoryZip()
    {
        if (m_archive)
            zip_discard(m_archive);
        if (m_source)
            zip_source_free(m_source);
    }
    MemoryZip(const MemoryZip&) = delete;
    MemoryZip& operator=(const MemoryZip&) = delete;

    /// `bytes` must live until finish().
    void add(const char* name, const QByteArray& bytes, zip_int32_t compression)
    {
        if (!m_archive)
            return;
        zip_source_t* data =
            zip_source_buffer(m_archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
        const zip_int64_t index = data ? zip_file_add(m_archive, name, data, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            zip_source_free(data);
            m_failed = true;
            return;
        }
        const auto entry = static_cast<zip_uint64_t>(index);
        m_failed |= zip_set_file_compression(m_archive, entry, compression, 0) != 0;
        // No clock in the file: zip's first day, at midday so that no time zone leaves it.
        constexpr std::time_t kZipEpoch = 315576000;
        m_failed |= zip_file_set_mtime(m_archive, entry, kZipEpoch, 0) != 0;
    }

    Result<std::string> finish()
    {
        if (m_failed || !m_archive || zip_close(m_archive) != 0)
            return failure();
        m_archive = nullptr;
        zip_stat_t status;
        if (zip_source_stat(m_source, &status) != 0 || zip_source_open(m_source) != 0)
            return failure();
        std::string bytes(static_cast<std::size_t>(status.size), '\0');
        const zip_int64_t got = zip_source_read(m_source, bytes.data(), bytes.size());
        zip_source_close(m_source);
        if (got != static_cast<zip_int64_t>(bytes.size()))
            return failure();
        return bytes;
    }

private:
    static Error failure()
    {
        return {ErrorCode::Internal, "Cannot build the OpenDocument file in memory. Free some memory and try again."};
    }

    zip_source_t* m_source;
    zip_t* m_archive = nullptr;
    bool m_failed = false;
};

} // namespace

Result<std::string> writeOdt(const Document& document)
{
    const QByteArray mimeType(kMimeType);
    const QByteArray content = contentXml(document);
    const QByteArray styles = stylesXml(document);
    const QByteArray meta = metaXml(document);
    const QByteArray manifest = manifestXml();
    MemoryZip zip;
    // OpenDocument wants the type first and uncompressed, so that it can be told from its first bytes.
    zip.add("mimetype", mimeType, ZIP_CM_STORE);
    zip.add("content.xml", content, ZIP_CM_DEFLATE);
    zip.add("styles.xml", styles, ZIP_CM_DEFLATE);
    zip.add("meta.xml", meta, ZIP_CM_DEFLATE);
    zip.add("META-INF/manifest.xml", manifest, ZIP_CM_DEFLATE);
    return zip.finish();
}

} // namespace longhand::formats

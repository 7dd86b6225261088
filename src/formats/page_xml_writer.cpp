#include <array>
#include <utility>

#include <QDateTime>
#include <QXmlStreamWriter>

#include "formats/outlines.h"
#include "formats/strings.h"
#include "formats/writers.h"
#include "formats/xml_ids.h"

namespace longhand::formats
{

namespace
{

using namespace Qt::StringLiterals;

/// PAGE names languages in English instead of by code. Those the schema's list has and our models meet.
QString pageLanguage(std::string_view tag)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kNames{{{"en", "English"},
                                                                                           {"fr", "French"},
                                                                                           {"de", "German"},
                                                                                           {"es", "Spanish"},
                                                                                           {"it", "Italian"},
                                                                                           {"nl", "Dutch"},
                                                                                           {"pt", "Portuguese"},
                                                                                           {"sv", "Swedish"},
                                                                                           {"da", "Danish"},
                                                                                           {"la", "Latin"}}};
    const std::string_view primary = tag.substr(0, tag.find('-'));
    for (const auto& [code, name] : kNames)
        if (code == primary)
            return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    return {};
}

class PageXmlWriter
{
public:
    PageXmlWriter(const Document& document, const Page& page) : m_document(document), m_page(page), m_xml(&m_bytes) {}

    std::string write()
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"PcGts"_s);
        m_xml.writeDefaultNamespace(u"http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"_s);
        m_xml.writeNamespace(u"http://www.w3.org/2001/XMLSchema-instance"_s, u"xsi"_s);
        m_xml.writeAttribute(u"http://www.w3.org/2001/XMLSchema-instance"_s, u"schemaLocation"_s,
                             u"http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15 "
                             "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15/pagecontent.xsd"_s);
        writeMetadata();
        writePage();
        m_xml.writeEndDocument();
        return m_bytes.toStdString();
    }

private:
    void writeMetadata()
    {
        const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
        m_xml.writeStartElement(u"Metadata"_s);
        m_xml.writeTextElement(u"Creator"_s, printableQt(m_document.creator));
        m_xml.writeTextElement(u"Created"_s, now);
        m_xml.writeTextElement(u"LastChange"_s, now);
        if (!m_document.modelName.empty()) {
            m_xml.writeEmptyElement(u"MetadataItem"_s);
            m_xml.writeAttribute(u"type"_s, u"processingStep"_s);
            m_xml.writeAttribute(u"name"_s, u"recognition-model"_s);
            m_xml.writeAttribute(u"value"_s, printableQt(m_document.modelName));
        }
        m_xml.writeEndElement();
    }

    void writePage()
    {
        m_xml.writeStartElement(u"Page"_s);
        m_xml.writeAttribute(u"imageFilename"_s, printableQt(m_page.imageName));
        m_xml.writeAttribute(u"imageWidth"_s, QString::number(m_page.widthPx));
        m_xml.writeAttribute(u"imageHeight"_s, QString::number(m_page.heightPx));
        const QString language = pageLanguage(m_document.language);
        if (!language.isEmpty())
            m_xml.writeAttribute(u"primaryLanguage"_s, language);
        if (!m_page.lines.empty())
            writeRegion();
        m_xml.writeEndElement();
    }

    void writeRegion()
    {
        // Lines first, so that they keep their own ids.
        std::vector<QString> lineIds;
        std::vector<Point> everything;
        for (const Line& line : m_page.lines) {
            lineIds.push_back(QString::fromStdString(m_ids.claim(line.id.empty() ? "line" : line.id)));
            const Polygon outline = outlineOf(line);
            everything.insert(everything.end(), outline.begin(), outline.end());
        }
        const QString region = QString::fromStdString(m_ids.claim("region_1"));

        m_xml.writeStartElement(u"ReadingOrder"_s);
        m_xml.writeStartElement(u"OrderedGroup"_s);
        m_xml.writeAttribute(u"id"_s, QString::fromStdString(m_ids.claim("reading_order")));
        m_xml.writeEmptyElement(u"RegionRefIndexed"_s);
        m_xml.writeAttribute(u"index"_s, u"0"_s);
        m_xml.writeAttribute(u"regionRef"_s, region);
        m_xml.writeEndElement();
        m_xml.writeEndElement();

        m_xml.writeStartElement(u"TextRegion"_s);
        m_xml.writeAttribute(u"id"_s, region);
        writeCoords(corners(pixelBox(m_page, everything)));
        for (std::size_t i = 0; i < m_page.lines.size(); ++i)
            writeLine(m_page.lines[i], lineIds[i], i);
        m_xml.writeEndElement();
    }

    void writeLine(const Line& line, const QString& id, std::size_t index)
    {
        m_xml.writeStartElement(u"TextLine"_s);
        m_xml.writeAttribute(u"id"_s, id);
        // Transkribus orders the lines of a region by this, others by their place in the file.
        m_xml.writeAttribute(u"custom"_s, u"readingOrder {index:%1;}"_s.arg(index));
        writeCoords(outlineOf(line));
        if (line.baseline.size() >= 2) {
            m_xml.writeEmptyElement(u"Baseline"_s);
            m_xml.writeAttribute(u"points"_s, QString::fromStdString(pointList(m_page, line.baseline)));
        }
        for (std::size_t i = 0; i < line.words.size(); ++i)
            writeWord(line.words[i], line, id + u"_w%1"_s.arg(i + 1));
        writeTexts(line.text, line.confidence, line.alternatives);
        m_xml.writeEndElement();
    }

    void writeWord(const Word& word, const Line& line, const QString& wantedId)
    {
        const QString id = QString::fromStdString(m_ids.claim(wantedId.toStdString()));
        m_xml.writeStartElement(u"Word"_s);
        m_xml.writeAttribute(u"id"_s, id);
        writeCoords(outlineOf(word, line));
        for (std::size_t i = 0; i < word.glyphs.size(); ++i) {
            const Glyph& glyph = word.glyphs[i];
            m_xml.writeStartElement(u"Glyph"_s);
            m_xml.writeAttribute(u"id"_s,
                                 QString::fromStdString(m_ids.claim((id + u"_g%1"_s.arg(i + 1)).toStdString())));
            writeCoords(outlineOf(glyph, word, line));
            writeTexts(glyph.text, glyph.confidence, {});
            m_xml.writeEndElement();
        }
        writeTexts(word.text, word.confidence, word.alternatives);
        m_xml.writeEndElement();
    }

    /// The schema wants Coords with at least two points everywhere; nothing known is written as 0,0 0,0.
    void writeCoords(const Polygon& outline)
    {
        m_xml.writeEmptyElement(u"Coords"_s);
        const Polygon points = outline.size() >= 2 ? outline : Polygon(2, outline.empty() ? Point{} : outline.front());
        m_xml.writeAttribute(u"points"_s, QString::fromStdString(pointList(m_page, points)));
    }

    void writeTexts(const std::string& text, double confidence, const std::vector<std::string>& alternatives)
    {
        const bool indexed = !alternatives.empty();
        m_xml.writeStartElement(u"TextEquiv"_s);
        if (indexed)
            m_xml.writeAttribute(u"index"_s, u"0"_s);
        m_xml.writeAttribute(u"conf"_s, numberText(clampedConfidence(confidence), 4));
        m_xml.writeTextElement(u"Unicode"_s, printableQt(text));
        m_xml.writeEndElement();
        for (std::size_t i = 0; i < alternatives.size(); ++i) {
            m_xml.writeStartElement(u"TextEquiv"_s);
            m_xml.writeAttribute(u"index"_s, QString::number(i + 1));
            m_xml.writeTextElement(u"Unicode"_s, printableQt(alternatives[i]));
            m_xml.writeEndElement();
        }
    }

    const Document& m_document;
    const Page& m_page;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
    XmlIds m_ids;
};

} // namespace

std::string writePageXml(const Document& document)
{
    return PageXmlWriter(document, document.pages.front()).write();
}

} // namespace longhand::formats

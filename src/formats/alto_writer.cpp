#include <algorithm>

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

class AltoWriter
{
public:
    AltoWriter(const Document& document, const Page& page) : m_document(document), m_page(page), m_xml(&m_bytes) {}

    std::string write()
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"alto"_s);
        m_xml.writeDefaultNamespace(u"http://www.loc.gov/standards/alto/ns-v4#"_s);
        m_xml.writeNamespace(u"http://www.w3.org/2001/XMLSchema-instance"_s, u"xsi"_s);
        m_xml.writeAttribute(u"http://www.w3.org/2001/XMLSchema-instance"_s, u"schemaLocation"_s,
                             u"http://www.loc.gov/standards/alto/ns-v4# "
                             "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd"_s);
        m_xml.writeAttribute(u"SCHEMAVERSION"_s, u"4.4"_s);
        writeDescription();
        writeLayout();
        m_xml.writeEndDocument();
        return m_bytes.toStdString();
    }

private:
    QString claimed(const QString& wanted) { return QString::fromStdString(m_ids.claim(wanted.toStdString())); }

    void writeDescription()
    {
        m_xml.writeStartElement(u"Description"_s);
        m_xml.writeTextElement(u"MeasurementUnit"_s, u"pixel"_s);
        m_xml.writeStartElement(u"sourceImageInformation"_s);
        m_xml.writeTextElement(u"fileName"_s, printableQt(m_page.imageName));
        m_xml.writeEndElement();
        m_xml.writeStartElement(u"Processing"_s);
        m_xml.writeAttribute(u"ID"_s, claimed(u"processing"_s));
        m_xml.writeTextElement(u"processingDateTime"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
        if (!m_document.modelName.empty())
            m_xml.writeTextElement(u"processingStepSettings"_s, u"model: "_s + printableQt(m_document.modelName));
        m_xml.writeStartElement(u"processingSoftware"_s);
        m_xml.writeTextElement(u"softwareName"_s, printableQt(m_document.creator));
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void writeLayout()
    {
        std::vector<QString> lineIds;
        std::vector<Point> everything;
        for (const Line& line : m_page.lines) {
            lineIds.push_back(QString::fromStdString(m_ids.claim(line.id.empty() ? "line" : line.id)));
            const Polygon outline = outlineOf(line);
            everything.insert(everything.end(), outline.begin(), outline.end());
        }
        m_xml.writeStartElement(u"Layout"_s);
        m_xml.writeStartElement(u"Page"_s);
        m_xml.writeAttribute(u"ID"_s, claimed(u"page_1"_s));
        m_xml.writeAttribute(u"PHYSICAL_IMG_NR"_s, QString::number(m_page.imageIndex + 1));
        m_xml.writeAttribute(u"WIDTH"_s, QString::number(m_page.widthPx));
        m_xml.writeAttribute(u"HEIGHT"_s, QString::number(m_page.heightPx));
        m_xml.writeStartElement(u"PrintSpace"_s);
        writeBox({0, 0, m_page.widthPx, m_page.heightPx});
        if (!m_page.lines.empty()) {
            m_xml.writeStartElement(u"TextBlock"_s);
            m_xml.writeAttribute(u"ID"_s, claimed(u"block_1"_s));
            writeBox(pixelBox(m_page, everything));
            const QString language = languageTag(m_document.language);
            if (!language.isEmpty())
                m_xml.writeAttribute(u"LANG"_s, language);
            for (std::size_t i = 0; i < m_page.lines.size(); ++i)
                writeLine(m_page.lines[i], lineIds[i]);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void writeBox(const PixelBox& box)
    {
        m_xml.writeAttribute(u"HPOS"_s, QString::number(box.left));
        m_xml.writeAttribute(u"VPOS"_s, QString::number(box.top));
        m_xml.writeAttribute(u"WIDTH"_s, QString::number(box.width()));
        m_xml.writeAttribute(u"HEIGHT"_s, QString::number(box.height()));
    }

    void writeShape(const Polygon& outline)
    {
        if (outline.size() < 3)
            return;
        m_xml.writeStartElement(u"Shape"_s);
        m_xml.writeEmptyElement(u"Polygon"_s);
        m_xml.writeAttribute(u"POINTS"_s, QString::fromStdString(pointList(m_page, outline)));
        m_xml.writeEndElement();
    }

    void writeLine(const Line& line, const QString& id)
    {
        const PixelBox box = pixelBox(m_page, outlineOf(line));
        m_xml.writeStartElement(u"TextLine"_s);
        m_xml.writeAttribute(u"ID"_s, id);
        if (line.baseline.size() >= 2)
            m_xml.writeAttribute(u"BASELINE"_s, QString::fromStdString(pointList(m_page, line.baseline)));
        writeBox(box);
        writeShape(line.outline);
        if (line.words.empty()) {
            // A line has at least one String. Without words it is the whole line, as eScriptorium writes it.
            m_xml.writeEmptyElement(u"String"_s);
            m_xml.writeAttribute(u"ID"_s, claimed(id + u"_text"_s));
            m_xml.writeAttribute(u"CONTENT"_s, printableQt(line.text));
            writeBox(box);
            m_xml.writeAttribute(u"WC"_s, numberText(clampedConfidence(line.confidence), 4));
        }
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            if (i > 0)
                writeSpace(line, line.words[i - 1], line.words[i]);
            writeWord(line.words[i], line, claimed(id + u"_w%1"_s.arg(i + 1)));
        }
        m_xml.writeEndElement();
    }

    void writeSpace(const Line& line, const Word& before, const Word& after)
    {
        const PixelBox left = pixelBox(m_page, outlineOf(before, line));
        const PixelBox right = pixelBox(m_page, outlineOf(after, line));
        m_xml.writeEmptyElement(u"SP"_s);
        m_xml.writeAttribute(u"HPOS"_s, QString::number(left.right));
        m_xml.writeAttribute(u"VPOS"_s, QString::number(std::min(left.top, right.top)));
        m_xml.writeAttribute(u"WIDTH"_s, QString::number(std::max(0, right.left - left.right)));
    }

    void writeWord(const Word& word, const Line& line, const QString& id)
    {
        m_xml.writeStartElement(u"String"_s);
        m_xml.writeAttribute(u"ID"_s, id);
        m_xml.writeAttribute(u"CONTENT"_s, printableQt(word.text));
        writeBox(pixelBox(m_page, outlineOf(word, line)));
        m_xml.writeAttribute(u"WC"_s, numberText(clampedConfidence(word.confidence), 4));
        writeShape(word.outline);
        for (const std::string& alternative : word.alternatives)
            m_xml.writeTextElement(u"ALTERNATIVE"_s, printableQt(alternative));
        for (const Glyph& glyph : word.glyphs) {
            const QString content = printableQt(glyph.text);
            if (content.toUcs4().size() != 1)
                continue; // the schema wants exactly one character
            m_xml.writeStartElement(u"Glyph"_s);
            m_xml.writeAttribute(u"CONTENT"_s, content);
            writeBox(pixelBox(m_page, outlineOf(glyph, word, line)));
            m_xml.writeAttribute(u"GC"_s, numberText(clampedConfidence(glyph.confidence), 4));
            writeShape(glyph.outline);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    const Document& m_document;
    const Page& m_page;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
    XmlIds m_ids;
};

} // namespace

std::string writeAlto(const Document& document)
{
    return AltoWriter(document, document.pages.front()).write();
}

} // namespace longhand::formats

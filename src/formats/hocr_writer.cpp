#include <cmath>

#include <QXmlStreamWriter>

#include "formats/outlines.h"
#include "formats/strings.h"
#include "formats/writers.h"

namespace longhand::formats
{

namespace
{

using namespace Qt::StringLiterals;

QString bbox(const PixelBox& box)
{
    return u"bbox %1 %2 %3 %4"_s.arg(box.left).arg(box.top).arg(box.right).arg(box.bottom);
}

/// A string inside a title: in double quotes, as hOCR's property grammar has it.
QString quotedProperty(std::string_view value)
{
    QString text = printableQt(value);
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + text + u'"';
}

QString percent(double confidence)
{
    return QString::number(std::lround(clampedConfidence(confidence) * 100));
}

/// hOCR's baseline is a straight line, slope and offset, seen from the bottom left corner of the box. The least squares
/// fit through the points; empty where there is none (fewer than two points, or upright writing).
QString baselineProperty(const Polyline& baseline, const PixelBox& box)
{
    const auto count = static_cast<double>(baseline.size());
    double meanX = 0, meanY = 0;
    for (const Point& p : baseline) {
        meanX += p.x / count;
        meanY += p.y / count;
    }
    double sumXx = 0, sumXy = 0;
    for (const Point& p : baseline) {
        sumXx += (p.x - meanX) * (p.x - meanX);
        sumXy += (p.x - meanX) * (p.y - meanY);
    }
    if (baseline.size() < 2 || !(sumXx > 0))
        return {};
    const double slope = sumXy / sumXx;
    const double offset = meanY + slope * (box.left - meanX) - box.bottom;
    return u"; baseline %1 %2"_s.arg(numberText(slope, 4), numberText(offset, 1));
}

QString polyProperty(const Page& page, const Polygon& outline)
{
    if (outline.size() < 3)
        return {};
    QString numbers = QString::fromStdString(pointList(page, outline));
    return u"; poly "_s + numbers.replace(u',', u' ');
}

class HocrWriter
{
public:
    explicit HocrWriter(const Document& document) : m_document(document), m_xml(&m_bytes) {}

    std::string write()
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
        m_xml.writeStartDocument();
        m_xml.writeDTD(u"<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
                       "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">"_s);
        m_xml.writeStartElement(u"html"_s);
        m_xml.writeDefaultNamespace(u"http://www.w3.org/1999/xhtml"_s);
        const QString language = languageTag(m_document.language);
        if (!language.isEmpty()) {
            m_xml.writeAttribute(u"xml:lang"_s, language);
            m_xml.writeAttribute(u"lang"_s, language);
        }
        writeHead();
        m_xml.writeStartElement(u"body"_s);
        for (std::size_t i = 0; i < m_document.pages.size(); ++i)
            writePage(m_document.pages[i], static_cast<int>(i));
        m_xml.writeEndDocument();
        return m_bytes.toStdString();
    }

private:
    void writeHead()
    {
        m_xml.writeStartElement(u"head"_s);
        m_xml.writeTextElement(u"title"_s,
                               m_document.pages.empty() ? QString() : printableQt(m_document.pages.front().imageName));
        writeMeta(u"ocr-system"_s, printableQt(m_document.creator));
        writeMeta(u"ocr-capabilities"_s, u"ocr_page ocr_line ocrx_word ocrp_wconf ocrp_poly"_s);
        writeMeta(u"ocr-number-of-pages"_s, QString::number(m_document.pages.size()));
        if (!m_document.modelName.empty())
            writeMeta(u"longhand-model"_s, printableQt(m_document.modelName));
        m_xml.writeEndElement();
    }

    void writeMeta(const QString& name, const QString& content)
    {
        m_xml.writeEmptyElement(u"meta"_s);
        m_xml.writeAttribute(u"name"_s, name);
        m_xml.writeAttribute(u"content"_s, content);
    }

    void start(const QString& element, const QString& kind, const QString& id, const QString& title)
    {
        m_xml.writeStartElement(element);
        m_xml.writeAttribute(u"class"_s, kind);
        m_xml.writeAttribute(u"id"_s, id);
        m_xml.writeAttribute(u"title"_s, title);
    }

    void writePage(const Page& page, int index)
    {
        const PixelBox whole{0, 0, page.widthPx, page.heightPx};
        start(u"div"_s, u"ocr_page"_s, u"page_%1"_s.arg(index + 1),
              u"image "_s + quotedProperty(page.imageName) + u"; "_s + bbox(whole) + u"; ppageno %1"_s.arg(index));
        for (std::size_t i = 0; i < page.lines.size(); ++i)
            writeLine(page, page.lines[i], u"line_%1_%2"_s.arg(index + 1).arg(i + 1));
        m_xml.writeEndElement();
    }

    void writeLine(const Page& page, const Line& line, const QString& id)
    {
        const PixelBox box = pixelBox(page, outlineOf(line));
        start(u"span"_s, u"ocr_line"_s, id,
              bbox(box) + baselineProperty(line.baseline, box) + polyProperty(page, line.outline) + u"; x_wconf "_s +
                  percent(line.confidence));
        if (line.words.empty())
            m_xml.writeCharacters(printableQt(line.text));
        for (std::size_t i = 0; i < line.words.size(); ++i)
            writeWord(page, line, line.words[i], id + u"_%1"_s.arg(i + 1));
        m_xml.writeEndElement();
    }

    void writeWord(const Page& page, const Line& line, const Word& word, const QString& id)
    {
        QString title = bbox(pixelBox(page, outlineOf(word, line))) + polyProperty(page, word.outline) +
                        u"; x_wconf "_s + percent(word.confidence);
        if (!word.glyphs.empty()) {
            title += u"; x_confs"_s;
            for (const Glyph& glyph : word.glyphs)
                title += u' ' + percent(glyph.confidence);
        }
        start(u"span"_s, u"ocrx_word"_s, id, title);
        m_xml.writeCharacters(printableQt(word.text));
        m_xml.writeEndElement();
    }

    const Document& m_document;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace

std::string writeHocr(const Document& document)
{
    return HocrWriter(document).write();
}

} // namespace longhand::formats

#include "ground_truth.h"

#include <QRectF>
#include <QStringList>
#include <QXmlStreamWriter>

namespace samples
{

namespace
{

QString pointList(const QPolygonF& polygon, QSize sizePx)
{
    QStringList points;
    for (const auto& point : polygon)
        points << QStringLiteral("%1,%2")
                      .arg(qBound(0, qRound(point.x()), sizePx.width() - 1))
                      .arg(qBound(0, qRound(point.y()), sizePx.height() - 1));
    return points.join(QLatin1Char(' '));
}

void writePoints(QXmlStreamWriter& xml, const QString& element, const QPolygonF& polygon, QSize sizePx)
{
    xml.writeEmptyElement(element);
    xml.writeAttribute(QStringLiteral("points"), pointList(polygon, sizePx));
}

} // namespace

QByteArray plainText(const std::vector<WrittenLine>& lines)
{
    QByteArray text;
    for (const auto& line : lines)
        text += line.text.toUtf8() + '\n';
    return text;
}

QByteArray pageXml(const QString& imageName, QSize sizePx, const std::vector<WrittenLine>& lines)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(QStringLiteral("http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"));
    xml.writeStartElement(QStringLiteral("PcGts"));
    xml.writeStartElement(QStringLiteral("Metadata"));
    xml.writeTextElement(QStringLiteral("Creator"), QStringLiteral("Longhand make-samples"));
    // A fixed date: the same pages drawn again are the same files.
    xml.writeTextElement(QStringLiteral("Created"), QStringLiteral("2026-11-22T00:00:00"));
    xml.writeTextElement(QStringLiteral("LastChange"), QStringLiteral("2026-11-22T00:00:00"));
    xml.writeEndElement();
    xml.writeStartElement(QStringLiteral("Page"));
    xml.writeAttribute(QStringLiteral("imageFilename"), imageName);
    xml.writeAttribute(QStringLiteral("imageWidth"), QString::number(sizePx.width()));
    xml.writeAttribute(QStringLiteral("imageHeight"), QString::number(sizePx.height()));
    xml.writeStartElement(QStringLiteral("TextRegion"));
    xml.writeAttribute(QStringLiteral("id"), QStringLiteral("r1"));
    QRectF region;
    for (const auto& line : lines)
        region |= line.outline.boundingRect();
    writePoints(xml, QStringLiteral("Coords"),
                {region.topLeft(), region.topRight(), region.bottomRight(), region.bottomLeft()}, sizePx);
    int number = 0;
    for (const auto& line : lines) {
        xml.writeStartElement(QStringLiteral("TextLine"));
        xml.writeAttribute(QStringLiteral("id"), QStringLiteral("l%1").arg(++number));
        writePoints(xml, QStringLiteral("Coords"), line.outline, sizePx);
        writePoints(xml, QStringLiteral("Baseline"), line.baseline, sizePx);
        xml.writeStartElement(QStringLiteral("TextEquiv"));
        xml.writeTextElement(QStringLiteral("Unicode"), line.text);
        xml.writeEndElement();
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace samples

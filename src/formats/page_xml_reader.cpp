#include <algorithm>
#include <optional>
#include <utility>

#include <QRegularExpression>

#include "formats/readers.h"
#include "formats/reading_order.h"
#include "formats/xml_reading.h"

namespace longhand::formats
{

namespace
{

using namespace Qt::StringLiterals;

struct TextEquiv {
    int index = 0;
    double confidence = 0;
    std::string text;
};

/// Several readings of one element: the one with the lowest index counts, the others are alternatives.
class TextEquivs
{
public:
    void read(QXmlStreamReader& xml)
    {
        TextEquiv equiv;
        equiv.index = xml.attributes().value(u"index"_s).toInt();
        equiv.confidence = readConfidence(xml.attributes().value(u"conf"_s));
        std::string plain;
        bool haveUnicode = false;
        while (xml.readNextStartElement()) {
            if (xml.name() == u"Unicode") {
                equiv.text = readText(xml);
                haveUnicode = true;
            } else if (xml.name() == u"PlainText") {
                plain = readText(xml);
            } else {
                xml.skipCurrentElement();
            }
        }
        if (!haveUnicode)
            equiv.text = plain;
        m_equivs.push_back(std::move(equiv));
    }

    template <class Element>
    void apply(Element& element)
    {
        std::stable_sort(m_equivs.begin(), m_equivs.end(),
                         [](const TextEquiv& a, const TextEquiv& b) { return a.index < b.index; });
        if (m_equivs.empty())
            return;
        element.text = m_equivs.front().text;
        element.confidence = m_equivs.front().confidence;
        if constexpr (requires { element.alternatives; })
            for (std::size_t i = 1; i < m_equivs.size(); ++i)
                element.alternatives.push_back(m_equivs[i].text);
    }

private:
    std::vector<TextEquiv> m_equivs;
};

/// A coordinate list that says nothing, such as "0,0 0,0", is left out.
std::vector<Point> meaningful(std::vector<Point> points)
{
    const bool somewhere = std::any_of(points.begin(), points.end(), [&](Point p) { return p != points.front(); });
    return somewhere ? points : std::vector<Point>{};
}

/// <Coords> or <Baseline>: an attribute since 2013, child elements before.
std::vector<Point> readCoords(QXmlStreamReader& xml)
{
    std::vector<Point> points = readPoints(xml, xml.attributes().value(u"points"_s));
    while (xml.readNextStartElement()) {
        if (xml.name() == u"Point") {
            const QXmlStreamAttributes attributes = xml.attributes();
            const double x = readCoordinate(xml, attributes.value(u"x"_s));
            const double y = readCoordinate(xml, attributes.value(u"y"_s));
            points.push_back({x, y});
        }
        if (!xml.hasError())
            xml.skipCurrentElement();
    }
    return meaningful(std::move(points));
}

/// Transkribus notes the place of a line in its region as custom="readingOrder {index:3;} …".
std::optional<int> customIndex(QStringView custom)
{
    static const QRegularExpression kIndex(u"readingOrder\\s*\\{[^}]*index\\s*:\\s*(\\d{1,9})"_s);
    const QRegularExpressionMatch match = kIndex.match(custom.left(2000).toString());
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

class PageXmlReader
{
public:
    explicit PageXmlReader(QXmlStreamReader& xml) : m_xml(xml) {}

    Result<Page> read()
    {
        bool havePage = false;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != u"Page") {
                m_xml.skipCurrentElement();
                continue;
            }
            if (std::exchange(havePage, true))
                return Error{ErrorCode::Unsupported,
                             "it holds several pages. Export every page into a file of its own."};
            readPage();
        }
        if (!havePage && !m_xml.hasError())
            return Error{ErrorCode::Damaged, "it has no <Page> element. Export the file again."};
        m_page.lines = inReadingOrder(std::move(m_lines), m_order);
        makeIdsUnique(m_page.lines);
        return std::move(m_page);
    }

private:
    void readPage()
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        m_page.imageName = fileNameOf(attributes.value(u"imageFilename"_s).toString());
        m_page.widthPx = static_cast<int>(readSide(m_xml, attributes.value(u"imageWidth"_s)));
        m_page.heightPx = static_cast<int>(readSide(m_xml, attributes.value(u"imageHeight"_s)));
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"ReadingOrder")
                m_order = readReadingOrder(m_xml);
            else if (m_xml.name().endsWith(u"Region"))
                readRegion({});
            else
                m_xml.skipCurrentElement();
        }
    }

    /// Any kind of region: text can stand in tables, notes and pictures too.
    void readRegion(std::vector<std::string> regions)
    {
        if (regions.size() > static_cast<std::size_t>(kMaxNesting)) {
            m_xml.raiseError(u"its regions are nested too deeply"_s);
            return;
        }
        regions.push_back(m_xml.attributes().value(u"id"_s).toString().toStdString());
        struct IndexedLine {
            std::optional<int> index;
            Line line;
        };
        std::vector<IndexedLine> lines;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"TextLine") {
                const std::optional<int> index = customIndex(m_xml.attributes().value(u"custom"_s));
                lines.push_back({index, readLine()});
            } else if (m_xml.name().endsWith(u"Region")) {
                readRegion(regions);
            } else {
                m_xml.skipCurrentElement();
            }
        }
        if (std::all_of(lines.begin(), lines.end(), [](const IndexedLine& l) { return l.index.has_value(); }))
            std::stable_sort(lines.begin(), lines.end(),
                             [](const IndexedLine& a, const IndexedLine& b) { return *a.index < *b.index; });
        for (IndexedLine& indexed : lines)
            m_lines.push_back({std::move(indexed.line), regions});
    }

    Line readLine()
    {
        Line line;
        line.id = m_xml.attributes().value(u"id"_s).toString().toStdString();
        TextEquivs equivs;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"Coords")
                line.outline = readCoords(m_xml);
            else if (m_xml.name() == u"Baseline")
                line.baseline = readCoords(m_xml);
            else if (m_xml.name() == u"Word")
                line.words.push_back(readWord());
            else if (m_xml.name() == u"TextEquiv")
                equivs.read(m_xml);
            else
                m_xml.skipCurrentElement();
        }
        equivs.apply(line);
        if (line.text.empty())
            line.text = joinedWords(line.words);
        return line;
    }

    Word readWord()
    {
        Word word;
        TextEquivs equivs;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"Coords")
                word.outline = readCoords(m_xml);
            else if (m_xml.name() == u"Glyph")
                word.glyphs.push_back(readGlyph());
            else if (m_xml.name() == u"TextEquiv")
                equivs.read(m_xml);
            else
                m_xml.skipCurrentElement();
        }
        equivs.apply(word);
        return word;
    }

    Glyph readGlyph()
    {
        Glyph glyph;
        TextEquivs equivs;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"Coords")
                glyph.outline = readCoords(m_xml);
            else if (m_xml.name() == u"TextEquiv")
                equivs.read(m_xml);
            else
                m_xml.skipCurrentElement();
        }
        equivs.apply(glyph);
        return glyph;
    }

    QXmlStreamReader& m_xml;
    Page m_page;
    std::vector<std::string> m_order;
    std::vector<PlacedLine> m_lines;
};

} // namespace

Result<Page> readPageXmlRoot(QXmlStreamReader& xml)
{
    return PageXmlReader(xml).read();
}

} // namespace longhand::formats

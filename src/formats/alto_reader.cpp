#include <algorithm>
#include <cmath>
#include <utility>

#include <QFile>
#include <QImageReader>

#include "formats/readers.h"
#include "formats/reading_order.h"
#include "formats/xml_reading.h"

namespace longhand::formats
{

namespace
{

using namespace Qt::StringLiterals;

enum class Unit { Pixel, Mm10, Inch1200 };

/// Where nothing tells the resolution of the scan: what libraries scan at.
constexpr double kUsualDpi = 300;

/// The pieces of a line in the order of the file; its text is put together when all are known.
struct Piece {
    enum class Kind { Text, Space, Hyphen } kind;
    std::string text;
};

std::string joined(const std::vector<Piece>& pieces)
{
    // Files without a single <SP> leave the spaces between their Strings to the reader.
    const bool spaced =
        std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.kind == Piece::Kind::Space; });
    std::string text;
    bool afterText = false;
    for (const Piece& piece : pieces) {
        if (piece.kind == Piece::Kind::Text && afterText && !spaced)
            text += ' ';
        text += piece.kind == Piece::Kind::Space ? " " : piece.text;
        afterText = piece.kind == Piece::Kind::Text;
    }
    return normalText(QString::fromStdString(text));
}

Polygon rectangle(double x, double y, double width, double height)
{
    return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
}

/// The file's own box; 0 where an attribute is missing.
Rect readBox(QXmlStreamReader& xml)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    const auto number = [&](const QString& name) {
        const QStringView value = attributes.value(name);
        return value.isEmpty() ? 0.0 : readCoordinate(xml, value);
    };
    return {number(u"HPOS"_s), number(u"VPOS"_s), number(u"WIDTH"_s), number(u"HEIGHT"_s)};
}

/// Size in pixels of the picture beside the file, upright; empty when there is none that can be read.
QSize pictureSize(const std::filesystem::path& folder, const std::string& name)
{
    if (name.empty())
        return {};
    QImageReader reader(QString::fromStdString((folder / name).string()));
    const QSize size = reader.size();
    return reader.transformation() & QImageIOHandler::TransformationRotate90 ? size.transposed() : size;
}

class AltoReader
{
public:
    AltoReader(QXmlStreamReader& xml, const std::filesystem::path& folder) : m_xml(xml), m_folder(folder) {}

    Result<Page> read()
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"Description")
                readDescription();
            else if (m_xml.name() == u"ReadingOrder")
                m_order = readReadingOrder(m_xml);
            else if (m_xml.name() == u"Layout")
                readLayout();
            else
                m_xml.skipCurrentElement();
        }
        if (m_xml.hasError())
            return Page{};
        if (m_pageCount > 1)
            return Error{ErrorCode::Unsupported, "it holds several pages. Export every page into a file of its own."};
        if (m_pageCount == 0)
            return Error{ErrorCode::Damaged, "it has no <Page> element. Export the file again."};
        m_page.lines = inReadingOrder(std::move(m_lines), m_order);
        makeIdsUnique(m_page.lines);
        toPixels();
        return std::move(m_page);
    }

private:
    void readDescription()
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"MeasurementUnit") {
                const std::string unit = readText(m_xml);
                m_unit = unit == "mm10" ? Unit::Mm10 : unit == "inch1200" ? Unit::Inch1200 : Unit::Pixel;
            } else if (m_xml.name() == u"sourceImageInformation") {
                while (m_xml.readNextStartElement()) {
                    if (m_xml.name() == u"fileName")
                        m_page.imageName = fileNameOf(m_xml.readElementText(QXmlStreamReader::SkipChildElements));
                    else
                        m_xml.skipCurrentElement();
                }
            } else {
                m_xml.skipCurrentElement();
            }
        }
    }

    void readLayout()
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"Page" && ++m_pageCount == 1)
                readPage();
            else
                m_xml.skipCurrentElement();
        }
    }

    void readPage()
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        m_width = readSide(m_xml, attributes.value(u"WIDTH"_s));
        m_height = readSide(m_xml, attributes.value(u"HEIGHT"_s));
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"PrintSpace" && (m_width <= 0 || m_height <= 0)) {
                // Some exports give the size of the page here only.
                const Rect space = readBox(m_xml);
                m_width = std::max(0.0, space.x + space.width);
                m_height = std::max(0.0, space.y + space.height);
            }
            if (m_xml.name() == u"PrintSpace" || m_xml.name().endsWith(u"Margin"))
                readBlocks({});
            else
                m_xml.skipCurrentElement();
        }
    }

    /// A print space, margin, composed block or text block.
    void readBlocks(std::vector<std::string> regions)
    {
        if (regions.size() > static_cast<std::size_t>(kMaxNesting)) {
            m_xml.raiseError(u"its blocks are nested too deeply"_s);
            return;
        }
        regions.push_back(m_xml.attributes().value(u"ID"_s).toString().toStdString());
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"TextLine")
                m_lines.push_back({readLine(), regions});
            else if (m_xml.name() == u"TextBlock" || m_xml.name() == u"ComposedBlock")
                readBlocks(regions);
            else
                m_xml.skipCurrentElement();
        }
    }

    Line readLine()
    {
        Line line;
        line.id = m_xml.attributes().value(u"ID"_s).toString().toStdString();
        const Rect box = readBox(m_xml);
        line.baseline = readBaseline(box);
        if (box.width > 0 && box.height > 0)
            line.outline = rectangle(box.x, box.y, box.width, box.height);
        std::vector<Piece> pieces;
        double confidences = 0;
        int strings = 0;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"Shape") {
                readShape(line.outline);
            } else if (m_xml.name() == u"String") {
                Word word = readString();
                confidences += word.confidence;
                ++strings;
                pieces.push_back({Piece::Kind::Text, word.text});
                line.words.push_back(std::move(word));
            } else if (m_xml.name() == u"SP") {
                pieces.push_back({Piece::Kind::Space, {}});
                m_xml.skipCurrentElement();
            } else if (m_xml.name() == u"HYP") {
                pieces.push_back({Piece::Kind::Hyphen, readHyphen()});
            } else {
                m_xml.skipCurrentElement();
            }
        }
        line.text = joined(pieces);
        line.confidence = strings > 0 ? confidences / strings : 0;
        // A single String with the whole line in it, as eScriptorium writes them, is no word.
        if (line.words.size() == 1 && (line.text.empty() || line.words.front().text.find(' ') != std::string::npos))
            line.words.clear();
        return line;
    }

    /// Points since ALTO 4.2 or so; before, a single number: the height of a level baseline.
    Polyline readBaseline(const Rect& box)
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        const QStringView value = attributes.value(u"BASELINE"_s).trimmed();
        if (value.isEmpty())
            return {};
        bool singleNumber = false;
        const double y = value.size() < 30 ? value.toDouble(&singleNumber) : 0.0;
        if (!singleNumber)
            return readPoints(m_xml, value);
        if (!std::isfinite(readCoordinate(m_xml, value)) || box.width <= 0)
            return {};
        return {{box.x, y}, {box.x + box.width, y}};
    }

    void readShape(Polygon& outline)
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"Polygon") {
                Polygon polygon = readPoints(m_xml, m_xml.attributes().value(u"POINTS"_s));
                if (polygon.size() >= 3)
                    outline = std::move(polygon);
            }
            if (!m_xml.hasError())
                m_xml.skipCurrentElement();
        }
    }

    Word readString()
    {
        Word word;
        const QXmlStreamAttributes attributes = m_xml.attributes();
        word.text = normalText(attributes.value(u"CONTENT"_s).toString());
        word.confidence = readConfidence(attributes.value(u"WC"_s));
        const Rect box = readBox(m_xml);
        if (box.width > 0 && box.height > 0)
            word.outline = rectangle(box.x, box.y, box.width, box.height);
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"Shape")
                readShape(word.outline);
            else if (m_xml.name() == u"ALTERNATIVE")
                word.alternatives.push_back(readText(m_xml));
            else if (m_xml.name() == u"Glyph")
                word.glyphs.push_back(readGlyph());
            else
                m_xml.skipCurrentElement();
        }
        return word;
    }

    Glyph readGlyph()
    {
        Glyph glyph;
        const QXmlStreamAttributes attributes = m_xml.attributes();
        glyph.text = normalText(attributes.value(u"CONTENT"_s).toString());
        glyph.confidence = readConfidence(attributes.value(u"GC"_s));
        const Rect box = readBox(m_xml);
        if (box.width > 0 && box.height > 0)
            glyph.outline = rectangle(box.x, box.y, box.width, box.height);
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"Shape")
                readShape(glyph.outline);
            else
                m_xml.skipCurrentElement();
        }
        return glyph;
    }

    /// The hyphen at the end of a line. A soft hyphen marks the same stroke on paper.
    std::string readHyphen()
    {
        const std::string hyphen = normalText(m_xml.attributes().value(u"CONTENT"_s).toString());
        m_xml.skipCurrentElement();
        return hyphen.empty() || hyphen == "\u00AD" ? "-" : hyphen;
    }

    /// The picture's own size says it best; without the picture, 300 dpi.
    void toPixels()
    {
        double scaleX = 1, scaleY = 1;
        if (m_unit != Unit::Pixel) {
            scaleX = scaleY = kUsualDpi / (m_unit == Unit::Mm10 ? 254.0 : 1200.0);
            const QSize picture = pictureSize(m_folder, m_page.imageName);
            if (!picture.isEmpty() && m_width > 0 && m_height > 0) {
                scaleX = picture.width() / m_width;
                scaleY = picture.height() / m_height;
            }
            const auto scale = [&](std::vector<Point>& points) {
                for (Point& p : points)
                    p = {p.x * scaleX, p.y * scaleY};
            };
            for (Line& line : m_page.lines) {
                scale(line.outline);
                scale(line.baseline);
                for (Word& word : line.words) {
                    scale(word.outline);
                    for (Glyph& glyph : word.glyphs)
                        scale(glyph.outline);
                }
            }
        }
        m_page.widthPx = static_cast<int>(std::lround(m_width * scaleX));
        m_page.heightPx = static_cast<int>(std::lround(m_height * scaleY));
    }

    QXmlStreamReader& m_xml;
    std::filesystem::path m_folder;
    Page m_page;
    Unit m_unit = Unit::Pixel;
    double m_width = 0; ///< in the file's unit until toPixels()
    double m_height = 0;
    int m_pageCount = 0;
    std::vector<std::string> m_order;
    std::vector<PlacedLine> m_lines;
};

} // namespace

Result<Page> readAltoRoot(QXmlStreamReader& xml, const std::filesystem::path& folder)
{
    return AltoReader(xml, folder).read();
}

} // namespace longhand::formats

#include "formats/xml_reading.h"

#include <algorithm>
#include <cmath>

#include "formats/strings.h"
#include "longhand/base/files.h"

namespace longhand::formats
{

namespace
{

using namespace Qt::StringLiterals;

constexpr std::uintmax_t kMaxFileBytes = std::uintmax_t{256} << 20;
constexpr double kFarthestPixel = 1e6;
constexpr qsizetype kLongestNumber = 40;

bool isSeparator(QChar c)
{
    return c == u',' || c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u';';
}

Error notXml(const std::filesystem::path& path, const QXmlStreamReader& xml)
{
    const std::string name = quoted(path);
    const std::string where = "line " + std::to_string(xml.lineNumber()) + ": " + xml.errorString().toStdString();
    if (xml.error() == QXmlStreamReader::CustomError)
        return {ErrorCode::Damaged, "Cannot read " + name + " (" + where + "). Export the file again."};
    return {ErrorCode::Damaged,
            "Cannot read " + name + ": it is truncated or not well-formed XML (" + where + "). Export the file again."};
}

} // namespace

Result<Page> readXmlFile(const std::filesystem::path& path,
                         const std::function<Result<Page>(QXmlStreamReader&)>& readRoot)
{
    const Result<std::string> bytes = readFile(path, kMaxFileBytes);
    if (!bytes)
        return bytes.error();
    if (bytes->empty())
        return Error{ErrorCode::Damaged, "Cannot read " + quoted(path) + ": the file is empty. Export it again."};
    QXmlStreamReader xml(QByteArray::fromRawData(bytes->data(), static_cast<qsizetype>(bytes->size())));
    while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::StartElement) {
        // Transcriptions never declare entities; those that do want to fetch files or to fill the memory.
        if (xml.tokenType() == QXmlStreamReader::DTD && !xml.entityDeclarations().isEmpty())
            return Error{ErrorCode::Unsupported, "Cannot read " + quoted(path) +
                                                     ": it declares XML entities, which no transcription needs. Remove "
                                                     "its DOCTYPE."};
    }
    if (xml.hasError())
        return notXml(path, xml);
    Result<Page> page = readRoot(xml);
    if (!xml.hasError() && !page)
        return Error{page.error().code, "Cannot read " + quoted(path) + ": " + page.error().detail};
    while (!xml.atEnd())
        xml.readNext();
    if (xml.hasError())
        return notXml(path, xml);
    return page;
}

std::string normalText(const QString& text)
{
    return QString::fromStdString(printable(text.toStdString()))
        .trimmed()
        .normalized(QString::NormalizationForm_C)
        .toStdString();
}

std::string readText(QXmlStreamReader& xml)
{
    return normalText(xml.readElementText(QXmlStreamReader::SkipChildElements));
}

double readCoordinate(QXmlStreamReader& xml, QStringView number)
{
    bool ok = false;
    const QStringView trimmed = number.trimmed();
    const double value = trimmed.size() <= kLongestNumber ? trimmed.toDouble(&ok) : 0.0;
    if (!ok || !std::isfinite(value) || std::abs(value) > kFarthestPixel) {
        xml.raiseError(u"'%1' is not a usable coordinate"_s.arg(trimmed.left(kLongestNumber)));
        return 0;
    }
    return value;
}

double readSide(QXmlStreamReader& xml, QStringView number)
{
    return number.trimmed().isEmpty() ? 0.0 : std::max(0.0, readCoordinate(xml, number));
}

std::vector<Point> readPoints(QXmlStreamReader& xml, QStringView list)
{
    std::vector<Point> points;
    bool haveX = false;
    double x = 0;
    for (qsizetype i = 0; i < list.size() && !xml.hasError();) {
        if (isSeparator(list[i])) {
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < list.size() && !isSeparator(list[end]))
            ++end;
        const double value = readCoordinate(xml, list.mid(i, end - i));
        if (haveX)
            points.push_back({x, value});
        x = value;
        haveX = !haveX;
        i = end;
    }
    if (haveX && !xml.hasError())
        xml.raiseError(u"a list of points has an x without a y"_s);
    return points;
}

double readConfidence(QStringView number)
{
    bool ok = false;
    const double value = number.size() <= kLongestNumber ? number.toDouble(&ok) : 0.0;
    return ok ? clampedConfidence(value) : 0.0;
}

std::string fileNameOf(const QString& path)
{
    const qsizetype slash = std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\'));
    return printable(path.mid(slash + 1).trimmed().toStdString());
}

void makeIdsUnique(std::vector<Line>& lines)
{
    std::unordered_set<std::string> taken;
    for (const Line& line : lines)
        taken.insert(line.id);
    std::unordered_set<std::string> used;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string& id = lines[i].id;
        if (!id.empty() && used.insert(id).second)
            continue;
        const std::string base = id.empty() ? "line_" + std::to_string(i + 1) : id;
        id = base;
        for (int n = 2; taken.count(id) != 0; ++n)
            id = base + "_" + std::to_string(n);
        taken.insert(id);
        used.insert(id);
    }
}

std::string joinedWords(const std::vector<Word>& words)
{
    std::string text;
    for (const Word& word : words) {
        if (!text.empty() && !word.text.empty())
            text += ' ';
        text += word.text;
    }
    return text;
}

} // namespace longhand::formats

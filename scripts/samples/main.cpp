// make_samples PAGES.json FONTS OUTPUT: draws the pages that PAGES.json describes with the fonts in the folder FONTS.

#include <cmath>
#include <cstdio>
#include <map>
#include <stdexcept>

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QRawFont>

#include "ground_truth.h"
#include "paper.h"
#include "written_line.h"

namespace samples
{

namespace
{

constexpr qsizetype kMaxJpegBytes = 250'000;

[[noreturn]] void refuse(const QString& why)
{
    throw std::runtime_error(why.toStdString());
}

QByteArray readAll(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        refuse(path + QStringLiteral(": ") + file.errorString());
    return file.readAll();
}

void writeAll(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        refuse(path + QStringLiteral(": ") + file.errorString());
}

class Fonts
{
public:
    explicit Fonts(QString folder) : m_folder(std::move(folder)) {}

    QFont font(const QString& name, double sizePx)
    {
        auto& family = m_families[name];
        if (family.isEmpty()) {
            const QString path = m_folder + QLatin1Char('/') + name + QStringLiteral(".woff");
            const int id = QFontDatabase::addApplicationFont(path);
            if (id < 0)
                refuse(path + QStringLiteral(": not a font"));
            family = QFontDatabase::applicationFontFamilies(id).value(0);
        }
        QFont font(family);
        font.setPixelSize(qRound(sizePx));
        font.setHintingPreference(QFont::PreferNoHinting);
        font.setStyleStrategy(QFont::NoFontMerging);
        return font;
    }

private:
    QString m_folder;
    std::map<QString, QString> m_families;
};

Ruling rulingFrom(const QString& name)
{
    if (name == QStringLiteral("lines"))
        return Ruling::Lines;
    return name == QStringLiteral("squares") ? Ruling::Squares : Ruling::None;
}

Paper paperFrom(const QJsonObject& page)
{
    const auto json = page[QStringLiteral("paper")].toObject();
    Paper paper;
    paper.sizePx = {page[QStringLiteral("widthPx")].toInt(), page[QStringLiteral("heightPx")].toInt()};
    paper.color = QColor(json[QStringLiteral("color")].toString());
    paper.ruling = rulingFrom(json[QStringLiteral("ruling")].toString());
    paper.rulingPitchPx = json[QStringLiteral("rulingPitchPx")].toDouble(paper.rulingPitchPx);
    paper.rulingTopPx = json[QStringLiteral("rulingTopPx")].toDouble();
    paper.marginLinePx = json[QStringLiteral("marginLinePx")].toDouble();
    paper.shadow = json[QStringLiteral("shadow")].toDouble();
    paper.seed = static_cast<std::uint32_t>(page[QStringLiteral("seed")].toInt());
    return paper;
}

std::vector<WrittenLine> linesFrom(const QJsonObject& page, Fonts& fonts, const Paper& paper)
{
    Random random(paper.seed);
    const auto hand = page[QStringLiteral("hand")].toObject();
    const double leftPx = page[QStringLiteral("leftPx")].toDouble();
    const double pitchPx = page[QStringLiteral("pitchPx")].toDouble();
    double y = page[QStringLiteral("firstBaselinePx")].toDouble();
    std::vector<WrittenLine> lines;
    for (const auto& entry : page[QStringLiteral("lines")].toArray()) {
        const auto line = entry.toObject();
        const auto text = entry.isString() ? entry.toString() : line[QStringLiteral("text")].toString();
        const double scale = line[QStringLiteral("scale")].toDouble(1);
        Hand writer{fonts.font(line[QStringLiteral("font")].toString(hand[QStringLiteral("font")].toString()),
                               hand[QStringLiteral("sizePx")].toDouble() * scale),
                    QColor(line[QStringLiteral("ink")].toString(hand[QStringLiteral("ink")].toString())),
                    hand[QStringLiteral("penPx")].toDouble()};
        const auto raw = QRawFont::fromFont(writer.font);
        for (const QChar c : text)
            if (!raw.supportsCharacter(c))
                refuse(QStringLiteral("%1 cannot write '%2'").arg(writer.font.family()).arg(c));
        QPointF start(leftPx + line[QStringLiteral("indentPx")].toDouble() + random.around(3), y);
        if (const auto at = line[QStringLiteral("atPx")].toArray(); at.size() == 2)
            start = {at[0].toDouble(), at[1].toDouble()};
        else
            y += pitchPx * (1 + line[QStringLiteral("skipAfter")].toDouble());
        lines.push_back(write(text, start, writer, random));
        const auto ink = lines.back().ink.boundingRect();
        if (!QRectF(QPointF(0, 0), paper.sizePx).contains(ink))
            refuse(QStringLiteral("'%1' runs off the sheet: it covers x %2 to %3, y %4 to %5")
                       .arg(text)
                       .arg(ink.left())
                       .arg(ink.right())
                       .arg(ink.top())
                       .arg(ink.bottom()));
    }
    return lines;
}

QPolygonF cornersFrom(const QJsonArray& json)
{
    QPolygonF corners;
    for (const auto& corner : json)
        corners << QPointF(corner.toArray()[0].toDouble(), corner.toArray()[1].toDouble());
    return corners;
}

QByteArray smallJpeg(const QImage& picture)
{
    QByteArray bytes;
    for (int quality = 88; quality >= 40; quality -= 4) {
        bytes.clear();
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        picture.save(&buffer, "JPEG", quality);
        if (bytes.size() <= kMaxJpegBytes)
            break;
    }
    return bytes;
}

void makePage(const QJsonObject& page, Fonts& fonts, const QString& output)
{
    const auto paper = paperFrom(page);
    auto lines = linesFrom(page, fonts, paper);
    QImage picture = paintSheet(paper, lines);

    QTransform fromSheet;
    QSize pictureSize = paper.sizePx;
    if (const auto photo = page[QStringLiteral("photo")].toObject(); !photo.isEmpty()) {
        pictureSize = {photo[QStringLiteral("widthPx")].toInt(), photo[QStringLiteral("heightPx")].toInt()};
        const double w = paper.sizePx.width();
        const double h = paper.sizePx.height();
        if (!QTransform::quadToQuad(QPolygonF({{0, 0}, {w, 0}, {w, h}, {0, h}}),
                                    cornersFrom(photo[QStringLiteral("cornersPx")].toArray()), fromSheet))
            refuse(QStringLiteral("the photo's corners are no quadrilateral"));
        picture = photographSheet(picture, pictureSize, fromSheet, paper);
    } else if (const double skewDeg = page[QStringLiteral("skewDeg")].toDouble(); skewDeg != 0) {
        const double w = paper.sizePx.width();
        const double h = paper.sizePx.height();
        fromSheet = QTransform::fromTranslate(-w / 2, -h / 2) * QTransform().rotate(skewDeg) *
                    QTransform::fromTranslate(w / 2, h / 2);
        // The scanner's lid is as white as the sheet.
        QImage scan(pictureSize, QImage::Format_RGB32);
        scan.fill(picture.pixel(picture.width() / 2, 8));
        QPainter painter(&scan);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setTransform(fromSheet);
        painter.drawImage(0, 0, picture);
        painter.end();
        picture = scan;
    }
    for (auto& line : lines) {
        line.outline = fromSheet.map(line.outline);
        line.baseline = fromSheet.map(line.baseline);
    }

    const auto name = page[QStringLiteral("name")].toString();
    const auto base = output + QLatin1Char('/') + name;
    const auto jpeg = smallJpeg(picture);
    writeAll(base + QStringLiteral(".jpg"), jpeg);
    writeAll(base + QStringLiteral(".txt"), plainText(lines));
    writeAll(base + QStringLiteral(".xml"), pageXml(name + QStringLiteral(".jpg"), pictureSize, lines));
    std::printf("%s: %zu lines, %lld kB\n", qPrintable(name), lines.size(), static_cast<long long>(jpeg.size() / 1000));
}

} // namespace

} // namespace samples

int main(int argc, char** argv)
try {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc != 4) {
        std::fputs("usage: make_samples PAGES.json FONTS OUTPUT\n", stderr);
        return 2;
    }
    QJsonParseError error;
    const auto json = QJsonDocument::fromJson(samples::readAll(QFile::decodeName(argv[1])), &error);
    if (json.isNull())
        samples::refuse(QFile::decodeName(argv[1]) + QStringLiteral(": ") + error.errorString());
    samples::Fonts fonts(QFile::decodeName(argv[2]));
    for (const auto& page : json[QStringLiteral("pages")].toArray())
        samples::makePage(page.toObject(), fonts, QFile::decodeName(argv[3]));
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "make_samples: %s\n", error.what());
    return 1;
}

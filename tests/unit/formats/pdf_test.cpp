#include <array>
#include <cstdio>
#include <optional>
#include <sstream>

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QXmlStreamReader>
#include <gmock/gmock.h>

#include "longhand/formats/export.h"
#include "sample_document.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::formats;
using namespace longhand::formats::test;
using longhand::test::TemporaryFolder;

namespace
{

/// Opens `bytes` with PDFium.
class OpenPdf
{
public:
    explicit OpenPdf(const std::string& bytes) : m_bytes(QByteArray::fromStdString(bytes))
    {
        m_buffer.setBuffer(&m_bytes);
        m_buffer.open(QIODevice::ReadOnly);
        m_document.load(&m_buffer);
        EXPECT_EQ(m_document.error(), QPdfDocument::Error::None);
    }
    QPdfDocument* operator->() { return &m_document; }

private:
    int m_argc = 1;
    std::string m_name = "formats_test";
    std::array<char*, 2> m_argv{m_name.data(), nullptr};
    QCoreApplication m_application{m_argc, m_argv.data()};
    QByteArray m_bytes;
    QBuffer m_buffer;
    QPdfDocument m_document;
};

/// What pdftotext prints; nullopt where it is not installed.
std::optional<std::string> pdftotext(const std::string& bytes, const std::string& options = {})
{
    if (std::system("command -v pdftotext >/dev/null") != 0)
        return std::nullopt;
    const TemporaryFolder folder;
    EXPECT_TRUE(writeFileAtomically(folder / "a.pdf", bytes));
    FILE* pipe = popen(("pdftotext " + options + " '" + (folder / "a.pdf").string() + "' - 2>&1").c_str(), "r");
    std::string text;
    std::array<char, 4096> chunk{};
    while (const std::size_t got = std::fread(chunk.data(), 1, chunk.size(), pipe))
        text.append(chunk.data(), got);
    EXPECT_EQ(pclose(pipe), 0) << text;
    return text;
}

std::string folded(const QString& text)
{
    return text.simplified().toStdString();
}

RgbImage halfRedHalfBlue(int width, int height)
{
    RgbImage picture(width, height, 0);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            picture.row(y)[x * 3 + (x < width / 2 ? 0 : 2)] = 255;
    return picture;
}

Document oneLine(const std::string& text)
{
    Document document;
    Page page;
    page.widthPx = 1000;
    page.heightPx = 500;
    page.lines.push_back(
        {"a", text, 1, {{50, 100}, {950, 100}, {950, 160}, {50, 160}}, {{50, 150}, {950, 150}}, {}, {}});
    document.pages.push_back(page);
    return document;
}

} // namespace

TEST(Pdf, TheTextComesOutInOrderWithPdftotext)
{
    const auto text = pdftotext(serialize(twoPages(), Format::Pdf).value());
    if (!text)
        GTEST_SKIP() << "pdftotext is not installed (package poppler-utils)";
    EXPECT_EQ(*text, "Grüße à <l'œuvre>&\"€\"\nsecond line\n\n\fon the other page\n\n\f");
}

TEST(Pdf, TheTextComesOutInOrderWithPdfium)
{
    OpenPdf pdf(serialize(twoPages(), Format::Pdf).value());
    ASSERT_EQ(pdf->pageCount(), 2);
    EXPECT_EQ(folded(pdf->getAllText(0).text()), "Grüße à <l'œuvre>&\"€\" second line");
    EXPECT_EQ(folded(pdf->getAllText(1).text()), "on the other page");
}

TEST(Pdf, WordsLieWhereTheyAreInThePicture)
{
    const auto boxes = pdftotext(serialize(sampleDocument(), Format::Pdf).value(), "-bbox");
    if (!boxes)
        GTEST_SKIP() << "pdftotext is not installed (package poppler-utils)";
    QXmlStreamReader xml(QByteArray::fromStdString(*boxes));
    const Page page = samplePage();
    std::vector<Word> words = page.lines[0].words;
    words.insert(words.end(), page.lines[1].words.begin(), page.lines[1].words.end());
    std::size_t found = 0;
    double scale = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        const auto number = [&](const char* name) { return xml.attributes().value(QLatin1String(name)).toDouble(); };
        if (xml.isStartElement() && xml.name() == u"page") {
            scale = page.widthPx / number("width");
            EXPECT_NEAR(number("height") * scale, page.heightPx, 1);
        }
        if (!xml.isStartElement() || xml.name() != u"word")
            continue;
        ASSERT_LT(found, words.size());
        const Rect box = boundingBox(words[found].outline);
        EXPECT_NEAR(number("xMin") * scale, box.x, 3);
        EXPECT_NEAR(number("xMax") * scale, box.x + box.width, 6);
        const double middle = (number("yMin") + number("yMax")) / 2 * scale;
        EXPECT_GT(middle, box.y);
        EXPECT_LT(middle, box.y + box.height);
        EXPECT_EQ(xml.readElementText().toStdString(), words[found].text);
        ++found;
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    EXPECT_EQ(found, words.size());
}

TEST(Pdf, LettersOfManyLanguagesAreSearchable)
{
    for (const std::string text : {"äöüßÄÖÜ éèêëçœŒæÆ €£ «»„“” – … ’", "Łódź Žižka Győr", "Καλή όρεξη", "Привет мир",
                                   "Jānis Bērziņš no Ģibuļiem"}) {
        OpenPdf pdf(serialize(oneLine(text), Format::Pdf).value());
        EXPECT_EQ(folded(pdf->getAllText(0).text()), text);
    }
}

TEST(Pdf, AWordOfMixedScriptsStaysOneWord)
{
    OpenPdf pdf(serialize(oneLine("naïveŁódźПривет end"), Format::Pdf).value());
    EXPECT_EQ(folded(pdf->getAllText(0).text()), "naïveŁódźПривет end");
}

TEST(Pdf, LettersWithoutACodePageFallBackToTheirBase)
{
    OpenPdf pdf(serialize(oneLine("Waſſer ﬁn 漢"), Format::Pdf).value());
    EXPECT_EQ(folded(pdf->getAllText(0).text()), "Wasser fin ?");
}

TEST(Pdf, ThePictureFillsThePageAndTheTextIsInvisible)
{
    Document document = oneLine("MMMMMMMMMM");
    document.pages[0].lines[0].outline = {{50, 100}, {950, 100}, {950, 400}, {50, 400}};
    OpenPdf pdf(serialize(document, Format::Pdf, {halfRedHalfBlue(200, 100)}).value());
    const QSizeF size = pdf->pagePointSize(0);
    EXPECT_NEAR(size.width() / size.height(), 2.0, 0.01);
    const QImage page = pdf->render(0, QSize(200, 100));
    ASSERT_FALSE(page.isNull());
    for (const int y : {2, 50, 97})
        for (int x = 2; x < 198; ++x) {
            if (std::abs(x - 100) < 4)
                continue; // JPEG softens the edge
            const QColor colour = page.pixelColor(x, y);
            EXPECT_GT(x < 100 ? colour.red() : colour.blue(), 200) << x << ' ' << y;
            EXPECT_LT(x < 100 ? colour.blue() : colour.red(), 60) << x << ' ' << y;
        }
}

TEST(Pdf, ATurnedPageIsShownAsItsWritingStands)
{
    Document document = oneLine("MMMMMMMMMM");
    document.pages[0].turnDeg = 180;
    OpenPdf upsideDown(serialize(document, Format::Pdf, {halfRedHalfBlue(200, 100)}).value());
    const QImage page = upsideDown->render(0, QSize(200, 100));
    EXPECT_GT(page.pixelColor(20, 50).blue(), 200);
    EXPECT_GT(page.pixelColor(180, 50).red(), 200);
}

TEST(Pdf, APageOnItsSideIsShownUpright)
{
    Document document = oneLine("MMMMMMMMMM");
    document.pages[0].turnDeg = 90;
    OpenPdf onItsSide(serialize(document, Format::Pdf, {halfRedHalfBlue(200, 100)}).value());
    EXPECT_NEAR(onItsSide->pagePointSize(0).height() / onItsSide->pagePointSize(0).width(), 2.0, 0.01);
    const QImage page = onItsSide->render(0, QSize(100, 200));
    EXPECT_GT(page.pixelColor(50, 20).red(), 200) << "turned clockwise, what was left is above";
    EXPECT_GT(page.pixelColor(50, 180).blue(), 200);
}

TEST(Pdf, GreyPicturesAndPagesWithoutSizeWork)
{
    Document document;
    document.pages.emplace_back();
    OpenPdf pdf(serialize(document, Format::Pdf, {RgbImage(300, 600, 128)}).value());
    EXPECT_NEAR(pdf->pagePointSize(0).height() / pdf->pagePointSize(0).width(), 2.0, 0.01);
    EXPECT_NEAR(pdf->render(0, QSize(30, 60)).pixelColor(15, 30).green(), 128, 3);
}

TEST(Pdf, ALineOnASlopeKeepsItsWordsWhole)
{
    // Without word places, so that the writer has to spread the words along the baseline.
    Document document = oneLine("arrondissement de Valognes, département");
    Line& line = document.pages[0].lines[0];
    line.baseline = {{50, 100}, {950, 190}};
    line.outline = {{50, 60}, {950, 150}, {950, 200}, {50, 110}};
    const auto text = pdftotext(serialize(document, Format::Pdf).value());
    if (!text)
        GTEST_SKIP() << "pdftotext is not installed (package poppler-utils)";
    EXPECT_EQ(folded(QString::fromStdString(*text)), "arrondissement de Valognes, département");
}

TEST(Pdf, UprightWritingIsFoundToo)
{
    Document document = oneLine("upwards");
    Line& line = document.pages[0].lines[0];
    line.outline = {{100, 50}, {160, 50}, {160, 450}, {100, 450}};
    line.baseline = {{150, 450}, {150, 50}};
    OpenPdf pdf(serialize(document, Format::Pdf).value());
    EXPECT_EQ(folded(pdf->getAllText(0).text()), "upwards");
    const QRectF box = pdf->getAllText(0).boundingRectangle();
    EXPECT_GT(box.height(), box.width() * 3);
}

TEST(Pdf, TitleIsThePicturesName)
{
    OpenPdf pdf(serialize(sampleDocument(), Format::Pdf).value());
    EXPECT_EQ(pdf->metaData(QPdfDocument::MetaDataField::Title).toString().toStdString(), samplePage().imageName);
}

TEST(Pdf, SurvivesControlCharactersAndWildGeometry)
{
    Document document = nastyDocument();
    document.pages[0].lines.push_back({"b",
                                       "far away",
                                       1,
                                       {{-1e300, 0}, {std::numeric_limits<double>::quiet_NaN(), 5}, {1e300, 1e300}},
                                       {{0, 0}, {std::numeric_limits<double>::infinity(), 0}},
                                       {},
                                       {}});
    OpenPdf pdf(serialize(document, Format::Pdf).value());
    EXPECT_EQ(pdf->pageCount(), 1);
}

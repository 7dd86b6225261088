#include <QXmlStreamReader>
#include <gtest/gtest.h>

#include "longhand/formats/export.h"
#include "sample_document.h"

using namespace longhand;
using namespace longhand::formats;
using namespace longhand::formats::test;

namespace
{

struct Element {
    std::string kind;
    std::string title;
    std::string text; ///< its own and that of its children, white space folded
};

/// All elements with a class, in document order; fails the test when the file is not well-formed.
std::vector<Element> parse(const std::string& hocr)
{
    QXmlStreamReader xml(QByteArray::fromStdString(hocr));
    std::vector<Element> elements;
    std::vector<std::ptrdiff_t> open;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            open.push_back(-1);
            const auto attributes = xml.attributes();
            if (attributes.hasAttribute(QStringLiteral("class"))) {
                open.back() = static_cast<std::ptrdiff_t>(elements.size());
                elements.push_back({attributes.value(QStringLiteral("class")).toString().toStdString(),
                                    attributes.value(QStringLiteral("title")).toString().toStdString(),
                                    {}});
            }
        } else if (xml.isEndElement()) {
            open.pop_back();
        } else if (xml.isCharacters()) {
            for (const auto index : open)
                if (index >= 0)
                    elements[static_cast<std::size_t>(index)].text += xml.text().toString().toStdString();
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    for (Element& element : elements)
        element.text = QString::fromStdString(element.text).simplified().toStdString();
    return elements;
}

} // namespace

TEST(Hocr, PlacesPageLinesAndWords)
{
    const auto elements = parse(serialize(sampleDocument(), Format::Hocr).value());
    ASSERT_EQ(elements.size(), 8u);
    EXPECT_EQ(elements[0].kind, "ocr_page");
    EXPECT_EQ(elements[0].title, "image \"O'Neill \\\"<&>\\\" Brief né.jpg\"; bbox 0 0 1000 800; ppageno 0");
    EXPECT_EQ(elements[1].kind, "ocr_line");
    EXPECT_EQ(elements[1].text, "Grüße à <l'œuvre>&\"€\"");
    EXPECT_TRUE(elements[1].title.starts_with("bbox 90 80 800 160; baseline 0.0")) << elements[1].title;
    EXPECT_NE(elements[1].title.find("; poly 90 80 800 90 800 160 90 150; x_wconf 88"), std::string::npos)
        << elements[1].title;
    EXPECT_EQ(elements[2].kind, "ocrx_word");
    EXPECT_EQ(elements[2].text, "Grüße");
    EXPECT_EQ(elements[2].title,
              "bbox 100 90 300 145; poly 100 90 300 95 300 145 100 140; x_wconf 94; x_confs 50 60 70 80 90");
    EXPECT_EQ(elements[5].kind, "ocr_line");
    EXPECT_EQ(elements[5].text, "second line");
    // The baseline lies level, 10 px above the bottom of the box.
    EXPECT_EQ(elements[5].title, "bbox 90 180 500 240; baseline 0 -10; poly 90 180 500 180 500 240 90 240; x_wconf 25");
}

TEST(Hocr, ASlantedBaselineIsSeenFromTheBottomLeftCorner)
{
    Document document;
    Page page;
    page.widthPx = page.heightPx = 1000;
    page.lines.push_back(
        {"a", "x", 1, {{100, 100}, {300, 100}, {300, 200}, {100, 200}}, {{150, 165}, {250, 175}}, {}, {}});
    document.pages.push_back(page);
    const auto elements = parse(serialize(document, Format::Hocr).value());
    EXPECT_NE(elements[1].title.find("baseline 0.1 -40"), std::string::npos) << elements[1].title;
    EXPECT_EQ(elements[1].text, "x");
}

TEST(Hocr, HoldsSeveralPagesNoneOrEmptyOnes)
{
    const auto two = parse(serialize(twoPages(), Format::Hocr).value());
    EXPECT_EQ(std::count_if(two.begin(), two.end(), [](const Element& e) { return e.kind == "ocr_page"; }), 2);
    EXPECT_EQ(two.back().text, "on the other page");
    EXPECT_TRUE(parse(serialize(Document{}, Format::Hocr).value()).empty());
    Document blank;
    blank.pages.emplace_back();
    EXPECT_EQ(parse(serialize(blank, Format::Hocr).value()).size(), 1u);
}

TEST(Hocr, StaysWellFormedWithControlCharacters)
{
    const auto elements = parse(serialize(nastyDocument(), Format::Hocr).value());
    ASSERT_EQ(elements.size(), 3u);
    EXPECT_EQ(elements[2].text, kNastyCleaned);
}

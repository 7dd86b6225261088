#include <QString>
#include <QTextDocument>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "longhand/formats/export.h"
#include "sample_document.h"

using namespace longhand;
using namespace longhand::formats;
using namespace longhand::formats::test;

namespace
{

Document documentWith(const std::vector<std::string>& lines)
{
    Document document;
    document.pages.emplace_back();
    for (const std::string& line : lines)
        document.pages.back().lines.push_back({"", line, 1, {}, {}, {}, {}});
    return document;
}

/// What a Markdown viewer shows.
std::string shown(const std::string& markdown)
{
    QTextDocument document;
    document.setMarkdown(QString::fromStdString(markdown));
    return document.toRawText()
        .replace(QChar::LineSeparator, u'\n')
        .replace(QChar::ParagraphSeparator, u'\n')
        .toStdString();
}

} // namespace

TEST(PlainText, LinesEndWithALineBreak)
{
    EXPECT_EQ(plainText(samplePage()), "Grüße à <l'œuvre>&\"€\"\nsecond line\n");
    EXPECT_EQ(plainText(Page{}), "");
}

TEST(PlainText, KeepsOneLinePerLineWhateverTheTextHolds)
{
    EXPECT_EQ(plainText(nastyDocument().pages[0]), kNastyCleaned + "\n");
}

TEST(TxtFormat, AnEmptyLineSeparatesPages)
{
    Document document = twoPages();
    document.pages.insert(document.pages.begin() + 1, Page{});
    EXPECT_EQ(serialize(document, Format::Txt).value(), "Grüße à <l'œuvre>&\"€\"\nsecond line\n\non the other page\n");
    EXPECT_EQ(serialize(Document{}, Format::Txt).value(), "");
}

TEST(MarkdownFormat, AViewerShowsExactlyTheText)
{
    const std::vector<std::string> lines{"# no heading",
                                         "- no list",
                                         "1. no list, 2) neither",
                                         "12) no list",
                                         "> no quote",
                                         "=====",
                                         "a*b*c _d_ `e` ~~f~~",
                                         "<b>&amp;</b>",
                                         "[link](http://example.org)",
                                         "back\\slash | pipe",
                                         "+ Übung à l'œuvre",
                                         "***",
                                         "$5 a:b",
                                         "1985 was a year"};
    std::string expected;
    for (const std::string& line : lines)
        expected += (expected.empty() ? "" : "\n") + line;
    EXPECT_EQ(shown(serialize(documentWith(lines), Format::Markdown).value()), expected);
}

TEST(MarkdownFormat, SeveralPagesGetTheirPicturesNamesAsHeadings)
{
    const std::string markdown = serialize(twoPages(), Format::Markdown).value();
    EXPECT_EQ(shown(markdown), "O'Neill \"<&>\" Brief né.jpg\nGrüße à <l'œuvre>&\"€\"\nsecond line\nsecond.jpg\non the "
                               "other page");
    EXPECT_EQ(serialize(documentWith({"a"}), Format::Markdown).value(), "a\n");
}

TEST(JsonFormat, CarriesTheWholeModel)
{
    Document document = twoPages();
    document.pages[0].imageIndex = 3;
    document.pages[0].lines[1].outline[0] = {90.126, 180.5};
    const auto json = nlohmann::json::parse(serialize(document, Format::Json).value());
    EXPECT_EQ(json["format"], "longhand-document");
    EXPECT_EQ(json["version"], 1);
    EXPECT_EQ(json["creator"], "Longhand");
    EXPECT_EQ(json["model"], "modern <1>");
    EXPECT_EQ(json["language"], "de-AT");
    ASSERT_EQ(json["pages"].size(), 2u);
    const auto& page = json["pages"][0];
    EXPECT_EQ(page["image"], (nlohmann::json{{"name", "O'Neill \"<&>\" Brief né.jpg"},
                                             {"path", "scans/O'Neill \"<&>\" Brief né.jpg"},
                                             {"index", 3},
                                             {"width", 1000},
                                             {"height", 800}}));
    ASSERT_EQ(page["lines"].size(), 2u);
    const auto& line = page["lines"][0];
    EXPECT_EQ(line["id"], "l1");
    EXPECT_EQ(line["text"], "Grüße à <l'œuvre>&\"€\"");
    EXPECT_EQ(line["confidence"], 0.875);
    EXPECT_EQ(line["outline"], nlohmann::json::parse("[[90,80],[800,90],[800,160],[90,150]]"));
    EXPECT_EQ(line["baseline"], nlohmann::json::parse("[[100,140],[450,142],[790,150]]"));
    EXPECT_EQ(line["alternatives"], (nlohmann::json{"Grüsse à l'œuvre", "Größe à <l'oeuvre>"}));
    ASSERT_EQ(line["words"].size(), 3u);
    const auto& word = line["words"][0];
    EXPECT_EQ(word["text"], "Grüße");
    EXPECT_EQ(word["confidence"], 0.9375);
    EXPECT_EQ(word["alternatives"], (nlohmann::json{"Grüsse", "Größe"}));
    ASSERT_EQ(word["glyphs"].size(), 5u);
    EXPECT_EQ(word["glyphs"][2]["text"], "ü");
    EXPECT_EQ(word["glyphs"][2]["confidence"], 0.7);
    EXPECT_EQ(word["glyphs"][2]["outline"], nlohmann::json::parse("[[180,90],[220,90],[220,140],[180,140]]"));
    EXPECT_EQ(page["lines"][1]["outline"][0], nlohmann::json::parse("[90.13,180.5]"));
}

TEST(JsonFormat, SeveralPagesAreIndentedAsOneTree)
{
    Document document;
    document.modelName = "a []\nb";
    document.pages = {samplePage(), Page{}, samplePage()};
    const std::string text = serialize(document, Format::Json).value();
    const auto json = nlohmann::ordered_json::parse(text);
    EXPECT_EQ(json["pages"].size(), 3U);
    EXPECT_EQ(text, json.dump(1, ' ') + "\n");
}

TEST(JsonFormat, StaysValidWithBrokenTextAndNumbers)
{
    Document document = nastyDocument();
    document.pages[0].lines[0].confidence = std::numeric_limits<double>::quiet_NaN();
    document.pages[0].lines[0].outline = {{std::numeric_limits<double>::infinity(), 1}};
    const auto json = nlohmann::json::parse(serialize(document, Format::Json).value());
    EXPECT_EQ(json["pages"][0]["lines"][0]["confidence"], 0);
    EXPECT_EQ(json["pages"][0]["lines"][0]["text"],
              std::string("a\0b", 3) + "\x1b[c\xEF\xBF\xBE" + "d\n\xEF\xBF\xBD" + "e");
    EXPECT_EQ(nlohmann::json::parse(serialize(Document{}, Format::Json).value())["pages"], nlohmann::json::array());
}

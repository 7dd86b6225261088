#include "longhand/formats/text_layout.h"

#include <gmock/gmock.h>

using namespace longhand;
using namespace longhand::formats;
using testing::ElementsAre;

namespace
{

constexpr double kLineHeight = 40;

/// A line from `left` to `right` whose top is at `y`.
Line lineAt(const std::string& text, double y, double left = 100, double right = 900)
{
    Line line;
    line.text = text;
    line.outline = {{left, y}, {right, y}, {right, y + kLineHeight}, {left, y + kLineHeight}};
    return line;
}

Page pageOf(std::vector<Line> lines)
{
    Page page;
    page.lines = std::move(lines);
    return page;
}

std::vector<std::string> textOf(const Page& page)
{
    std::vector<std::string> text;
    for (const Line& line : page.lines)
        text.push_back(line.text);
    return text;
}

} // namespace

TEST(TextLayout, LinesOfOneBlockAreOneParagraph)
{
    const Page page = pageOf({lineAt("My dear Anna, the boat", 0), lineAt("came in at noon and", 60),
                              lineAt("all are well.", 120, 100, 420)});
    EXPECT_THAT(paragraphStarts(page), ElementsAre(0u));
    EXPECT_THAT(textOf(arranged(page, TextLayout::Paragraphs)),
                ElementsAre("My dear Anna, the boat came in at noon and all are well."));
    EXPECT_EQ(textOf(arranged(page, TextLayout::Lines)), textOf(page));
}

TEST(TextLayout, AWideGapAnIndentAndAShortLineEndAParagraph)
{
    EXPECT_THAT(paragraphStarts(pageOf({lineAt("a", 0), lineAt("b", 60), lineAt("c", 120), lineAt("d", 260)})),
                ElementsAre(0u, 3u));
    EXPECT_THAT(paragraphStarts(pageOf({lineAt("a", 0), lineAt("b", 60), lineAt("c", 120, 160), lineAt("d", 180)})),
                ElementsAre(0u, 2u));
    EXPECT_THAT(
        paragraphStarts(pageOf({lineAt("a", 0), lineAt("b", 60, 100, 400), lineAt("c", 120), lineAt("d", 180)})),
        ElementsAre(0u, 2u));
}

TEST(TextLayout, ADateAtTheRightIsApartFromWhatFollows)
{
    EXPECT_THAT(paragraphStarts(pageOf({lineAt("3rd of May", 0, 600), lineAt("My dear", 60), lineAt("Anna", 120)})),
                ElementsAre(0u, 1u));
    EXPECT_THAT(
        paragraphStarts(pageOf({lineAt("and write soon", 0), lineAt("Yours", 60, 600), lineAt("E.", 120, 640)})),
        ElementsAre(0u, 1u));
}

TEST(TextLayout, AMarginThatDriftsIsNoIndent)
{
    std::vector<Line> lines;
    for (int i = 0; i < 6; ++i)
        lines.push_back(lineAt("x", 60.0 * i, 100 + 25 * i));
    EXPECT_THAT(paragraphStarts(pageOf(lines)), ElementsAre(0u));
}

TEST(TextLayout, TheNextColumnGoesOnWithTheParagraph)
{
    const Page page = pageOf(
        {lineAt("a", 0, 100, 480), lineAt("b", 60, 100, 480), lineAt("c", 0, 520, 900), lineAt("d", 60, 520, 900)});
    // The end of the left column is not short: it is as wide as the column, but half the page.
    EXPECT_EQ(paragraphStarts(page).front(), 0u);
    EXPECT_EQ(textOf(arranged(page, TextLayout::Lines)).size(), 4u);
}

TEST(TextLayout, LinesWithoutAPlaceArePartedByEmptyOnes)
{
    Page page;
    for (const char* text : {"one", "two", "", "three"}) {
        page.lines.emplace_back();
        page.lines.back().text = text;
    }
    EXPECT_THAT(textOf(arranged(page, TextLayout::Paragraphs)), ElementsAre("one two", "", "three"));
}

TEST(TextLayout, WordsThatTheLineCutAreMendedWhereAsked)
{
    const auto join = [](const std::string& first, const std::string& second, TextLayout layout) {
        return arranged(pageOf({lineAt(first, 0), lineAt(second, 60)}), layout).lines.front().text;
    };
    EXPECT_EQ(join("the after-", "noon", TextLayout::Mended), "the afternoon");
    EXPECT_EQ(join("die Eisen=", "bahn", TextLayout::Mended), "die Eisenbahn");
    EXPECT_EQ(join("l\u2019apr\u00E8s\u00AC", "midi", TextLayout::Mended), "l\u2019apr\u00E8smidi");
    EXPECT_EQ(join("Anne-", "Marie", TextLayout::Mended), "Anne-Marie") << "a name keeps its hyphen";
    EXPECT_EQ(join("he said -", "nothing", TextLayout::Mended), "he said - nothing") << "a dash is no hyphen";
    EXPECT_EQ(join("the after-", "noon", TextLayout::Paragraphs), "the after- noon");
}

TEST(TextLayout, OnlyFormatsWithoutPlacesAreArranged)
{
    Document document;
    document.pages = {pageOf({lineAt("one", 0), lineAt("two", 60)})};
    EXPECT_EQ(arranged(document, Format::Txt, TextLayout::Mended).pages[0].lines.size(), 1u);
    EXPECT_EQ(arranged(document, Format::Alto, TextLayout::Mended).pages[0].lines.size(), 2u);
    EXPECT_EQ(serialize(arranged(document, Format::Txt, TextLayout::Mended), Format::Txt).value(), "one two\n");
}

TEST(TextLayout, NamesGoThereAndBack)
{
    for (const TextLayout layout : {TextLayout::Lines, TextLayout::Paragraphs, TextLayout::Mended})
        EXPECT_EQ(layoutFromName(layoutName(layout)), layout);
    EXPECT_FALSE(layoutFromName("columns"));
}

#include "app/line_alignment.h"

#include <gtest/gtest.h>

#include "app/row_pieces.h"

using namespace longhand;
using namespace longhand::app;

namespace
{

const std::vector<std::string> kLetter = {"Murfreesboro May 21st 63",   "Dear Uncle",
                                          "I thought I would occupy",   "a few spare moments in",
                                          "writing you a few lines. I", "am enjoying good health at",
                                          "present and wish the same"};

/// Lines as long as their readings say.
std::vector<LineToAlign> found(const std::vector<std::string>& readings)
{
    std::vector<LineToAlign> lines;
    for (const std::string& reading : readings)
        lines.push_back({reading, 20.0 * static_cast<double>(reading.size())});
    return lines;
}

/// What the lines are given; "?" where it is not certain, "-" for no text.
std::vector<std::string> texts(const TextAlignment& alignment)
{
    std::vector<std::string> result;
    for (const auto& line : alignment.lines)
        result.push_back(!line ? "-" : line->evidence == Evidence::TooWeak ? "?" : line->text);
    return result;
}

} // namespace

TEST(LineAlignment, PoorReadingsFindTheirLines)
{
    const auto alignment =
        alignText(found({"Manfreesbon May 2 paa", "Mear Unole", "I Moughs I woigld oceupy", "o fen spane Mimentt im",
                         "Mritinig you a fen lives. G", "am enpoyiri good, heutt al", "presént avd hish te Lame"}),
                  kLetter);
    EXPECT_EQ(texts(alignment), kLetter);
    EXPECT_EQ(alignment.textLines, 7U);
    EXPECT_EQ(alignment.alignedTextLines, 7U);
}

TEST(LineAlignment, AFoundLineWithoutTextIsLeftOut)
{
    auto readings = kLetter;
    readings.insert(readings.begin() + 2, "xxqqzzjjkkvvbb");
    const auto alignment = alignText(found(readings), kLetter);
    auto expected = kLetter;
    expected.insert(expected.begin() + 2, "-");
    EXPECT_EQ(texts(alignment), expected);
}

TEST(LineAlignment, ATextLineThatWasNotFoundIsLeftOut)
{
    auto readings = kLetter;
    readings.erase(readings.begin() + 3);
    const auto alignment = alignText(found(readings), kLetter);
    EXPECT_EQ(texts(alignment), readings);
    EXPECT_EQ(alignment.textLines, 7U);
    EXPECT_EQ(alignment.alignedTextLines, 6U);
}

TEST(LineAlignment, AFoundLineMayCoverTwoTextLinesOrAPartOfOne)
{
    const std::vector<std::string> readings = {"Murfreesboro May 21st 63 Dear Uncle",
                                               "I thought I",
                                               "would occupy",
                                               "a few spare moments in",
                                               "writing you a few lines. I",
                                               "am enjoying good health at",
                                               "present and wish the same"};
    const auto alignment = alignText(found(readings), kLetter);
    EXPECT_EQ(texts(alignment), readings);
    EXPECT_EQ(alignment.alignedTextLines, 7U);
}

TEST(LineAlignment, AParagraphIsCutWhereTheLinesEnd)
{
    std::string paragraph;
    for (const std::string& line : kLetter)
        paragraph += line + ' ';
    const auto alignment = alignText(found(kLetter), {paragraph});
    EXPECT_EQ(texts(alignment), kLetter);
    EXPECT_EQ(alignment.textLines, 1U);
}

TEST(LineAlignment, AnUnreadableLineBetweenCertainOnesIsProvenByThem)
{
    auto readings = kLetter;
    readings[3] = "n bns cqnte nsnmenk ri"; // hardly a letter right, but of the right length
    const auto alignment = alignText(found(readings), kLetter);
    EXPECT_EQ(texts(alignment), kLetter);
    ASSERT_TRUE(alignment.lines[3]);
    EXPECT_EQ(alignment.lines[3]->evidence, Evidence::Neighbours);
    EXPECT_EQ(alignment.lines[2]->evidence, Evidence::Reading);
}

TEST(LineAlignment, ALineFarTooLongForItsTextIsNotCertain)
{
    auto lines = found(kLetter);
    lines[4].lengthPx *= 2; // a crop that shows more than the text says
    const auto alignment = alignText(lines, kLetter);
    EXPECT_EQ(texts(alignment)[4], "?");
    EXPECT_EQ(texts(alignment)[3], kLetter[3]);
}

TEST(LineAlignment, AnotherTextIsNotForcedOntoThePage)
{
    const auto alignment =
        alignText(found({"Chattanooga December", "the weather is cold for", "on a picket outpost with",
                         "there is one consolation", "an ounce of lead every"}),
                  kLetter);
    EXPECT_EQ(alignment.alignedTextLines, 0U);
}

TEST(LineAlignment, NothingFoundAndNothingWrittenAreNoMistakes)
{
    EXPECT_TRUE(alignText({}, kLetter).lines.empty());
    const auto withoutText = alignText(found(kLetter), {"", " "});
    EXPECT_EQ(withoutText.textLines, 0U);
    for (const auto& line : withoutText.lines)
        EXPECT_FALSE(line);
}

namespace
{

imaging::FoundLine piece(double left, double right, double baseline)
{
    return {{{left, baseline - 30}, {right, baseline - 30}, {right, baseline + 10}, {left, baseline + 10}},
            {{left, baseline}, {right, baseline}}};
}

} // namespace

TEST(RowPieces, PiecesOfARowAreJoinedAndOthersStayApart)
{
    const auto rows = joinRowPieces({piece(100, 300, 100), piece(350, 600, 105), piece(100, 600, 160),
                                     piece(1000, 1400, 160), piece(100, 200, 220)});
    ASSERT_EQ(rows.size(), 4U); // the gap before x = 1000 is that between columns
    EXPECT_EQ(boundingBox(rows[0].outline), (Rect{100, 70, 500, 45}));
    EXPECT_EQ(rows[0].baseline, (Polyline{{100, 100}, {300, 100}, {350, 105}, {600, 105}}));
    EXPECT_EQ(rows[1].outline, piece(100, 600, 160).outline);
}

TEST(RowPieces, OverlappingPiecesKeepABaselineThatRunsForwards)
{
    const auto rows = joinRowPieces({piece(100, 300, 100), piece(290, 600, 100)});
    ASSERT_EQ(rows.size(), 1U);
    for (std::size_t i = 1; i < rows[0].baseline.size(); ++i)
        EXPECT_GT(rows[0].baseline[i].x, rows[0].baseline[i - 1].x);
}

#include "longhand/app/page_transcriber.h"

#include <gmock/gmock.h>

#include "drawn_page.h"
#include "longhand/app/evaluation.h"
#include "longhand/base/files.h"
#include "longhand/imaging/page_reader.h"
#include "scripted_recognizer.h"
#include "temporary_folder.h"
#include "three_page_scan.h"

using namespace longhand;
using namespace longhand::app;
using longhand::test::DrawnPage;
using longhand::test::drawPage;
using longhand::test::evenReading;
using longhand::test::ScriptedRecognizer;
using longhand::test::TemporaryFolder;
using longhand::test::threePageScan;
using testing::ElementsAre;

namespace
{

PageTranscriber transcriberReading(ScriptedRecognizer::Script script)
{
    return PageTranscriber(std::make_unique<ScriptedRecognizer>(std::move(script)));
}

PageTranscriber transcriberReading(const std::string& text)
{
    return transcriberReading([text](std::size_t) { return evenReading(text); });
}

} // namespace

TEST(PageTranscriber, PutsLinesWhereTheyStandOnThePicture)
{
    const DrawnPage drawn = drawPage({});
    auto transcriber = transcriberReading("some words");
    const auto page = transcriber.transcribe(drawn.picture);
    ASSERT_TRUE(page.ok()) << page.error().detail;
    EXPECT_EQ(page->widthPx, drawn.picture.width);
    EXPECT_EQ(page->heightPx, drawn.picture.height);
    ASSERT_EQ(page->lines.size(), 6U);
    EXPECT_EQ(matchLines(drawn.reference, *page).matched, 6U);
}

TEST(PageTranscriber, GeometryIsInOriginalPixelsThoughThePageIsTurnedAndReduced)
{
    const DrawnPage drawn = drawPage({.widthPx = 2700, .heightPx = 3600, .lines = 7, .turnDeg = 5});
    auto transcriber = transcriberReading("some words");
    const auto page = transcriber.transcribe(drawn.picture);
    ASSERT_TRUE(page.ok()) << page.error().detail;
    EXPECT_EQ(matchLines(drawn.reference, *page).matched, 7U);
    for (const formats::Line& line : page->lines) {
        // Written downhill: 5 degrees over the length of the baseline.
        const double rise = line.baseline.back().y - line.baseline.front().y;
        const double run = line.baseline.back().x - line.baseline.front().x;
        EXPECT_NEAR(rise / run, 0.0875, 0.02);
    }
}

TEST(PageTranscriber, WordsAndGlyphsStandInOrderInsideTheirLine)
{
    const DrawnPage drawn = drawPage({.lines = 1});
    auto transcriber = transcriberReading("ab c");
    const auto page = transcriber.transcribe(drawn.picture);
    ASSERT_TRUE(page.ok()) << page.error().detail;
    ASSERT_EQ(page->lines.size(), 1U);
    const formats::Line& line = page->lines.front();
    EXPECT_EQ(line.text, "ab c");
    EXPECT_EQ(line.confidence, 0.9);
    EXPECT_THAT(line.alternatives, ElementsAre("ab c?"));
    ASSERT_EQ(line.words.size(), 2U);
    EXPECT_EQ(line.words[0].text, "ab");
    EXPECT_EQ(line.words[0].confidence, 0.8);
    EXPECT_THAT(line.words[0].alternatives, ElementsAre("ab!"));
    ASSERT_EQ(line.words[0].glyphs.size(), 2U);
    ASSERT_EQ(line.words[1].glyphs.size(), 1U);
    EXPECT_EQ(line.words[1].glyphs[0].text, "c");
    EXPECT_EQ(line.words[1].glyphs[0].confidence, 0.7);

    const Rect lineBox = boundingBox(line.outline);
    const Rect first = boundingBox(line.words[0].outline);
    const Rect second = boundingBox(line.words[1].outline);
    EXPECT_LT(first.x + first.width, second.x);
    // Two of the line's four characters, and the crop is a little longer than the outline.
    EXPECT_NEAR(first.width, lineBox.width / 2, lineBox.width * 0.06);
    EXPECT_GT(first.y + first.height, lineBox.y);
    EXPECT_LT(first.y, lineBox.y + lineBox.height);
    const Rect glyphA = boundingBox(line.words[0].glyphs[0].outline);
    const Rect glyphB = boundingBox(line.words[0].glyphs[1].outline);
    EXPECT_NEAR(glyphA.x, first.x, 1);
    EXPECT_NEAR(glyphB.x + glyphB.width, first.x + first.width, 1);
    EXPECT_NEAR(glyphA.x + glyphA.width, glyphB.x, 1);
}

TEST(PageTranscriber, LinesWithoutTextAreLeftOutAndTheOthersNumberedThrough)
{
    const DrawnPage drawn = drawPage({.lines = 4});
    auto transcriber =
        transcriberReading([](std::size_t i) { return evenReading(i % 2 == 0 ? "" : "line" + std::to_string(i)); });
    const auto page = transcriber.transcribe(drawn.picture);
    ASSERT_TRUE(page.ok()) << page.error().detail;
    ASSERT_EQ(page->lines.size(), 2U);
    EXPECT_EQ(page->lines[0].id, "line-1");
    EXPECT_EQ(page->lines[0].text, "line1");
    EXPECT_EQ(page->lines[1].id, "line-2");
    EXPECT_EQ(page->lines[1].text, "line3");
}

namespace
{

/// Certain of nothing but the six lines it reads second: those of a page turned upside down.
recognition::LineReading certainUpsideDown(std::size_t index)
{
    auto reading = evenReading("a line of writing");
    reading.confidence = index >= 6 && index < 12 ? 0.8 : 0.3;
    return reading;
}

} // namespace

TEST(PageTranscriber, APageUpsideDownIsReadAsItsWritingStands)
{
    const DrawnPage drawn = drawPage({});
    auto transcriber = transcriberReading(certainUpsideDown);
    const auto page = transcriber.transcribe(drawn.picture);
    ASSERT_TRUE(page.ok()) << page.error().detail;
    EXPECT_EQ(page->turnDeg, 180);
    EXPECT_EQ(page->widthPx, drawn.picture.width);
    EXPECT_EQ(page->heightPx, drawn.picture.height);
    ASSERT_EQ(page->lines.size(), 6U);
    EXPECT_EQ(matchLines(drawn.reference, *page).matched, 6U) << "its lines are where they are on the picture";
    EXPECT_GT(page->lines.front().baseline.front().x, page->lines.front().baseline.back().x);
    EXPECT_GT(page->lines.front().baseline.front().y, page->lines.back().baseline.front().y);
}

TEST(PageTranscriber, APageIsNotTurnedWhereThatIsNotWanted)
{
    const DrawnPage drawn = drawPage({});
    auto transcriber = transcriberReading(certainUpsideDown);
    const auto page = transcriber.transcribe(drawn.picture, {.turn = false});
    ASSERT_TRUE(page.ok()) << page.error().detail;
    EXPECT_EQ(page->turnDeg, 0);
}

TEST(PageTranscriber, AHandThatIsHardToReadHoweverItStandsIsNotTurned)
{
    const DrawnPage drawn = drawPage({});
    auto transcriber = transcriberReading([](std::size_t) {
        auto reading = evenReading("a line of writing");
        reading.confidence = 0.35;
        return reading;
    });
    const auto page = transcriber.transcribe(drawn.picture);
    ASSERT_TRUE(page.ok()) << page.error().detail;
    EXPECT_EQ(page->turnDeg, 0);
    EXPECT_EQ(matchLines(drawn.reference, *page).matched, 6U);
}

TEST(PageTranscriber, ALineFarLessCertainThanThePageIsLeftOut)
{
    const DrawnPage drawn = drawPage({.lines = 4});
    auto transcriber = transcriberReading([](std::size_t i) {
        auto reading = evenReading("line" + std::to_string(i));
        reading.confidence = i == 1 ? 0.2 : 0.8;
        return reading;
    });
    const auto page = transcriber.transcribe(drawn.picture);
    ASSERT_TRUE(page.ok()) << page.error().detail;
    ASSERT_EQ(page->lines.size(), 3U);
    EXPECT_EQ(page->lines[0].text, "line0");
    EXPECT_EQ(page->lines[1].text, "line2");
}

TEST(PageTranscriber, AHandThatIsHardToReadThroughoutIsKept)
{
    const DrawnPage drawn = drawPage({.lines = 4});
    auto transcriber = transcriberReading([](std::size_t i) {
        auto reading = evenReading("line" + std::to_string(i));
        reading.confidence = 0.2;
        return reading;
    });
    const auto page = transcriber.transcribe(drawn.picture);
    ASSERT_TRUE(page.ok()) << page.error().detail;
    EXPECT_EQ(page->lines.size(), 4U);
}

TEST(PageTranscriber, TextIsComposed)
{
    auto transcriber = transcriberReading([](std::size_t) {
        recognition::LineReading reading;
        reading.text = "e\u0301te\u0301";
        reading.words.push_back(
            {.text = reading.text, .doubt = {}, .begin = 0, .end = 1, .alternatives = {"e\u0302te"}});
        return reading;
    });
    const auto page = transcriber.transcribe(RgbImage(300, 60, 255), {.preprocess = {}, .singleLine = true});
    ASSERT_TRUE(page.ok());
    ASSERT_EQ(page->lines.size(), 1U);
    EXPECT_EQ(page->lines[0].text, "\u00e9t\u00e9");
    EXPECT_EQ(page->lines[0].words[0].text, "\u00e9t\u00e9");
    EXPECT_THAT(page->lines[0].words[0].alternatives, ElementsAre("\u00eate"));
}

TEST(PageTranscriber, ASingleLineIsTheWholePicture)
{
    auto transcriber = transcriberReading("abcd");
    const auto page = transcriber.transcribe(RgbImage(400, 60, 255), {.preprocess = {}, .singleLine = true});
    ASSERT_TRUE(page.ok());
    ASSERT_EQ(page->lines.size(), 1U);
    EXPECT_EQ(boundingBox(page->lines[0].outline), (Rect{0, 0, 400, 60}));
    const Rect glyph = boundingBox(page->lines[0].words[0].glyphs[1].outline);
    EXPECT_NEAR(glyph.x, 100, 1);
    EXPECT_NEAR(glyph.width, 100, 1);
    EXPECT_NEAR(glyph.y, 0, 1);
    EXPECT_NEAR(glyph.height, 60, 1);
}

TEST(PageTranscriber, AnEmptyPageHasNoLines)
{
    auto transcriber = transcriberReading("never read");
    const auto page = transcriber.transcribe(RgbImage(800, 1000, 255));
    ASSERT_TRUE(page.ok()) << page.error().detail;
    EXPECT_TRUE(page->lines.empty());
}

TEST(PageTranscriber, ReadsAFileAndNamesThePicture)
{
    const TemporaryFolder folder;
    const auto file = folder / "my letter.png";
    ASSERT_TRUE(imaging::writePng(file, drawPage({.lines = 2}).picture));
    auto transcriber = transcriberReading("x");
    int lastDone = -1;
    int lastTotal = 0;
    const auto read =
        transcriber.transcribeFile(file, {.preprocess = {}, .keepPictures = true}, {}, [&](int done, int total) {
            EXPECT_GE(done, lastDone);
            lastDone = done;
            lastTotal = total;
        });
    ASSERT_TRUE(read.ok()) << read.error().detail;
    ASSERT_EQ(read->pages.size(), 1U);
    ASSERT_EQ(read->pictures.size(), 1U);
    EXPECT_EQ(read->pages[0].imageName, "my letter.png");
    EXPECT_EQ(read->pages[0].imagePath, file.string());
    EXPECT_EQ(read->pages[0].imageIndex, 0);
    EXPECT_EQ(read->pages[0].lines.size(), 2U);
    EXPECT_EQ(read->pictures[0].width, 1200);
    EXPECT_EQ(lastDone, lastTotal);
}

TEST(PageTranscriber, PicturesAreHandedOverOnRequestOnly)
{
    const TemporaryFolder folder;
    const auto file = folder / "letter.png";
    ASSERT_TRUE(imaging::writePng(file, RgbImage(300, 60, 255)));
    auto transcriber = transcriberReading("x");
    const auto read = transcriber.transcribeFile(file, {.preprocess = {}, .singleLine = true});
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(read->pages.size(), 1U);
    EXPECT_TRUE(read->pictures.empty());
}

TEST(PageTranscriber, APageIsCutIntoLinesBeforeTheNextIsDecoded)
{
    const TemporaryFolder folder;
    const auto file = folder / "scan.tif";
    ASSERT_TRUE(writeFileAtomically(file, threePageScan()));
    TranscribeOptions options;
    options.singleLine = true;
    options.preprocess.debugDir = folder / "debug";
    auto transcriber = transcriberReading("x");
    const auto read = transcriber.transcribeFile(file, options);
    ASSERT_FALSE(read.ok()) << "the second page is too large";
    EXPECT_EQ(read.error().code, ErrorCode::TooLarge);
    EXPECT_TRUE(std::filesystem::exists(folder / "debug" / "lines.png")) << "of the first page";
    EXPECT_FALSE(std::filesystem::exists(folder / "debug" / "page-3"));
}

TEST(PageTranscriber, DebugFolderShowsTheLinesFound)
{
    const TemporaryFolder folder;
    TranscribeOptions options;
    options.preprocess.debugDir = folder / "new" / "debug";
    auto transcriber = transcriberReading("x");
    ASSERT_TRUE(transcriber.transcribe(drawPage({.lines = 2}).picture, options).ok());
    const auto overlay = imaging::readPages(options.preprocess.debugDir / "lines.png");
    ASSERT_TRUE(overlay.ok()) << overlay.error().detail;
    EXPECT_EQ(overlay->front().color.width, 1200);
    EXPECT_NE(overlay->front().color, drawPage({.lines = 2}).picture) << "outlines are drawn";
    const auto crop = imaging::readGray(options.preprocess.debugDir / "crops" / "002.png");
    ASSERT_TRUE(crop.ok()) << crop.error().detail;
    EXPECT_EQ(crop->height, 48);
}

TEST(PageTranscriber, AStopIsAnError)
{
    std::stop_source stop;
    stop.request_stop();
    auto transcriber = transcriberReading("x");
    const auto page = transcriber.transcribe(drawPage({.lines = 1}).picture, {}, stop.get_token());
    ASSERT_FALSE(page.ok());
    EXPECT_EQ(page.error().code, ErrorCode::Stopped);
}

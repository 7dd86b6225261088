// longhand recognize: what goes where, and what is said about it.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "longhand/text/error_rate.h"
#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

namespace
{

class Recognize : public testing::Test
{
protected:
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder / name).string(); }

    TemporaryFolder m_folder;
};

} // namespace

TEST_F(Recognize, PrintsTheTextOfAPage)
{
    writePage(m_folder / "page.png");
    const Outcome outcome = runLonghand({"recognize", path("page.png")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, Not(HasSubstr("==>"))) << "one page needs no heading";
}

TEST_F(Recognize, HeadsTheTextsOfSeveralPages)
{
    writePage(m_folder / "a.png");
    writePages(m_folder / "b.tif", 2);
    const Outcome outcome = runLonghand({"recognize", path("a.png"), path("b.tif")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, StartsWith("==> " + path("a.png") + " <==\n"));
    EXPECT_THAT(outcome.out, HasSubstr("\n==> " + path("b.tif") + ", page 1 <==\n"));
    EXPECT_THAT(outcome.out, HasSubstr("\n==> " + path("b.tif") + ", page 2 <==\n"));
}

TEST_F(Recognize, WritesAFileForEveryPageIntoAFolder)
{
    writePage(m_folder / "in/page.png");
    writePages(m_folder / "in/scan.tif", 3);
    writePage(m_folder / "in/below/page.png");
    write(m_folder / "in/notes.txt", "not a picture");
    const Outcome outcome = runLonghand({"recognize", path("in"), "-f", "json", "-o", path("out/")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, IsEmpty());
    EXPECT_THAT(filesBelow(m_folder / "out"),
                ElementsAre("below/page.json", "page.json", "scan-2.json", "scan-3.json", "scan.json"));
    EXPECT_EQ(nlohmann::json::parse(bytesOf(m_folder / "out/scan-3.json"))["pages"].size(), 1U);
}

TEST_F(Recognize, PagesOfTheSameNameDoNotReplaceEachOther)
{
    writePage(m_folder / "x/letter.png");
    writePage(m_folder / "y/letter.png");
    writePage(m_folder / "y/letter.jpg");
    writePages(m_folder / "x/scan.tif", 2);
    writePage(m_folder / "y/scan-2.png");
    const Outcome outcome = runLonghand({"recognize", path("x/letter.png"), path("y/letter.png"), path("y/letter.jpg"),
                                         path("x/scan.tif"), path("y/scan-2.png"), "-o", path("texts")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(filesBelow(m_folder / "texts"),
                ElementsAre("letter.txt", "letter~2.txt", "letter~3.txt", "scan-2.txt", "scan-2~2.txt", "scan.txt"));
}

TEST_F(Recognize, PutsAllPagesIntoOneDocumentWhereAFileIsNamed)
{
    writePage(m_folder / "a.png");
    writePages(m_folder / "b.tif", 2);
    const Outcome outcome = runLonghand({"recognize", path("a.png"), path("b.tif"), "-o", path("all.json")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    const auto document = nlohmann::json::parse(bytesOf(m_folder / "all.json"));
    EXPECT_EQ(document["pages"].size(), 3U);
}

TEST_F(Recognize, TheSuffixTellsTheFormat)
{
    writePage(m_folder / "page.png");
    const std::map<std::string, std::string> beginnings = {
        {"t.txt", ""},           {"t.md", ""},       {"t.json", "{"}, {"t.hocr", "<?xml"}, {"t.alto.xml", "<?xml"},
        {"t.page.xml", "<?xml"}, {"t.pdf", "%PDF-"}, {"t.odt", "PK"}, {"t.docx", "PK"}};
    for (const auto& [name, beginning] : beginnings) {
        const Outcome outcome = runLonghand({"recognize", path("page.png"), "-o", path(name)});
        EXPECT_EQ(outcome.exitCode, 0) << name << ": " << outcome.err;
        EXPECT_THAT(bytesOf(m_folder / name), StartsWith(beginning)) << name;
    }
    EXPECT_THAT(bytesOf(m_folder / "t.alto.xml"), HasSubstr("<alto"));
    EXPECT_THAT(bytesOf(m_folder / "t.page.xml"), HasSubstr("<PcGts"));
}

TEST_F(Recognize, TheFormatOptionOverridesTheSuffix)
{
    writePage(m_folder / "page.png");
    EXPECT_EQ(runLonghand({"recognize", path("page.png"), "-f", "json", "-o", path("t.txt")}).exitCode, 0);
    EXPECT_TRUE(nlohmann::json::accept(bytesOf(m_folder / "t.txt")));
}

TEST_F(Recognize, FindsTheLinesOfThePage)
{
    writePage(m_folder / "page.png");
    const Outcome outcome = runLonghand({"recognize", path("page.png"), "--debug-dir", path("debug")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_TRUE(std::filesystem::exists(m_folder / "debug/lines.png"));
    EXPECT_THAT(filesBelow(m_folder / "debug/crops"),
                ElementsAre("001.png", "002.png", "003.png", "004.png", "005.png", "006.png"));
}

TEST_F(Recognize, SeveralPicturesGetADebugFolderEach)
{
    writePage(m_folder / "a.png");
    writePages(m_folder / "b.tif", 2);
    EXPECT_EQ(runLonghand({"recognize", path("a.png"), path("b.tif"), "--debug-dir", path("debug")}).exitCode, 0);
    for (const char* picture : {"debug/a/lines.png", "debug/b/lines.png", "debug/b/page-2/lines.png"})
        EXPECT_TRUE(std::filesystem::exists(m_folder / picture)) << picture;
}

TEST_F(Recognize, ALineIsReadAsAWhole)
{
    writeLine(m_folder / "line.png");
    const Outcome outcome =
        runLonghand({"recognize", "--line", "--decoder", "beam", path("line.png"), "--debug-dir", path("debug")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(filesBelow(m_folder / "debug/crops"), ElementsAre("001.png"));
}

TEST_F(Recognize, NamesMayHoldAnything)
{
    const std::vector<std::string> names = {"with space.png", "it's \"quoted\".png", "\u00fcber \u6587\u5b57.png",
                                            "-dash.png",      "[list,of].png",       "new\nline.png"};
    std::vector<std::string> arguments = {"recognize", "-o", path("out/"), "--"};
    for (const std::string& name : names) {
        writePage(m_folder / "in" / name);
        arguments.push_back(name);
    }
    Launch launch;
    launch.folder = m_folder / "in";
    const Outcome outcome = runLonghand(arguments, launch);
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_EQ(filesBelow(m_folder / "out").size(), names.size());
}

TEST_F(Recognize, AFolderMayBeCalledLikeAList)
{
    writePage(m_folder / "[a,b]/page.png");
    Launch launch;
    launch.folder = m_folder.path();
    EXPECT_EQ(runLonghand({"recognize", "[a,b]", "-o", "out/"}, launch).exitCode, 0);
    EXPECT_THAT(filesBelow(m_folder / "out"), ElementsAre("page.txt"));
}

TEST_F(Recognize, APictureIsNeverOverwritten)
{
    writePage(m_folder / "page.png");
    const std::string before = bytesOf(m_folder / "page.png");
    const Outcome outcome = runLonghand({"recognize", path("page.png"), "-f", "txt", "-o", path("page.png")});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_THAT(outcome.err, HasSubstr("one of the pictures"));
    EXPECT_EQ(bytesOf(m_folder / "page.png"), before);
}

TEST_F(Recognize, AFolderWithoutPicturesIsNamed)
{
    write(m_folder / "empty/notes.txt", "x");
    const Outcome outcome = runLonghand({"recognize", path("empty")});
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("no picture in the folder '" + path("empty") + "'"));
}

TEST_F(Recognize, ProgressIsShownOnATerminalOnly)
{
    writePage(m_folder / "page.png");
    const std::vector<std::string> arguments = {"recognize", path("page.png"), "-o", path("page.txt")};
    Launch terminal;
    terminal.err = Stream::Terminal;
    EXPECT_THAT(runLonghand(arguments, terminal).err, HasSubstr("100 %"));
    EXPECT_THAT(runLonghand(arguments).err, Not(HasSubstr("%")));
    auto quiet = arguments;
    quiet.emplace_back("--quiet");
    EXPECT_EQ(runLonghand(quiet, terminal).err, "");
}

TEST_F(Recognize, JobsDoNotChangeTheResult)
{
    for (const char* name : {"in/a.png", "in/b.png", "in/c.png"})
        writePage(m_folder / name);
    const Outcome one = runLonghand({"recognize", path("in"), "--jobs", "1"});
    const Outcome four = runLonghand({"recognize", path("in"), "--jobs", "4"});
    EXPECT_EQ(one.exitCode, 0);
    EXPECT_EQ(one.out, four.out);
}

class ShippedModel : public Recognize, public testing::WithParamInterface<const char*>
{
};

TEST_P(ShippedModel, ReadsTheSample)
{
    const std::filesystem::path source = LONGHAND_SOURCE_DIR;
    const auto model = source / "models/longhand.safetensors";
    const std::string sample = GetParam();
    if (!std::filesystem::exists(model) || !std::filesystem::exists(source / ("data/" + sample + ".txt")))
        GTEST_SKIP() << "needs models/longhand.safetensors and data/" << sample << ".txt";
    const Outcome outcome =
        runLonghand({"recognize", (source / ("data/" + sample + ".jpg")).string(), "--model", model.string()});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    longhand::text::ErrorCounts errors;
    errors.add(bytesOf(source / ("data/" + sample + ".txt")), outcome.out);
    EXPECT_LE(errors.cer(), 0.25) << outcome.out;
}
INSTANTIATE_TEST_SUITE_P(Samples, ShippedModel, testing::Values("sample-page", "sample-line"),
                         [](const auto& sample) { return std::string(sample.param).substr(7); });

/// Reads changed copies of data/sample-page.jpg with the model that ships.
class ChangedSamplePage : public Recognize
{
protected:
    void SetUp() override
    {
        Recognize::SetUp();
        if (!std::filesystem::exists(m_model))
            GTEST_SKIP() << "needs models/longhand.safetensors";
        m_picture = cv::imread((m_source / "data/sample-page.jpg").string());
        ASSERT_FALSE(m_picture.empty());
    }
    Outcome read(const cv::Mat& picture, const std::vector<std::string>& options = {}) const
    {
        EXPECT_TRUE(cv::imwrite(path("changed.png"), picture));
        std::vector<std::string> arguments{"recognize", path("changed.png"), "--model", m_model};
        arguments.insert(arguments.end(), options.begin(), options.end());
        return runLonghand(arguments);
    }
    [[nodiscard]] double errorRate(const std::string& read) const
    {
        longhand::text::ErrorCounts errors;
        errors.add(bytesOf(m_source / "data/sample-page.txt"), read);
        return errors.cer();
    }

    cv::Mat m_picture;

private:
    std::filesystem::path m_source = LONGHAND_SOURCE_DIR;
    std::string m_model = (m_source / "models/longhand.safetensors").string();
};

TEST_F(ChangedSamplePage, UpsideDownIsReadAsItsWritingStands)
{
    cv::rotate(m_picture, m_picture, cv::ROTATE_180);
    const Outcome turned = read(m_picture);
    EXPECT_EQ(turned.exitCode, 0);
    EXPECT_THAT(turned.err, HasSubstr("stands upside down"));
    EXPECT_LE(errorRate(turned.out), 0.25) << turned.out;
    const Outcome asItStands = read(m_picture, {"--no-turn"});
    EXPECT_EQ(asItStands.exitCode, 0);
    EXPECT_EQ(asItStands.err, "");
    EXPECT_GE(errorRate(asItStands.out), 0.5) << asItStands.out;
}

TEST_F(ChangedSamplePage, NarrowWritingIsReadWiderToo)
{
    cv::resize(m_picture, m_picture, {}, 0.4, 1, cv::INTER_AREA);
    const Outcome outcome = read(m_picture, {"--decoder", "greedy"});
    EXPECT_LE(errorRate(outcome.out), 0.08) << "0.09 when each line is read once\n" << outcome.out;
}

TEST_F(Recognize, ScribbleThatReadsAsNothingCertainIsSaidToBeSo)
{
    const std::string model = (std::filesystem::path(LONGHAND_SOURCE_DIR) / "models/longhand.safetensors").string();
    if (!std::filesystem::exists(model))
        GTEST_SKIP() << "needs models/longhand.safetensors";
    cv::Mat picture(800, 1000, CV_8U, cv::Scalar(255));
    cv::RNG random(5);
    for (int y = 90; y < 700; y += 110)
        for (int x = 80; x < 860; x += 55) {
            std::vector<cv::Point> corners;
            for (int i = 0; i < 6; ++i)
                corners.emplace_back(x + random.uniform(0, 18), y + random.uniform(-30, 30));
            cv::polylines(picture, corners, false, cv::Scalar(0), 3, cv::LINE_AA);
        }
    ASSERT_TRUE(cv::imwrite(path("scribble.png"), picture));
    const Outcome outcome = runLonghand({"recognize", path("scribble.png"), "--model", model, "--no-turn"});
    EXPECT_EQ(outcome.exitCode, 0);
    EXPECT_THAT(outcome.err, HasSubstr("Hardly anything in"));
    EXPECT_EQ(runLonghand({"recognize", path("scribble.png"), "--model", model, "--quiet"}).err, "");
    const auto letter = std::filesystem::path(LONGHAND_SOURCE_DIR) / "data/sample-line.jpg";
    EXPECT_EQ(runLonghand({"recognize", letter.string(), "--model", model}).err, "");
}

// Where output can fail: full disks, closed pipes, terminals, interruptions.
#include <algorithm>
#include <gmock/gmock.h>

#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

namespace
{

class Output : public testing::Test
{
protected:
    void SetUp() override { writePage(m_folder / "page.png"); }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder / name).string(); }

    static void expectOneSentence(const std::string& err)
    {
        EXPECT_THAT(err, StartsWith("longhand: "));
        EXPECT_THAT(err, EndsWith(".\n"));
        EXPECT_EQ(std::count(err.begin(), err.end(), '\n'), 1) << err;
    }

    TemporaryFolder m_folder;
};

} // namespace

TEST_F(Output, AFullDiskIsToldOfStandardOutput)
{
    Launch launch;
    launch.outFile = "/dev/full";
    for (const char* format : {"json", "pdf"}) {
        const Outcome outcome = runLonghand({"recognize", "-q", path("page.png"), "-f", format}, launch);
        EXPECT_EQ(outcome.exitCode, 1);
        expectOneSentence(outcome.err);
        EXPECT_THAT(outcome.err, HasSubstr("disk is full"));
    }
    EXPECT_EQ(runLonghand({"--help"}, launch).exitCode, 1);
    EXPECT_EQ(runLonghand({"model", "list"}, launch).exitCode, 1);
}

TEST_F(Output, AFullDiskLeavesTheOldFileWhole)
{
    write(m_folder / "page.pdf", "the old one");
    Launch launch;
    launch.fileLimit = 1000;
    const Outcome outcome = runLonghand({"recognize", "-q", path("page.png"), "-o", path("page.pdf")}, launch);
    EXPECT_EQ(outcome.exitCode, 1);
    expectOneSentence(outcome.err);
    EXPECT_THAT(outcome.err, HasSubstr("page.pdf"));
    EXPECT_EQ(bytesOf(m_folder / "page.pdf"), "the old one");
    EXPECT_EQ(filesBelow(m_folder.path()).size(), 2U) << "nothing half-written is left";
}

TEST_F(Output, AReaderThatGoesAwayEndsTheProgram)
{
    Program program(launchLonghand({"recognize", "-q", path("page.png"), path("page.png"), "-f", "txt"}));
    program.closeOutput();
    const Outcome outcome = program.wait();
    EXPECT_EQ(outcome.exitCode, 1);
    expectOneSentence(outcome.err);
}

TEST_F(Output, BinaryFormatsAreKeptFromTheTerminal)
{
    Launch launch;
    launch.out = Stream::Terminal;
    for (const char* format : {"pdf", "odt", "docx"}) {
        const Outcome outcome = runLonghand({"recognize", path("page.png"), "-f", format}, launch);
        EXPECT_EQ(outcome.exitCode, 2);
        EXPECT_THAT(outcome.out, IsEmpty());
        expectOneSentence(outcome.err);
    }
    EXPECT_THAT(runLonghand({"recognize", path("page.png"), "-f", "pdf"}).out, StartsWith("%PDF-")) << "into a pipe";
}

TEST_F(Output, AMissingFolderIsToldBeforeAnythingIsRead)
{
    const Outcome outcome = runLonghand({"recognize", path("page.png"), "-o", path("none/page.txt")});
    EXPECT_EQ(outcome.exitCode, 1);
    expectOneSentence(outcome.err);
    EXPECT_THAT(outcome.err, HasSubstr("none"));
}

TEST_F(Output, AFileIsNotAFolder)
{
    write(m_folder / "taken", "x");
    const Outcome outcome = runLonghand({"recognize", path("page.png"), "-o", path("taken") + "/"});
    EXPECT_EQ(outcome.exitCode, 1);
    expectOneSentence(outcome.err);
    EXPECT_EQ(bytesOf(m_folder / "taken"), "x");
}

TEST_F(Output, FormatsOfOnePageRefuseSeveral)
{
    const Outcome outcome = runLonghand({"recognize", path("page.png"), path("page.png"), "-o", path("all.alto.xml")});
    EXPECT_EQ(outcome.exitCode, 2);
    expectOneSentence(outcome.err);
    EXPECT_FALSE(std::filesystem::exists(m_folder / "all.alto.xml"));

    writePages(m_folder / "two.tif", 2);
    const Outcome multiPage = runLonghand({"recognize", "-q", path("two.tif"), "-f", "page"});
    EXPECT_EQ(multiPage.exitCode, 1);
    EXPECT_THAT(multiPage.out, IsEmpty());
    expectOneSentence(multiPage.err);
}

TEST_F(Output, CtrlCStopsBetweenPagesAndKeepsWhatIsDone)
{
    std::vector<std::string> arguments = {"recognize", "-q"};
    for (int i = 0; i < 400; ++i)
        arguments.push_back(path("page.png"));
    Program program(launchLonghand(arguments));
    ASSERT_TRUE(program.waitForOutput("==>"));
    program.send(SIGINT);
    const Outcome outcome = program.wait();
    EXPECT_EQ(outcome.exitCode, 130);
    EXPECT_THAT(outcome.err, HasSubstr("Stopped"));
}

TEST_F(Output, CtrlCLeavesTheOldDocumentWhole)
{
    write(m_folder / "all.json", "the old one");
    std::vector<std::string> arguments = {"recognize", "-o", path("all.json")};
    for (int i = 0; i < 400; ++i)
        arguments.push_back(path("page.png"));
    Launch launch = launchLonghand(arguments);
    // The progress bar tells when work has begun; it is drawn on terminals only.
    launch.err = Stream::Terminal;
    Program program(launch);
    ASSERT_TRUE(program.waitForError("%"));
    program.send(SIGTERM);
    EXPECT_EQ(program.wait().exitCode, 128 + SIGTERM);
    EXPECT_EQ(bytesOf(m_folder / "all.json"), "the old one");
}

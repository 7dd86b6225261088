// The grammar: help, version, wrong usage, and what happens without a command.
#include <algorithm>
#include <gmock/gmock.h>

#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

TEST(Commands, HelpNamesEveryCommandAndOption)
{
    const Outcome help = runLonghand({"--help"});
    EXPECT_EQ(help.exitCode, 0);
    EXPECT_EQ(help.err, "");
    for (const char* command : {"recognize", "evaluate", "model"})
        EXPECT_THAT(help.out, HasSubstr(command));

    const Outcome recognize = runLonghand({"recognize", "--help"});
    EXPECT_EQ(recognize.exitCode, 0);
    for (const char* option :
         {"FILE", "-f", "-o", "--model", "--decoder", "--line", "--print", "--layout", "--jobs", "--no-turn",
          "--debug-dir", "--quiet", "txt, md, json, hocr, alto, page, pdf, odt, docx"})
        EXPECT_THAT(recognize.out, HasSubstr(option));

    const Outcome lines = runLonghand({"evaluate", "lines", "--help"});
    for (const char* option : {"DIR", "--split", "--limit", "--model", "--decoder", "--json"})
        EXPECT_THAT(lines.out, HasSubstr(option));
    const Outcome pages = runLonghand({"evaluate", "pages", "--help"});
    for (const char* option : {"DIR", "--glob", "--model", "--json"})
        EXPECT_THAT(pages.out, HasSubstr(option));
}

TEST(Commands, VersionIsOneLine)
{
    const Outcome outcome = runLonghand({"--version"});
    EXPECT_EQ(outcome.exitCode, 0);
    EXPECT_THAT(outcome.out, MatchesRegex("longhand [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(Commands, WrongUsageIsOneSentenceAndExitCodeTwo)
{
    const TemporaryFolder folder;
    const std::string page = (folder / "page.png").string();
    writePage(page);
    const std::vector<std::vector<std::string>> wrong = {
        {"nonsense"},
        {"--nonsense"},
        {"recognize"},
        {"recognize", page, "--nonsense"},
        {"recognize", page, "-f", "rtf"},
        {"recognize", page, "-o", (folder / "text.rtf").string()},
        {"recognize", page, "--decoder", "magic"},
        {"recognize", page, "--layout", "columns"},
        {"recognize", page, "--layout", "mended", "-f", "alto"},
        {"recognize", page, "--jobs", "0"},
        {"recognize", page, "--jobs", "many"},
        {"recognize", page, "--model"},
        {"evaluate"},
        {"evaluate", "words"},
        {"evaluate", "lines"},
        {"evaluate", "lines", folder.path().string(), "--limit", "-3"},
        {"evaluate", "pages"},
        {"model"},
        {"model", "paint"},
    };
    for (const auto& arguments : wrong) {
        const Outcome outcome = runLonghand(arguments);
        const std::string shown = testing::PrintToString(arguments);
        EXPECT_EQ(outcome.exitCode, 2) << shown;
        EXPECT_EQ(outcome.out, "") << shown;
        EXPECT_THAT(outcome.err, StartsWith("longhand: ")) << shown;
        EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    }
    EXPECT_THAT(runLonghand({"nonsense"}).err, HasSubstr("'nonsense'"));
}

TEST(Commands, WithoutCommandAndDisplayTheWindowIsRefused)
{
    const TemporaryFolder folder;
    writePage(folder / "page.png");
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{}, {(folder / "page.png").string()}}) {
        const Outcome outcome = runLonghand(arguments);
        EXPECT_EQ(outcome.exitCode, 2);
        EXPECT_EQ(outcome.err, "longhand: There is no screen to show the window on. Use a command instead, such as "
                               "'longhand recognize letter.jpg'; see 'longhand --help'.\n");
    }
}

TEST(Commands, ADisplayThatDoesNotAnswerIsRefusedToo)
{
    Launch launch;
    launch.environment["DISPLAY"] = ":987";
    const Outcome outcome = runLonghand({}, launch);
    EXPECT_EQ(outcome.exitCode, 2) << "signal " << outcome.signal;
    EXPECT_THAT(outcome.err, HasSubstr("longhand: There is no screen to show the window on."));
}

TEST(Commands, AFolderNamedLikeACommandDoesNotHideIt)
{
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "model");
    Launch launch;
    launch.folder = folder.path();
    EXPECT_EQ(runLonghand({"model", "list"}, launch).exitCode, 0);
}

TEST(Commands, TheLocaleDoesNotChangeNumbers)
{
    const TemporaryFolder folder;
    writeLine(folder / "1.png");
    write(folder / "lines.tsv", "file\tsplit\twriter\tlang\ttext\n1.png\ttest\tw\ten\tabc\n");
    Launch launch;
    launch.environment["LC_ALL"] = "de_DE.UTF-8";
    const Outcome outcome = runLonghand({"evaluate", "lines", folder.path().string()}, launch);
    EXPECT_EQ(outcome.out.find(','), std::string::npos) << outcome.out;
}

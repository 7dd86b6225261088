#include <cctype>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::StartsWith;

namespace
{

class Evaluate : public testing::Test
{
protected:
    void SetUp() override
    {
        writeLine(m_folder / "lines/1.png");
        writeLine(m_folder / "lines/2.png");
        write(m_folder / "lines/lines.tsv", "file\tsplit\twriter\tlang\ttext\n"
                                            "1.png\ttest\tw\ten\thello world\n"
                                            "2.png\ttrain\tw\ten\tagain\n");
        writePage(m_folder / "pages/a-test-1.png");
        write(m_folder / "pages/a-test-1.txt", "some words\non two lines\n");
        writePage(m_folder / "pages/a-val-1.png");
        write(m_folder / "pages/a-val-1.txt", "more words\n");
    }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder / name).string(); }

    TemporaryFolder m_folder;
};

} // namespace

TEST_F(Evaluate, LinesPrintsTheFigures)
{
    const Outcome outcome = runLonghand({"evaluate", "lines", path("lines")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, StartsWith("lines             1\nchars             11\ncer               "));
    for (const char* figure : {"\ncer_ignoring_case ", "\nwer ", "\nece ", "\nseconds ", "\nlines_per_second "})
        EXPECT_THAT(outcome.out, HasSubstr(figure));
}

TEST_F(Evaluate, LinesAsJson)
{
    const Outcome outcome = runLonghand(
        {"evaluate", "lines", path("lines"), "--split", "train", "--limit", "5", "--decoder", "beam", "--json"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    const auto figures = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(figures["lines"], 1);
    EXPECT_EQ(figures["chars"], 5);
    EXPECT_GE(figures["cer"].get<double>(), 0);
    EXPECT_LE(figures["ece"].get<double>(), 1);
    EXPECT_GT(figures["lines_per_second"].get<double>(), 0);
}

TEST_F(Evaluate, LinesTellErrorsOfCaseApart)
{
    std::string read = runLonghand({"recognize", "--line", path("lines/1.png")}).out;
    read.erase(read.find_last_not_of('\n') + 1);
    std::string otherCase = read;
    for (char& c : otherCase)
        c = std::islower(static_cast<unsigned char>(c))   ? static_cast<char>(std::toupper(c))
            : std::isupper(static_cast<unsigned char>(c)) ? static_cast<char>(std::tolower(c))
                                                          : c;
    ASSERT_NE(otherCase, read) << "letters are read";
    write(m_folder / "lines/lines.tsv", "file\tsplit\twriter\tlang\ttext\n1.png\ttest\tw\ten\t" + otherCase + '\n');
    const auto figures = nlohmann::json::parse(runLonghand({"evaluate", "lines", path("lines"), "--json"}).out);
    EXPECT_GT(figures["cer"], 0);
    EXPECT_EQ(figures["cer_ignoring_case"], 0);
}

TEST_F(Evaluate, SeveralSetsCountAsOne)
{
    writeLine(m_folder / "more/3.png");
    write(m_folder / "more/lines.tsv", "file\tsplit\twriter\tlang\ttext\n"
                                       "3.png\ttest\tw\ten\tsome other\n");
    const Outcome table = runLonghand({"evaluate", "lines", path("lines"), path("more") + "/"});
    EXPECT_EQ(table.exitCode, 0) << table.err;
    EXPECT_THAT(table.out, ContainsRegex("^lines +cer .*\nmore +cer .*\n\nlines +2\nchars +21\n"));

    const auto figures =
        nlohmann::json::parse(runLonghand({"evaluate", "lines", path("lines"), path("more"), "--json"}).out);
    EXPECT_EQ(figures["lines"], 2);
    ASSERT_EQ(figures["sets"].size(), 2u);
    EXPECT_EQ(figures["sets"][1]["set"], "more");
    const double one = figures["sets"][0]["figures"]["cer"], other = figures["sets"][1]["figures"]["cer"];
    EXPECT_NEAR(figures["cer"].get<double>(), (one * 11 + other * 10) / 21, 1e-9) << "summed, not averaged";
}

TEST_F(Evaluate, LinesNamesWhatItCannotRead)
{
    std::filesystem::remove(m_folder / "lines/1.png");
    const Outcome missing = runLonghand({"evaluate", "lines", path("lines")});
    EXPECT_EQ(missing.exitCode, 1);
    EXPECT_THAT(missing.err, HasSubstr("1.png"));
    const Outcome noTable = runLonghand({"evaluate", "lines", path("pages")});
    EXPECT_EQ(noTable.exitCode, 1);
    EXPECT_THAT(noTable.err, HasSubstr("lines.tsv"));
}

TEST_F(Evaluate, PagesPrintsFiguresForEveryPageAndInAll)
{
    const Outcome outcome = runLonghand({"evaluate", "pages", path("pages")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT(outcome.out, ContainsRegex("^page +cer +cer_covered +wer +line_precision +line_recall +line_f1\n"));
    EXPECT_THAT(outcome.out, HasSubstr("\na-test-1 "));
    EXPECT_THAT(outcome.out, HasSubstr("\na-val-1 "));
    EXPECT_THAT(outcome.out, HasSubstr("\npages             2\n"));
    EXPECT_THAT(outcome.out, HasSubstr("\npages_per_second "));
}

TEST_F(Evaluate, PagesAsJsonOfThoseThatMatch)
{
    const Outcome outcome = runLonghand({"evaluate", "pages", path("pages"), "--glob", "*-test-*", "--json"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    const auto figures = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(figures["pages"], 1);
    EXPECT_TRUE(figures["line_f1"].is_null()) << "plain text has no outlines";
    EXPECT_EQ(figures["cer_covered"], figures["cer"]) << "and so nothing is left out";
    ASSERT_EQ(figures["per_page"].size(), 1U);
    EXPECT_EQ(figures["per_page"][0]["page"], "a-test-1");
}

TEST_F(Evaluate, PagesWithoutAMatchIsAnError)
{
    const Outcome outcome = runLonghand({"evaluate", "pages", path("pages"), "--glob", "nothing*"});
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("nothing*"));
}

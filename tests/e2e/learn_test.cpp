// Learning from the command line: in a process of its own, killed, resumed, stopped and cancelled; models that are
// chosen, reverted, deleted and damaged.
#include <csignal>
#include <sstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <unistd.h>

#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using nlohmann::json;
using testing::HasSubstr;

namespace
{

const std::filesystem::path kSource = LONGHAND_SOURCE_DIR;
const std::filesystem::path kShipped = kSource / "models/longhand.safetensors";

class Learn : public testing::Test
{
protected:
    /// Corrections of lines that no model could read, which a person insisted on.
    void correct(int lines)
    {
        std::string table = "file\tsplit\twriter\tlang\ttext\n";
        for (int i = 0; i < lines; ++i) {
            const std::string name = std::to_string(i) + ".png";
            writeLetters(m_folder / "set" / name, i);
            table += name + "\ttrain\tAnna\ten\t" + textOf(i) + "\n";
        }
        write(m_folder / "set/lines.tsv", table);
        const Outcome imported = longhand({"feedback", "import", path("set")});
        ASSERT_EQ(imported.exitCode, 0) << imported.err;
        std::string strokes = "id\tsplit\twriter\tlang\ttext\tstrokes\n";
        for (const char* split : {"train", "val"})
            strokes += std::string("1\t") + split + "\tw\ten\tbc\t0,0 0,100;40,50 80,50\n";
        write(m_folder / "strokes.tsv", strokes);
        const Outcome packed =
            longhand({"data", "pack", path("strokes.tsv"), "-o", path("rehearsal.pack"), "--height", "32"});
        ASSERT_EQ(packed.exitCode, 0) << packed.err;
    }
    /// Its lines, cut out into the folder "set"; the table of them.
    [[nodiscard]] std::string importSamplePage() const
    {
        std::filesystem::create_directories(m_folder / "pages");
        for (const char* name : {"sample-page.jpg", "sample-page.xml"})
            std::filesystem::copy_file(kSource / "data" / name, m_folder / "pages" / name);
        const Outcome imported = longhand({"data", "import", path("pages"), "-o", path("set")});
        EXPECT_EQ(imported.exitCode, 0) << imported.err;
        return bytesOf(m_folder / "set/lines.tsv");
    }
    /// Strokes in which the letters can be told apart; what they mean is up to the corrections.
    static void writeLetters(const std::filesystem::path& file, int number)
    {
        const std::string text = textOf(number);
        cv::Mat line(40, 40 * static_cast<int>(text.size()) + 20, CV_8UC1, cv::Scalar::all(240));
        for (int i = 0; i < static_cast<int>(text.size()); ++i) {
            const cv::Point at(20 + 40 * i, 20 + (number + i) % 5);
            const cv::Scalar ink = cv::Scalar::all(30);
            if (text[static_cast<std::size_t>(i)] == 'a')
                cv::circle(line, at, 8, ink, 3);
            else if (text[static_cast<std::size_t>(i)] == 'b')
                cv::line(line, at - cv::Point(0, 12), at + cv::Point(0, 12), ink, 3);
            else
                cv::line(line, at - cv::Point(12, 0), at + cv::Point(12, 0), ink, 3);
        }
        std::filesystem::create_directories(file.parent_path());
        ASSERT_TRUE(cv::imwrite(file.string(), line));
    }
    static std::string textOf(int number)
    {
        std::string text;
        for (int i = 0; i < 5; ++i)
            text += "abc"[(number / (i + 1) + i) % 3];
        return text;
    }

    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder / name).string(); }
    [[nodiscard]] Launch launch() const
    {
        Launch launch;
        launch.environment = {{"LONGHAND_DATA", path("data")}};
        return launch;
    }
    [[nodiscard]] Outcome longhand(const std::vector<std::string>& arguments) const
    {
        return runLonghand(arguments, launch());
    }
    [[nodiscard]] std::vector<std::string> learnArguments() const
    {
        return {"learn",      "--minutes", "0.05",   "--cores",     "1",
                "--priority", "normal",    "--json", "--rehearsal", path("rehearsal.pack")};
    }
    [[nodiscard]] json status() const
    {
        return json::parse(bytesOf(m_folder / "data/learning/status.json"), nullptr, false);
    }
    /// Waits for the file to say so; every change of it is a whole new file.
    [[nodiscard]] json waitForState(const std::string& state, int otherThanPid = 0) const
    {
        for (int i = 0; i < 600; ++i) {
            if (std::filesystem::exists(m_folder / "data/learning/status.json"))
                if (json now = status(); now.is_object() && now["state"] == state && now["pid"] != otherThanPid)
                    return now;
            ::usleep(50'000);
        }
        ADD_FAILURE() << "the run never was " << state;
        return {};
    }
    void plantModel(const std::string& id, const std::string& sha)
    {
        std::filesystem::create_directories(m_folder / "data/models" / id);
        std::filesystem::copy_file(LONGHAND_TINY_MODEL, m_folder / "data/models" / id / "model.safetensors");
        write(m_folder / "data/models" / id / "card.json",
              json{{"name", id}, {"kind", "model"}, {"sha256", sha}, {"created", "2026-01-01"}}.dump());
    }

    const TemporaryFolder m_folder;
};

} // namespace

TEST_F(Learn, TellsTheVerdictAndKeepsTheModel)
{
    correct(9);
    const Outcome outcome = longhand(learnArguments());
    ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
    const json result = json::parse(outcome.out);
    EXPECT_EQ(result["lines_held_out"], 9);
    EXPECT_FALSE(result["reason"].get<std::string>().empty());
    EXPECT_EQ(result["accepted"], false) << "only on request";
    const std::string id = result["id"];
    EXPECT_THAT(longhand({"model", "list"}).out, HasSubstr("  " + id + "  9 lines"));
    EXPECT_THAT(longhand({"learn", "status"}).out, HasSubstr("finished"));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "data/learning/work"));

    const Outcome compared = longhand({"model", "compare", "in-use", id, "--json"});
    EXPECT_EQ(compared.exitCode, 0) << compared.err;
    EXPECT_EQ(json::parse(compared.out)["lines"], 9);
}

TEST_F(Learn, WhatItBringsIsMeasuredAsAModelAndAsAProfile)
{
    if (!std::filesystem::exists(kShipped))
        GTEST_SKIP() << kShipped << " is not there";
    std::istringstream rows(importSamplePage());
    std::string table, row;
    for (int i = 0; std::getline(rows, row); ++i) {
        const auto split = row.find('\t') + 1;
        table += (i == 0 ? row : row.replace(split, row.find('\t', split) - split, i <= 6 ? "train" : "test")) + '\n';
    }
    write(m_folder / "set/lines.tsv", table);

    for (const bool asProfile : {false, true}) {
        std::vector<std::string> arguments = {
            "evaluate", "learning", path("set"), "--guard", path("set"), "--counts", "6",       "--limit",
            "2",        "--json",   "--minutes", "0.1",     "--decoder", "greedy",   "--model", kShipped.string()};
        if (asProfile)
            arguments.emplace_back("--profile");
        const Outcome outcome = longhand(arguments);
        ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
        const json figures = json::parse(outcome.out);
        ASSERT_EQ(figures.size(), 2U) << "before and after";
        EXPECT_EQ(figures[0]["count"], 0);
        EXPECT_EQ(figures[1]["count"], 6);
        ASSERT_TRUE(figures[1].contains("cer")) << figures[1]["reason"];
        EXPECT_LT(figures[1]["cer"], 0.5) << "what was learnt reads";
        EXPECT_EQ(figures[1]["cer"], figures[1]["guard_cer"]) << "the same lines, read with the same";
        const auto ignoringCase = [&](int i) { return figures[i]["guard_cer_ignoring_case"].get<double>(); };
        EXPECT_GE(ignoringCase(0), 0);
        EXPECT_LE(ignoringCase(1), figures[1]["guard_cer"].get<double>());
        EXPECT_DOUBLE_EQ(figures[1]["guard_change_ignoring_case"].get<double>(), ignoringCase(1) - ignoringCase(0));
        EXPECT_THAT(figures[1]["reason"].get<std::string>(), HasSubstr("6 lines"));
        ASSERT_EQ(figures[1].contains("proposed"), asProfile) << "only a profile is proposed";
        if (!asProfile)
            continue;
        const json& proposed = figures[1]["proposed"];
        EXPECT_EQ(proposed["pages"], 1) << "two lines by one writer";
        EXPECT_EQ(proposed["with_profile"], 0) << "which are too few to tell a hand by";
        EXPECT_EQ(proposed["cer"], figures[0]["cer"]);
        EXPECT_EQ(proposed, figures[1]["guard_proposed"]) << "the same lines";
    }
}

TEST_F(Learn, LinesThatNobodyCorrectedTeachAProfileToo)
{
    if (!std::filesystem::exists(kShipped))
        GTEST_SKIP() << kShipped << " is not there";
    std::istringstream rows(importSamplePage());
    std::string corrected, others, row;
    for (int i = 0; std::getline(rows, row); ++i) {
        if (i == 0)
            corrected = others = row + '\n';
        else
            (i <= 6 ? corrected : others) +=
                row.substr(0, row.rfind('\t')) + (i <= 6 ? row.substr(row.rfind('\t')) : "\t") + '\n';
    }
    write(m_folder / "set/lines.tsv", corrected);
    const Outcome kept = longhand({"feedback", "import", path("set"), "--writer", "Anna"});
    ASSERT_EQ(kept.exitCode, 0) << kept.err;
    write(m_folder / "set/lines.tsv", others);

    std::vector<std::string> arguments = {"learn",         "--minutes", "0.15",    "--priority",
                                          "normal",        "--json",    "--model", kShipped.string(),
                                          "--uncorrected", path("set")};
    EXPECT_NE(longhand(arguments).exitCode, 0) << "whose lines?";
    arguments.insert(arguments.end(), {"--writer", "Anna"});
    const Outcome outcome = longhand(arguments);
    ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
    const json result = json::parse(outcome.out);
    EXPECT_EQ(result["lines_learnt"], 6);
    EXPECT_GT(result["lines_uncorrected"], 0);
    EXPECT_EQ(bytesOf(m_folder / "set/lines.tsv"), others) << "the set is the person's own";
}

TEST_F(Learn, TooFewLinesAreSaidInASentence)
{
    correct(3);
    const Outcome outcome = longhand(learnArguments());
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("only 3 lines"));
    EXPECT_EQ(longhand({"learn", "pause"}).exitCode, 1);
}

TEST_F(Learn, KilledAgainAndAgainItGoesOnAndEnds)
{
    correct(9);
    Outcome last;
    int killed = 0;
    for (int attempt = 0; attempt < 4; ++attempt) {
        Program learning(launchLonghand(learnArguments(), launch()));
        const auto running = waitForState("running", killed);
        killed = running["pid"].get<int>();
        ::usleep(static_cast<useconds_t>(150'000 * attempt)); // anywhere in the run
        ::kill(killed, SIGKILL);
        last = learning.wait();
        EXPECT_TRUE(last.exitCode == 0 || last.err.find("ended without a word") != std::string::npos) << last.err;
        if (last.exitCode == 0)
            break;
        EXPECT_THAT(longhand({"learn", "status"}).out, HasSubstr("broken off"));
        EXPECT_EQ(longhand({"model", "list"}).exitCode, 0);
    }
    if (last.exitCode != 0)
        last = longhand(learnArguments());
    ASSERT_EQ(last.exitCode, 0) << last.err;
    EXPECT_EQ(json::parse(last.out)["lines_held_out"], 9);
}

TEST_F(Learn, IsPausedResumedAndCancelledFromOutside)
{
    correct(9);
    auto arguments = learnArguments();
    arguments[2] = "10";
    Program learning(launchLonghand(arguments, launch()));
    static_cast<void>(waitForState("running"));
    EXPECT_EQ(longhand({"learn", "pause"}).exitCode, 0);
    static_cast<void>(waitForState("paused"));
    EXPECT_THAT(longhand({"learn", "status"}).out, HasSubstr("paused"));
    const Outcome second = longhand(arguments);
    EXPECT_EQ(second.exitCode, 1) << "one run at a time";
    EXPECT_THAT(second.err, HasSubstr("going on"));
    EXPECT_EQ(longhand({"learn", "resume"}).exitCode, 0);
    static_cast<void>(waitForState("running"));
    EXPECT_EQ(longhand({"learn", "cancel"}).exitCode, 0);
    const Outcome outcome = learning.wait();
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("cancelled"));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "data/learning/work"));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "data/models"));
}

TEST_F(Learn, AFullDiskIsSaidAndLeavesTheModelInUse)
{
    correct(9);
    Launch full = launch();
    full.fileLimit = 20000;
    const Outcome outcome = runLonghand(learnArguments(), full);
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("disk is full"));
    EXPECT_EQ(longhand({"model", "list"}).exitCode, 0);
    EXPECT_EQ(longhand(learnArguments()).exitCode, 0) << "with room again, it works";
}

TEST_F(Learn, ADamagedStatusIsClearedAway)
{
    write(m_folder / "data/learning/status.json", "{\"state\": ");
    EXPECT_EQ(longhand({"learn", "status"}).exitCode, 0);
    correct(9);
    EXPECT_EQ(longhand(learnArguments()).exitCode, 0);
}

TEST_F(Learn, ModelsAreChosenRevertedAndDeleted)
{
    Launch plain = launch();
    plain.program = LONGHAND_PROGRAM;
    const auto withoutNamedModel = [&](std::vector<std::string> arguments) {
        plain.arguments = std::move(arguments);
        return run(plain);
    };
    plantModel("1", std::string(64, '0'));
    EXPECT_EQ(withoutNamedModel({"model", "use", "1"}).exitCode, 1) << "its bytes are not those of its card";
    EXPECT_THAT(withoutNamedModel({"model", "use", "1"}).err, HasSubstr("damaged"));
    EXPECT_EQ(withoutNamedModel({"model", "revert"}).exitCode, 1);
    EXPECT_EQ(withoutNamedModel({"model", "delete", "1"}).exitCode, 0);
    EXPECT_THAT(withoutNamedModel({"model", "list", "--deleted"}).out, HasSubstr("1"));
    EXPECT_EQ(withoutNamedModel({"model", "restore", "1"}).exitCode, 0);
    EXPECT_EQ(withoutNamedModel({"model", "use", "no such"}).exitCode, 1);
}

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <thread>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/interrupt.h"
#include "cli/learnt_figures.h"
#include "cli/terminal.h"
#include "longhand/app/learning_process.h"
#include "longhand/app/user_data.h"
#include "longhand/base/files.h"
#include "longhand/text/counted.h"

namespace longhand::cli
{

namespace
{

using app::JobState;
using app::JobStatus;

constexpr auto kLookEvery = std::chrono::milliseconds(200);
constexpr int kBarSteps = 1000;
constexpr int kMostCores = 1024;

struct Options {
    app::LearningRequest request;
    std::string writer;
    std::string uncorrected;
    std::string model;
    std::vector<std::string> rehearsal;
    std::string priority = "low";
    std::string job;
    bool accept = false;
    bool json = false;
};

bool isLive(const JobStatus& status)
{
    return status.state == JobState::Starting || status.state == JobState::Running || status.state == JobState::Paused;
}

std::string labelOf(const JobStatus& status)
{
    const app::LearningProgress& progress = status.progress;
    std::string label;
    switch (progress.phase) {
    case app::LearningPhase::Checking:
        label = "checking the corrections";
        break;
    case app::LearningPhase::Trying:
        label = "trying " + std::to_string(progress.round + 1) + " of " + std::to_string(progress.rounds);
        break;
    case app::LearningPhase::Learning:
        label = "learning";
        break;
    case app::LearningPhase::Measuring:
        label = "measuring";
        break;
    case app::LearningPhase::Reading:
        label = "reading lines that nobody has corrected";
        break;
    }
    if (progress.secondsLeft > 0)
        label += ", " + std::to_string(std::lround(std::ceil(progress.secondsLeft / 60))) + " min left";
    if (const auto percent = std::lround(100 * progress.measured.gain()); percent != 0)
        label += ", so far " + std::to_string(std::abs(percent)) + (percent > 0 ? " % fewer errors" : " % more errors");
    return status.state == JobState::Paused ? "paused, " + label : label;
}

/// Until the run is over. The first interrupt stops it and keeps the best so far; a second one leaves it alone.
JobStatus watch(const std::filesystem::path& folder, const Interrupt& interrupt)
{
    ProgressBar bar(ProgressBar::Show::WhenTerminal);
    bool told = false;
    while (true) {
        JobStatus status = app::learningStatus(folder);
        if (!isLive(status))
            return status;
        if (interrupt.token().stop_requested() && !told) {
            told = true;
            bar.clear();
            say("Stopping; the best so far is kept. Press Ctrl-C again to leave the run to itself.");
            static_cast<void>(app::controlLearning(folder, app::JobCommand::Stop).ok());
        }
        bar.setLabel(labelOf(status));
        bar.update(static_cast<int>(status.progress.share * kBarSteps), kBarSteps);
        std::this_thread::sleep_for(kLookEvery);
    }
}

std::string asTable(const app::LearningResult& result)
{
    const auto& figures = result.figures;
    std::string table = result.card.reason + "\n\n" + learntFigures(result.card) +
                        figureRow("better", text::counted(result.better.size(), "line")) +
                        figureRow("worse", text::counted(result.worse.size(), "line")) +
                        figureRow("held out", text::counted(figures.lines, "line") +
                                                  (figures.crossValidated ? ", by cross-validation" : ""));
    constexpr std::size_t kShown = 3;
    const auto show = [&](const char* title, const std::vector<app::LineChange>& changes) {
        for (std::size_t i = 0; i < std::min(kShown, changes.size()); ++i)
            table += std::string(i == 0 ? title : "") + "\n  written  " + changes[i].text + "\n  before   " +
                     changes[i].before + "\n  after    " + changes[i].after + '\n';
    };
    show("\nRead better, for example:", result.better);
    show("\nRead worse, for example:", result.worse);
    return table;
}

std::string asJson(const app::LearningResult& result, bool accepted)
{
    const auto lines = [](const std::vector<app::LineChange>& changes) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const app::LineChange& change : changes)
            list.push_back({{"id", change.id},
                            {"text", change.text},
                            {"before", change.before},
                            {"after", change.after},
                            {"edits_before", change.editsBefore},
                            {"edits_after", change.editsAfter}});
        return list;
    };
    nlohmann::ordered_json figures = learntJson(result.card);
    figures["gain"] = result.figures.gain();
    figures["characters"] = result.figures.characters;
    figures["accepted"] = accepted;
    figures["stopped"] = result.stopped;
    figures["new_characters"] = result.newCharacters;
    figures["questioned"] = result.questioned;
    figures["better"] = lines(result.better);
    figures["worse"] = lines(result.worse);
    return figures.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

int showResult(const std::filesystem::path& folder, const Options& options)
{
    const auto result = app::learningResult(folder);
    if (!result) {
        say(result.error().detail);
        return kSomeFailed;
    }
    for (const std::string& warning : result->warnings)
        say(warning);
    if (!result->questioned.empty())
        say(text::counted(result->questioned.size(), "line") +
            " set aside, because the text hardly fits what is written there. See 'longhand feedback list'.");
    bool accepted = false;
    if (options.accept && result->card.verdict == app::Verdict::Offered) {
        app::ModelLibrary library;
        if (const auto used = app::acceptLearnt(library, result->card); !used) {
            say(used.error().detail);
            return kSomeFailed;
        }
        accepted = true;
    }
    std::string text = options.json ? asJson(*result, accepted) : asTable(*result);
    if (!options.json && accepted)
        text += "\nIt is in use from now on. To go back: longhand model revert\n";
    else if (!options.json && result->card.verdict == app::Verdict::Offered)
        text += "\nTo use it: longhand model use " + result->card.id + '\n';
    return printResult(text, kAllDone);
}

int learn(Options options)
{
    if (!options.job.empty())
        return app::runLearningJob(options.job);
    if (!options.writer.empty())
        options.request.writer = options.writer;
    if (!options.uncorrected.empty()) {
        options.request.uncorrected = std::filesystem::absolute(options.uncorrected);
        if (!std::filesystem::exists(options.request.uncorrected / "lines.tsv")) {
            say("There is no lines.tsv in " + quoted(options.request.uncorrected) +
                ". 'longhand data import' makes one from pages or pictures of lines.");
            return kSomeFailed;
        }
    }
    options.request.base = options.model.empty() ? "" : std::filesystem::absolute(options.model);
    for (const std::string& pack : options.rehearsal)
        options.request.rehearsalPacks.push_back(std::filesystem::absolute(pack));
    options.request.lowPriority = options.priority != "normal";

    const auto folder = std::filesystem::absolute(app::learningFolder());
    const Interrupt interrupt;
    const bool goesOn = app::learningStatus(folder).state == JobState::Interrupted;
    if (goesOn)
        say("The learning run that was broken off goes on, as it was asked for then. To drop it: longhand learn "
            "cancel");
    const auto started = goesOn ? app::resumeLearning(folder) : app::startLearning(options.request, folder);
    if (!started) {
        say(started.error().detail);
        if (isLive(app::learningStatus(folder)))
            say("To stop it: longhand learn stop");
        return kSomeFailed;
    }
    const JobStatus status = watch(folder, interrupt);
    switch (status.state) {
    case JobState::Finished:
        return showResult(folder, options);
    case JobState::Cancelled:
        say(status.message.empty() ? "The learning run was cancelled." : status.message);
        return interrupt.exitCode(kSomeFailed);
    case JobState::Interrupted:
        say("The learning process ended without a word, perhaps for want of memory. 'longhand learn' goes on from "
            "where it "
            "was; 'longhand learn cancel' clears it away.");
        return kSomeFailed;
    default:
        say(status.message);
        return kSomeFailed;
    }
}

int control(app::JobCommand command)
{
    const auto folder = app::learningFolder();
    const JobState state = app::learningStatus(folder).state;
    if (state != JobState::Starting && state != JobState::Running && state != JobState::Paused &&
        state != JobState::Interrupted) {
        say("There is no learning run.");
        return kSomeFailed;
    }
    if (const auto told = app::controlLearning(folder, command); !told) {
        say(told.error().detail);
        if (state == JobState::Interrupted)
            say("'longhand learn' lets it go on, 'longhand learn cancel' throws it away.");
        return kSomeFailed;
    }
    return kAllDone;
}

int showStatus()
{
    const JobStatus status = app::learningStatus(app::learningFolder());
    const auto text = [&]() -> std::string {
        switch (status.state) {
        case JobState::Starting:
            return "starting";
        case JobState::Running:
        case JobState::Paused:
            return labelOf(status) + ", " + percent(status.progress.share) + " done";
        case JobState::Interrupted:
            return "broken off; 'longhand learn' goes on from where it was";
        case JobState::Finished:
            return "finished";
        case JobState::Failed:
            return "failed: " + status.message;
        case JobState::Cancelled:
            return "cancelled";
        case JobState::None:
            break;
        }
        return "there is no learning run";
    };
    return printResult(text() + '\n', kAllDone);
}

} // namespace

void addLearnCommand(CLI::App& program, Action& chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("learn", "Learn your hand from the lines you corrected");
    command->footer(
        "What is learnt is measured on corrected lines held back from it, and offered only if it reads them with\n"
        "at least 3 % fewer errors and other hands no worse. The run is a process of its own with low priority:\n"
        "Ctrl-C stops it and keeps the best so far; started again, a run that was broken off goes on.");
    command->require_subcommand(0, 1);
    auto* writer =
        command
            ->add_option("--writer", options->writer, "Learn one writer's lines, for a profile; default: everybody's")
            ->type_name("NAME");
    command
        ->add_option(
            "--uncorrected", options->uncorrected,
            "A line set of the same hand that nobody has corrected (lines.tsv, as 'longhand data import' makes\n"
            "it; its texts are not looked at): examples from which a profile learns more")
        ->type_name("DIR")
        ->check(CLI::ExistingDirectory.description(""))
        ->needs(writer);
    command->add_option("--minutes", options->request.minutes, "Work at most so long; default: as long as it takes")
        ->type_name("M")
        ->check(CLI::PositiveNumber.description(""));
    command->add_option("--cores", options->request.cores, "Processor cores to use; default: all")
        ->type_name("N")
        ->check(CLI::Range(1, kMostCores).description(""));
    command->add_option("--model", options->model, "Model to learn from; default: the one in use")->type_name("FILE");
    command->add_option("--seed", options->request.seed, "Of everything random; default: 1")->type_name("N");
    command->add_flag("--accept", options->accept, "Use what was learnt from now on, if it is offered");
    command->add_flag("--json", options->json, "Print JSON; rates as shares, not percent");
    // Not for people: what the run is made of, and what tests need.
    command->add_option("--job", options->job)->group("");
    command->add_option("--rehearsal", options->rehearsal)->group("");
    command->add_option("--priority", options->priority)->group("");
    command->callback([command, options, &chosen] {
        if (command->get_subcommands().empty())
            chosen = [options] { return learn(*options); };
    });

    const auto add = [&](const char* name, const char* what, app::JobCommand what_) {
        command->add_subcommand(name, what)->callback([what_, &chosen] {
            chosen = [what_] { return control(what_); };
        });
    };
    command->add_subcommand("status", "What the run is doing")->callback([&chosen] { chosen = showStatus; });
    add("pause", "Pause the run", app::JobCommand::Pause);
    add("resume", "Let a paused run go on", app::JobCommand::Go);
    add("stop", "End the run and keep the best so far", app::JobCommand::Stop);
    add("cancel", "End the run and throw it away", app::JobCommand::Cancel);
}

} // namespace longhand::cli

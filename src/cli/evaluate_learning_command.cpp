#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "longhand/app/evaluate_learning.h"

namespace longhand::cli
{

namespace
{

struct Options {
    app::EvaluateLearningRequest request;
    std::string folder, guard;
    ReadingOptions reading;
    std::string order = "random";
    bool json = false;
};

nlohmann::ordered_json asJson(const app::LearningMeasurement& m)
{
    nlohmann::ordered_json figures = {{"count", m.count}};
    if (m.cer >= 0) {
        figures["cer"] = m.cer;
        figures["change"] = m.change;
    }
    if (m.guardCer >= 0) {
        figures["guard_cer"] = m.guardCer;
        figures["guard_change"] = m.guardChange;
        figures["guard_cer_ignoring_case"] = m.guardCerIgnoringCase;
        figures["guard_change_ignoring_case"] = m.guardChangeIgnoringCase;
    }
    const auto addProposed = [&](const char* name, const std::optional<app::ProposedReading>& reading) {
        if (reading)
            figures[name] = {{"pages", reading->pages}, {"with_profile", reading->withProfile}, {"cer", reading->cer}};
    };
    addProposed("proposed", m.ownProposed);
    addProposed("guard_proposed", m.guardProposed);
    if (m.count > 0) {
        figures["seconds"] = m.seconds;
        figures["offered"] = m.offered;
        figures["reason"] = m.reason;
    }
    return figures;
}

std::string asRow(const app::LearningMeasurement& m)
{
    std::string row = figureRow("lines", std::to_string(m.count));
    if (m.cer >= 0)
        row += figureRow("cer", percent(m.cer));
    if (m.count > 0 && m.cer >= 0)
        row += figureRow("change", percent(m.change));
    if (m.guardCer >= 0)
        row += figureRow("guard_cer", percent(m.guardCer) + ", " + percent(m.guardCerIgnoringCase) + " ignoring case");
    const auto addProposed = [&](const char* name, const std::optional<app::ProposedReading>& reading) {
        if (reading)
            row += figureRow(name, percent(reading->cer) + ", profile for " + std::to_string(reading->withProfile) +
                                       " of " + std::to_string(reading->pages) + " pages");
    };
    addProposed("proposed", m.ownProposed);
    addProposed("guard_proposed", m.guardProposed);
    if (m.count > 0)
        row +=
            figureRow("seconds", decimal(m.seconds)) + figureRow("offered", m.offered ? "yes" : "no") + m.reason + '\n';
    return row + '\n';
}

int evaluateLearning(Options options)
{
    const Interrupt interrupt;
    const auto model = chooseModel(options.reading);
    const auto reading = readingOptions(options.reading);
    for (const auto* failed : {model ? nullptr : &model.error(), reading ? nullptr : &reading.error()})
        if (failed) {
            say(failed->detail);
            return kSomeFailed;
        }
    options.request.order = options.order == "teaching" ? app::LineOrder::Teaching : app::LineOrder::Random;
    options.request.folder = options.folder;
    options.request.guard = options.guard;
    options.request.model = *model;
    options.request.reading = *reading;
    std::string table;
    const auto measurements = app::evaluateLearning(options.request, interrupt.token(), [&](const auto& measurement) {
        if (!options.json)
            printResult(asRow(measurement), kAllDone);
    });
    if (!measurements) {
        say(measurements.error().detail);
        return interrupt.exitCode(kSomeFailed);
    }
    if (!options.json)
        return kAllDone;
    auto figures = nlohmann::ordered_json::array();
    for (const auto& measurement : *measurements)
        figures.push_back(asJson(measurement));
    return printResult(figures.dump(2) + '\n', kAllDone);
}

} // namespace

void addEvaluateLearningCommand(CLI::App& evaluate, Action& chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = evaluate.add_subcommand("learning", "What learning from a few lines of a hand brings");
    command->footer(
        "DIR holds lines.tsv: tab separated, header 'file split writer lang text'. For each count, as many\n"
        "lines of 'train' are learnt as if they had been corrected in the window; then 'test' is read.\n"
        "change: of the character errors, relative. offered: whether the model would have been.\n"
        "proposed, guard_proposed (with --profile): read with the profile or without, as the first lines of every "
        "page\n"
        "propose; a page: up to twelve lines by one writer.");
    command->add_option("DIR", options->folder, "Folder of the set")->required()->type_name("");
    command
        ->add_option("--counts", options->request.counts, "Lines to learn from, comma separated; default: 0,16,64,256")
        ->delimiter(',')
        ->type_name("N,...");
    command->add_option("--guard", options->guard, "A general set that must not get worse")->type_name("DIR");
    command->add_option("--split", options->request.split, "Lines to measure on; default: test")->type_name("NAME");
    command->add_option("--seed", options->request.seed, "Which lines are drawn, and how they are distorted")
        ->type_name("N");
    command
        ->add_option("--order", options->order,
                     "random, or teaching: those lines first that the window says to correct next; default: random")
        ->type_name("ORDER")
        ->check(CLI::IsMember({"random", "teaching"}).description(""));
    command->add_option("--minutes", options->request.minutes, "For each count; default: as long as it takes")
        ->type_name("M")
        ->check(CLI::PositiveNumber.description(""));
    command->add_option("--limit", options->request.limit, "Measure on N lines of each set at most")
        ->type_name("N")
        ->check(CLI::PositiveNumber.description(""));
    auto* profile = command->add_flag(
        "--profile", options->request.asProfile,
        "Learn the profile of one writer, which reads no other hand; the guard set is read with it too");
    command
        ->add_option("--uncorrected", options->request.uncorrected,
                     "Let N other lines of 'train' teach the profile too, without their texts; default: 0")
        ->type_name("N")
        ->needs(profile);
    command->add_flag("--shuffle-labels", options->request.shuffledLabels,
                      "Give the lines each other's texts: this must be refused");
    addModelOption(*command, options->reading);
    addDecoderOption(*command, options->reading);
    command->add_flag("--json", options->json, "Print JSON; rates as shares, not percent");
    command->callback([options, &chosen] { chosen = [options] { return evaluateLearning(*options); }; });
}

} // namespace longhand::cli

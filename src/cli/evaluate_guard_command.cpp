#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "longhand/app/label_guard.h"

namespace longhand::cli
{

namespace
{

struct Options {
    std::string folder;
    std::string split = "val";
    std::size_t limit = 0;
    ReadingOptions reading;
    bool json = false;
};

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

int evaluateGuard(Options options)
{
    const Interrupt interrupt;
    options.reading.decoder = recognition::Decoder::Greedy;
    const auto transcriber = openTranscriber(options.reading);
    if (!transcriber) {
        say(transcriber.error().detail);
        return kSomeFailed;
    }
    const auto evaluation = app::evaluateGuard((*transcriber)->recognizer(), options.folder, options.split,
                                               options.limit, interrupt.token());
    if (!evaluation) {
        say(evaluation.error().detail);
        return interrupt.exitCode(kSomeFailed);
    }
    nlohmann::ordered_json figures = {{"lines", evaluation->right.size()}};
    std::string table = figureRow("lines", std::to_string(evaluation->right.size()));
    for (const auto& [name, values] : {std::pair("right", &evaluation->right),
                                       {"shuffled", &evaluation->shuffled},
                                       {"halved", &evaluation->halved},
                                       {"one_word", &evaluation->oneWord}}) {
        const double questioned = app::GuardEvaluation::questioned(*values);
        const double low = quantile(*values, 0.02), middle = quantile(*values, 0.5), high = quantile(*values, 0.98);
        figures[name] = {{"questioned", questioned}, {"p02", low}, {"median", middle}, {"p98", high}};
        table += figureRow(name, percent(questioned) + " questioned; nats a character: " + decimal(low) + " to " +
                                     decimal(high) + ", median " + decimal(middle));
    }
    return printResult(options.json ? figures.dump(2) + '\n' : table, kAllDone);
}

} // namespace

void addEvaluateGuardCommand(CLI::App& evaluate, Action& chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = evaluate.add_subcommand("guard", "How well texts that do not belong to a line are noticed");
    command->footer(
        "DIR holds lines.tsv, as for 'longhand evaluate lines'. Every line is compared with its own text\n"
        "(right), with that of another line (shuffled), with half of one (halved) and with one word of\n"
        "another line in it (one_word): how many would be questioned before they are learnt, and by how much\n"
        "the text is less likely than what the model reads.");
    command->add_option("DIR", options->folder, "Folder of the set")->required()->type_name("");
    command->add_option("--split", options->split, "Lines to read: train, val (default) or test")->type_name("NAME");
    command->add_option("--limit", options->limit, "Read only N lines, spread evenly over the split")
        ->type_name("N")
        ->check(CLI::PositiveNumber.description(""));
    addModelOption(*command, options->reading);
    command->add_flag("--json", options->json, "Print JSON; shares, not percent");
    command->callback([options, &chosen] { chosen = [options] { return evaluateGuard(*options); }; });
}

} // namespace longhand::cli

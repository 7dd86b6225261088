#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "longhand/app/evaluation.h"

namespace longhand::cli
{

namespace
{

struct Options {
    std::vector<std::string> folders;
    app::EvaluateLinesOptions evaluation;
    ReadingOptions reading;
    bool json = false;
};

struct Set {
    std::string name;
    app::LinesEvaluation evaluation;
};

nlohmann::ordered_json figuresOf(const app::LinesEvaluation& evaluation)
{
    return {{"lines", evaluation.lines},
            {"chars", evaluation.errors.chars},
            {"cer", evaluation.errors.cer()},
            {"cer_ignoring_case", evaluation.errors.cerIgnoringCase()},
            {"wer", evaluation.errors.wer()},
            {"ece", evaluation.calibrationError()},
            {"seconds", evaluation.seconds},
            {"lines_per_second", evaluation.linesPerSecond()},
            {"unreadable", evaluation.unreadable.size()}};
}

std::string asJson(const std::vector<Set>& sets, const app::LinesEvaluation& all)
{
    nlohmann::ordered_json figures = figuresOf(all);
    if (sets.size() > 1)
        for (const Set& set : sets)
            figures["sets"].push_back({{"set", set.name}, {"figures", figuresOf(set.evaluation)}});
    return figures.dump(2) + '\n';
}

std::string asTable(const std::vector<Set>& sets, const app::LinesEvaluation& all)
{
    std::string table;
    if (sets.size() > 1) {
        for (const Set& set : sets)
            table += figureRow(set.name, "cer " + percent(set.evaluation.errors.cer()) + "  wer " +
                                             percent(set.evaluation.errors.wer()) + "  ece " +
                                             percent(set.evaluation.calibrationError()));
        table += '\n';
    }
    return table + figureRow("lines", std::to_string(all.lines)) +
           figureRow("chars", std::to_string(all.errors.chars)) + figureRow("cer", percent(all.errors.cer())) +
           figureRow("cer_ignoring_case", percent(all.errors.cerIgnoringCase())) +
           figureRow("wer", percent(all.errors.wer())) + figureRow("ece", percent(all.calibrationError())) +
           figureRow("seconds", decimal(all.seconds)) + figureRow("lines_per_second", decimal(all.linesPerSecond()));
}

int evaluateLines(const Options& options)
{
    const Interrupt interrupt;
    const auto transcriber = openTranscriber(options.reading);
    if (!transcriber) {
        say(transcriber.error().detail);
        return kSomeFailed;
    }
    std::vector<Set> sets;
    app::LinesEvaluation all;
    for (const std::string& folder : options.folders) {
        ProgressBar bar(ProgressBar::Show::WhenTerminal);
        auto evaluation = app::evaluateLines((*transcriber)->recognizer(), folder, options.evaluation,
                                             interrupt.token(), [&](int done, int total) { bar.update(done, total); });
        bar.clear();
        if (!evaluation) {
            say(evaluation.error().detail);
            return interrupt.exitCode(kSomeFailed);
        }
        for (const Error& error : evaluation->unreadable)
            say(error.detail);
        all += *evaluation;
        const std::filesystem::path path = std::filesystem::path(folder).lexically_normal();
        sets.push_back({(path.has_filename() ? path : path.parent_path()).filename().string(), std::move(*evaluation)});
    }
    return printResult(options.json ? asJson(sets, all) : asTable(sets, all),
                       all.unreadable.empty() ? kAllDone : kSomeFailed);
}

} // namespace

void addEvaluateLinesCommand(CLI::App& evaluate, Action& chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = evaluate.add_subcommand("lines", "Error rates on sets of line pictures");
    command->footer("DIR holds lines.tsv: tab separated, header 'file split writer lang text'.\n"
                    "cer, wer: edits divided by the reference's code points and words, summed over all lines; NFC,\n"
                    "white space folded. cer_ignoring_case: small and capital letters alike. ece: how far the words'\n"
                    "confidence is from the share of them that are right, on average over 15 bins. Of several sets "
                    "also\nthe figures of all their lines together.");
    command->add_option("DIR", options->folders, "Folders of the sets")->required()->type_name("");
    command->add_option("--split", options->evaluation.split, "Lines to read: train, val or test (default)")
        ->type_name("NAME");
    command
        ->add_option("--limit", options->evaluation.limit,
                     "Read only N lines of each set, spread evenly over the split")
        ->type_name("N")
        ->check(CLI::PositiveNumber.description(""));
    addModelOption(*command, options->reading);
    addDecoderOption(*command, options->reading);
    command->add_flag("--json", options->json, "Print JSON; rates as shares, not percent");
    command->callback([options, &chosen] { chosen = [options] { return evaluateLines(*options); }; });
}

} // namespace longhand::cli

#include <memory>

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
    std::string folder;
    app::EvaluateLinesOptions evaluation;
    ReadingOptions reading;
    bool json = false;
};

std::string asJson(const app::LinesEvaluation& evaluation)
{
    const nlohmann::ordered_json figures = {{"lines", evaluation.lines},
                                            {"chars", evaluation.errors.chars},
                                            {"cer", evaluation.errors.cer()},
                                            {"wer", evaluation.errors.wer()},
                                            {"ece", evaluation.calibrationError()},
                                            {"seconds", evaluation.seconds},
                                            {"lines_per_second", evaluation.linesPerSecond()},
                                            {"unreadable", evaluation.unreadable.size()}};
    return figures.dump(2) + '\n';
}

std::string asTable(const app::LinesEvaluation& evaluation)
{
    return figureRow("lines", std::to_string(evaluation.lines)) +
           figureRow("chars", std::to_string(evaluation.errors.chars)) +
           figureRow("cer", percent(evaluation.errors.cer())) + figureRow("wer", percent(evaluation.errors.wer())) +
           figureRow("ece", percent(evaluation.calibrationError())) +
           figureRow("seconds", decimal(evaluation.seconds)) +
           figureRow("lines_per_second", decimal(evaluation.linesPerSecond()));
}

int evaluateLines(const Options& options)
{
    const Interrupt interrupt;
    const auto transcriber = openTranscriber(options.reading);
    if (!transcriber) {
        say(transcriber.error().detail);
        return kSomeFailed;
    }
    ProgressBar bar(ProgressBar::Show::WhenTerminal);
    const auto evaluation =
        app::evaluateLines((*transcriber)->recognizer(), options.folder, options.evaluation, interrupt.token(),
                           [&](int done, int total) { bar.update(done, total); });
    bar.clear();
    if (!evaluation) {
        say(evaluation.error().detail);
        return interrupt.exitCode(kSomeFailed);
    }
    for (const Error& error : evaluation->unreadable)
        say(error.detail);
    return printResult(options.json ? asJson(*evaluation) : asTable(*evaluation),
                       evaluation->unreadable.empty() ? kAllDone : kSomeFailed);
}

} // namespace

void addEvaluateLinesCommand(CLI::App& evaluate, Action& chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = evaluate.add_subcommand("lines", "Error rates on a set of line pictures");
    command->footer("DIR holds lines.tsv: tab separated, header 'file split writer lang text'.\n"
                    "cer, wer: edits divided by the reference's code points and words, summed over all lines; NFC,\n"
                    "white space folded. ece: how far the words' confidence is from the share of them that are right,\n"
                    "on average over 15 bins.");
    command->add_option("DIR", options->folder, "Folder of the set")->required()->type_name("");
    command->add_option("--split", options->evaluation.split, "Lines to read: train, val or test (default)")
        ->type_name("NAME");
    command->add_option("--limit", options->evaluation.limit, "Read only N lines, spread evenly over the split")
        ->type_name("N")
        ->check(CLI::PositiveNumber.description(""));
    addModelOption(*command, options->reading);
    addDecoderOption(*command, options->reading);
    command->add_flag("--json", options->json, "Print JSON; rates as shares, not percent");
    command->callback([options, &chosen] { chosen = [options] { return evaluateLines(*options); }; });
}

} // namespace longhand::cli

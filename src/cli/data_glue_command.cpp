#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "longhand/app/data_glue.h"

namespace longhand::cli
{

namespace
{

struct Options {
    std::vector<std::string> sets, texts;
    std::string output;
    std::string language = app::GlueRequest{}.language;
    std::size_t count = 0;
    std::uint64_t seed = app::GlueRequest{}.seed;
    ReadingOptions reading;
};

int glue(const Options& options)
{
    app::GlueRequest request;
    request.lineSets.assign(options.sets.begin(), options.sets.end());
    request.texts.assign(options.texts.begin(), options.texts.end());
    request.output = options.output;
    request.language = options.language;
    request.count = options.count;
    request.seed = options.seed;
    auto model = chooseModel(options.reading);
    if (!model) {
        say(model.error().detail);
        return kSomeFailed;
    }
    request.model = std::move(*model);
    const Interrupt interrupt;
    ProgressBar bar(ProgressBar::Show::WhenTerminal);
    const auto report =
        app::glueLines(request, interrupt.token(), [&](int done, int total) { bar.update(done, total); });
    bar.clear();
    if (!report) {
        say(report.error().detail);
        return interrupt.exitCode(kSomeFailed);
    }
    return printResult(figureRow("lines read", std::to_string(report->sourceLines)) +
                           figureRow("words cut up", std::to_string(report->sourceWords)) +
                           figureRow("hands", std::to_string(report->hands)) +
                           figureRow("lines", std::to_string(report->lines)),
                       kAllDone);
}

} // namespace

void addDataGlueCommand(CLI::App& data, Action& chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = data.add_subcommand("glue", "Write new text with letters cut out of real lines, to train on");
    command->footer(
        "The model reads the training lines of the sets; words it reads exactly right are cut up, hand by hand, and\n"
        "glued into lines of the text. The same options give the same files.");
    command->add_option("DIR", options->sets, "Line sets to cut up")->required()->type_name("");
    command->add_option("--text", options->texts, "Text to write, UTF-8, one paragraph a line; repeatable")
        ->required()
        ->type_name("FILE")
        ->allow_extra_args(false);
    command->add_option("--count", options->count, "Lines to write")
        ->required()
        ->type_name("N")
        ->check(CLI::Range(1, 10'000'000).description(""));
    command->add_option("-o,--output", options->output, "The new line set, for 'longhand data pack'")
        ->required()
        ->type_name("DIR");
    command->add_option("--lang", options->language, "Language of the texts")->type_name("CODE")->capture_default_str();
    command->add_option("--seed", options->seed, "Another seed writes other lines")
        ->type_name("S")
        ->capture_default_str();
    addModelOption(*command, options->reading);
    command->callback([options, &chosen] { chosen = [options] { return glue(*options); }; });
}

} // namespace longhand::cli

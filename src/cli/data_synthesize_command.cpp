#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "longhand/app/data_synthesis.h"

namespace longhand::cli
{

namespace
{

struct Options {
    std::vector<std::string> texts;
    std::string fonts;
    std::string output;
    std::string language = app::SynthesisRequest{}.language;
    std::size_t count = 0;
    std::uint64_t seed = app::SynthesisRequest{}.seed;
    std::optional<double> capitals;
    int jobs = 0;
};

int synthesize(const Options& options)
{
    app::SynthesisRequest request;
    request.texts.assign(options.texts.begin(), options.texts.end());
    request.fonts = options.fonts;
    request.output = options.output;
    request.language = options.language;
    request.count = options.count;
    request.seed = options.seed;
    request.capitals = options.capitals;
    request.jobs = options.jobs;

    const Interrupt interrupt;
    ProgressBar bar(ProgressBar::Show::WhenTerminal);
    const auto report =
        app::synthesizeLines(request, interrupt.token(), [&](int done, int total) { bar.update(done, total); });
    bar.clear();
    if (!report) {
        say(report.error().detail);
        return interrupt.exitCode(kSomeFailed);
    }
    return printResult(figureRow("fonts", std::to_string(report->fonts)) +
                           figureRow("lines", std::to_string(report->lines)) +
                           figureRow("for validation", std::to_string(report->validationLines)),
                       kAllDone);
}

} // namespace

void addDataSynthesizeCommand(CLI::App& data, Action& chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = data.add_subcommand("synthesize", "Draw lines of text in handwriting fonts, to train on");
    command->footer("Texts are UTF-8, one paragraph a line; dates, names, prices and notes are mixed in (en, fr, de).\n"
                    "scripts/install-fonts fetches fonts. The same options give the same files.");
    command->add_option("--text", options->texts, "Text to write, repeatable")
        ->required()
        ->type_name("FILE")
        ->allow_extra_args(true);
    command->add_option("--fonts", options->fonts, "Folder of .ttf, .otf or .woff files")->required()->type_name("DIR");
    command->add_option("--count", options->count, "Lines to draw")
        ->required()
        ->type_name("N")
        ->check(CLI::Range(1, 10'000'000).description(""));
    command->add_option("-o,--output", options->output, "The new line set, for 'longhand data pack'")
        ->required()
        ->type_name("DIR");
    command->add_option("--lang", options->language, "Language of the texts")->type_name("CODE")->capture_default_str();
    command->add_option("--seed", options->seed, "Another seed draws other lines")
        ->type_name("S")
        ->capture_default_str();
    command->add_option("--capitals", options->capitals, "Share of the lines in block capitals throughout")
        ->type_name("SHARE")
        ->check(CLI::Range(0.0, 1.0).description(""));
    command->add_option("--jobs", options->jobs, "Threads; default: by the machine")
        ->type_name("N")
        ->check(CLI::Range(1, 256).description(""));
    command->callback([options, &chosen] { chosen = [options] { return synthesize(*options); }; });
}

} // namespace longhand::cli

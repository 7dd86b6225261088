#include <charconv>
#include <memory>
#include <system_error>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "longhand/app/language_models.h"

namespace longhand::cli
{

namespace
{

struct BuildArguments {
    std::vector<std::string> texts;
    std::string output;
    int order = app::LanguageModelRequest{}.order;
    double maxMegabytes = 4;
};

/// "notes.txt=2.5" is notes.txt with weight 2.5, unless a file is called so.
app::LanguageModelText parseText(const std::string& argument)
{
    std::error_code ignored;
    const std::size_t equals = argument.rfind('=');
    double weight = 1;
    if (equals == std::string::npos || std::filesystem::exists(argument, ignored))
        return {argument, weight};
    const char* end = argument.data() + argument.size();
    const auto parsed = std::from_chars(argument.data() + equals + 1, end, weight);
    if (parsed.ec != std::errc() || parsed.ptr != end)
        return {argument, 1};
    return {argument.substr(0, equals), weight};
}

int buildModel(const BuildArguments& arguments)
{
    app::LanguageModelRequest request;
    for (const std::string& text : arguments.texts)
        request.texts.push_back(parseText(text));
    request.output = arguments.output;
    request.order = arguments.order;
    request.maxBytes = static_cast<std::size_t>(arguments.maxMegabytes * (1 << 20));

    const Interrupt interrupt;
    ProgressBar bar(ProgressBar::Show::WhenTerminal);
    const auto report =
        app::buildLanguageModel(request, interrupt.token(), [&](int done, int total) { bar.update(done, total); });
    bar.clear();
    if (!report) {
        say(report.error().detail);
        return interrupt.exitCode(kSomeFailed);
    }
    std::string table = figureRow("characters", std::to_string(report->characters));
    for (std::size_t i = 0; i < report->ngrams.size(); ++i)
        table += figureRow(std::to_string(i + 1) + "-grams", std::to_string(report->ngrams[i]));
    table += figureRow("bytes", std::to_string(report->bytes));
    return printResult(table, kAllDone);
}

int showModel(const std::string& name)
{
    const auto description = app::describeLanguageModel(name);
    if (!description) {
        say(description.error().detail);
        return kSomeFailed;
    }
    return printResult(*description + '\n', kAllDone);
}

} // namespace

void addLanguageModelCommand(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("lm", "Build or show a language model for the beam search");
    command->require_subcommand(1);

    auto arguments = std::make_shared<BuildArguments>();
    CLI::App* build = command->add_subcommand("build", "Learn from text which characters follow each other");
    build->footer(
        "TEXT is a UTF-8 text file, or the folder of a line set, whose lines of the split 'train' are taken.\n"
        "TEXT=W counts it W times, to balance languages.");
    build->add_option("TEXT", arguments->texts, "Text files, folders with a lines.tsv")->required()->type_name("");
    build->add_option("-o,--output", arguments->output, "The language model to write")->required()->type_name("FILE");
    build->add_option("--order", arguments->order, "Longest run of characters it knows, 2 to 8")
        ->type_name("N")
        ->capture_default_str()
        ->check(CLI::Range(2, 8).description(""));
    build->add_option("--max-size", arguments->maxMegabytes, "Size of the file at most; what matters least is left out")
        ->type_name("MB")
        ->capture_default_str()
        ->check(CLI::Range(0.01, 64.0).description(""));
    build->callback([arguments, &chosen] { chosen = [arguments] { return buildModel(*arguments); }; });

    auto name = std::make_shared<std::string>();
    CLI::App* show = command->add_subcommand("show", "What a language model says about itself, as JSON");
    show->add_option("FILE", *name, "Language model")->required()->type_name("");
    show->callback([name, &chosen] { chosen = [name] { return showModel(*name); }; });
}

} // namespace longhand::cli

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "longhand/app/data_import.h"

namespace longhand::cli
{

namespace
{

struct Options {
    std::string source;
    std::string output;
    std::string format = "auto";
    std::string splitBy = "auto";
    app::ImportRequest request;
};

std::string asTable(const app::ImportReport& report)
{
    std::string table = figureRow("format", std::string(app::sampleFormatName(report.format)));
    table += figureRow("lines", std::to_string(report.lines));
    table += figureRow("writers", std::to_string(report.writers));
    table += figureRow("split by", report.splitBy == app::SplitBy::Page ? "page" : "writer");
    for (const auto& [split, lines] : report.splits)
        table += figureRow(split, std::to_string(lines));
    for (const auto& [problem, kind] : report.problems.kinds())
        table += std::to_string(kind.count) + ' ' + std::string(app::describe(problem)) + '\n';
    return table;
}

/// The first names of every kind of problem.
void sayExamples(const app::ImportProblems& problems)
{
    for (const auto& [problem, kind] : problems.kinds()) {
        say(std::string(app::describe(problem)) + ": " + std::to_string(kind.count));
        for (const std::string& example : kind.examples)
            say("  " + example);
        if (kind.count > kind.examples.size())
            say("  and " + std::to_string(kind.count - kind.examples.size()) + " more");
    }
}

int importLines(const Options& options)
{
    const Interrupt interrupt;
    app::ImportRequest request = options.request;
    request.source = options.source;
    request.output = options.output;
    request.format = app::sampleFormatFromName(options.format);
    if (options.splitBy != "auto")
        request.splitBy = options.splitBy == "page" ? app::SplitBy::Page : app::SplitBy::Writer;
    ProgressBar bar(ProgressBar::Show::WhenTerminal);
    const auto report =
        app::importLines(request, interrupt.token(), [&](int done, int total) { bar.update(done, total); });
    bar.clear();
    if (!report) {
        say(report.error().detail);
        return interrupt.exitCode(kSomeFailed);
    }
    sayExamples(report->problems);
    return printResult(asTable(*report), report->lines > 0 ? kAllDone : kSomeFailed);
}

} // namespace

void addDataImportCommand(CLI::App& data, Action& chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = data.add_subcommand("import", "Make a line set of other training data");
    command->footer(
        "Formats:\n"
        "  lines  lines.tsv and the pictures it names\n"
        "  pairs  NAME.gt.txt beside NAME.png (kraken, OCR-D, tesstrain)\n"
        "  page   PAGE or ALTO files with the pages' pictures (eScriptorium, Transkribus)\n"
        "  iam    ascii/lines.txt and lines/ (IAM Handwriting Database)\n"
        "Lines that come with a split keep it; the others are split by writer or page, never line by line.\n"
        "What is left out is counted, and the first of each kind are named.");
    command->add_option("SRC", options->source, "Folder of the data")->required()->type_name("");
    command->add_option("-o,--output", options->output, "Folder of the line set to make")->required()->type_name("DIR");
    command->add_option("--format", options->format, "auto (default), lines, pairs, page or iam")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"auto", "lines", "pairs", "page", "iam"}).description(""));
    command->add_option("--split-by", options->splitBy, "writer or page; default: writer, where there are several")
        ->type_name("GROUP")
        ->check(CLI::IsMember({"auto", "writer", "page"}).description(""));
    const auto addShare = [&](const char* name, double& share, const char* what) {
        command->add_option(name, share, what)
            ->type_name("SHARE")
            ->capture_default_str()
            ->check(CLI::Range(0.0, 1.0).description(""));
    };
    addShare("--val-share", options->request.valShare, "Share of the groups kept for validation");
    addShare("--test-share", options->request.testShare, "Share of the groups kept for testing");
    command->add_option("--seed", options->request.seed, "Another number chooses other groups")
        ->type_name("N")
        ->capture_default_str();
    command->add_option("--lang", options->request.language, "Language (BCP 47) of lines that do not say, such as en")
        ->type_name("LANG");
    command->add_flag("--fold-quotes", options->request.foldQuotes, "Make curly quotes straight");
    command->callback([options, &chosen] { chosen = [options] { return importLines(*options); }; });
}

} // namespace longhand::cli

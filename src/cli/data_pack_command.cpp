#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/terminal.h"
#include "longhand/app/data_pack.h"

namespace longhand::cli
{

namespace
{

struct Options {
    std::vector<std::string> sets;
    std::string output;
    int heightPx = app::PackRequest{}.heightPx;
    std::vector<std::string> splits = app::PackRequest{}.splits;
    bool compact = false;
};

int packSets(const Options& options)
{
    app::PackRequest request;
    request.lineSets.assign(options.sets.begin(), options.sets.end());
    request.output = options.output;
    request.heightPx = options.heightPx;
    request.splits = options.splits;
    request.compact = options.compact;

    ProgressBar bar(ProgressBar::Show::WhenTerminal);
    const auto report = app::packLineSets(request, [&](int done, int total) { bar.update(done, total); });
    bar.clear();
    if (!report) {
        say(report.error().detail);
        return kSomeFailed;
    }
    for (const std::string& sentence : report->skipped)
        say(sentence);
    std::string table;
    for (const auto& [set, lines] : report->linesPerSet)
        table += figureRow(set, std::to_string(lines));
    table += figureRow("lines", std::to_string(report->lines));
    table += figureRow("skipped", std::to_string(report->skipped.size()));
    return printResult(table, report->lines > 0 ? kAllDone : kSomeFailed);
}

} // namespace

void addDataPackCommand(CLI::App& data, Action& chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = data.add_subcommand("pack", "Put line sets into one file for longhand-train");
    command->footer("SRC holds lines.tsv: tab separated, header 'file split writer lang text'; or is anything that\n"
                    "'longhand data import' reads, with its default splits. Lines without text and pictures that cannot\n"
                    "be read are named and left out.");
    command->add_option("SRC", options->sets, "Folders of line sets, or tables of pen strokes (.tsv, .tsv.gz)")
        ->required()
        ->type_name("");
    command->add_option("-o,--output", options->output, "The pack to write")->required()->type_name("FILE");
    command->add_option("--height", options->heightPx, "Height of the lines in pixels; the network's input")
        ->type_name("PX")
        ->capture_default_str()
        ->check(CLI::Range(16, 256).description(""));
    command->add_option("--split", options->splits, "Splits to pack, repeatable; default: train and val")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command->add_flag("--compact", options->compact,
                      "Ten grey levels, a twelfth of the size: to carry it to another machine");
    command->callback([options, &chosen] { chosen = [options] { return packSets(*options); }; });
}

} // namespace longhand::cli

#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "longhand/app/data_align.h"

namespace longhand::cli
{

namespace
{

struct Options {
    std::string pages;
    std::string output;
    app::AlignRequest request;
    ReadingOptions reading;
};

std::string pageTable(const std::vector<app::PageAlignment>& pages)
{
    const auto column = [](const std::string& value) {
        constexpr std::size_t kWidth = 12;
        return std::string(kWidth - std::min(kWidth - 1, value.size()), ' ') + value;
    };
    std::size_t nameWidth = 5;
    for (const app::PageAlignment& page : pages)
        nameWidth = std::max(nameWidth, page.name.size());
    const auto row = [&](const std::string& name, const std::vector<std::string>& values) {
        std::string line = name + std::string(nameWidth - name.size(), ' ');
        for (const std::string& value : values)
            line += column(value);
        return line + '\n';
    };
    std::string table = row("page", {"text lines", "found", "aligned", "neighbours", "uncertain", "marked"});
    app::PageAlignment sum;
    const auto figures = [](const app::PageAlignment& page) {
        std::vector<std::string> values;
        for (const std::size_t value :
             {page.textLines, page.foundLines, page.aligned, page.byNeighbours, page.uncertain, page.marked})
            values.push_back(std::to_string(value));
        return values;
    };
    for (const app::PageAlignment& page : pages) {
        table += row(page.name, figures(page));
        sum.textLines += page.textLines;
        sum.foundLines += page.foundLines;
        sum.aligned += page.aligned;
        sum.alignedText += page.alignedText;
        sum.byNeighbours += page.byNeighbours;
        sum.uncertain += page.uncertain;
        sum.marked += page.marked;
    }
    table += row("all", figures(sum));
    return table + std::to_string(sum.alignedText) + " of " + std::to_string(sum.textLines) +
           " text lines are wholly in the set.\n";
}

int alignPages(const Options& options)
{
    const Interrupt interrupt;
    const auto transcriber = openTranscriber(options.reading);
    if (!transcriber) {
        say(transcriber.error().detail);
        return kSomeFailed;
    }
    app::AlignRequest request = options.request;
    request.pages = options.pages;
    request.output = options.output;
    ProgressBar bar(ProgressBar::Show::WhenTerminal);
    const auto report = app::alignPages((*transcriber)->recognizer(), request, interrupt.token(),
                                        [&](int done, int total) { bar.update(done, total); });
    bar.clear();
    if (!report) {
        say(report.error().detail);
        return interrupt.exitCode(kSomeFailed);
    }
    for (const Error& error : report->unreadable)
        say(error.detail);
    return printResult(pageTable(report->pages), report->unreadable.empty() ? kAllDone : kSomeFailed);
}

} // namespace

void addDataAlignCommand(CLI::App& data, Action& chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = data.add_subcommand("align", "Cut pages with a known text into lines with theirs");
    command->footer(
        "DIR holds page pictures NAME.jpg (png, tif, webp, bmp) with the page's text NAME.txt beside each, one\n"
        "line of writing a line. Lines are written only where their text is certain; a better model finds\n"
        "more. 'neighbours' counts lines that read badly but lie between certain ones with exactly their\n"
        "text between, 'marked' those left out because of editorial marks such as [?].");
    command->add_option("DIR", options->pages, "Folder of pages")->required()->type_name("");
    command->add_option("-o,--output", options->output, "Folder of the line set to make")->required()->type_name("DIR");
    addModelOption(*command, options->reading);
    command
        ->add_option("--writer", options->request.writer,
                     "Writer of all pages; default: the page's name up to its first '-', '_' or digit")
        ->type_name("NAME");
    command->add_option("--lang", options->request.language, "Language of the text (BCP 47), such as en")
        ->type_name("LANG");
    command->add_option("--val-share", options->request.valShare, "Share of the pages kept for validation")
        ->type_name("SHARE")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1.0).description(""));
    command->add_option("--seed", options->request.seed, "Another number chooses other pages")
        ->type_name("N")
        ->capture_default_str();
    command
        ->add_option("--max-cer", options->request.maxErrorRate,
                     "Character error rate up to which a line's own reading proves its text")
        ->type_name("SHARE")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1.0).description(""));
    command->add_flag("--keep-marked", options->request.keepMarked, "Keep text with [ or ] in it");
    command->callback([options, &chosen] { chosen = [options] { return alignPages(*options); }; });
}

} // namespace longhand::cli

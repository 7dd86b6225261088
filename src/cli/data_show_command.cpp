#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "longhand/app/data_show.h"
#include "longhand/text/unicode.h"

namespace longhand::cli
{

namespace
{

struct Options {
    std::string source;
    std::string sheet;
    app::ShowRequest request;
};

std::string countList(const std::map<std::string, std::size_t>& counts)
{
    std::string list;
    for (const auto& [name, number] : counts)
        list += (list.empty() ? "" : ", ") + (name.empty() ? "-" : name) + ' ' + std::to_string(number);
    return list;
}

/// The commonest characters first.
std::string alphabetList(const std::map<char32_t, std::size_t>& alphabet)
{
    std::vector<std::pair<char32_t, std::size_t>> characters(alphabet.begin(), alphabet.end());
    std::stable_sort(characters.begin(), characters.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string list;
    for (const auto& [character, number] : characters) {
        const std::string shown = character == U' ' ? "space" : text::toUtf8(character);
        list += (list.empty() ? "" : "  ") + shown + ' ' + std::to_string(number);
    }
    return list;
}

std::string describe(const app::SetSummary& set)
{
    std::string table = figureRow("set", set.name);
    table += figureRow("lines", std::to_string(set.lines));
    if (set.strokes > 0)
        table += figureRow("pen strokes", std::to_string(set.strokes));
    table += figureRow("characters", std::to_string(set.characters));
    table += figureRow("words", std::to_string(set.words));
    table += figureRow("writers", std::to_string(set.writers.size()));
    table += figureRow("splits", countList(set.splits));
    table += figureRow("languages", countList(set.languages));
    if (!set.widthsPx.empty()) {
        const auto& widths = set.widthsPx;
        table += figureRow("widths", std::to_string(widths.front()) + " to " + std::to_string(widths.back()) +
                                         " px, median " + std::to_string(widths[widths.size() / 2]) + " (" +
                                         std::to_string(app::kSummaryHeightPx) + " px high)");
    }
    table += figureRow("unreadable", std::to_string(set.unreadable.size()));
    table += figureRow("alphabet", std::to_string(set.alphabet.size()) + ": " + alphabetList(set.alphabet));
    return table;
}

int showData(const Options& options)
{
    const Interrupt interrupt;
    app::ShowRequest request = options.request;
    request.source = options.source;
    request.sheet = options.sheet;
    ProgressBar bar(ProgressBar::Show::WhenTerminal);
    const auto sets = app::showData(request, interrupt.token(), [&](int done, int total) { bar.update(done, total); });
    bar.clear();
    if (!sets) {
        say(sets.error().detail);
        return interrupt.exitCode(kSomeFailed);
    }
    std::string text;
    app::SetSummary all;
    all.name = "all";
    for (const app::SetSummary& set : *sets) {
        for (const Error& error : set.unreadable)
            say(error.detail);
        text += describe(set) + '\n';
        all += set;
    }
    if (sets->size() > 1)
        text += describe(all);
    else
        text.pop_back();
    return printResult(text, all.unreadable.empty() ? kAllDone : kSomeFailed);
}

} // namespace

void addDataShowCommand(CLI::App& data, Action& chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = data.add_subcommand("show", "Print what training data holds, and draw some of it");
    command->footer("DATA is a folder with a lines.tsv, a folder of such folders, or a pack.");
    command->add_option("DATA", options->source, "Line set, folder of line sets, or pack")->required()->type_name("");
    command->add_option("--set", options->request.sets, "Only this set, repeatable")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command->add_option("--sheet", options->sheet, "Draw lines spread over the data above their texts")
        ->type_name("FILE.png");
    command->add_option("--sheet-lines", options->request.sheetLines, "How many")
        ->type_name("N")
        ->capture_default_str()
        ->check(CLI::Range(1, 2000).description(""));
    command->callback([options, &chosen] { chosen = [options] { return showData(*options); }; });
}

} // namespace longhand::cli

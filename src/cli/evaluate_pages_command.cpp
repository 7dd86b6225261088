#include <algorithm>
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

using nlohmann::ordered_json;

struct Options {
    std::string folder;
    app::EvaluatePagesOptions evaluation;
    ReadingOptions reading;
    bool json = false;
};

/// The line figures are null where the references have no outlines.
template <class Evaluation>
void addFigures(ordered_json& to, const Evaluation& evaluation)
{
    const std::optional<app::LineMatches>& lines = evaluation.lines;
    to["cer"] = evaluation.errors.cer();
    to["cer_covered"] = evaluation.coveredErrors.cer();
    to["wer"] = evaluation.errors.wer();
    to["line_precision"] = lines ? ordered_json(lines->precision()) : ordered_json();
    to["line_recall"] = lines ? ordered_json(lines->recall()) : ordered_json();
    to["line_f1"] = lines ? ordered_json(lines->f1()) : ordered_json();
}

std::string asJson(const app::PagesEvaluation& evaluation)
{
    ordered_json figures;
    figures["pages"] = evaluation.pages.size();
    addFigures(figures, evaluation);
    figures["seconds"] = evaluation.seconds;
    figures["pages_per_second"] = evaluation.pagesPerSecond();
    figures["unreadable"] = evaluation.unreadable.size();
    figures["per_page"] = ordered_json::array();
    for (const app::PageEvaluation& page : evaluation.pages) {
        ordered_json entry = {{"page", page.name}};
        addFigures(entry, page);
        figures["per_page"].push_back(std::move(entry));
    }
    // A file name need not be UTF-8.
    return figures.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

std::string leftAligned(const std::string& text, std::size_t width)
{
    return text + std::string(text.size() < width ? width - text.size() : 0, ' ');
}

std::string rightAligned(const std::string& text, std::size_t width)
{
    return std::string(text.size() < width ? width - text.size() : 0, ' ') + text;
}

std::string perPageTable(const app::PagesEvaluation& evaluation)
{
    constexpr std::size_t kRateWidth = 11;
    constexpr std::size_t kCoveredWidth = 13;
    constexpr std::size_t kLineWidth = 16;
    std::size_t nameWidth = 4;
    for (const app::PageEvaluation& page : evaluation.pages)
        nameWidth = std::max(nameWidth, page.name.size());
    const auto row = [&](const std::string& name, const std::string& cer, const std::string& covered,
                         const std::string& wer, const std::string& precision, const std::string& recall,
                         const std::string& f1) {
        return leftAligned(name, nameWidth) + rightAligned(cer, kRateWidth) + rightAligned(covered, kCoveredWidth) +
               rightAligned(wer, kRateWidth) + rightAligned(precision, kLineWidth) + rightAligned(recall, kLineWidth) +
               rightAligned(f1, kRateWidth) + '\n';
    };
    std::string table = row("page", "cer", "cer_covered", "wer", "line_precision", "line_recall", "line_f1");
    for (const app::PageEvaluation& page : evaluation.pages) {
        const auto& lines = page.lines;
        table += row(page.name, percent(page.errors.cer()), percent(page.coveredErrors.cer()),
                     percent(page.errors.wer()), lines ? percent(lines->precision()) : "-",
                     lines ? percent(lines->recall()) : "-", lines ? percent(lines->f1()) : "-");
    }
    return table;
}

std::string asTable(const app::PagesEvaluation& evaluation)
{
    const auto& lines = evaluation.lines;
    return perPageTable(evaluation) + '\n' + figureRow("pages", std::to_string(evaluation.pages.size())) +
           figureRow("cer", percent(evaluation.errors.cer())) +
           figureRow("cer_covered", percent(evaluation.coveredErrors.cer())) +
           figureRow("wer", percent(evaluation.errors.wer())) +
           figureRow("line_precision", lines ? percent(lines->precision()) : "-") +
           figureRow("line_recall", lines ? percent(lines->recall()) : "-") +
           figureRow("line_f1", lines ? percent(lines->f1()) : "-") +
           figureRow("pages_per_second", decimal(evaluation.pagesPerSecond()));
}

int evaluatePages(const Options& options)
{
    const Interrupt interrupt;
    const auto transcriber = openTranscriber(options.reading);
    if (!transcriber) {
        say(transcriber.error().detail);
        return kSomeFailed;
    }
    ProgressBar bar(ProgressBar::Show::WhenTerminal);
    const auto evaluation = app::evaluatePages(**transcriber, options.folder, options.evaluation, interrupt.token(),
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

void addEvaluatePagesCommand(CLI::App& evaluate, Action& chosen)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = evaluate.add_subcommand("pages", "Error rates and lines found on whole pages");
    command->footer("DIR holds pictures NAME.jpg (png, tif, webp, bmp), each with its reference: NAME.xml (PAGE or\n"
                    "ALTO) or NAME.txt. A page's text is its lines in reading order, joined by spaces. A line counts\n"
                    "as found when its outline overlaps the reference's with IoU >= 0.5; a .txt has no outlines.\n"
                    "cer_covered leaves out found lines that lie outside everything the reference transcribes: the\n"
                    "more lenient figure, for references that transcribe a part of their page.");
    command->add_option("DIR", options->folder, "Folder of the pages")->required()->type_name("");
    command->add_option("--glob", options->evaluation.glob, "Only pictures whose name matches, such as '*-test-*'")
        ->type_name("PATTERN");
    addModelOption(*command, options->reading);
    addDecoderOption(*command, options->reading);
    command->add_flag("--json", options->json, "Print JSON; rates as shares, not percent");
    command->callback([options, &chosen] { chosen = [options] { return evaluatePages(*options); }; });
}

} // namespace longhand::cli

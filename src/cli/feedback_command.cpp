#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/feedback_listing.h"
#include "cli/figures.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "longhand/app/feedback_exchange.h"
#include "longhand/app/forgetting.h"
#include "longhand/app/user_data.h"
#include "longhand/base/files.h"

namespace longhand::cli
{

namespace
{

using feedback::FeedbackStore;

/// Opens the store and runs `use` on it. Only what adds something makes a store that is not there yet.
enum class WhenMissing { Make, Refuse };
template <class Use>
int withStore(WhenMissing whenMissing, const Use& use)
{
    const std::filesystem::path file = app::feedbackDatabase();
    std::error_code ignored;
    if (whenMissing == WhenMissing::Refuse && !std::filesystem::exists(file, ignored)) {
        say("There are no corrections in " + quoted(file.parent_path()) +
            " yet. Correct lines in the window, or import some.");
        return kSomeFailed;
    }
    const auto store = FeedbackStore::open(file);
    if (!store) {
        say(store.error().detail);
        return kSomeFailed;
    }
    return use(**store);
}

int fail(const Error& error)
{
    say(error.detail);
    return kSomeFailed;
}

struct FilterOptions {
    std::string writer;
    std::string page;
    std::string state;
    std::string search;
    bool changed = false;
    int limit = -1;

    [[nodiscard]] feedback::LineFilter filter() const
    {
        feedback::LineFilter filter;
        if (!writer.empty())
            filter.writer = writer == "none" ? std::string() : writer;
        if (!page.empty())
            filter.pageKey = page;
        filter.state = stateFromName(state);
        if (changed)
            filter.changed = true;
        filter.search = search;
        filter.limit = limit;
        return filter;
    }
};

void addFilterOptions(CLI::App& command, FilterOptions& options)
{
    command.add_option("--writer", options.writer, "Lines of this writer; none: of nobody in particular")
        ->type_name("NAME");
    command.add_option("--page", options.page, "Lines of this page, by the key that --json shows")->type_name("KEY");
    command.add_option("--state", options.state, "trusted, questioned or excluded")
        ->type_name("STATE")
        ->check(CLI::IsMember({"trusted", "questioned", "excluded"}).description(""));
    command.add_option("--search", options.search, "Part of the text or of the page's name")->type_name("TEXT");
    command.add_flag("--changed", options.changed, "Only lines whose text is not what the machine read");
    command.add_option("--limit", options.limit, "At most N lines")
        ->type_name("N")
        ->check(CLI::PositiveNumber.description(""));
}

void addListCommand(CLI::App& parent, Action& chosen)
{
    struct Options {
        FilterOptions filter;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand("list", "List corrections, oldest first");
    addFilterOptions(*command, options->filter);
    command->add_flag("--json", options->json, "Everything that is known of each line");
    command->callback([options, &chosen] {
        chosen = [options] {
            return withStore(WhenMissing::Refuse, [&](FeedbackStore& store) {
                const auto lines = store.lines(options->filter.filter());
                if (!lines)
                    return fail(lines.error());
                return printResult(options->json ? listAsJson(*lines) : listAsTable(*lines), kAllDone);
            });
        };
    });
}

void addShowCommand(CLI::App& parent, Action& chosen)
{
    struct Options {
        std::int64_t id = 0;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand("show", "Show one correction with its history");
    command->add_option("ID", options->id, "Number of the correction, as list shows it")->required()->type_name("");
    command->add_flag("--json", options->json, "As JSON");
    command->callback([options, &chosen] {
        chosen = [options] {
            return withStore(WhenMissing::Refuse, [&](FeedbackStore& store) {
                const auto line = store.line(options->id);
                if (!line)
                    return fail(line.error());
                const auto history = store.history(options->id);
                if (!history)
                    return fail(history.error());
                return printResult(options->json ? lineAsJson(*line, *history) : lineAsTable(*line, *history),
                                   kAllDone);
            });
        };
    });
}

void addExportCommand(CLI::App& parent, Action& chosen)
{
    struct Options {
        FilterOptions filter;
        std::string folder;
        std::string layout = "lines";
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand("export", "Write corrections as training data");
    command->footer("Formats, all of which 'longhand data import' and 'longhand feedback import' read:\n"
                    "  lines  lines.tsv and the pictures it names\n"
                    "  pairs  NAME.gt.txt beside NAME.png (kraken, OCR-D, tesstrain)\n"
                    "  page   PAGE files, each with a picture that holds the lines of a page");
    command->add_option("DIR", options->folder, "Folder to write to; it must be new or empty")
        ->required()
        ->type_name("");
    command->add_option("--format", options->layout, "lines (default), pairs or page")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"lines", "pairs", "page"}).description(""));
    addFilterOptions(*command, options->filter);
    command->callback([options, &chosen] {
        chosen = [options] {
            return withStore(WhenMissing::Refuse, [&](FeedbackStore& store) {
                const Interrupt interrupt;
                ProgressBar bar(ProgressBar::Show::WhenTerminal);
                const app::CorrectionExport request{
                    options->folder, app::correctionLayoutFromName(options->layout).value(), options->filter.filter()};
                const auto lines = app::exportCorrections(store, request, interrupt.token(),
                                                          [&](int done, int total) { bar.update(done, total); });
                bar.clear();
                if (!lines) {
                    say(lines.error().detail);
                    return interrupt.exitCode(kSomeFailed);
                }
                return printResult(figureRow("lines", std::to_string(*lines)), kAllDone);
            });
        };
    });
}

void addImportCommand(CLI::App& parent, Action& chosen)
{
    struct Options {
        std::string source;
        std::string format = "auto";
        std::optional<std::string> writer;
        std::string language;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand("import", "Take transcribed lines over as corrections");
    command->footer("Reads the formats of 'longhand data import'. A line whose picture is there already gets the new "
                    "text; the old one stays in its history.");
    command->add_option("DIR", options->source, "Folder of the data")->required()->type_name("");
    command->add_option("--format", options->format, "auto (default), lines, pairs, page or iam")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"auto", "lines", "pairs", "page", "iam"}).description(""));
    command->add_option("--writer", options->writer, "Who wrote all of it; default: as the data say")
        ->type_name("NAME");
    command->add_option("--lang", options->language, "Language (BCP 47) of lines that do not say, such as en")
        ->type_name("LANG");
    command->callback([options, &chosen] {
        chosen = [options] {
            return withStore(WhenMissing::Make, [&](FeedbackStore& store) {
                const Interrupt interrupt;
                ProgressBar bar(ProgressBar::Show::WhenTerminal);
                const app::CorrectionImport request{options->source, app::sampleFormatFromName(options->format),
                                                    options->writer, options->language};
                const auto report = app::importCorrections(store, request, interrupt.token(),
                                                           [&](int done, int total) { bar.update(done, total); });
                bar.clear();
                if (!report) {
                    say(report.error().detail);
                    return interrupt.exitCode(kSomeFailed);
                }
                for (const auto& [problem, kind] : report->problems.kinds())
                    say(std::string(app::describe(problem)) + ": " + std::to_string(kind.count) + ", such as " +
                        kind.examples.front());
                return printResult(figureRow("lines", std::to_string(report->lines)) +
                                       figureRow("new", std::to_string(report->added)),
                                   report->lines > 0 ? kAllDone : kSomeFailed);
            });
        };
    });
}

void addForgetCommand(CLI::App& parent, Action& chosen)
{
    struct Options {
        std::string page;
        std::optional<std::string> writer;
        std::vector<std::int64_t> lines;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = parent.add_subcommand("forget", "Delete corrections and every trace of them");
    command->footer("Asks nothing and cannot be undone; prints what went. Pictures, texts and histories are gone from "
                    "the disk afterwards, also from unused parts of the database and from what learning runs left.\n"
                    "Models that learnt from them stay. While a learning run is going on nothing is deleted.");
    auto* what = command->add_option_group("what");
    what->add_option("--page", options->page, "All lines of this page, by the key that list --json shows")
        ->type_name("KEY");
    what->add_option("--writer", options->writer, "All lines of this writer; none: of nobody in particular")
        ->type_name("NAME");
    what->add_option("--line", options->lines, "These lines, by their numbers")->type_name("ID");
    what->require_option(1);
    command->callback([options, &chosen] {
        chosen = [options] {
            return withStore(WhenMissing::Refuse, [&](FeedbackStore& store) {
                const bool byPage = !options->page.empty();
                const auto lines = app::forgetCorrections(store, app::learningFolder(), [&] {
                    return byPage            ? store.forgetPage(options->page)
                           : options->writer ? store.forgetWriter(*options->writer == "none" ? "" : *options->writer)
                                             : store.forgetLines(options->lines);
                });
                if (!lines)
                    return fail(lines.error());
                if (*lines == 0) {
                    say("There is no such correction. See 'longhand feedback list'.");
                    return kSomeFailed;
                }
                return printResult(figureRow("forgotten", std::to_string(*lines)), kAllDone);
            });
        };
    });
}

} // namespace

void addFeedbackCommand(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("feedback", "List, show, export, import or forget corrections");
    command->require_subcommand(1);
    addListCommand(*command, chosen);
    addShowCommand(*command, chosen);
    addExportCommand(*command, chosen);
    addImportCommand(*command, chosen);
    addForgetCommand(*command, chosen);
}

} // namespace longhand::cli

#include <memory>
#include <system_error>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "longhand/app/model_comparison.h"
#include "longhand/app/model_library.h"
#include "longhand/app/user_data.h"
#include "longhand/text/counted.h"

namespace longhand::cli
{

namespace
{

constexpr const char* kShipped = "shipped";
constexpr const char* kInUse = "in-use";

int fail(const Error& error)
{
    say(error.detail);
    return kSomeFailed;
}

/// With the command that tells which names there are.
int failToFind(const Error& error, const std::string& list = "longhand model list")
{
    say(error.code == ErrorCode::NotFound ? error.detail + " See '" + list + "'." : error.detail);
    return kSomeFailed;
}

std::string sentenceOf(const app::InUse& inUse)
{
    return inUse.id.empty() ? "Nothing learnt is in use.\n" : "'" + inUse.id + "' is in use.\n";
}

int use(const std::string& id, const std::string& writer)
{
    app::ModelLibrary library;
    if (id == kShipped) {
        if (const auto used = library.use({}, writer); !used)
            return fail(used.error());
        return printResult(sentenceOf({}), kAllDone);
    }
    const auto entry = library.find(id);
    if (!entry)
        return failToFind(entry.error());
    if (entry->card.verdict == app::Verdict::KeptAside && !entry->card.reason.empty())
        say("It had been kept aside: " + entry->card.reason);
    const bool isProfile = entry->card.kind == app::LearntKind::Profile;
    if (const auto used = library.use(id, isProfile ? entry->card.writer : std::string()); !used)
        return fail(used.error());
    return printResult(sentenceOf({id, {}, {}, {}}), kAllDone);
}

int revert(const std::string& writer)
{
    const auto reverted = app::ModelLibrary().revert(writer);
    return reverted ? printResult(sentenceOf(*reverted), kAllDone) : fail(reverted.error());
}

int remove(const std::string& id)
{
    if (const auto removed = app::ModelLibrary().remove(id); !removed)
        return failToFind(removed.error());
    return printResult("Deleted. To get it back: longhand model restore " + id + '\n', kAllDone);
}

int restore(const std::string& id)
{
    if (const auto restored = app::ModelLibrary().restore(id); !restored)
        return failToFind(restored.error(), "longhand model list --deleted");
    return printResult("Restored. To use it: longhand model use " + id + '\n', kAllDone);
}

int emptyTrash()
{
    const auto emptied = app::ModelLibrary().emptyTrash();
    return emptied ? kAllDone : fail(emptied.error());
}

struct CompareOptions {
    std::string first, second;
    std::string folder, split = "test", writer;
    std::size_t limit = 0;
    bool json = false;
};

/// A file, the id of a learnt model or profile, "shipped" or "in-use".
Result<app::ModelChoice> choiceOf(const std::string& name)
{
    const app::ModelLibrary library;
    if (name == kShipped) {
        auto shipped = app::findShippedModel();
        if (!shipped)
            return shipped.error();
        return app::ModelChoice{std::move(*shipped), {}, {}, {}};
    }
    if (name == kInUse)
        return app::modelInUse(library);
    std::error_code ignored;
    if (std::filesystem::exists(name, ignored))
        return app::ModelChoice{name, {}, {}, {}};
    return app::learntChoice(library, name);
}

nlohmann::ordered_json linesOf(const std::vector<app::LineChange>& changes)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const app::LineChange& change : changes)
        list.push_back({{"id", change.id}, {"text", change.text}, {"first", change.before}, {"second", change.after}});
    return list;
}

int compare(const CompareOptions& options)
{
    const auto first = choiceOf(options.first);
    if (!first)
        return failToFind(first.error());
    const auto second = choiceOf(options.second);
    if (!second)
        return failToFind(second.error());
    const auto writer = options.writer.empty() ? std::nullopt : std::optional(options.writer);
    const auto lines = options.folder.empty() ? app::linesOfStore(app::feedbackDatabase(), writer)
                                              : app::linesOfSet(options.folder, options.split, options.limit);
    if (!lines)
        return fail(lines.error());
    if (lines->empty()) {
        say("There are no corrected lines to compare the models on. Name a folder with a lines.tsv instead.");
        return kSomeFailed;
    }
    const Interrupt interrupt;
    ProgressBar bar(ProgressBar::Show::WhenTerminal);
    const auto comparison = app::compareModels(*first, *second, *lines, interrupt.token(),
                                               [&](int done, int total) { bar.update(done, total); });
    bar.clear();
    if (!comparison) {
        say(comparison.error().detail);
        return interrupt.exitCode(kSomeFailed);
    }
    if (options.json) {
        const nlohmann::ordered_json figures = {{"lines", comparison->lines},
                                                {"first_cer", comparison->first.cer()},
                                                {"second_cer", comparison->second.cer()},
                                                {"first_wer", comparison->first.wer()},
                                                {"second_wer", comparison->second.wer()},
                                                {"better", linesOf(comparison->better)},
                                                {"worse", linesOf(comparison->worse)}};
        return printResult(figures.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n',
                           kAllDone);
    }
    const auto both = [](double before, double after) { return percent(before) + " -> " + percent(after); };
    return printResult(figureRow("lines", std::to_string(comparison->lines)) +
                           figureRow("cer", both(comparison->first.cer(), comparison->second.cer())) +
                           figureRow("wer", both(comparison->first.wer(), comparison->second.wer())) +
                           figureRow("better", text::counted(comparison->better.size(), "line")) +
                           figureRow("worse", text::counted(comparison->worse.size(), "line")),
                       kAllDone);
}

void addCompareCommand(CLI::App& model, Action& chosen)
{
    auto options = std::make_shared<CompareOptions>();
    CLI::App* command = model.add_subcommand("compare", "Read the same lines with two models");
    command->footer("MODEL is a file, the name of a learnt model or profile, 'shipped' or 'in-use'.\n"
                    "Without DIR the lines are those you corrected, some of which a model may have learnt from.");
    command->add_option("FIRST", options->first, "Model that reads first")->required()->type_name("");
    command->add_option("SECOND", options->second, "Model compared with it")->required()->type_name("");
    command->add_option("DIR", options->folder, "Folder with a lines.tsv")->type_name("");
    command->add_option("--split", options->split, "Lines of DIR: train, val or test (default)")->type_name("NAME");
    command->add_option("--limit", options->limit, "Only N lines of DIR, spread evenly")
        ->type_name("N")
        ->check(CLI::PositiveNumber.description(""));
    command->add_option("--writer", options->writer, "Only lines of one writer")->type_name("NAME");
    command->add_flag("--json", options->json, "Print JSON, with the lines that changed");
    command->callback([options, &chosen] { chosen = [options] { return compare(*options); }; });
}

} // namespace

void addLearntModelCommands(CLI::App& model, Action& chosen)
{
    auto id = std::make_shared<std::string>();
    auto writer = std::make_shared<std::string>();
    const auto addNamed = [&](const char* name, const char* what, int (*action)(const std::string&)) {
        CLI::App* command = model.add_subcommand(name, what);
        command->add_option("NAME", *id, "Of a learnt model")->required()->type_name("");
        command->callback([id, action, &chosen] { chosen = [id, action] { return action(*id); }; });
    };
    CLI::App* useCommand = model.add_subcommand("use", "Read with a learnt model or profile from now on");
    useCommand->add_option("NAME", *id, "Of a learnt model, or 'shipped' for the one of the program")
        ->required()
        ->type_name("");
    useCommand->add_option("--writer", *writer, "With 'shipped': no profile for this writer any more")
        ->type_name("NAME");
    useCommand->callback([id, writer, &chosen] { chosen = [id, writer] { return use(*id, *writer); }; });

    CLI::App* revertCommand = model.add_subcommand("revert", "Go back to the model that was in use before");
    revertCommand->add_option("--writer", *writer, "The profile of this writer instead")->type_name("NAME");
    revertCommand->callback([writer, &chosen] { chosen = [writer] { return revert(*writer); }; });

    addNamed("delete", "Move a learnt model to the trash", remove);
    addNamed("restore", "Get a learnt model back from the trash", restore);
    model.add_subcommand("empty-trash", "Remove deleted models for good")->callback([&chosen] { chosen = emptyTrash; });
    addCompareCommand(model, chosen);
}

} // namespace longhand::cli

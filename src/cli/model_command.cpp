#include <cmath>
#include <memory>
#include <system_error>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "longhand/app/language_models.h"
#include "longhand/app/models.h"
#include "longhand/text/counted.h"

namespace longhand::cli
{

namespace
{

/// One line for each learnt model: what it is and what it gained.
std::string learntRow(const app::LibraryEntry& entry)
{
    const app::ModelCard& card = entry.card;
    std::string row = (entry.inUse ? "* " : "  ") + card.id;
    if (!entry.problem.empty())
        return row + "  " + entry.problem + '\n';
    if (card.kind == app::LearntKind::Profile)
        row += "  profile of " + card.writer;
    row += "  " + text::counted(card.linesLearnt, "line");
    if (card.ownCerBefore >= 0 && card.ownCerAfter >= 0)
        row += "  cer " + percent(card.ownCerBefore) + " -> " + percent(card.ownCerAfter);
    return row + (card.verdict == app::Verdict::Offered ? "  offered" : "  kept aside") + '\n';
}

int listModels(bool deleted)
{
    const app::ModelLibrary library;
    const auto learnt = deleted ? library.trash() : library.list();
    if (!learnt) {
        say(learnt.error().detail);
        return kSomeFailed;
    }
    std::string text;
    for (const app::LibraryEntry& entry : *learnt)
        text += learntRow(entry);
    if (deleted)
        return printResult(text.empty() ? "There are no deleted models.\n" : text, kAllDone);
    const auto models = app::listModels();
    const auto standard = app::modelInUse(library);
    if (models.empty() && text.empty()) {
        // With no model at all there is no default one either, and its message says where they belong.
        say(standard ? std::string("There is no model.") : standard.error().detail);
        return kSomeFailed;
    }
    if (standard && !standard->warning.empty())
        say(standard->warning);
    for (const auto& model : models) {
        std::error_code ignored;
        const bool isStandard = standard && std::filesystem::equivalent(model, standard->model, ignored);
        text += (isStandard ? "* " : "  ") + model.lexically_normal().string() + '\n';
    }
    return printResult(text, kAllDone);
}

int showModel(const std::string& name)
{
    std::filesystem::path model = name;
    if (model.empty()) {
        auto standard = app::findDefaultModel();
        if (!standard) {
            say(standard.error().detail);
            return kSomeFailed;
        }
        model = std::move(standard).value();
    }
    auto description = app::describeModel(model);
    if (!description) {
        say(description.error().detail);
        return kSomeFailed;
    }
    if (!description->ends_with('\n'))
        *description += '\n';
    return printResult(*description, kAllDone);
}

struct CalibrateArguments {
    app::CalibrationRequest request;
    std::string model;
    std::vector<std::string> sets;
    std::string languageModel;
};

int calibrateModel(const CalibrateArguments& arguments)
{
    app::CalibrationRequest request = arguments.request;
    request.model = arguments.model;
    request.lineSets.assign(arguments.sets.begin(), arguments.sets.end());
    if (arguments.languageModel.empty())
        request.languageModel = app::findDefaultLanguageModel().value_or(std::filesystem::path());
    else if (arguments.languageModel != "none")
        request.languageModel = arguments.languageModel;

    const Interrupt interrupt;
    ProgressBar bar(ProgressBar::Show::WhenTerminal);
    const auto report =
        app::calibrateModel(request, interrupt.token(), [&](int done, int total) { bar.update(done, total); });
    bar.clear();
    if (!report) {
        say(report.error().detail);
        return interrupt.exitCode(kSomeFailed);
    }
    const auto words = [](const nn::WordCalibration& calibration) {
        return "odds against a word of one nat " + decimal(std::pow(calibration.half, -calibration.slope)) + ", slope " +
               decimal(calibration.slope) + ", of the line " + decimal(calibration.lineSlope) + ", of rivals " +
               decimal(calibration.rivalSlope);
    };
    std::string table = figureRow("words", std::to_string(report->words)) +
                        figureRow("temperature", decimal(report->calibration.temperature)) +
                        figureRow("confidence", words(report->calibration.words));
    if (!request.languageModel.empty())
        table += figureRow("with lm", words(report->calibration.wordsWithLanguageModel));
    return printResult(table, kAllDone);
}

void addCalibrateCommand(CLI::App& model, Action& chosen)
{
    auto arguments = std::make_shared<CalibrateArguments>();
    CLI::App* command = model.add_subcommand("calibrate", "Fit a model's confidences to how often its words are right");
    command->footer(
        "DIR holds lines.tsv, as for 'longhand evaluate lines'. The lines must not be among those trained on.");
    command->add_option("MODEL", arguments->model, "Model file, which is changed")->required()->type_name("");
    command->add_option("DIR", arguments->sets, "Folders of line sets")->required()->type_name("");
    command->add_option("--split", arguments->request.split, "Lines to read: train, val (default) or test")
        ->type_name("NAME");
    command->add_option("--limit", arguments->request.limitPerSet, "Read only N lines of each set, spread evenly")
        ->type_name("N")
        ->check(CLI::PositiveNumber.description(""));
    command
        ->add_option("--lm", arguments->languageModel,
                     "Language model to fit the confidences of the beam search with; default: longhand.lm, which ships")
        ->type_name("FILE|none");
    command->callback([arguments, &chosen] { chosen = [arguments] { return calibrateModel(*arguments); }; });
}

} // namespace

void addModelCommand(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("model", "List the models there are, choose, compare or calibrate them");
    command->require_subcommand(1);
    auto deleted = std::make_shared<bool>(false);
    CLI::App* list =
        command->add_subcommand("list", "Learnt models and model files; * marks what is used when none is named");
    list->add_flag("--deleted", *deleted, "Those in the trash instead");
    list->callback([deleted, &chosen] { chosen = [deleted] { return listModels(*deleted); }; });
    addLearntModelCommands(*command, chosen);

    addCalibrateCommand(*command, chosen);

    auto name = std::make_shared<std::string>();
    CLI::App* show = command->add_subcommand("show", "What a model file says about itself, as JSON");
    show->add_option("FILE", *name, "Model file; default: the one used when none is named")->type_name("");
    show->callback([name, &chosen] { chosen = [name] { return showModel(*name); }; });
}

} // namespace longhand::cli

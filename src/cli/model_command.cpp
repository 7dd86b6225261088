#include <memory>
#include <system_error>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/terminal.h"
#include "longhand/app/models.h"

namespace longhand::cli
{

namespace
{

int listModels()
{
    const auto models = app::listModels();
    const auto standard = app::findDefaultModel();
    if (models.empty()) {
        // With no model at all there is no default one either, and its message says where they belong.
        say(standard ? std::string("There is no model.") : standard.error().detail);
        return kSomeFailed;
    }
    std::string text;
    for (const auto& model : models) {
        std::error_code ignored;
        const bool isStandard = standard && std::filesystem::equivalent(model, *standard, ignored);
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

} // namespace

void addModelCommand(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("model", "List the models there are, or show one");
    command->require_subcommand(1);
    command->add_subcommand("list", "Model files found; * marks the one used when none is named")->callback([&chosen] {
        chosen = listModels;
    });

    auto name = std::make_shared<std::string>();
    CLI::App* show = command->add_subcommand("show", "What a model file says about itself, as JSON");
    show->add_option("FILE", *name, "Model file; default: the one used when none is named")->type_name("");
    show->callback([name, &chosen] { chosen = [name] { return showModel(*name); }; });
}

} // namespace longhand::cli

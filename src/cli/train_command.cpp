#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "longhand/app/training.h"

namespace longhand::cli
{

void addTrainCommand(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("train", "Train a model from packs; the same as the program longhand-train");
    // The trainer parses its own options, because it must also build where there is nothing but LibTorch.
    command->set_help_flag();
    command->prefix_command();
    command->callback([command, &chosen] {
        chosen = [arguments = command->remaining()] { return app::runTrainer(arguments, "longhand train"); };
    });
}

} // namespace longhand::cli

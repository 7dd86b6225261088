#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace longhand::cli
{

void addDataCommand(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("data", "Prepare training data");
    command->require_subcommand(1);
    addDataAlignCommand(*command, chosen);
    addDataGlueCommand(*command, chosen);
    addDataImportCommand(*command, chosen);
    addDataPackCommand(*command, chosen);
    addDataShowCommand(*command, chosen);
    addDataSynthesizeCommand(*command, chosen);
}

} // namespace longhand::cli

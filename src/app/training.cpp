#include "longhand/app/training.h"

#include "longhand/training/command_line.h"

namespace longhand::app
{

int runTrainer(std::span<const std::string> arguments, const std::string& programName)
{
    return training::runCommandLine(arguments, programName);
}

} // namespace longhand::app

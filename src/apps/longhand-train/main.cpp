#include <string>
#include <vector>

#include "longhand/training/command_line.h"

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return longhand::training::runCommandLine(arguments, "longhand-train");
}

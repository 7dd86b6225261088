#include "longhand/cli/cli.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <new>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/figures.h"
#include "cli/terminal.h"
#include "longhand/base/files.h"

namespace longhand::cli
{

namespace
{

bool isOpenable(const std::string& argument)
{
    std::error_code ignored;
    return std::filesystem::exists(argument, ignored);
}

void buildGrammar(CLI::App& program, Action& chosen)
{
    program.name("longhand");
    program.set_version_flag("--version", "longhand " LONGHAND_VERSION);
    program.require_subcommand(1);
    addRecognizeCommand(program, chosen);
    addEvaluateCommand(program, chosen);
    addModelCommand(program, chosen);
    addLanguageModelCommand(program, chosen);
    addDataCommand(program, chosen);
    addLearnCommand(program, chosen);
    addTrainCommand(program, chosen);
    addFeedbackCommand(program, chosen);
    // Last, or the commands would inherit it.
    program.footer("Without a command the window opens, with the pictures named: longhand letter.jpg\n\n"
                   "Help on a command: longhand recognize --help");
}

/// The arguments as CLI11 wants them, last one first. It takes "[a,b]" for a list, which a file may well be called.
std::vector<std::string> arguments(int argc, const char* const* argv)
{
    std::vector<std::string> reversed;
    for (int i = argc - 1; i > 0; --i) {
        std::string argument = argv[i];
        if (argument.starts_with('[') && argument.ends_with(']') && isOpenable(argument))
            argument.insert(0, "./");
        reversed.push_back(std::move(argument));
    }
    return reversed;
}

/// The command the user was in when it went wrong, for the hint where to read on.
std::string commandWords(const CLI::App& program)
{
    std::string words = program.get_name();
    const auto chosen = program.get_subcommands();
    return chosen.empty() ? words : words + ' ' + commandWords(*chosen.front());
}

int explain(const CLI::App& program, const CLI::ParseError& error, const std::string& firstArgument)
{
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) { // --help, --version
        std::ostringstream out;
        program.exit(error, out, out);
        return printResult(out.str(), kAllDone);
    }
    // The library knows commands only; here the word may as well be a picture for the window.
    const bool unknownWord = program.get_subcommands().empty() && !firstArgument.starts_with('-');
    std::string sentence = unknownWord
                               ? "There is no command and no file " + quoted(std::filesystem::path(firstArgument)) + '.'
                               : std::string(error.what());
    if (!sentence.ends_with('.'))
        sentence += '.';
    say(sentence + " See '" + commandWords(program) + " --help'.");
    return kWrongUsage;
}

} // namespace

void addEvaluateCommand(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("evaluate", "Measure how well a model reads");
    command->require_subcommand(1);
    addEvaluateGuardCommand(*command, chosen);
    addEvaluateLearningCommand(*command, chosen);
    addEvaluateLinesCommand(*command, chosen);
    addEvaluatePagesCommand(*command, chosen);
}

bool wantsCommand(int argc, const char* const* argv)
{
    if (argc < 2)
        return false;
    CLI::App program;
    Action ignored;
    buildGrammar(program, ignored);
    // A folder that happens to be called like a command does not hide the command.
    const auto commands = program.get_subcommands([](CLI::App*) { return true; });
    const bool isCommand = std::any_of(commands.begin(), commands.end(),
                                       [&](const CLI::App* command) { return command->check_name(argv[1]); });
    return isCommand || !isOpenable(argv[1]);
}

int run(int argc, const char* const* argv)
try {
    CLI::App program("Turns pictures of handwritten pages into text, on this computer.");
    Action chosen;
    buildGrammar(program, chosen);
    try {
        program.parse(arguments(argc, argv));
    } catch (const CLI::ParseError& error) {
        return explain(program, error, argc > 1 ? argv[1] : "");
    }
    return chosen();
} catch (const std::bad_alloc&) {
    say("There is not enough memory. Read fewer or smaller pictures at a time, with --jobs 1.");
    return kSomeFailed;
} catch (const std::exception& error) {
    say(std::string("Something went wrong inside the program: ") + error.what() + ".");
    return kSomeFailed;
}

int refuseWindow()
{
    say("There is no screen to show the window on. Use a command instead, such as 'longhand recognize letter.jpg'; see "
        "'longhand --help'.");
    return kWrongUsage;
}

} // namespace longhand::cli

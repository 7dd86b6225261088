#pragma once

#include <csignal>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace longhand::test
{

/// How a program ended and what it wrote.
struct Outcome {
    int exitCode = -1; ///< -1 when a signal ended it
    int signal = 0;
    std::string out;
    std::string err;
};

enum class Stream { Pipe, Terminal };

struct Launch {
    std::filesystem::path program = LONGHAND_PROGRAM;
    std::vector<std::string> arguments;
    std::filesystem::path folder;                   ///< working folder; empty: that of the test
    std::map<std::string, std::string> environment; ///< on top of the test's, less what would change the outcome
    Stream out = Stream::Pipe;
    Stream err = Stream::Pipe;
    std::filesystem::path outFile;          ///< instead of a pipe
    std::optional<unsigned long> fileLimit; ///< no file may grow beyond so many bytes
    bool withoutPrivileges = false;         ///< as the user nobody, where the test runs as root
};

/// A program run as a user would from a shell.
class Program
{
public:
    explicit Program(const Launch& launch);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// Until `text` came on standard output or standard error; false when the program ended first.
    bool waitForOutput(const std::string& text) { return waitFor(m_outcome.out, text); }
    bool waitForError(const std::string& text) { return waitFor(m_outcome.err, text); }
    /// What a reader that goes away does.
    void closeOutput();
    void send(int signal) const;
    Outcome wait();

private:
    bool waitFor(const std::string& stream, const std::string& text);
    bool readSome(); ///< false when both streams are at their end

    pid_t m_child = -1;
    int m_out = -1;
    int m_err = -1;
    Outcome m_outcome;
};

Outcome run(const Launch& launch);

/// `longhand ARGUMENTS...` with the untrained model of the tests.
Outcome runLonghand(const std::vector<std::string>& arguments, Launch launch = {});
/// The same, not yet awaited.
Launch launchLonghand(const std::vector<std::string>& arguments, Launch launch = {});

} // namespace longhand::test

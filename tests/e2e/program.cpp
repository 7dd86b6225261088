#include "program.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace longhand::test
{

namespace
{

constexpr uid_t kNobody = 65534;
constexpr int kNotStarted = 127;

struct Ends {
    int ours;
    int theirs;
};

Ends connect(Stream stream)
{
    std::array<int, 2> ends{};
    const int failed =
        stream == Stream::Terminal ? ::openpty(&ends[0], &ends[1], nullptr, nullptr, nullptr) : ::pipe(ends.data());
    if (failed != 0)
        throw std::system_error(errno, std::generic_category(), "connecting to the program");
    ::fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    return {ends[0], ends[1]};
}

void limit(__rlimit_resource what, const std::optional<unsigned long>& value)
{
    if (!value)
        return;
    const rlimit bound{*value, *value};
    ::setrlimit(what, &bound);
}

/// In the child, between fork and exec.
[[noreturn]] void becomeProgram(const Launch& launch, int out, int err)
{
    ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
    if (!launch.outFile.empty())
        out = ::open(launch.outFile.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    if (!launch.folder.empty() && ::chdir(launch.folder.c_str()) != 0)
        ::_exit(kNotStarted);
    // What a test chooses not to set must not come from the machine it runs on.
    for (const char* name : {"LONGHAND_MODEL", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        ::unsetenv(name);
    ::setenv("LONGHAND_DATA", "/nonexistent/longhand", 1);
    for (const auto& [name, value] : launch.environment)
        ::setenv(name.c_str(), value.c_str(), 1);
    limit(RLIMIT_FSIZE, launch.fileLimit);
    if (launch.withoutPrivileges && ::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0))
        ::_exit(kNotStarted);
    std::vector<char*> arguments = {const_cast<char*>(launch.program.c_str())};
    for (const std::string& argument : launch.arguments)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    ::execv(launch.program.c_str(), arguments.data());
    ::_exit(kNotStarted);
}

/// Closes `fd` at the end of its stream; a terminal ends with EIO.
void readOnce(int& fd, std::string& into)
{
    std::array<char, 1 << 14> chunk{};
    const ssize_t got = ::read(fd, chunk.data(), chunk.size());
    if (got > 0)
        into.append(chunk.data(), static_cast<std::size_t>(got));
    else if (got == 0 || errno != EINTR)
        ::close(std::exchange(fd, -1));
}

} // namespace

Program::Program(const Launch& launch)
{
    const Ends out = connect(launch.out);
    const Ends err = connect(launch.err);
    m_child = ::fork();
    if (m_child < 0)
        throw std::system_error(errno, std::generic_category(), "starting the program");
    if (m_child == 0)
        becomeProgram(launch, out.theirs, err.theirs);
    ::close(out.theirs);
    ::close(err.theirs);
    m_out = out.ours;
    m_err = err.ours;
}

Program::~Program()
{
    if (m_child > 0) {
        ::kill(m_child, SIGKILL);
        ::waitpid(m_child, nullptr, 0);
    }
    for (const int fd : {m_out, m_err}) {
        if (fd >= 0)
            ::close(fd);
    }
}

bool Program::readSome()
{
    std::array<pollfd, 2> streams = {pollfd{m_out, POLLIN, 0}, pollfd{m_err, POLLIN, 0}};
    if (m_out < 0 && m_err < 0)
        return false;
    ::poll(streams.data(), streams.size(), -1);
    if (streams[0].revents != 0)
        readOnce(m_out, m_outcome.out);
    if (streams[1].revents != 0)
        readOnce(m_err, m_outcome.err);
    return true;
}

bool Program::waitFor(const std::string& stream, const std::string& text)
{
    while (stream.find(text) == std::string::npos) {
        if (!readSome())
            return false;
    }
    return true;
}

void Program::closeOutput()
{
    ::close(std::exchange(m_out, -1));
}

void Program::send(int signal) const
{
    ::kill(m_child, signal);
}

Outcome Program::wait()
{
    while (readSome()) {
    }
    int status = 0;
    ::waitpid(std::exchange(m_child, -1), &status, 0);
    if (WIFEXITED(status))
        m_outcome.exitCode = WEXITSTATUS(status);
    else
        m_outcome.signal = WTERMSIG(status);
    return m_outcome;
}

Outcome run(const Launch& launch)
{
    return Program(launch).wait();
}

Launch launchLonghand(const std::vector<std::string>& arguments, Launch launch)
{
    launch.arguments = arguments;
    launch.environment.emplace("LONGHAND_MODEL", LONGHAND_TINY_MODEL);
    return launch;
}

Outcome runLonghand(const std::vector<std::string>& arguments, Launch launch)
{
    return run(launchLonghand(arguments, std::move(launch)));
}

} // namespace longhand::test

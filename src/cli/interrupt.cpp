#include "cli/interrupt.h"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace longhand::cli
{

namespace
{

constexpr int kSignalExitCode = 128;
constexpr char kEnd = 0; ///< no signal has this number

/// A handler gets nothing but the signal's number, so what it needs must be static.
std::atomic<int> pipeForHandler = -1;
static_assert(std::atomic<int>::is_always_lock_free);

/// Next to nothing is allowed here; the watcher does the rest. (Blocking the signals and waiting for them would be
/// simpler, but libraries start threads before main(), and those would still take them.)
void passOn(int signal)
{
    const int before = errno;
    const char byte = static_cast<char>(signal);
    [[maybe_unused]] const ssize_t written = ::write(pipeForHandler, &byte, 1);
    errno = before;
}

} // namespace

Interrupt::Interrupt()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "cannot watch for signals");
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
    m_watcher = std::thread([this] { watch(); });
    pipeForHandler = m_writeEnd;
    struct sigaction action {
    };
    action.sa_handler = passOn;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], nullptr, &m_before[i]);
        if (m_before[i].sa_handler != SIG_IGN)
            ::sigaction(kSignals[i], &action, nullptr);
    }
}

Interrupt::~Interrupt()
{
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        ::sigaction(kSignals[i], &m_before[i], nullptr);
    pipeForHandler = -1;
    [[maybe_unused]] const ssize_t written = ::write(m_writeEnd, &kEnd, 1);
    m_watcher.join();
    ::close(m_writeEnd);
    ::close(m_readEnd);
}

int Interrupt::exitCode(int otherwise) const
{
    const int signal = m_signal;
    return signal == 0 ? otherwise : kSignalExitCode + signal;
}

void Interrupt::watch()
{
    while (true) {
        char byte = kEnd;
        const ssize_t got = ::read(m_readEnd, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || byte == kEnd)
            return;
        if (m_signal != 0)
            ::_exit(kSignalExitCode + byte);
        m_signal = byte;
        m_stop.request_stop();
    }
}

} // namespace longhand::cli

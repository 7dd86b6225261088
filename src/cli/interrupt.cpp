#include "cli/interrupt.h"

#include <pthread.h>
#include <unistd.h>

namespace longhand::cli
{

namespace
{

/// Wakes the watcher at the end; no other use in this program.
constexpr int kWakeSignal = SIGUSR2;
constexpr int kSignalExitCode = 128;

bool isIgnored(int signal)
{
    struct sigaction action {
    };
    return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

} // namespace

Interrupt::Interrupt()
{
    // A handler may do next to nothing safely, so the signals are blocked in all threads and one thread waits for them.
    ::sigemptyset(&m_signals);
    ::sigaddset(&m_signals, kWakeSignal);
    for (const int signal : {SIGINT, SIGTERM}) {
        if (!isIgnored(signal))
            ::sigaddset(&m_signals, signal);
    }
    ::pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
    m_watcher = std::thread([this] { watch(); });
}

Interrupt::~Interrupt()
{
    m_ending = true;
    ::pthread_kill(m_watcher.native_handle(), kWakeSignal);
    m_watcher.join();
    ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

int Interrupt::exitCode(int otherwise) const
{
    const int signal = m_signal;
    return signal == 0 ? otherwise : kSignalExitCode + signal;
}

void Interrupt::watch()
{
    while (true) {
        int signal = 0;
        if (::sigwait(&m_signals, &signal) != 0)
            continue;
        if (signal == kWakeSignal) {
            if (m_ending)
                return;
            continue;
        }
        if (m_signal != 0)
            ::_exit(kSignalExitCode + signal);
        m_signal = signal;
        m_stop.request_stop();
    }
}

} // namespace longhand::cli

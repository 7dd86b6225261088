#pragma once

#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace longhand::cli
{

/// While it lives, the first SIGINT (Ctrl-C) or SIGTERM requests a stop, and a second one ends the program at once.
/// Create it before any other thread, or that thread would still take the signals. A signal that was ignored when the
/// program started, as under nohup, stays ignored.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    /// 128 plus the signal's number once there was one, else `otherwise`.
    [[nodiscard]] int exitCode(int otherwise) const;

private:
    void watch();

    sigset_t m_signals{};
    sigset_t m_before{};
    std::stop_source m_stop;
    std::atomic<int> m_signal = 0;
    std::atomic<bool> m_ending = false;
    std::thread m_watcher;
};

} // namespace longhand::cli

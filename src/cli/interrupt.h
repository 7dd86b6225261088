#pragma once

#include <array>
#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace longhand::cli
{

/// While it lives, the first SIGINT (Ctrl-C) or SIGTERM requests a stop, and a second one ends the program at once.
/// One at a time. A signal that was ignored when the program started, as under nohup, stays ignored.
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
    static constexpr std::array kSignals = {SIGINT, SIGTERM};

    void watch();

    int m_readEnd = -1;
    int m_writeEnd = -1;
    std::array<struct sigaction, kSignals.size()> m_before{};
    std::stop_source m_stop;
    std::atomic<int> m_signal = 0;
    std::thread m_watcher;
};

} // namespace longhand::cli

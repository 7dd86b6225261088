#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

#include <QObject>

namespace longhand::test
{

/// Asks the GUI thread for a sign of life every millisecond, as a person does who presses a key, and remembers how long
/// it was kept waiting at most. Lives on the GUI thread; counts as long as an event loop runs.
class GuiPulse : public QObject
{
public:
    GuiPulse();
    ~GuiPulse() override;

    /// Forgets what was. A block that begins with the next statement counts from there.
    void restart();
    /// As a clock on the wall saw it.
    [[nodiscard]] double longestMs() const;
    /// Without the time when the GUI thread was ready but other programs had all processors: its own work and what it
    /// waited for. Says the same of a program on a busy machine and on an idle one.
    [[nodiscard]] double longestOwnMs() const;
    /// Its own work alone.
    [[nodiscard]] double longestWorkMs() const;

private:
    struct Moment {
        double wallMs = 0;
        double ranMs = 0;    ///< that the GUI thread has spent on a processor so far
        double queuedMs = 0; ///< that the GUI thread has spent waiting for a processor so far
    };

    [[nodiscard]] Moment now() const;
    void ask();
    void answer(const Moment& asked, int round);

    int m_schedule = -1; ///< file descriptor: the kernel's figures on the GUI thread; -1: it does not tell
    mutable std::mutex m_mutex;
    double m_longestMs = 0;
    double m_longestOwnMs = 0;
    double m_longestWorkMs = 0;
    std::atomic<int> m_round = 0;
    std::atomic<bool> m_asked = false;
    std::jthread m_asking; ///< last: ends before the rest
};

/// Runs an event loop until `done`, which is asked after every few milliseconds. False when it took too long.
/// Unlike QTest::qWaitFor, it never sleeps while there is something to do.
bool runUntil(const std::function<bool()>& done, int timeoutMs = 60000);

} // namespace longhand::test

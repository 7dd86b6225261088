#include "gui_pulse.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <QEventLoop>
#include <QTimer>

namespace longhand::test
{

namespace
{

constexpr std::chrono::milliseconds kInterval(1);
constexpr int kCheckMs = 2;

} // namespace

GuiPulse::GuiPulse()
{
    const std::string file = "/proc/self/task/" + std::to_string(::syscall(SYS_gettid)) + "/schedstat";
    m_schedule = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    m_asking = std::jthread([this](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(kInterval);
            if (!m_asked.exchange(true))
                ask();
        }
    });
}

GuiPulse::~GuiPulse()
{
    m_asking.request_stop();
    m_asking.join();
    if (m_schedule >= 0)
        ::close(m_schedule);
}

void GuiPulse::restart()
{
    const std::scoped_lock lock(m_mutex);
    ++m_round;
    m_longestMs = 0;
    m_longestOwnMs = 0;
    m_longestWorkMs = 0;
    m_asked = true;
    ask();
}

double GuiPulse::longestMs() const
{
    const std::scoped_lock lock(m_mutex);
    return m_longestMs;
}

double GuiPulse::longestOwnMs() const
{
    const std::scoped_lock lock(m_mutex);
    return m_longestOwnMs;
}

double GuiPulse::longestWorkMs() const
{
    const std::scoped_lock lock(m_mutex);
    return m_longestWorkMs;
}

GuiPulse::Moment GuiPulse::now() const
{
    Moment moment;
    moment.wallMs =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
    // Nanoseconds on a processor, nanoseconds waiting for one, number of turns.
    char figures[96] = {};
    unsigned long long ran = 0;
    unsigned long long queued = 0;
    if (m_schedule >= 0 && ::pread(m_schedule, figures, sizeof figures - 1, 0) > 0 &&
        std::sscanf(figures, "%llu %llu", &ran, &queued) == 2) {
        moment.ranMs = static_cast<double>(ran) / 1e6;
        moment.queuedMs = static_cast<double>(queued) / 1e6;
    }
    return moment;
}

void GuiPulse::ask()
{
    QMetaObject::invokeMethod(
        this, [this, asked = now(), round = m_round.load()] { answer(asked, round); }, Qt::QueuedConnection);
}

void GuiPulse::answer(const Moment& asked, int round)
{
    const std::scoped_lock lock(m_mutex);
    m_asked = false;
    if (round != m_round)
        return;
    const Moment answered = now();
    const double waitedMs = answered.wallMs - asked.wallMs;
    m_longestMs = std::max(m_longestMs, waitedMs);
    m_longestWorkMs = std::max(m_longestWorkMs, answered.ranMs - asked.ranMs);
    m_longestOwnMs = std::max(m_longestOwnMs, waitedMs - (answered.queuedMs - asked.queuedMs));
}

bool runUntil(const std::function<bool()>& done, int timeoutMs)
{
    QEventLoop loop;
    QTimer check;
    QTimer tooLong;
    QObject::connect(&check, &QTimer::timeout, &loop, [&] {
        if (done())
            loop.exit(0);
    });
    QObject::connect(&tooLong, &QTimer::timeout, &loop, [&loop] { loop.exit(1); });
    tooLong.setSingleShot(true);
    tooLong.start(timeoutMs);
    check.start(kCheckMs);
    return done() || loop.exec() == 0;
}

} // namespace longhand::test

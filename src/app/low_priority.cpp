#include "app/low_priority.h"

#include <fstream>
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace longhand::app
{

void lowerPriority()
{
    constexpr int kNicest = 19;
    ::setpriority(PRIO_PROCESS, 0, kNicest);
    const sched_param parameters{};
    ::sched_setscheduler(0, SCHED_IDLE, &parameters);
    // The C library has no function for this; values from ioprio_set(2).
    constexpr int kThisThread = 1, kIdleClass = 3 << 13;
    ::syscall(SYS_ioprio_set, kThisThread, 0, kIdleClass);
    std::ofstream("/proc/self/oom_score_adj") << 500;
    // Linux shares the processors out between sessions first; niceness counts only within one.
    if (::getsid(0) == ::getpid())
        std::ofstream("/proc/self/autogroup") << kNicest;
}

} // namespace longhand::app

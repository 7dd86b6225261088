// longhand_bench_process RUNS PROGRAM [ARGUMENT...]: runs the program so many times, its output thrown away, and prints
// the median of its seconds from start to end and the most memory it held, in MB. Exits as the program does when it
// fails.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char** argv)
{
    const int runs = argc > 2 ? std::atoi(argv[1]) : 0;
    if (runs < 1) {
        std::fputs("usage: longhand_bench_process RUNS PROGRAM [ARGUMENT...]\n", stderr);
        return 2;
    }
    std::vector<double> seconds;
    for (int run = 0; run < runs; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        const pid_t child = ::fork();
        if (child == 0) {
            ::dup2(::open("/dev/null", O_WRONLY | O_CLOEXEC), STDOUT_FILENO);
            ::execvp(argv[2], argv + 2);
            std::perror(argv[2]);
            ::_exit(127);
        }
        int status = 0;
        if (child < 0 || ::waitpid(child, &status, 0) != child) {
            std::perror("longhand_bench_process");
            return 1;
        }
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
            return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage); // ru_maxrss is that of the largest child, in KiB
    std::nth_element(seconds.begin(), seconds.begin() + runs / 2, seconds.end());
    std::printf("%.2f %.0f\n", seconds[static_cast<std::size_t>(runs / 2)],
                static_cast<double>(usage.ru_maxrss) * 1024 / 1e6);
    return 0;
}

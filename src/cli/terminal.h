#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "longhand/base/result.h"

namespace longhand::cli
{

/// Everything to standard output, or why not: DiskFull, Io (the reader has gone away).
Result<void> writeToStdout(std::string_view text);
bool stdoutIsTerminal();

/// One line on standard error, prefixed with the program's name.
void say(std::string_view sentence);

/// A bar on the last line of standard error while it is a terminal; nothing anywhere else. One thread at a time.
class ProgressBar
{
public:
    enum class Show { WhenTerminal, Never };

    explicit ProgressBar(Show show);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void update(int done, int total);
    void setLabel(std::string label); ///< what is being worked on; control characters are not shown
    void clear();                     ///< so that something else can be written; the next update draws it again

private:
    void draw();

    bool m_enabled;
    bool m_drawn = false;
    int m_done = 0;
    int m_total = 0;
    std::string m_label;
    std::chrono::steady_clock::time_point m_lastDrawn;
};

} // namespace longhand::cli

#include "cli/terminal.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace longhand::cli
{

namespace
{

constexpr int kBarWidth = 24;
constexpr int kDefaultColumns = 80;
constexpr auto kRedrawInterval = std::chrono::milliseconds(80);
constexpr std::string_view kEraseLine = "\r\x1b[K";

/// The errno of the write that failed, 0 when all is written.
int writeAll(int fd, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(fd, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int terminalColumns()
{
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kDefaultColumns;
}

/// The first `columns` characters, counting code points.
std::string_view shortened(std::string_view utf8, int columns)
{
    std::size_t end = 0;
    for (int taken = 0; end < utf8.size(); ++end) {
        const bool continues = (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80;
        if (!continues && taken++ == columns)
            break;
    }
    return utf8.substr(0, end);
}

} // namespace

Result<void> writeToStdout(std::string_view text)
{
    switch (const int error = writeAll(STDOUT_FILENO, text)) {
    case 0:
        return {};
    case EPIPE:
        return Error{ErrorCode::Io, "Cannot write to standard output: the program that read it has ended. Nothing more "
                                    "is read; write to a file with -o."};
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return Error{ErrorCode::DiskFull,
                     "Cannot write to standard output: the disk is full. Free some space and try again."};
    default:
        return Error{ErrorCode::Io, std::string("Cannot write to standard output: ") + std::strerror(error) +
                                        ". Write to a file with -o."};
    }
}

bool stdoutIsTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

void say(std::string_view sentence)
{
    // One write, or the lines of programs that share a terminal could mix. There is nobody to tell when it fails.
    static_cast<void>(writeAll(STDERR_FILENO, "longhand: " + std::string(sentence) + '\n'));
}

ProgressBar::ProgressBar(Show show) : m_enabled(show == Show::WhenTerminal && ::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar()
{
    clear();
}

void ProgressBar::update(int done, int total)
{
    m_done = done;
    m_total = total;
    const auto now = std::chrono::steady_clock::now();
    if (!m_enabled || (m_drawn && done < total && now - m_lastDrawn < kRedrawInterval))
        return;
    m_lastDrawn = now;
    draw();
}

void ProgressBar::setLabel(std::string label)
{
    m_label = std::move(label);
    std::replace_if(
        m_label.begin(), m_label.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
    if (m_enabled)
        draw();
}

void ProgressBar::clear()
{
    if (std::exchange(m_drawn, false))
        static_cast<void>(writeAll(STDERR_FILENO, kEraseLine));
}

void ProgressBar::draw()
{
    const double share = m_total > 0 ? static_cast<double>(m_done) / m_total : 0;
    const int filled = std::clamp(static_cast<int>(share * kBarWidth), 0, kBarWidth);
    const std::string percent = std::to_string(static_cast<int>(share * 100));
    std::string line(kEraseLine);
    line += '[' + std::string(filled, '#') + std::string(kBarWidth - filled, '.') + "] ";
    line += std::string(percent.size() < 3 ? 3 - percent.size() : 0, ' ') + percent + " % ";
    line += shortened(m_label, std::max(0, terminalColumns() - kBarWidth - 10));
    m_drawn = writeAll(STDERR_FILENO, line) == 0;
}

} // namespace longhand::cli

// longhand_bench_start RUNS PROGRAM: starts the program's window so many times on the display and prints the medians of
// its seconds until the window is there and until it has answered a key: F1, which opens the shortcut sheet. Nothing in
// the program helps: this is what a window manager and a person see. Wants a display without a window manager, as
// xvfb-run makes one.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xcb/xcb.h>

namespace
{

using Clock = std::chrono::steady_clock;

constexpr xcb_keysym_t kF1 = 0xffbe;
constexpr std::chrono::seconds kPatience(30);
constexpr int kLeastWidthPx = 100; ///< smaller windows are not for people

template <class T>
using Reply = std::unique_ptr<T, decltype(&std::free)>;

template <class T>
Reply<T> owned(T* reply)
{
    return {reply, &std::free};
}

struct Start {
    double mappedS = 0;
    double answeredS = 0;
};

class Display
{
public:
    Display() : m_connection(xcb_connect(nullptr, nullptr)) {}
    ~Display() { xcb_disconnect(m_connection); }
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

    /// False: there is no display, or its keyboard has no F1.
    bool open()
    {
        if (xcb_connection_has_error(m_connection) != 0)
            return false;
        const xcb_setup_t* setup = xcb_get_setup(m_connection);
        m_root = xcb_setup_roots_iterator(setup).data->root;
        const std::uint32_t wanted = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
        xcb_change_window_attributes(m_connection, m_root, XCB_CW_EVENT_MASK, &wanted);
        const int keys = setup->max_keycode - setup->min_keycode + 1;
        const auto mapping = owned(xcb_get_keyboard_mapping_reply(
            m_connection, xcb_get_keyboard_mapping(m_connection, setup->min_keycode, static_cast<std::uint8_t>(keys)),
            nullptr));
        for (int i = 0; mapping && i < keys && m_f1 == 0; ++i)
            if (xcb_get_keyboard_mapping_keysyms(mapping.get())[i * mapping->keysyms_per_keycode] == kF1)
                m_f1 = static_cast<xcb_keycode_t>(setup->min_keycode + i);
        return m_f1 != 0;
    }

    /// The next window that appears and is for people.
    std::optional<xcb_window_t> nextWindow(Clock::time_point until)
    {
        for (;;) {
            xcb_flush(m_connection);
            const auto event = owned(xcb_poll_for_event(m_connection));
            if (!event) {
                const auto leftMs = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
                pollfd socket{xcb_get_file_descriptor(m_connection), POLLIN, 0};
                if (leftMs <= 0 || ::poll(&socket, 1, static_cast<int>(leftMs)) < 0)
                    return std::nullopt;
                continue;
            }
            if ((event->response_type & 0x7f) != XCB_MAP_NOTIFY)
                continue;
            const auto window = reinterpret_cast<const xcb_map_notify_event_t*>(event.get())->window;
            const auto geometry =
                owned(xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, window), nullptr));
            if (geometry && geometry->width >= kLeastWidthPx)
                return window;
        }
    }

    void pressF1(xcb_window_t window)
    {
        xcb_set_input_focus(m_connection, XCB_INPUT_FOCUS_PARENT, window, XCB_CURRENT_TIME);
        for (const std::uint8_t type : {XCB_KEY_PRESS, XCB_KEY_RELEASE}) {
            xcb_key_press_event_t event{};
            event.response_type = type;
            event.detail = m_f1;
            event.root = m_root;
            event.event = window;
            event.same_screen = 1;
            char bytes[32] = {};
            static_assert(sizeof event <= sizeof bytes);
            std::memcpy(bytes, &event, sizeof event);
            xcb_send_event(m_connection, 0, window, XCB_EVENT_MASK_NO_EVENT, bytes);
        }
        xcb_flush(m_connection);
    }

private:
    xcb_connection_t* m_connection;
    xcb_window_t m_root = 0;
    xcb_keycode_t m_f1 = 0;
};

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::optional<Start> measure(Display& display, const char* program)
{
    const auto begin = Clock::now();
    const pid_t child = ::fork();
    if (child == 0) {
        const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        ::dup2(nowhere, STDOUT_FILENO);
        ::dup2(nowhere, STDERR_FILENO);
        ::execl(program, program, static_cast<char*>(nullptr));
        ::_exit(127);
    }
    if (child < 0)
        return std::nullopt;
    std::optional<Start> start;
    if (const auto window = display.nextWindow(begin + kPatience)) {
        const double mappedS = secondsSince(begin);
        display.pressF1(*window);
        if (display.nextWindow(begin + kPatience))
            start = Start{mappedS, secondsSince(begin)};
    }
    ::kill(child, SIGTERM);
    ::waitpid(child, nullptr, 0);
    return start;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

int main(int argc, char** argv)
{
    const int runs = argc == 3 ? std::atoi(argv[1]) : 0;
    if (runs < 1) {
        std::fputs("usage: longhand_bench_start RUNS PROGRAM\n", stderr);
        return 2;
    }
    Display display;
    if (!display.open()) {
        std::fputs("longhand_bench_start: no display. Start it with xvfb-run.\n", stderr);
        return 1;
    }
    // A user of its own, who has started the program before: the first run warms the cache and is not counted.
    std::string home = (std::filesystem::temp_directory_path() / "longhand-start-XXXXXX").string();
    if (::mkdtemp(home.data()) == nullptr) {
        std::perror("longhand_bench_start");
        return 1;
    }
    ::setenv("XDG_CONFIG_HOME", home.c_str(), 1);
    ::setenv("LONGHAND_DATA", home.c_str(), 1);
    ::setenv("QT_QPA_PLATFORM", "xcb", 1);
    std::vector<double> mapped;
    std::vector<double> answered;
    for (int run = 0; run <= runs; ++run) {
        const auto start = measure(display, argv[2]);
        if (!start)
            break;
        if (run > 0) {
            mapped.push_back(start->mappedS);
            answered.push_back(start->answeredS);
        }
    }
    std::error_code ignored;
    std::filesystem::remove_all(home, ignored);
    if (static_cast<int>(answered.size()) < runs) {
        std::fprintf(stderr, "longhand_bench_start: the window of %s did not answer F1.\n", argv[2]);
        return 1;
    }
    std::printf("%.2f %.2f\n", median(mapped), median(answered));
    return 0;
}

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <initializer_list>

#include "longhand/cli/cli.h"
#ifdef LONGHAND_HAS_WINDOW
#include "longhand/ui/desktop.h"
#endif

namespace
{

#ifdef LONGHAND_HAS_WINDOW
/// Qt ends the program when it finds no display; this asks first, so that the user is told what works without one.
bool hasDisplay()
{
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && std::strlen(value) > 0)
            return true;
    }
    return false;
}
#endif

} // namespace

int main(int argc, char** argv)
{
    // A closed pipe and a file size limit are failures of a write, not reasons to end without a word.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);

    if (longhand::cli::wantsCommand(argc, argv))
        return longhand::cli::run(argc, argv);
#ifdef LONGHAND_HAS_WINDOW
    if (hasDisplay())
        return longhand::ui::runDesktop(argc, argv);
#endif
    return longhand::cli::refuseWindow();
}

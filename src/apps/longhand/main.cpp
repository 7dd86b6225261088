#include <csignal>
#include <cstdlib>
#include <initializer_list>

#include <QMessageLogContext>
#include <QString>
#include <QtGlobal>

#include "longhand/cli/cli.h"
#include "longhand/ui/desktop.h"

namespace
{

bool hasDisplay()
{
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0')
            return true;
    }
    return false;
}

QtMessageHandler qtMessageHandler = nullptr; // a C callback: it can carry nothing else

/// Qt aborts when the display does not answer. Instead, the user is told what works without one.
void explainMissingDisplay(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (type == QtFatalMsg && message.contains(QLatin1String("platform plugin")))
        std::_Exit(longhand::cli::refuseWindow());
    qtMessageHandler(type, context, message);
}

} // namespace

int main(int argc, char** argv)
{
    // A closed pipe and a file size limit are failures of a write, not reasons to end without a word.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);

    if (longhand::cli::wantsCommand(argc, argv))
        return longhand::cli::run(argc, argv);
    if (hasDisplay()) {
        qtMessageHandler = qInstallMessageHandler(explainMissingDisplay);
        return longhand::ui::runDesktop(argc, argv);
    }
    return longhand::cli::refuseWindow();
}

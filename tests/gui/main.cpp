#include <string_view>

#include <gtest/gtest.h>

#include <QApplication>
#include <QScopeGuard>
#include <QThreadPool>

#include "window_to_kill.h"

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc > 1 && std::string_view(argv[1]) == longhand::test::kWindowToKill)
        return longhand::test::runWindowToKill(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    const QApplication application(argc, argv);
    const auto end = qScopeGuard([] { QThreadPool::globalInstance()->waitForDone(); }); // as runDesktop does
    return RUN_ALL_TESTS();
}

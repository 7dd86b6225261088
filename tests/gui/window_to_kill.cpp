#include "window_to_kill.h"

#include <cstdio>

#include <QApplication>

#include "window_test.h"

namespace longhand::test
{

int runWindowToKill(int argc, char** argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    FakeTranscription transcription;
    FakePrompts prompts;
    app::PictureLoader loader;
    app::DocumentWriter writer;
    const QString dataFolder = arguments.value(3);
    QSettings settings(dataFolder + QStringLiteral("/settings.ini"), QSettings::IniFormat);
    ui::MainWindow window(
        ui::Services{transcription, loader, writer, prompts, settings, QString(), dataFolder.toStdString()});
    window.show();
    window.open({arguments.value(2)});
    if (!QTest::qWaitFor([&transcription] { return !transcription.waiting.empty(); }, kWaitMs))
        return 1;
    transcription.finish(transcription.waiting.front(), threeLines());
    QTest::keyClicks(window.findChild<ui::TextPane*>(QStringLiteral("textPane")),
                     QStringLiteral("typed before the end"));
    std::puts("typed");
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace longhand::test

#include "longhand/ui/desktop.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include "ui/icons.h"
#include "ui/main_window.h"

namespace longhand::ui
{

namespace
{

/// In the source tree, beside an unpacked program, or installed.
QString findSample()
{
    const QDir program(QCoreApplication::applicationDirPath());
    for (const auto* folder : {"../../data", "../data", "data", "../share/longhand/data"}) {
        const QFileInfo sample(program.filePath(QString::fromLatin1(folder) + QStringLiteral("/sample-page.jpg")));
        if (sample.isFile())
            return sample.canonicalFilePath();
    }
    return {};
}

} // namespace

int runDesktop(int& argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("longhand"));
    QApplication::setApplicationName(QStringLiteral("Longhand"));
    QApplication::setDesktopFileName(QStringLiteral("longhand"));
    QApplication::setWindowIcon(icon(QStringLiteral("longhand")));

    const auto transcription = app::makeTranscriptionService();
    app::PictureLoader loader;
    app::DocumentWriter writer;
    const auto prompts = makeDialogPrompts();
    QSettings settings;
    MainWindow window({*transcription, loader, writer, *prompts, settings, findSample()});
    window.show();
    window.open(QApplication::arguments().mid(1));
    return QApplication::exec();
}

} // namespace longhand::ui

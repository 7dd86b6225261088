#include "longhand/ui/desktop.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSettings>

#include "longhand/app/feedback_service.h"
#include "longhand/app/learning_overview.h"
#include "longhand/app/profile_proposer.h"
#include "longhand/app/reading_choice.h"
#include "longhand/app/user_data.h"
#include "ui/background.h"
#include "ui/icons.h"
#include "ui/main_window.h"
#include "ui/preferences.h"
#include "ui/translations.h"

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
    const auto end = qScopeGuard(finishBackgroundWork);
    QApplication::setOrganizationName(QStringLiteral("longhand"));
    QApplication::setApplicationName(QStringLiteral("Longhand"));
    QApplication::setDesktopFileName(QStringLiteral("longhand"));
    QApplication::setWindowIcon(icon(QStringLiteral("longhand")));

    QSettings settings;
    installTranslations(application, Preferences(settings).interfaceLanguage());
    const auto reading = std::make_shared<app::SharedReadingChoice>();
    const auto transcription =
        app::makeTranscriptionService(app::chosenTranscriber(reading), app::chosenStamp(reading));
    app::PictureLoader loader;
    app::DocumentWriter writer;
    const auto prompts = makeDialogPrompts();
    app::FeedbackService feedback;
    Services services{*transcription, loader, writer, *prompts, settings, findSample(), app::userDataFolder()};
    services.feedback = &feedback;
    const app::LearningPlaces places;
    services.learning = &places;
    services.chooseProfile = app::libraryProfileChooser(app::ModelLibrary(places.library));
    services.chooseReading = [reading](const ReadingPreference& wanted) {
        reading->set({QFileInfo(wanted.model).filesystemFilePath(), wanted.languageModel, wanted.beamSearch});
    };
    MainWindow window(services);
    window.show();
    window.begin(QApplication::arguments().mid(1));
    return QApplication::exec();
}

} // namespace longhand::ui

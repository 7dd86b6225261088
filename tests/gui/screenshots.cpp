// Writes pictures of the window, in light and dark, large and small: screenshots FOLDER [PAGE.jpg [PAGE.xml
// [LANGUAGE]]]. PAGE.xml (PAGE or ALTO) stands in for the reading, so that the pictures do not depend on a model.
// LANGUAGE is one of the window's. QT_SCALE_FACTOR=2 takes them as a screen of many pixels shows them.

#include <iostream>

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QStyleFactory>

#include "learning_places.h"
#include "learning_shots.h"
#include "longhand/app/feedback_service.h"
#include "longhand/formats/import.h"
#include "notice_shots.h"
#include "ui/export_dialog.h"
#include "ui/line_editor.h"
#include "ui/line_tools.h"
#include "ui/translations.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

QPalette darkPalette()
{
    QPalette palette(QColor(0x2d, 0x2f, 0x33), QColor(0x25, 0x27, 0x2a));
    palette.setColor(QPalette::Base, QColor(0x1d, 0x1f, 0x22));
    palette.setColor(QPalette::AlternateBase, QColor(0x25, 0x27, 0x2a));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0xd6));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, QColor(0x3a, 0x3d, 0x43));
    palette.setColor(QPalette::ToolTipText, QColor(0xe8, 0xe8, 0xe8));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText})
        palette.setColor(role, QColor(0xe8, 0xe8, 0xe8));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x80, 0x82, 0x86));
    return palette;
}

/// The window with all its menus, and everything it needs, in a folder of its own.
struct ShownWindow {
    explicit ShownWindow(const QString& sample, QSize size)
    {
        settings.setValue(QStringLiteral("spelling/language"), QStringLiteral("en_US"));
        ui::Services services{service, loader, writer, prompts, settings, sample};
        services.feedback = &feedback;
        services.learning = &places;
        window = std::make_unique<ui::MainWindow>(services);
        window->resize(size);
        window->show();
        service.openModel(QStringLiteral("longhand"));
    }
    void trigger(const char* action) const { window->findChild<QAction*>(QString::fromLatin1(action))->trigger(); }

    TemporaryFolder folder;
    QSettings settings{QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat};
    FakeTranscription service;
    FakePrompts prompts;
    app::PictureLoader loader;
    app::DocumentWriter writer;
    app::LearningPlaces places = learningPlacesIn(folder.path());
    app::FeedbackService feedback{places.store};
    std::unique_ptr<ui::MainWindow> window; ///< last: it goes before what it uses
};

struct Shot {
    QString folder;
    QString theme;
    QSize size;

    void saveDialog(ui::MainWindow& window, const QString& what, const char* dialog) const
    {
        QTest::qWait(100);
        if (auto* shown = window.findChild<QWidget*>(QString::fromLatin1(dialog)))
            (void)shown->grab().save(
                QDir(folder).filePath(QStringLiteral("%1-%2-%3.png").arg(what, theme).arg(size.width())));
    }

    /// A menu is a window of its own and is drawn in where it stands.
    void save(ui::MainWindow& window, const QString& what, QMenu* menu = nullptr) const
    {
        QTest::qWait(400); // the page picture arrives and is painted
        const QString name = QStringLiteral("%1-%2-%3.jpg").arg(what, theme).arg(size.width());
        QPixmap picture = window.grab();
        if (menu)
            QPainter(&picture).drawPixmap(window.mapFromGlobal(menu->pos()), menu->grab());
        constexpr int kQuality = 88;
        if (!picture.toImage().save(QDir(folder).filePath(name), nullptr, kQuality))
            std::cerr << "cannot write " << name.toStdString() << '\n';
    }
};

void take(const Shot& shot, const QString& picture, const QString& transcription)
{
    ShownWindow shown(picture, shot.size);
    ui::MainWindow& window = *shown.window;
    FakeTranscription& service = shown.service;
    shot.save(window, QStringLiteral("empty"));
    if (picture.isEmpty())
        return;
    const auto queued = [&service](std::size_t count) {
        return QTest::qWaitFor([&service, count] { return service.waiting.size() >= count; }, kWaitMs);
    };
    window.open({picture, picture, picture});
    window.session().open({QStringLiteral("/pictures/torn letter.jpg")});
    if (!queued(3))
        return;
    const auto page = formats::readTranscription(transcription.toStdString());
    const std::vector<int> ids = service.waiting;
    service.start(ids[1]);
    service.progress(ids[1], 8, 20);
    shot.save(window, QStringLiteral("waiting"));
    service.finish(ids[0], page ? *page : threeLines());
    window.findChild<ui::TextPane*>(QStringLiteral("textPane"))->goToLine(2);
    shot.save(window, QStringLiteral("page"));
    shown.trigger("nextDoubtAction");
    shown.trigger("alternativesAction");
    if (auto* menu = window.findChild<QMenu*>(QStringLiteral("alternativesMenu"))) {
        shot.save(window, QStringLiteral("doubt"), menu);
        menu->close();
    }
    auto* text = window.findChild<ui::TextPane*>(QStringLiteral("textPane"));
    text->goToLine(0);
    shown.trigger("confirmLineAction");
    shown.trigger("confirmLineAction");
    text->insertPlainText(QStringLiteral("And "));
    shown.trigger("readLineAction");
    if (!service.lineRequests.empty())
        service.answerLines({"And new"});
    shot.save(window, QStringLiteral("difference"));
    shown.trigger("editLinesAction");
    window.lineTools().editor().choose({4});
    shot.save(window, QStringLiteral("edit-lines"));
    shown.trigger("editLinesAction");
    shown.trigger("cleaningAction");
    if (auto* status = window.findChild<QLabel*>(QStringLiteral("cleaningStatus")))
        (void)QTest::qWaitFor([status] { return !status->text().startsWith(QStringLiteral("Cleaning")); }, kWaitMs);
    shot.save(window, QStringLiteral("cleaning"));
    shown.trigger("cleaningAction");
    window.findChild<ui::PageList*>(QStringLiteral("pageList"))->setCurrentPage(3);
    service.missModel("No model was found. Put longhand.safetensors into the folder \"models\" beside the program, or "
                      "name one in LONGHAND_MODEL.");
    shot.save(window, QStringLiteral("failed"));
    window.findChild<ui::PageList*>(QStringLiteral("pageList"))->setCurrentPage(0);
    shown.trigger("pageCorrectedAction");
    auto* file = window.findChild<QMenu*>(QStringLiteral("fileMenu"));
    file->popup(window.mapToGlobal(QPoint(4, 28)));
    shot.save(window, QStringLiteral("project"), file);
    file->close();
}

/// Line by line, the search, the offered rest of a line, and the dialogs.
void takeEditor(const Shot& shot, const QString& picture, const QString& transcription)
{
    ShownWindow shown(picture, shot.size);
    ui::MainWindow& window = *shown.window;
    FakeTranscription& service = shown.service;
    window.begin({});
    if (!QTest::qWaitFor([&service] { return !service.waiting.empty(); }, kWaitMs))
        return;
    const auto page = formats::readTranscription(transcription.toStdString());
    service.finish(service.waiting.front(), page ? *page : threeLines());
    auto* text = window.findChild<ui::TextPane*>(QStringLiteral("textPane"));
    text->goToLine(3);
    shot.save(window, QStringLiteral("first-steps"));
    shown.trigger("lineModeAction");
    shot.save(window, QStringLiteral("line-mode"));
    text->moveCursor(QTextCursor::NextWord);
    text->moveCursor(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
    text->insertPlainText(QStringLiteral("other"));
    if (QTest::qWaitFor([&service] { return !service.lineRequests.empty(); }, 2000)) {
        formats::Line read;
        read.text = service.lineRequests.front().shapes.lines.front().beginning + "words could follow here";
        Q_EMIT service.linesRead(service.lineRequests.front().id, {read});
    }
    shot.save(window, QStringLiteral("line-mode-offer"));
    shown.trigger("lineModeAction");
    shown.trigger("replaceAction");
    if (auto* what = window.findChild<QLineEdit*>(QStringLiteral("findWhat")))
        what->setText(QStringLiteral("the"));
    shown.trigger("findNextAction");
    shot.save(window, QStringLiteral("find"));
    shown.trigger("settingsAction");
    auto* list = window.findChild<QListWidget*>(QStringLiteral("settingsPages"));
    for (int i = 0; i < list->count(); ++i) {
        list->setCurrentRow(i);
        shot.saveDialog(window, QStringLiteral("settings-%1").arg(i), "settingsDialog");
    }
    shown.trigger("shortcutsAction");
    shot.saveDialog(window, QStringLiteral("shortcuts"), "shortcutSheet");
    ui::ExportSuggestion suggestion;
    suggestion.file = QStringLiteral("letter.txt");
    suggestion.layout = formats::TextLayout::Mended;
    suggestion.choices = {{QStringLiteral("letter.jpg"), {1}}};
    suggestion.document = [&page](const std::vector<int>&) {
        formats::Document document;
        document.pages = {page ? *page : threeLines()};
        return document;
    };
    auto* dialog = new ui::ExportDialog(suggestion, &window); // owned by the window
    dialog->show();
    shot.saveDialog(window, QStringLiteral("export"), "exportDialog");
}

} // namespace

} // namespace longhand::test

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion"))); // owned by the application
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::cerr << "usage: screenshots FOLDER [PAGE.jpg [PAGE.xml [LANGUAGE]]]\n";
        return 2;
    }
    QDir().mkpath(arguments[1]);
    longhand::ui::installTranslations(*QApplication::instance(), arguments.value(4, QStringLiteral("en")));
    const QPalette light = QApplication::style()->standardPalette();
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? longhand::test::darkPalette() : light);
        for (const QSize size : {QSize(1280, 800), QSize(900, 600)})
            longhand::test::takeEditor({arguments[1], dark ? QStringLiteral("dark") : QStringLiteral("light"), size},
                                       arguments.value(2), arguments.value(3));
        const auto save = [&](QWidget& window, const QString& name) {
            QTest::qWait(400); // pictures and lists arrive
            const QString file = name + (dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png"));
            if (!window.grab().save(QDir(arguments[1]).filePath(file)))
                std::cerr << "cannot write " << file.toStdString() << '\n';
        };
        longhand::test::showLearning(save);
        for (const QSize size : {QSize(1280, 800), QSize(900, 600)})
            longhand::test::showNotices(arguments.value(2), arguments.value(3), size,
                                        [&](QWidget& window, const QString& name) {
                                            save(window, QStringLiteral("%1-%2").arg(name).arg(size.width()));
                                        });
        for (const QSize size : {QSize(1280, 800), QSize(900, 600)})
            longhand::test::take({arguments[1], dark ? QStringLiteral("dark") : QStringLiteral("light"), size},
                                 arguments.value(2), arguments.value(3));
    }
    return 0;
}

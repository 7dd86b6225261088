// Writes pictures of the window, in light and dark, large and small: screenshots FOLDER [PAGE.jpg [PAGE.xml]].
// PAGE.xml (PAGE or ALTO) stands in for the reading, so that the pictures do not depend on a model.

#include <iostream>

#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QStyleFactory>

#include "longhand/formats/import.h"
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

struct Shot {
    QString folder;
    QString theme;
    QSize size;

    /// A menu is a window of its own and is drawn in where it stands.
    void save(ui::MainWindow& window, const QString& what, QMenu* menu = nullptr) const
    {
        QTest::qWait(400); // the page picture arrives and is painted
        const QString name = QStringLiteral("%1-%2-%3.png").arg(what, theme).arg(size.width());
        QPixmap picture = window.grab();
        if (menu)
            QPainter(&picture).drawPixmap(window.mapFromGlobal(menu->pos()), menu->grab());
        if (!picture.save(QDir(folder).filePath(name)))
            std::cerr << "cannot write " << name.toStdString() << '\n';
    }
};

void take(const Shot& shot, const QString& picture, const QString& transcription)
{
    const TemporaryFolder temporary;
    QSettings settings(QString::fromStdString((temporary / "settings.ini").string()), QSettings::IniFormat);
    FakeTranscription service;
    FakePrompts prompts;
    app::PictureLoader loader;
    app::DocumentWriter writer;
    ui::MainWindow window({service, loader, writer, prompts, settings, picture});
    window.resize(shot.size);
    window.show();
    service.openModel(QStringLiteral("longhand"));
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
    window.findChild<QAction*>(QStringLiteral("nextDoubtAction"))->trigger();
    window.findChild<QAction*>(QStringLiteral("alternativesAction"))->trigger();
    if (auto* menu = window.findChild<QMenu*>(QStringLiteral("alternativesMenu"))) {
        shot.save(window, QStringLiteral("doubt"), menu);
        menu->close();
    }
    window.findChild<ui::PageList*>(QStringLiteral("pageList"))->setCurrentPage(3);
    service.missModel("No model was found. Put longhand.safetensors into the folder \"models\" beside the program, or "
                      "name one in LONGHAND_MODEL.");
    shot.save(window, QStringLiteral("failed"));
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
        std::cerr << "usage: screenshots FOLDER [PAGE.jpg [PAGE.xml]]\n";
        return 2;
    }
    QDir().mkpath(arguments[1]);
    const QPalette light = QApplication::style()->standardPalette();
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? longhand::test::darkPalette() : light);
        for (const QSize size : {QSize(1280, 800), QSize(900, 600)})
            longhand::test::take({arguments[1], dark ? QStringLiteral("dark") : QStringLiteral("light"), size},
                                 arguments.value(2), arguments.value(3));
    }
    return 0;
}

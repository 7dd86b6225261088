#pragma once

#include <QDir>
#include <QFile>
#include <QSignalSpy>

#include "ui/document.h"
#include "window_test.h"

namespace longhand::test
{

/// Windows that keep their work in a folder of the test.
class ProjectWindow : public WindowTest
{
protected:
    ProjectWindow() { anotherWindow(); }

    /// In the place of the one there was, which ends without being closed, as in a crash.
    void anotherWindow()
    {
        window.reset();
        transcription.waiting.clear();
        transcription.sources.clear();
        window = makeWindow();
    }
    std::unique_ptr<ui::MainWindow> makeWindow()
    {
        auto made = std::make_unique<ui::MainWindow>(
            ui::Services{transcription, loader, writer, prompts, settings, QString(), folder / "data"});
        if (ui::Document& document = made->document(); document.autosaver())
            document.autosaver()->setDelay(20);
        made->resize(1280, 800);
        made->show();
        return made;
    }
    ui::Document& document() { return window->document(); }

    bool save(const QString& name)
    {
        prompts.project = path(name);
        QSignalSpy saved(&document(), &ui::Document::saved);
        trigger("saveProjectAction");
        return saved.count() > 0 || saved.wait(kWaitMs);
    }
    bool openProject(const QString& name)
    {
        QSignalSpy opened(&document(), &ui::Document::opened);
        window->open({path(name)});
        return opened.count() > 0 || opened.wait(kWaitMs);
    }
    /// Everything that happened so far is in the recovery folder.
    bool waitUntilKept()
    {
        return QTest::qWaitFor([this] { return !document().autosaver()->isPending(); }, kWaitMs);
    }
    int recoveryFolders()
    {
        return static_cast<int>(
            QDir(path(QStringLiteral("data/recovery"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
    }
    bool waitForRecoveryFolders(int count)
    {
        return QTest::qWaitFor([this, count] { return recoveryFolders() == count; }, kWaitMs);
    }
    void type(const QString& words)
    {
        text().setFocus();
        QTest::keyClicks(&text(), words);
    }
    QString textOf(int row) { return page(row).text->document().toPlainText(); }
};

} // namespace longhand::test

#pragma once

#include <memory>

#include <gtest/gtest.h>

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QSettings>
#include <QTest>
#include <QUrl>

#include "fakes.h"
#include "temporary_folder.h"
#include "ui/main_window.h"
#include "ui/notice.h"
#include "ui/page_list.h"
#include "ui/page_view.h"
#include "ui/session.h"
#include "ui/text_pane.h"

namespace longhand::test
{

inline constexpr int kWaitMs = 10000;

inline formats::Line makeLine(const std::string& id, const std::string& text, double top)
{
    formats::Line line;
    line.id = id;
    line.text = text;
    line.confidence = 0.9;
    line.outline = {{20, top}, {280, top}, {280, top + 30}, {20, top + 30}};
    line.baseline = {{20, top + 24}, {280, top + 24}};
    return line;
}

/// Three lines on a page of 300 x 400.
inline formats::Page threeLines()
{
    formats::Page page;
    page.imageName = "letter.png";
    page.widthPx = 300;
    page.heightPx = 400;
    page.lines = {makeLine("l1", "Dear Anna", 40), makeLine("l2", "the boat came in", 100),
                  makeLine("l3", "at noon", 160)};
    return page;
}

/// The real window with the real picture loader and writer; reading and questions are in the test's hands.
class WindowTest : public testing::Test
{
protected:
    WindowTest()
        : settings(QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat),
          window(std::make_unique<ui::MainWindow>(
              ui::Services{transcription, loader, writer, prompts, settings, QString()}))
    {
        window->resize(1280, 800);
        window->show();
        window->activateWindow(); // where there is no window manager, nobody else does
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get(), kWaitMs)) << "a real display takes a moment";
    }

    QString picture(const QString& name)
    {
        const QString file = path(name);
        QImage image(300, 400, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter(&image).fillRect(20, 40, 260, 30, Qt::gray);
        EXPECT_TRUE(image.save(file, "PNG"));
        return file;
    }
    QString path(const QString& name) const { return QString::fromStdString((folder / name.toStdString()).string()); }

    void drop(const QStringList& files, QWidget& target)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& file : files)
            urls.append(QUrl::fromLocalFile(file));
        data.setUrls(urls);
        const QPoint middle = target.rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &enter);
        ASSERT_TRUE(enter.isAccepted()) << "the window refuses the files";
        QDropEvent event(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &event);
    }

    ui::PageModel& pages() { return window->session().pages(); }
    ui::PageItem& page(int row) { return *pages().pages().at(static_cast<std::size_t>(row)); }
    QString stateText(int row) { return pages().index(row).data(ui::PageModel::StateTextRole).toString(); }
    bool waitUntilQueued(std::size_t count)
    {
        return QTest::qWaitFor([this, count] { return transcription.waiting.size() == count; }, kWaitMs);
    }
    /// A page in the window that was read as threeLines().
    int readPage(const QString& name = QStringLiteral("letter.png"))
    {
        window->open({picture(name)});
        EXPECT_TRUE(waitUntilQueued(1));
        const int id = transcription.waiting.front();
        transcription.finish(id, threeLines());
        return id;
    }

    template <class T>
    T& child(const char* name)
    {
        T* found = window->findChild<T*>(QString::fromLatin1(name));
        if (!found)
            throw std::logic_error(std::string("the window has no ") + name);
        return *found;
    }
    ui::TextPane& text() { return child<ui::TextPane>("textPane"); }
    ui::PageView& view() { return child<ui::PageView>("pageView"); }
    ui::PageList& list() { return child<ui::PageList>("pageList"); }
    ui::Notice& notice() { return child<ui::Notice>("notice"); }
    void trigger(const char* action) { child<QAction>(action).trigger(); }

    TemporaryFolder folder;
    QSettings settings;
    FakeTranscription transcription;
    FakePrompts prompts;
    app::PictureLoader loader;
    app::DocumentWriter writer;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace longhand::test

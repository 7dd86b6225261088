// Measures the real window with everything real behind it but the questions: window_bench [start of a NAME...]. Prints
// a line "name value" for each figure; `…_blocked_ms` is how long the window answered nobody at most, `…_own_ms` the
// same without the time when other programs had the processors. scripts/bench shows them beside what is asked.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <unistd.h>

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include "fakes.h"
#include "gui_pulse.h"
#include "large_pages.h"
#include "longhand/app/feedback_service.h"
#include "longhand/app/learning_overview.h"
#include "longhand/base/files.h"
#include "temporary_folder.h"
#include "ui/document.h"
#include "ui/main_window.h"
#include "ui/page_list.h"
#include "ui/page_view.h"
#include "ui/text_pane.h"

namespace longhand::test
{

namespace
{

/// Notices when a widget has been painted and what was painted has reached the screen.
class PaintWatch : public QApplication
{
public:
    using QApplication::QApplication;

    void watch(QWidget* widget) { m_watched = widget; }
    /// Paintings of the widget so far.
    [[nodiscard]] int paintings() const { return m_paintings; }

    bool notify(QObject* receiver, QEvent* event) override
    {
        ++m_depth;
        const bool result = QApplication::notify(receiver, event);
        m_painted = m_painted || (receiver == m_watched && event->type() == QEvent::Paint);
        // The event that paints also copies to the screen, before it ends.
        if (--m_depth == 0 && std::exchange(m_painted, false))
            ++m_paintings;
        return result;
    }

private:
    QWidget* m_watched = nullptr;
    int m_depth = 0;
    int m_paintings = 0;
    bool m_painted = false;
};

double memoryMb(const char* key)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(key))
            return std::stod(line.substr(line.find_first_of("0123456789"))) * 1024 / 1e6;
    return 0;
}

void print(const std::string& name, double value)
{
    std::printf("%s %.1f\n", name.c_str(), value);
    std::fflush(stdout);
}

/// A window with a data folder of its own.
class Bench
{
public:
    explicit Bench(PaintWatch& application)
        : m_application(application), m_settings(path("settings.ini"), QSettings::IniFormat)
    {
        qputenv("LONGHAND_DATA", path("data").toUtf8());
        m_settings.setValue(QStringLiteral("spelling/language"), QStringLiteral("en_US"));
        m_transcription = app::makeTranscriptionService();
        m_feedback = std::make_unique<app::FeedbackService>();
        ui::Services services{*m_transcription, m_loader,  m_writer,         m_prompts,
                              m_settings,       QString(), m_folder / "data"};
        services.feedback = m_feedback.get();
        services.learning = &m_places;
        m_window = std::make_unique<ui::MainWindow>(services);
        m_window->show();
        settle();
    }

    /// Begins to count what blocks; printBlocked() says it.
    void begin()
    {
        ::sync(); // what was made for the measurement, or whoever writes next would wait for the disk
        m_pulse.restart();
        m_clock.start();
    }
    void printBlocked(const std::string& name)
    {
        print(name + "_blocked_ms", m_pulse.longestMs());
        print(name + "_own_ms", m_pulse.longestOwnMs());
    }
    [[nodiscard]] double elapsedMs() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }

    bool open(const QString& project)
    {
        QSignalSpy opened(&m_window->document(), &ui::Document::opened);
        m_window->open({project});
        return runUntil([&opened] { return opened.count() > 0; });
    }
    QString writeProject(int pages, int linesPerPage, const std::filesystem::path& picture)
    {
        const std::filesystem::path file = m_folder / "large.longhand";
        const std::string bytes = formats::writeProject(largeProject(pages, linesPerPage, picture), m_folder.path());
        if (!writeFileAtomically(file, bytes))
            throw std::runtime_error("the project cannot be written");
        return QString::fromStdString(file.string());
    }
    /// Until nothing is left to do but to wait for a person.
    void settle()
    {
        QElapsedTimer quiet;
        quiet.start();
        runUntil([&quiet] { return quiet.elapsed() > 700; });
    }
    std::filesystem::path photo()
    {
        const std::filesystem::path file = m_folder / "photo.jpg";
        if (!std::filesystem::exists(file) && !writeLargePhoto(file))
            throw std::runtime_error("data/sample-photo-notes.jpg cannot be made into a large photo");
        return file;
    }

    [[nodiscard]] QString path(const char* name) const { return QString::fromStdString((m_folder / name).string()); }
    ui::MainWindow& window() { return *m_window; }
    ui::TextPane& text() { return *m_window->findChild<ui::TextPane*>(QStringLiteral("textPane")); }
    ui::PageView& view() { return *m_window->findChild<ui::PageView*>(QStringLiteral("pageView")); }
    ui::PageList& list() { return *m_window->findChild<ui::PageList*>(QStringLiteral("pageList")); }
    void trigger(const char* action) { m_window->findChild<QAction*>(QString::fromLatin1(action))->trigger(); }
    PaintWatch& application() { return m_application; }
    app::PictureLoader& loader() { return m_loader; }
    app::DocumentWriter& writer() { return m_writer; }
    FakePrompts& prompts() { return m_prompts; }

private:
    PaintWatch& m_application;
    TemporaryFolder m_folder;
    QSettings m_settings;
    FakePrompts m_prompts;
    app::PictureLoader m_loader;
    app::DocumentWriter m_writer;
    app::LearningPlaces m_places;
    std::unique_ptr<app::TranscriptionService> m_transcription;
    std::unique_ptr<app::FeedbackService> m_feedback;
    std::unique_ptr<ui::MainWindow> m_window;
    GuiPulse m_pulse;
    QElapsedTimer m_clock;
};

void drop(const QString& file, QWidget& target)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    const QPoint middle = target.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    QDropEvent event(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &event);
}

/// From the drop until something of the photo is on the screen, and until it is sharp.
bool measurePhoto(PaintWatch& application)
{
    Bench bench(application);
    const QString photo = QString::fromStdString(bench.photo().string());
    QSignalSpy loaded(&bench.loader(), &app::PictureLoader::loaded);
    application.watch(bench.view().viewport());
    int before = 0;
    const auto paintedSince = [&](bool ready) {
        if (!ready)
            before = application.paintings();
        return ready && application.paintings() > before;
    };
    before = application.paintings();
    bench.begin();
    drop(photo, bench.window());
    const ui::PageModel& pages = bench.window().session().pages();
    if (!runUntil([&] { return paintedSince(pages.rowCount() > 0 && !pages.pages().front()->thumbnail.isNull()); }))
        return false;
    print("photo_first_paint_ms", bench.elapsedMs());
    if (!runUntil([&] { return paintedSince(loaded.count() > 0); }))
        return false;
    print("photo_sharp_ms", bench.elapsedMs());
    bench.window().session().stopReading();
    bench.printBlocked("photo");
    return true;
}

/// The real model on the pages that come with Longhand.
bool measureReading(PaintWatch& application)
{
    Bench bench(application);
    bench.begin();
    bench.window().open({QStringLiteral(LONGHAND_SOURCE_DIR "/data/sample-page.jpg"),
                         QStringLiteral(LONGHAND_SOURCE_DIR "/data/sample-german-squared.jpg")});
    ui::Session& session = bench.window().session();
    const bool ended = runUntil([&] { return session.pagesLeft() == 0; }, 120000);
    if (!ended || session.pages().count(ui::PageState::Read) != 2)
        return false;
    print("reading_ms", bench.elapsedMs());
    bench.printBlocked("reading");
    return true;
}

/// Typing in the middle of a page of 200 lines, with a photo beside it.
bool measureTyping(PaintWatch& application)
{
    Bench bench(application);
    const QString file = bench.writeProject(1, 200, bench.photo());
    bench.settle();
    bench.begin();
    if (!bench.open(file))
        return false;
    bench.settle(); // the picture, and the spelling of all words
    bench.printBlocked("long_page");
    ui::TextPane& text = bench.text();
    text.goToLine(100);
    text.setFocus();
    application.watch(text.viewport());
    bench.settle();
    std::vector<double> shownMs;
    bench.begin();
    const QString typed = QStringLiteral("of somthing taht is writen and of what is right ");
    for (int round = 0; round < 3; ++round) {
        for (const QChar key : typed) {
            QElapsedTimer clock;
            const int before = application.paintings();
            clock.start();
            QTest::keyClick(&text, key.toLatin1());
            if (!runUntil([&] { return application.paintings() > before; }, 5000))
                return false;
            shownMs.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        bench.settle(); // spelling, and what is made of a pause
    }
    std::ranges::sort(shownMs);
    print("key_shown_ms", shownMs[shownMs.size() / 2]);
    print("key_shown_p95_ms", shownMs[shownMs.size() * 95 / 100]);
    bench.printBlocked("typing");
    return true;
}

/// Everything that is done with a project of 500 pages.
bool measureProject(PaintWatch& application)
{
    Bench bench(application);
    QImage picture(300, 400, QImage::Format_RGB32);
    picture.fill(Qt::white);
    picture.save(bench.path("page.png"));
    const QString file = bench.writeProject(500, 30, bench.path("page.png").toStdString());
    bench.settle();
    bench.begin();
    if (!bench.open(file))
        return false;
    print("project_open_ms", bench.elapsedMs());
    bench.settle();
    bench.printBlocked("project_open");
    print("project_memory_mb", memoryMb("VmRSS"));
    print("project_peak_mb", memoryMb("VmHWM"));

    ui::Document& document = bench.window().document();
    QSignalSpy kept(&document, &ui::Document::keepingSucceeded);
    for (const char* name : {"first_autosave", "next_autosave"}) {
        const auto before = kept.count();
        bench.begin();
        QTest::keyClicks(&bench.text(), QStringLiteral("typed"));
        if (!runUntil([&] { return kept.count() > before; }))
            return false;
        bench.printBlocked(name);
    }

    QSignalSpy saved(&document, &ui::Document::saved);
    bench.begin();
    document.save();
    if (!runUntil([&] { return saved.count() > 0; }))
        return false;
    print("save_ms", bench.elapsedMs());
    bench.printBlocked("save");

    bench.settle();
    bench.begin();
    bench.list().setCurrentPage(250);
    bench.settle();
    bench.printBlocked("turn_page");

    bench.begin();
    bench.trigger("findAction");
    auto* what = bench.window().findChild<QLineEdit*>(QStringLiteral("findWhat"));
    auto* scope = bench.window().findChild<QComboBox*>(QStringLiteral("findScope"));
    scope->setCurrentIndex(1);
    for (const char key : {'b', 'r', 'i', 'd', 'g', 'e'}) {
        QTest::keyClick(what, key);
        runUntil([first = true]() mutable { return !std::exchange(first, false); });
    }
    bench.settle();
    bench.printBlocked("find");
    QTest::keyClick(what, Qt::Key_Escape);

    bench.begin();
    bench.trigger("settingsAction");
    bench.settle();
    bench.printBlocked("settings");
    if (auto* dialog = bench.window().findChild<QDialog*>(QStringLiteral("settingsDialog")))
        dialog->close();

    QSignalSpy written(&bench.writer(), &app::DocumentWriter::written);
    for (const auto& [format, name] :
         {std::pair{formats::Format::Txt, "export_text"}, std::pair{formats::Format::PageXml, "export_page_xml"}}) {
        const QString target = bench.path(name) + QString::fromUtf8(formats::fileSuffix(format).data());
        bench.prompts().target = ui::ExportTarget{target, format, formats::TextLayout::Lines, {}};
        const auto before = written.count();
        bench.begin();
        bench.trigger("exportAllAction");
        if (!runUntil([&] { return written.count() > before; }))
            return false;
        print(std::string(name) + "_ms", bench.elapsedMs());
        bench.settle();
        bench.printBlocked(name);
    }
    print("project_highest_mb", memoryMb("VmHWM"));
    return true;
}

} // namespace

} // namespace longhand::test

int main(int argc, char** argv)
{
    using namespace longhand::test;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    PaintWatch application(argc, argv);
    const std::pair<std::string, bool (*)(PaintWatch&)> measurements[] = {
        {"photo", measurePhoto}, {"reading", measureReading}, {"typing", measureTyping}, {"project", measureProject}};
    bool complete = true;
    for (const auto& [name, measure] : measurements) {
        const auto wanted = [&name = name](const char* beginning) { return name.starts_with(beginning); };
        if (argc > 1 && std::none_of(argv + 1, argv + argc, wanted))
            continue;
        if (!measure(application)) {
            std::cerr << "window_bench: " << name << " came to no end\n";
            complete = false;
        }
    }
    return complete ? 0 : 1;
}

// Measures a project of 500 pages in the real window: project_bench [PAGES]. Prints a line for each figure.

#include <fstream>
#include <iostream>

#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTimer>

#include "ui/document.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

/// Thirty lines of eight words of six glyphs, as much as a page of a letter has.
std::shared_ptr<const formats::Page> fullPage()
{
    auto page = std::make_shared<formats::Page>();
    page->widthPx = 3000;
    page->heightPx = 4000;
    const auto box = [](double x, double y, double width) {
        return Polygon{{x, y + 0.25}, {x + width, y + 1.75}, {x + width, y + 81.5}, {x, y + 80.13}};
    };
    for (int i = 0; i < 30; ++i) {
        formats::Line line{"l" + std::to_string(i), {}, 0.91, box(100, 120.0 * i, 2700),
                           {{100, 80}, {2800, 82}}, {}, {}};
        for (int w = 0; w < 8; ++w) {
            formats::Word word{"letter", 0.87, box(100 + 340.0 * w, 120.0 * i, 300), {}, {"better", "latter"}};
            for (int g = 0; g < 6; ++g)
                word.glyphs.push_back(
                    {std::string(1, "letter"[g]), 0.9, box(100 + 340.0 * w + 50.33 * g, 120.0 * i, 50.33)});
            line.text += (w > 0 ? " " : "") + word.text;
            line.words.push_back(std::move(word));
        }
        page->lines.push_back(std::move(line));
    }
    return page;
}

formats::Project bigProject(int pages, const std::filesystem::path& picture)
{
    const auto reading = fullPage();
    formats::Project project;
    for (int i = 0; i < pages; ++i) {
        formats::ProjectPage& page = project.pages.emplace_back();
        page.name = "page " + std::to_string(i + 1) + ".png";
        page.picture.file = picture;
        page.widthPx = reading->widthPx;
        page.heightPx = reading->heightPx;
        page.state = formats::ReadingState::Read;
        page.reading = reading;
        for (std::size_t line = 0; line < reading->lines.size(); ++line)
            page.text.push_back({static_cast<int>(line), reading->lines[line].text, {}});
    }
    return project;
}

double memoryMb(const char* key)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(key))
            return std::stod(line.substr(line.find_first_of("0123456789"))) / 1024;
    return 0;
}

/// How long the event loop was away at most.
class Watchdog : public QTimer
{
public:
    Watchdog()
    {
        connect(this, &QTimer::timeout, this,
                [this] { m_longestMs = std::max(m_longestMs, m_since.restart() - interval()); });
        m_since.start();
        start(5);
    }
    [[nodiscard]] qint64 longestMs() const { return m_longestMs; }
    void reset()
    {
        m_longestMs = 0;
        m_since.restart();
    }

private:
    QElapsedTimer m_since;
    qint64 m_longestMs = 0;
};

int measure(int pages)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder / "big.longhand";
    QImage picture(300, 400, QImage::Format_RGB32);
    picture.fill(Qt::white);
    picture.save(QString::fromStdString((folder / "page.png").string()));
    {
        const std::string bytes = formats::writeProject(bigProject(pages, folder / "page.png"), folder.path());
        std::ofstream(file, std::ios::binary) << bytes;
        std::cout << "file_mb " << static_cast<double>(bytes.size()) / 1e6 << '\n';
    }
    QSettings settings(QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat);
    FakeTranscription transcription;
    FakePrompts prompts;
    app::PictureLoader loader;
    app::DocumentWriter writer;
    ui::MainWindow window(ui::Services{transcription, loader, writer, prompts, settings, QString(), folder / "data"});
    window.show();
    QTest::qWait(100);
    std::cout << "memory_before_mb " << memoryMb("VmRSS") << '\n';
    Watchdog watchdog;
    QElapsedTimer clock;
    clock.start();
    QSignalSpy opened(&window.document(), &ui::Document::opened);
    window.open({QString::fromStdString(file.string())});
    if (!opened.wait(60000))
        return 1;
    std::cout << "open_ms " << clock.elapsed() << '\n';
    QTest::qWait(500);
    std::cout << "open_blocked_ms " << watchdog.longestMs() << '\n';
    std::cout << "memory_open_mb " << memoryMb("VmRSS") << "\nmemory_peak_mb " << memoryMb("VmHWM") << '\n';

    watchdog.reset();
    QSignalSpy kept(&window.document(), &ui::Document::keepingSucceeded);
    QTest::keyClicks(window.findChild<ui::TextPane*>(QStringLiteral("textPane")), QStringLiteral("typed"));
    clock.start();
    kept.wait(60000);
    std::cout << "first_autosave_ms " << clock.elapsed() << "\nfirst_autosave_blocked_ms " << watchdog.longestMs()
              << '\n';
    watchdog.reset();
    QTest::keyClicks(window.findChild<ui::TextPane*>(QStringLiteral("textPane")), QStringLiteral("more"));
    clock.start();
    kept.wait(60000);
    std::cout << "next_autosave_ms " << clock.elapsed() << "\nnext_autosave_blocked_ms " << watchdog.longestMs()
              << '\n';

    watchdog.reset();
    QSignalSpy saved(&window.document(), &ui::Document::saved);
    clock.start();
    window.document().save();
    saved.wait(60000);
    std::cout << "save_ms " << clock.elapsed() << "\nsave_blocked_ms " << watchdog.longestMs() << '\n';
    window.close();
    return 0;
}

} // namespace

} // namespace longhand::test

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    return longhand::test::measure(argc > 1 ? std::atoi(argv[1]) : 500);
}

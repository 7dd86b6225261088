#include "large_pages.h"

#include <array>
#include <cstdint>
#include <string>

#include <QFile>
#include <QImage>

namespace longhand::test
{

namespace
{

constexpr int kWordsPerLine = 8;
constexpr double kLinePitchPx = 120;
constexpr std::array kWords{"letter", "harbor", "Monday", "summer", "answer", "wintre", "candle", "bridge"};

Polygon box(double x, double y, double widthPx)
{
    return {{x, y + 0.25}, {x + widthPx, y + 1.75}, {x + widthPx, y + 81.5}, {x, y + 80.13}};
}

formats::Word makeWord(int number, double x, double y)
{
    formats::Word word;
    word.text = kWords[static_cast<std::size_t>(number) % kWords.size()];
    word.confidence = number % 10 == 3 ? 0.41 : 0.93;
    word.outline = box(x, y, 300);
    word.alternatives = {"better", "latter"};
    for (std::size_t g = 0; g < word.text.size(); ++g)
        word.glyphs.push_back({word.text.substr(g, 1), 0.9, box(x + 50.33 * static_cast<double>(g), y, 50.33)});
    return word;
}

} // namespace

std::shared_ptr<const formats::Page> largePage(int lines)
{
    auto page = std::make_shared<formats::Page>();
    page->widthPx = 3000;
    page->heightPx = 4000;
    const double pitchPx = std::min(kLinePitchPx, 3900.0 / lines);
    for (int i = 0; i < lines; ++i) {
        const double y = 20 + pitchPx * i;
        formats::Line line{"l" + std::to_string(i),         {}, 0.91, box(100, y, 2700),
                           {{100, y + 80}, {2800, y + 82}}, {}, {}};
        for (int w = 0; w < kWordsPerLine; ++w) {
            line.words.push_back(makeWord(i * kWordsPerLine + w, 100 + 340.0 * w, y));
            line.text += (w > 0 ? " " : "") + line.words.back().text;
        }
        page->lines.push_back(std::move(line));
    }
    return page;
}

formats::Project largeProject(int pages, int linesPerPage, const std::filesystem::path& picture)
{
    const auto reading = largePage(linesPerPage);
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

bool writeLargePhoto(const std::filesystem::path& file)
{
    constexpr QSize kTwelveMegapixels(3000, 4000);
    QImage photo(QStringLiteral(LONGHAND_SOURCE_DIR "/data/sample-photo-notes.jpg"));
    if (photo.isNull())
        return false;
    photo = photo.convertToFormat(QImage::Format_RGB888)
                .scaled(kTwelveMegapixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    std::uint32_t state = 1; // without grain, enlarging makes a file that is decoded faster than any photo
    for (int y = 0; y < photo.height(); ++y) {
        uchar* row = photo.scanLine(y);
        for (int x = 0; x < photo.width() * 3; ++x) {
            state = state * 1664525U + 1013904223U;
            const int grain = static_cast<int>(state >> 28) - 8;
            row[x] = static_cast<uchar>(std::clamp(row[x] + grain, 0, 255));
        }
    }
    return photo.save(QFile::decodeName(file.c_str()), "JPEG", 90);
}

} // namespace longhand::test

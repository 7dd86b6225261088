#include "app/contact_sheet.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <QFont>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

namespace longhand::app
{

namespace
{

constexpr int kColumns = 2;
constexpr int kCellWidthPx = 720;
constexpr int kPictureHeightPx = 56;
constexpr int kTextHeightPx = 22;
constexpr int kCaptionHeightPx = 16;
constexpr int kMarginPx = 12;
constexpr int kCellHeightPx = kPictureHeightPx + kTextHeightPx + kCaptionHeightPx + kMarginPx;

/// Qt has fonts only while there is an application; a command has none, and perhaps no screen either.
class Fonts
{
public:
    Fonts()
    {
        if (QCoreApplication::instance())
            return;
        // Without a session Qt warns of folders that are missing; nothing here needs them.
        m_handler.emplace(qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {}));
        m_application = std::make_unique<QGuiApplication>(m_argc, m_argv.data());
    }
    ~Fonts()
    {
        m_application.reset();
        if (m_handler)
            qInstallMessageHandler(*m_handler);
    }
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

private:
    int m_argc = 3;
    std::array<char, 9> m_name{"longhand"};
    std::array<char, 10> m_option{"-platform"};
    std::array<char, 10> m_platform{"offscreen"};
    std::array<char*, 4> m_argv{m_name.data(), m_option.data(), m_platform.data(), nullptr};
    std::unique_ptr<QGuiApplication> m_application;
    std::optional<QtMessageHandler> m_handler; ///< the one before; nullopt: not ours to change
};

void drawLine(QPainter& painter, const SheetLine& line, QPoint corner)
{
    const QImage picture(line.picture.pixels.data(), line.picture.width, line.picture.height, line.picture.width,
                         QImage::Format_Grayscale8);
    constexpr QSize kRoom(kCellWidthPx - 2 * kMarginPx, kPictureHeightPx);
    const QImage scaled = picture.scaled(kRoom, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(corner, scaled);
    painter.setPen(QColor(215, 215, 215));
    painter.drawRect(QRect(corner, scaled.size()));

    const auto write = [&](const std::string& text, int topPx, int heightPx, int fontPx, QColor colour) {
        QFont font;
        font.setPixelSize(fontPx);
        painter.setFont(font);
        painter.setPen(colour);
        const QRect room(corner + QPoint(0, topPx), QSize(kRoom.width(), heightPx));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, QString::fromStdString(text));
    };
    write(line.text, kPictureHeightPx, kTextHeightPx, 17, QColor(20, 60, 150));
    write(line.caption, kPictureHeightPx + kTextHeightPx, kCaptionHeightPx, 11, QColor(130, 130, 130));
}

RgbImage toImage(const QImage& canvas)
{
    RgbImage image(canvas.width(), canvas.height());
    for (int y = 0; y < image.height; ++y)
        std::copy_n(canvas.constScanLine(y), image.width * RgbImage::kChannels, image.row(y));
    return image;
}

} // namespace

RgbImage drawContactSheet(const std::vector<SheetLine>& lines)
{
    const Fonts fonts;
    const int rows = std::max(1, (static_cast<int>(lines.size()) + kColumns - 1) / kColumns);
    QImage canvas(kColumns * kCellWidthPx + kMarginPx, rows * kCellHeightPx + kMarginPx, QImage::Format_RGB888);
    canvas.fill(Qt::white);
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::TextAntialiasing);
    for (int i = 0; i < static_cast<int>(lines.size()); ++i) {
        // Down the first column, then the second, as the lines of a set follow each other.
        const QPoint corner(kMarginPx + i / rows * kCellWidthPx, kMarginPx + i % rows * kCellHeightPx);
        drawLine(painter, lines[static_cast<std::size_t>(i)], corner);
    }
    painter.end();
    return toImage(canvas);
}

} // namespace longhand::app

#include "app/debug_pictures.h"

#include <algorithm>
#include <system_error>

#include <QImage>
#include <QPainter>
#include <QPolygonF>

#include "longhand/base/files.h"
#include "longhand/imaging/page_reader.h"

namespace longhand::app
{

namespace
{

QPolygonF toQt(const std::vector<Point>& points)
{
    QPolygonF polygon;
    for (const Point& p : points)
        polygon << QPointF(p.x, p.y);
    return polygon;
}

std::string threeDigits(std::size_t number)
{
    const std::string digits = std::to_string(number);
    return std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

} // namespace

Result<void> createDebugFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return Error{ErrorCode::Io, "Cannot create the folder " + quoted(folder) + ": " + error.message() +
                                        ". Choose another place for the debug pictures."};
    return {};
}

Result<void> writeLinePictures(const std::filesystem::path& folder, const RgbImage& picture, const PreparedPage& page)
{
    RgbImage overlay = picture;
    {
        QImage canvas(overlay.pixels.data(), overlay.width, overlay.height, overlay.width * RgbImage::kChannels,
                      QImage::Format_RGB888);
        QPainter painter(&canvas);
        painter.setRenderHint(QPainter::Antialiasing);
        const double penPx = std::max(1.0, std::max(overlay.width, overlay.height) / 800.0);
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            // Neighbours get different colours, or touching outlines could not be told apart.
            painter.setPen(QPen(i % 2 == 0 ? QColor(220, 40, 40) : QColor(30, 90, 220), penPx));
            painter.drawPolygon(toQt(page.lines[i].outline));
            painter.setPen(QPen(QColor(20, 150, 60), penPx));
            painter.drawPolyline(toQt(page.lines[i].baseline));
        }
    }
    if (auto written = imaging::writePng(folder / "lines.png", overlay); !written)
        return written;
    if (auto created = createDebugFolder(folder / "crops"); !created)
        return created;
    for (std::size_t i = 0; i < page.linePictures.size(); ++i) {
        auto written = imaging::writePng(folder / "crops" / (threeDigits(i + 1) + ".png"), page.linePictures[i]);
        if (!written)
            return written;
    }
    return {};
}

} // namespace longhand::app
